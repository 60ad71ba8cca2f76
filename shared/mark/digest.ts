import { facets } from './facet.ts'
import { maskOf } from './facet-mask.ts'
import { type Traces, tracesIn } from './finding/traces.ts'
import { keptWords } from './interned.ts'
import type { Passage } from './passage.ts'
import { sentencesOfPassage } from './passage-sentences.ts'
import { closingSubject } from './quotation/closing.ts'
import type { QuotationKind, QuotationReason } from './quotation/kind.ts'
import type { Mention } from './quotation/mention.ts'
import { type Mentioned, mentionedBy } from './quotation/mentioned.ts'
import { type NameUse, namesIn } from './quotation/names.ts'
import { type Said, saidIn } from './quotation/said.ts'
import { statementsIn } from './statements.ts'
import { foldOf, noWords, type WordFold } from './word-fold.ts'
import { worthOf } from './worth.ts'

/** A stretch in quotation marks, with what its passage alone says of it. */
export interface DigestSpan {
  readonly from: number
  readonly to: number
  readonly isClosed: boolean
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  readonly mention: Mentioned | null
  readonly goesOn: boolean
  readonly isLoose: boolean
  /** What the sentence deserves that it begins in. */
  readonly worth: number
  readonly fold: WordFold
}

/** A statement that its passage proposes, whatever a desk wants. */
export interface DigestStatement {
  readonly from: number
  readonly to: number
  /** As a mask, see `facet-mask.ts`. */
  readonly facets: number
  /** For each reason three numbers: its facet among `facets`, and where its words begin and end. */
  readonly reasons: readonly number[]
  readonly worth: number
}

/**
 * All that the first pass needs of a passage to read a story: where things stand, and none of its text. What was made
 * on the way to it (words, tokens, sentences) is gone.
 */
export interface Digest {
  readonly where: string
  /** In UTF-16 code units, as all places. */
  readonly length: number
  readonly isBlank: boolean
  /** Its words without the white space around them. */
  readonly from: number
  readonly to: number
  /** A block quote that needs no marks: it has none, or they hold not most of it. */
  readonly isBlockQuote: boolean
  readonly spans: readonly DigestSpan[]
  /** Whether nothing stands before the first of those. */
  readonly beginsWithSpan: boolean
  /** Where a mark closes what this passage did not open, behind the mark; -1 where none does. */
  readonly closes: number
  /** Whether it ends in a colon. */
  readonly leads: boolean
  /** Of whom its last sentence speaks. */
  readonly closing: Mentioned | null
  readonly names: readonly NameUse[]
  readonly statements: readonly DigestStatement[]
  /** Of a block quote: what the sentence deserves that it begins with. */
  readonly worth: number
  /** Its words, and those up to `closes`. */
  readonly fold: WordFold
  readonly closesFold: WordFold
  /** What is held against other passages; null in a language without a vocabulary. */
  readonly traces: Traces | null
}

const blockQuotes = new Set(['blockquote', 'pullQuote'])
const nothing: readonly never[] = []
/** A list that grew has room for more; its copy has none. */
const few = <Item>(items: readonly Item[]): readonly Item[] => (items.length === 0 ? nothing : items.slice())

/** What is read first is asked about before the rest of its risk, however few words it has. */
const leading: ReadonlySet<string> = new Set(['headline', 'dek'])
const leadingWorth = 0.5
/** Who says so is asked also where little else is said. */
const unnamedWorth = 0.2
/** What stands beside a judgement or a hedge is asked about later than what is said outright. */
const apart = 0.6

/** What the sentence deserves that holds a place; asked in any order, each sentence is weighed once. */
function worthsOf(passage: Passage, language: string): (from: number) => number {
  const sentences = sentencesOfPassage(passage, language)
  const known = new Map<number, number>()
  return (from) => {
    let low = 0
    let high = sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sentences[middle]?.to ?? 0) <= from) low = middle + 1
      else high = middle
    }
    const sentence = sentences[low]
    if (!sentence) return 0
    const worth = known.get(low) ?? worthOf(passage.text.slice(sentence.from, sentence.to), language)
    known.set(low, worth)
    return worth
  }
}

function statementsOf(
  passage: Passage,
  language: string,
  worthAt: (from: number) => number,
): readonly DigestStatement[] {
  return statementsIn(passage, language).map(({ from, to, facets: shown, reasons, setApart }) => ({
    from,
    to,
    facets: maskOf(shown),
    reasons: few(reasons.flatMap((reason) => [facets.indexOf(reason.facet), reason.from, reason.to])),
    worth: Math.max(
      worthAt(from) * (setApart.length > 0 ? apart : 1),
      leading.has(passage.where) ? leadingWorth : 0,
      shown.includes('unnamedSource') ? unnamedWorth : 0,
    ),
  }))
}

function isUnmarked(text: string, { spans }: Said): boolean {
  const marked = spans.reduce((sum, span) => sum + span.to - span.from, 0)
  return marked < text.trim().length / 2
}

/** Reads a passage to the end. What it takes on the way to it goes when the next is read. */
export function readDigest(passage: Passage, language: string): Digest {
  const { text, where } = passage
  const said = saidIn(passage, language)
  const worthAt = worthsOf(passage, language)
  const isBlank = text.trim() === ''
  const from = isBlank ? 0 : text.length - text.trimStart().length
  const isBlockQuote = blockQuotes.has(where) && !isBlank && isUnmarked(text, said)
  const [first] = said.spans
  const mentioned = new Map<Mention, Mentioned>()
  const mentionOf = (mention: Mention | null): Mentioned | null => {
    if (!mention) return null
    const known = mentioned.get(mention) ?? mentionedBy(mention, passage, language)
    mentioned.set(mention, known)
    return known
  }
  const spans = said.spans.map(
    ({ from, to, isClosed, kind, reason, mention, goesOn, isLoose }): DigestSpan => {
      const isSpeech = kind === 'speech'
      return {
        from,
        to,
        isClosed,
        kind,
        reason,
        mention: mentionOf(mention),
        goesOn,
        isLoose,
        worth: isSpeech ? worthAt(from) : 0,
        fold: isSpeech ? foldOf(text.slice(from, to)) : noWords,
      }
    },
  )
  return {
    where: keptWords(where),
    length: text.length,
    isBlank,
    from,
    to: text.trimEnd().length,
    isBlockQuote,
    spans: few(spans),
    beginsWithSpan: first !== undefined && text.slice(0, first.from).trim() === '',
    closes: said.closes,
    leads: /:\s*$/u.test(text.slice(text.trimEnd().length - 1)),
    closing: mentionOf(closingSubject(passage, language)),
    names: few(namesIn(passage, language)),
    statements: few(statementsOf(passage, language, worthAt)),
    worth: isBlockQuote ? worthAt(from) : 0,
    fold: said.spans.length === 0 || isBlockQuote ? foldOf(text) : noWords,
    closesFold: said.closes > 0 ? foldOf(text.slice(0, said.closes)) : noWords,
    traces: tracesIn(passage, language),
  }
}

const digests = new WeakMap<Passage, { readonly language: string; readonly digest: Digest }>()

/** The same, kept with the passage for as long as it is there. */
export function digestOf(passage: Passage, language: string): Digest {
  const known = digests.get(passage)
  if (known?.language === language) return known.digest
  const digest = readDigest(passage, language)
  digests.set(passage, { language, digest })
  return digest
}
