import type { Stretch } from '../../document/sentences.ts'
import { type Chunk, type ChunkKind, plain } from './chunk.ts'
import { isFunction, isName, isVerbClass, leadsToNoun, nounAt, type Place, readsSmall } from './nouns.ts'
import type { Lexicon } from './speech/lexicon.ts'
import { is, type Reading, type Token } from './tokens.ts'

const marks: Partial<Record<Token['kind'], ChunkKind>> = {
  quote: 'quote',
  comma: 'comma',
  colon: 'colon',
  dash: 'dash',
  open: 'open',
  close: 'close',
}

function wordKind(place: Place, at: number, before: Chunk | undefined): Pick<Chunk, 'kind'> & Partial<Chunk> {
  const token = place.tokens[at]
  if (!token) return { kind: 'other' }
  const { table } = place.lexicon
  const isAfterNoun = before?.kind === 'noun'
  if (is(token, 'time') && token.isCapital) return { kind: 'time' }
  if (
    is(token, 'relative') &&
    (!is(token, 'subordinator') || isAfterNoun || (before?.kind === 'comma' && !is(token, 'subordinator')))
  ) {
    const isRelative = !table.hasCapitalNouns || before?.kind === 'comma'
    if (isRelative) return { kind: 'relative' }
  }
  if (is(token, 'infinitive')) {
    const next = place.tokens[at + 1]
    const isVerbNext =
      is(next, 'dependentSpeech') ||
      (next?.kind === 'word' && !next.isCapital && !isFunction(next) && !is(next, 'determiner'))
    if (!is(token, 'preposition') || isVerbNext) return { kind: 'infinitive' }
  }
  if (is(token, 'auxiliary'))
    return { kind: 'auxiliary', isSpeech: is(token, 'speech') && table.hasCapitalNouns }
  // "als „Fest“ bezeichnen" begins no clause.
  const isBeforeQuote = place.tokens[at + 1]?.kind === 'quote' && is(token, 'preposition')
  if (is(token, 'subordinator') && !isBeforeQuote) return { kind: 'subordinator' }
  if (is(token, 'preposition') && !(is(token, 'speech') && !table.hasCapitalNouns))
    return { kind: 'preposition' }
  if (is(token, 'conjunction')) return { kind: 'conjunction' }
  if (is(token, 'adverb') && !is(token, 'speech')) return { kind: 'adverb' }
  if (isVerbClass(token)) {
    const isMain = is(token, 'speech', 'verb')
    const follows = before?.kind === 'noun' && before.isPlural
    return {
      kind: 'verb',
      isSpeech: is(token, 'speech', 'dependentSpeech'),
      isDependent: !isMain && !(follows && !token.word.endsWith('ing')),
    }
  }
  if (table.adverbEnding.test(token.word) && readsSmall(place, at)) return { kind: 'adverb' }
  if (table.dependentEnding.test(token.word)) return { kind: 'verb', isDependent: true }
  if (table.verbEnding.test(token.word)) return { kind: 'verb' }
  return { kind: 'other' }
}

/** The chunks of one sentence of a reading, in order. */
export function chunksOf(reading: Reading, sentence: Stretch, lexicon: Lexicon): Chunk[] {
  const place: Place = { tokens: reading.tokens, lexicon, start: sentence.from, end: sentence.to }
  const chunks: Chunk[] = []
  for (let at = sentence.from; at < sentence.to; ) {
    const token = reading.tokens[at]
    const mark = token && marks[token.kind]
    const before = chunks.at(-1)
    const isRelative =
      token !== undefined &&
      is(token, 'relative') &&
      (lexicon.table.hasCapitalNouns
        ? before?.kind === 'comma' && is(token, 'determiner', 'pronoun') && !leadsToNoun(place, at + 1)
        : before?.kind === 'noun' || before?.kind === 'comma')
    const isVerbHere =
      token?.kind === 'word' &&
      readsSmall(place, at) &&
      isVerbClass(token) &&
      !is(token, 'determiner', 'pronoun') &&
      !(before?.isSpeech && before.kind === 'verb' && isName(place, at + 1)) &&
      !(before?.kind === 'preposition' && !token.word.endsWith('ing') && !lexicon.table.hasCapitalNouns)
    const noun = mark || isRelative || isVerbHere ? null : nounAt(place, at)
    if (noun) chunks.push(noun)
    else if (mark) chunks.push({ ...plain, kind: mark, from: at, to: at + 1 })
    else if (isRelative) chunks.push({ ...plain, kind: 'relative', from: at, to: at + 1 })
    else if (token?.kind === 'word')
      chunks.push({ ...plain, ...wordKind(place, at, before), from: at, to: at + 1 })
    else chunks.push({ ...plain, kind: 'other', from: at, to: at + 1 })
    at = chunks.at(-1)?.to ?? at + 1
  }
  return chunks
}
