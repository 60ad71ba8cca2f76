import type { Fragment, Node } from 'prosemirror-model'
import type { StoryField } from '../../shared/document/schema.ts'
import type { StoryBundle } from '../../shared/model/bundle.ts'
import { readLanguage } from '../../shared/model/language.ts'
import type { Receipt } from '../../shared/model/receipt.ts'
import { Beside } from './beside.ts'
import { Changes } from './changes.ts'
import { tidyCharacters } from './characters.ts'
import { decodeText } from './decode.ts'
import { markLoneDek, takeTail } from './exported.ts'
import { composeStory } from './fields.ts'
import { readHtml } from './html.ts'
import type { Item } from './items.ts'
import { readBundle } from './json.ts'
import { dropListedLines } from './judge.ts'
import { limits } from './limits.ts'
import { readMarkdown } from './markdown.ts'
import { emptyHead, type PageHead } from './page-head.ts'
import { markHeadings, readText } from './plain-text.ts'
import { writeReceipt } from './receipt.ts'
import { formatByName, formatByText, type ImportFormat, refuseBinary } from './sniff.ts'
import { Unreadable } from './unreadable.ts'
import { withNotes } from './with-notes.ts'

export { Unreadable } from './unreadable.ts'

/** What an import makes of a file. */
export interface ImportedStory {
  readonly document: Node
  readonly receipt: Receipt
  /** The story with its claims and sources, where the file is one that Stet wrote. */
  readonly bundle: StoryBundle | null
  /** The bytes of the pictures that a page carried, by SHA-256. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** As the file itself names it; null where it does not. */
  readonly language: string | null
}

/**
 * Makes a story of a file. The same bytes and name give the same story and receipt: nothing else is read,
 * nothing is fetched, no clock is asked.
 *
 * @param name the file's name, whose ending tells its format; other names, and "" for pasted text, are judged
 *   by the bytes
 * @throws Unreadable where the bytes are no story; its `reason` says what to do
 */
export function readImport(bytes: Uint8Array, name: string): ImportedStory {
  const named = formatByName(name)
  refuseSize(bytes, named)
  refuseBinary(bytes)
  const changes = new Changes()
  const text = decodeText(bytes, changes)
  const format = named ?? formatByText(text)
  refuseSize(bytes, format)
  if (format === 'json') {
    const { bundle, document } = readBundle(text, changes)
    const receipt = writeReceipt({
      name,
      format,
      bytes,
      document,
      changed: changes.list(),
      dropped: [],
      missing: [],
      claims: bundle.claims.length,
      sources: bundle.sources.length,
    })
    return { document, receipt, bundle, pictures: new Map(), language: null }
  }
  const beside = new Beside()
  const { items, head, tail } = readParts(tidyCharacters(text, changes), format, changes, beside)
  const { document: composed, dropped: left, missing } = composeStory(items, head, changes, tail)
  const { document, dropped: leftNotes } = withNotes(composed, beside.notes)
  const dropped = [...left, ...leftNotes]
  document.check()
  const receipt = writeReceipt({
    name,
    format,
    bytes,
    document,
    changed: changes.list(),
    dropped,
    missing,
    claims: 0,
    sources: 0,
  })
  return {
    document,
    receipt,
    bundle: null,
    pictures: beside.pictures,
    language: readLanguage(head.language),
  }
}

function readParts(
  text: string,
  format: Exclude<ImportFormat, 'json'>,
  changes: Changes,
  beside: Beside,
): { items: Item[]; head: PageHead; tail?: Partial<Record<StoryField, Fragment>> } {
  if (format === 'html') {
    const { items, head } = readHtml(text, true, changes, beside)
    return { items: dropListedLines(items), head }
  }
  if (format === 'markdown') {
    const { items, head } = readMarkdown(text, changes, beside)
    const taken = takeTail(items)
    return { items: markLoneDek(dropListedLines(taken.items)), head, tail: taken.tail }
  }
  const { items, alone } = readText(text, changes)
  const taken = takeTail(items)
  const marked = markHeadings(dropListedLines(taken.items), alone)
  return { items: markLoneDek(marked), head: emptyHead, tail: taken.tail }
}

const limitOf: Record<ImportFormat, number> = {
  text: limits.textBytes,
  markdown: limits.textBytes,
  html: limits.pageBytes,
  json: limits.jsonBytes,
}

/** Before its format is known, a file may be as large as the largest. */
function refuseSize(bytes: Uint8Array, format: ImportFormat | null): void {
  const limitBytes = limitOf[format ?? 'json']
  if (bytes.length <= limitBytes) return
  const megabytes = (size: number): string => `${Math.ceil(size / 1024 / 1024)} MB`
  throw new Unreadable(
    `This file has ${megabytes(bytes.length)}; at most ${megabytes(limitBytes)} can be read. Copy the story out of it and paste that.`,
  )
}
