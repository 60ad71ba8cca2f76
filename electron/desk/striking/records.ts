import { exhaustive } from '../../../shared/lib/assert.ts'
import { roleSchema } from '../../../shared/model/person.ts'
import type { PlaceKind } from '../../../shared/model/striking.ts'
import { readTexts, type TextColumn, textColumns } from '../../store/texts.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Pattern } from './pattern.ts'

/** Keys of JSON whose values name records or are one of a few that Stet knows. */
const nameless =
  /^(?:id|.*Id|.*By|hash|.*Hash|kind|status|presence|stage|rank|usualRank|terms|stance|remedy|way|format|rule|missing|as|type|stepType|backupFingerprints|block|subject|standing|parts)$/u

/** Texts that may have been cut in the middle of a name: the words of a claim, the beginning of a headline. */
const cut = new Set([
  'words',
  'new_words',
  'newWords',
  'slug',
  'seen',
  'now',
  'sentence',
  'preceding',
  'following',
])

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

function struckValue(value: Json, key: string, pattern: Pattern, isCut: boolean): Json {
  if (nameless.test(key)) return value
  if (typeof value === 'string') {
    if (key === 'role' && roleSchema.safeParse(value).success) return value
    return isCut && cut.has(key) ? pattern.strikeCut(value) : pattern.strike(value)
  }
  if (Array.isArray(value)) return value.map((one) => struckValue(one, key, pattern, isCut))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, struckValue(one, name, pattern, isCut)]),
  )
}

/**
 * JSON with the words struck in all that people wrote.
 *
 * @param isCut strikes parts of the words too, where a text may have been cut in the middle of them
 */
export function struckJson(json: string, pattern: Pattern, isCut: boolean): string {
  const value = JSON.parse(json) as Json
  const struck = JSON.stringify(struckValue(value, '', pattern, isCut))
  return struck === JSON.stringify(value) ? json : struck
}

/** One value as it will be. */
export interface RecordChange {
  readonly column: TextColumn
  readonly row: number
  readonly before: string
  readonly after: string
  readonly storyId: string | null
}

function struckText(column: TextColumn, text: string, pattern: Pattern, isCut: boolean): string {
  switch (column.form) {
    case 'text':
    case 'name':
      return isCut && cut.has(column.column) ? pattern.strikeCut(text) : pattern.strike(text)
    case 'slug':
      return isCut ? pattern.strikeSlug(text) : pattern.has(text) ? pattern.strikeSlug(text) : text
    case 'json':
      // An answer is shown once more to a window that missed it, if at all: rather too much than too little.
      return struckJson(text, pattern, isCut || column.kind === ('answers' satisfies PlaceKind))
    default:
      return exhaustive(column.form)
  }
}

/**
 * Every value outside of journal, trail and search index that holds the words, with what it becomes.
 *
 * @param storyId only what belongs to this story, and the answers; null for everything
 * @param touched stories whose text held the words: there, parts of them count where a text was cut
 */
export async function planRecords(
  tx: Tx,
  pattern: Pattern,
  storyId: string | null,
  touched: ReadonlySet<string>,
): Promise<RecordChange[]> {
  const changes: RecordChange[] = []
  for (const column of textColumns) {
    if (storyId !== null && column.storyId === null && column.kind !== 'answers') continue
    for (const { row, text, storyId: of } of await readTexts(tx, column)) {
      if (storyId !== null && of !== null && of !== storyId) continue
      const after = struckText(column, text, pattern, of !== null && touched.has(of))
      if (after !== text) changes.push({ column, row, before: text, after, storyId: of })
    }
  }
  return changes
}
