import type { QuoteSpan } from '../../document/quotes.ts'
import type { Mention } from './mention.ts'
import type { Lexicon } from './speech/lexicon.ts'

/** What quotation marks are there for: only `speech` was said or written by somebody. */
export type QuotationKind = 'speech' | 'scare' | 'title' | 'mention'

/** Why a quotation is of its kind. */
export type QuotationReason =
  /** A verb or source says whose it is. */
  | 'attributed'
  /** It is whole sentences. */
  | 'sentences'
  /** It has so many words that nobody would set them in marks who did not quote. */
  | 'long'
  /** It stands in a block quote. */
  | 'block'
  | 'word'
  | 'work'
  | 'manner'

/** Whether each word of weight begins with a capital, as in what works are called. */
function isTitleCase(words: readonly string[], lexicon: Lexicon): boolean {
  if (lexicon.table.hasCapitalNouns || words.length < 2) return false
  const heavy = words.filter((word) => /\p{L}/u.test(word) && !lexicon.table.signs.small.test(word))
  return heavy.length > 0 && heavy.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word))
}

/** Words of what a paper is called: „Süddeutsche Zeitung“. */
const longestTitle = 4

function isNounLike(words: readonly string[], { table }: Lexicon): boolean {
  return words.every((word, index) => /^\p{Lu}/u.test(word) || (index > 0 && table.signs.small.test(word)))
}

/** No phrase of the tables has more words, or with these more characters. */
const leadWords = 4
const leadCharacters = 48

/** The words before a place that can say what stands there. */
function leadOf(text: string, at: number): string {
  const least = Math.max(0, at - leadCharacters)
  let from = at
  for (let words = 0; from > least; from--) {
    const isStart = /\S/u.test(text[from] ?? ' ') && /\s/u.test(text[from - 1] ?? ' ')
    if (isStart && from < at && ++words === leadWords) break
  }
  return text.slice(from, at)
}

/** What a quotation's marks are for, by its words and those before it. */
export function kindOfSpan(
  text: string,
  span: QuoteSpan,
  mention: Mention | null,
  isAlone: boolean,
  lexicon: Lexicon,
): { kind: QuotationKind; reason: QuotationReason } {
  const inner = text.slice(span.from + 1, span.isClosed ? span.to - 1 : span.to).trim()
  const words = inner.split(/\s+/u)
  const before = leadOf(text, span.from)
  const { table } = lexicon
  const isWhole = /[.?!…,]$/u.test(inner) || /^\s*,/u.test(text.slice(span.to, span.to + 2))
  if (isAlone && (isWhole || words.length > 8)) return { kind: 'speech', reason: 'sentences' }
  // All that the tables look for before a quotation ends in a word.
  const hasLead = /\p{L}[\s,:]*$/u.test(before)
  if (hasLead && table.scares.test(before)) return { kind: 'scare', reason: 'manner' }
  if (isTitleCase(words, lexicon) && !/[!?]$/u.test(inner) && !/[:,]\s*$/u.test(before))
    return { kind: 'title', reason: 'work' }
  if (hasLead && words.length <= 12 && table.works.test(before) && !/:\s*$/u.test(before))
    return { kind: 'title', reason: 'work' }
  if (hasLead && words.length <= 8 && table.mentions.test(before) && !/:\s*$/u.test(before))
    return { kind: 'mention', reason: 'word' }
  if (isAlone) return { kind: 'speech', reason: 'sentences' }
  // "sagte sie dem „Boten“", "laut „Bote“": the paper has the words, and says none here.
  const isCalled = !isWhole && words.length <= longestTitle && isNounLike(words, lexicon)
  if (hasLead && isCalled && table.signs.publishing.test(before)) return { kind: 'title', reason: 'work' }
  if (mention?.isSaid) return { kind: 'speech', reason: 'attributed' }
  if (hasLead && words.length <= 8 && table.namings.test(before)) return { kind: 'mention', reason: 'word' }
  if (
    hasLead &&
    table.hasCapitalNouns &&
    !isWhole &&
    words.length <= 8 &&
    table.signs.naming.test(before) &&
    /^\p{Lu}/u.test(inner)
  ) {
    return { kind: 'title', reason: 'work' }
  }
  // "die Kapsel „Dragon“": what a thing is called.
  const isNamed = table.hasCapitalNouns && !isWhole && words.length <= 4 && /\p{Lu}\p{L}+\s$/u.test(before)
  if (isNamed && /^\p{Lu}/u.test(inner)) return { kind: 'title', reason: 'work' }
  if (words.length >= 5 && isWhole) return { kind: 'speech', reason: 'sentences' }
  if (words.length >= 4) return { kind: 'speech', reason: 'long' }
  return { kind: 'scare', reason: 'manner' }
}
