import { schema } from '../../shared/document/schema.ts'
import { countWords } from '../../shared/document/text.ts'
import type { Changes } from './changes.ts'
import { lineOf } from './characters.ts'
import { isLabelledLine } from './exported.ts'
import { isByline, isDateLine, isDateline, isTitleLike } from './head-lines.ts'
import { type BlockItem, blockItem, type Item } from './items.ts'

/** Longer lines than this nobody wraps by hand or by mail program. */
const widestWrap = 120
const narrowestWrap = 40

interface Line {
  readonly text: string
  /** A line that stands between blank ones, or any line of a file that has no blank ones. */
  readonly isAlone: boolean
}

/** Paragraphs of a text, and for each whether it was a line by itself. */
function readLines(text: string, changes: Changes): (Line | { bullets: string[] })[] {
  const chunks = text.split(/\n[^\S\n]*\n\s*/u).map((chunk) =>
    chunk
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  const filled = chunks.filter((chunk) => chunk.length > 0)
  const isOneChunk = filled.length === 1
  const widest = filled.reduce(
    (most, chunk) => chunk.reduce((wide, line) => Math.max(wide, line.length), most),
    0,
  )
  return filled.flatMap((chunk): (Line | { bullets: string[] })[] => {
    if (isBulleted(chunk)) return [{ bullets: chunk.map((line) => line.slice(1).trim()) }]
    if (isWrapped(chunk, widest)) {
      changes.add('wrapped lines joined', chunk.length - 1)
      return [{ text: chunk.join(' '), isAlone: false }]
    }
    return chunk.map((line) => ({ text: line, isAlone: chunk.length === 1 || isOneChunk }))
  })
}

/** Lines broken where the next word would no longer have fitted: one paragraph, wrapped. */
function isWrapped(chunk: readonly string[], widest: number): boolean {
  if (chunk.some(isLabelledLine)) return false
  if (chunk.length < 2 || widest > widestWrap || widest < narrowestWrap) return false
  return chunk.every((line, index) => {
    const next = chunk[index + 1]
    return next === undefined || line.length + 1 + (/^\S+/u.exec(next)?.[0].length ?? 0) > widest
  })
}

function isBulleted(chunk: readonly string[]): boolean {
  const [first] = chunk
  return chunk.length > 1 && chunk.every((line) => /^[•‣◦*-]\s+\S/u.test(line) && line[0] === first?.[0])
}

/** Plain text, also a page's text as a browser copies it, as paragraphs; headings are found by `markHeadings`. */
export function readText(text: string, changes: Changes): { items: Item[]; alone: WeakSet<Item> } {
  const alone = new WeakSet<Item>()
  const paragraph = (words: string) => {
    const tidy = collapseKeeping(words)
    return schema.node('paragraph', null, tidy === '' ? [] : [schema.text(tidy)])
  }
  const items = readLines(text, changes).map((line): Item => {
    if ('bullets' in line) {
      changes.add('lines with bullets made lists')
      const entries = line.bullets.map((words) => schema.node('listItem', null, [paragraph(words)]))
      return blockItem(schema.node('bulletList', null, entries))
    }
    const item = blockItem(paragraph(line.text))
    if (line.isAlone) alone.add(item)
    return item
  })
  return { items, alone }
}

/** One space for a run of spaces and tabs; a no-break space between two words stays. */
function collapseKeeping(words: string): string {
  return words.replace(/\s*[^\S\u00a0\u202f\u2007]\s*/gu, ' ').trim()
}

/**
 * Lines that stand as headings: the first line of the text, when the text goes on below it, is the headline; a
 * short line alone, not ended like a sentence and followed by a longer paragraph, is a crosshead.
 */
export function markHeadings(items: readonly Item[], alone: WeakSet<Item>): Item[] {
  const blocks = items.filter((item) => item.kind === 'block')
  const next = new Map<Item, BlockItem>()
  blocks.forEach((item, index) => {
    const below = blocks[index + 1]
    if (below) next.set(item, below)
  })
  const [first] = blocks
  return items.map((item): Item => {
    if (item.kind === 'dropped' || item.node.type.name !== 'paragraph' || !alone.has(item)) return item
    const line = lineOf(item.node.textContent)
    const below = next.get(item)
    if (!below) return item
    if (item === first && isHeadline(line)) return blockItem(item.node, 1, 'headline')
    const following = below.node.textContent
    const isHeading =
      isTitleLike(line, 12) &&
      !isByline(line) &&
      !isDateLine(line) &&
      !isDateline(line) &&
      below.node.type.name === 'paragraph' &&
      following.length > Math.max(80, line.length * 1.5)
    return isHeading ? blockItem(schema.node('crosshead', { level: 1 }, item.node.content), 2) : item
  })
}

/** A headline may ask, exclaim or end in a quotation; it is no whole paragraph. */
function isHeadline(line: string): boolean {
  return (
    line.length <= 200 &&
    countWords(line) <= 30 &&
    !/[.;,:]$/u.test(line.replace(/\b\p{Lu}\.(\p{Lu}\.)*$/u, ''))
  )
}
