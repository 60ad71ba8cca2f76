import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { bodyOf, fieldOf } from '../../shared/document/build.ts'
import { footnotesOf } from '../../shared/document/footnotes.ts'
import { headFields } from '../../shared/document/schema.ts'
import { countWords, textOf } from '../../shared/document/text.ts'
import type { ChangedPart, DroppedPart, MissingPart, Receipt } from '../../shared/model/receipt.ts'
import type { PlacedDrop } from './fields.ts'
import { countQuotedSpans } from './quotes.ts'
import type { ImportFormat } from './sniff.ts'

export interface ReceiptParts {
  readonly name: string
  readonly format: ImportFormat
  readonly bytes: Uint8Array
  readonly document: Node
  readonly changed: ChangedPart[]
  readonly dropped: readonly PlacedDrop[]
  readonly missing: MissingPart[]
  readonly claims: number
  readonly sources: number
}

export function writeReceipt(parts: ReceiptParts): Receipt {
  return {
    name: parts.name,
    format: parts.format,
    hash: createHash('sha256').update(parts.bytes).digest('hex'),
    sizeBytes: parts.bytes.length,
    kept: { ...countKept(parts.document), claims: parts.claims, sources: parts.sources },
    changed: parts.changed,
    dropped: parts.dropped.map(
      (drop, index): DroppedPart => ({
        id: `part-${index + 1}`,
        text: drop.text,
        rule: drop.rule.name,
        reason: drop.rule.reason,
        beforeBlock: drop.beforeBlock,
        isBack: false,
      }),
    ),
    missing: parts.missing,
  }
}

/** What a document holds; paragraphs are those of the body itself, not of its lists and quotations. */
function countKept(document: Node): Omit<Receipt['kept'], 'claims' | 'sources'> {
  const body = bodyOf(document)
  const count = (name: string): number => body.filter((block) => block.type.name === name).length
  let links = 0
  const texts = headFields.map((name) => fieldOf(document, name).textContent)
  let lastHref: unknown = null
  for (const block of body) {
    if (block.isTextblock) texts.push(block.textContent)
    block.descendants((node) => {
      if (node.isTextblock) texts.push(node.textContent)
      if (node.isTextblock) lastHref = null
      if (!node.isText) return
      // One link may be several text nodes, where words in it are set in bold.
      const href = node.marks.find((mark) => mark.type.name === 'link')?.attrs.href ?? null
      if (href !== null && href !== lastHref) links++
      lastHref = href
    })
    lastHref = null
  }
  return {
    headlines: fieldOf(document, 'headline').content.size > 0 ? 1 : 0,
    crossheads: count('crosshead'),
    paragraphs: body.filter((block) => block.type.name === 'paragraph' && block.content.size > 0).length,
    blockquotes: count('blockquote'),
    lists: count('bulletList') + count('orderedList'),
    figures: count('figure'),
    tables: count('table'),
    footnotes: footnotesOf(document).notes.length,
    links,
    quotedSpans: countQuotedSpans(texts),
    words: countWords(textOf(document, 'accepted')),
  }
}
