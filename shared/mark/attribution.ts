import type { Stretch } from '../document/sentences.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { type Clause, endOfChain, firstSubject, skipOn, subjectBehind, subjectOf } from './clause.ts'
import type { Lexicon } from './speech/lexicon.ts'
import { is, type Reading } from './tokens.ts'

/** The words that say whose a quotation is, in the text that it stands in. */
export interface Mention extends Stretch {
  readonly isPronoun: boolean
  /** Whether a verb of speech or a source names them, and not only the sentence's subject. */
  readonly isSaid: boolean
}

const endsOpen = /[,?!;:…—–-]["'”’“»«]*$/u

function mentionOf(clause: Clause, at: number, isSaid: boolean): Mention | null {
  const chunk = clause.chunks[at]
  if (!chunk) return null
  const last = clause.chunks[endOfChain(clause, at) - 1] ?? chunk
  const from = clause.reading.tokens[clause.chunks[startOfPair(clause, at)]?.from ?? chunk.from]?.from ?? 0
  const to = clause.reading.tokens[last.to - 1]?.to ?? from
  return { from, to, isPronoun: chunk.isPronoun || chunk.kind === 'relative', isSaid }
}

/** Where several are the subject together, the first of them: "Norway and Chile". */
function startOfPair(clause: Clause, at: number): number {
  const { chunks, reading } = clause
  const isJoined =
    chunks[at - 1]?.kind === 'conjunction' &&
    /^(?:and|und|sowie)$/u.test(reading.tokens[chunks[at - 1]?.from ?? -1]?.word ?? '')
  if (!isJoined || !chunks[at]?.isName) return at
  let start = at - 2
  while (
    chunks[start]?.kind === 'noun' &&
    chunks[start - 1]?.kind === 'comma' &&
    chunks[start - 2]?.kind === 'noun'
  )
    start -= 2
  const before = chunks[start - 1]?.kind
  const isOpening =
    before === undefined || before === 'quote' || before === 'subordinator' || before === 'colon'
  return chunks[start]?.kind === 'noun' && chunks[start]?.isName && isOpening ? start : at
}

const isMain = (chunk: Chunk | undefined): boolean => chunk?.kind === 'verb' && !chunk.isDependent

/** Whom "according to" names where that begins at `at`; null where it does not. */
function sourceAt(clause: Clause, at: number): Mention | null {
  const { reading, chunks, lexicon } = clause
  const chunk = chunks[at]
  if (!chunk) return null
  const start = reading.tokens[chunk.from]?.from ?? 0
  for (const phrase of lexicon.table.sources) {
    const end = start + phrase.length
    const words = reading.text.slice(start, end)
    if (words.toLowerCase() !== phrase || /\p{L}/u.test(reading.text[end] ?? '')) continue
    for (let i = at; i < Math.min(chunks.length, at + 8); i++) {
      const next = chunks[i]
      const from = reading.tokens[next?.from ?? -1]?.from ?? 0
      const to = reading.tokens[(next?.to ?? 0) - 1]?.to ?? 0
      if (next?.kind === 'noun' && from >= end) return mentionOf(clause, i, true)
      // "nach Angaben der Polizei" is one noun from its second word on.
      if (next?.kind === 'noun' && to > end) {
        const whole = mentionOf(clause, i, true)
        return whole && { ...whole, from: end + (/^\s*/u.exec(reading.text.slice(end))?.[0].length ?? 0) }
      }
      if (from >= end && next?.kind !== 'preposition' && next?.kind !== 'adverb') break
    }
  }
  return null
}

/** German "der Polizei zufolge": the noun before it. */
function sourceBehind(clause: Clause, at: number): number {
  const token = clause.reading.tokens[clause.chunks[at]?.from ?? -1]
  if (!token || !clause.lexicon.table.sourcesBehind.includes(token.word)) return -1
  return clause.chunks[at - 1]?.kind === 'noun' ? at - 1 : -1
}

function isPassive(clause: Clause, verb: number): boolean {
  for (let i = verb - 1; i >= 0; i--) {
    const chunk = clause.chunks[i]
    if (chunk?.kind === 'adverb') continue
    return chunk?.kind === 'auxiliary' && is(clause.reading.tokens[chunk.from], 'passive')
  }
  return false
}

/** Of a passive, the noun behind "by" between its verb and the next one. */
function agentOf(clause: Clause, verb: number): number {
  for (let i = verb + 1; i < clause.chunks.length; i++) {
    const chunk = clause.chunks[i]
    if (isMain(chunk)) return -1
    const word = clause.reading.tokens[chunk?.from ?? -1]?.word
    if (chunk?.kind === 'preposition' && (word === 'by' || word === 'von' || word === 'vom')) {
      return clause.chunks[i + 1]?.kind === 'noun' ? i + 1 : -1
    }
  }
  return -1
}

const quotesSomebody = /^(?:quoted|cited|reported|heard|overheard|recorded|zitiert)$/u

/** Who says what the verb at `at` introduces. */
function speakerOfVerb(clause: Clause, at: number): number {
  const verb = clause.chunks[at]
  const word = clause.reading.tokens[verb?.from ?? -1]?.word ?? ''
  if (!clause.lexicon.table.isVerbSecond && isPassive(clause, at) && /(?:ed|en|told|said)$/u.test(word)) {
    if (!quotesSomebody.test(word)) return agentOf(clause, at)
  }
  const subject = subjectOf(clause, at)
  const subjectWord = clause.reading.tokens[clause.chunks[subject]?.from ?? -1]?.word
  // "Es heißt in der Rede": what it says in.
  if (clause.lexicon.table.isVerbSecond && (subjectWord === 'es' || subjectWord === 'man')) {
    const isCiting = subjectWord === 'man'
    for (let i = at + 1; i < clause.chunks.length && clause.chunks[i]?.kind !== 'quote'; i++) {
      const isLed = clause.chunks[i - 1]?.kind === 'preposition'
      if (clause.chunks[i]?.kind === 'noun' && i !== subject && isLed !== isCiting) return i
    }
    for (let i = at - 1; i > 0 && clause.chunks[i]?.kind !== 'quote'; i--) {
      if (clause.chunks[i]?.kind !== 'noun' || clause.chunks[i - 1]?.kind !== 'preposition') continue
      let head = i
      while (clause.chunks[head - 2]?.kind === 'noun' && clause.chunks[head - 1]?.kind === 'preposition')
        head -= 2
      return head
    }
  }
  return subject
}

/** Who is named right behind a quotation: "…," said Smith; "…," Smith told reporters. */
function behind(clause: Clause, quote: number, isOpen: boolean): Mention | null {
  const { chunks, lexicon } = clause
  let at = quote + 1
  if (chunks[at]?.kind === 'comma' || chunks[at]?.kind === 'dash') at++
  at = skipOn(clause, at)
  const source = sourceAt(clause, at)
  if (source) return source
  const first = chunks[at]
  if (first?.kind === 'verb' || (first?.kind === 'auxiliary' && lexicon.table.isVerbSecond)) {
    const verb = first.kind === 'auxiliary' ? at : at
    if (!first.isSpeech && !isOpen) return null
    const cited = speakerOfVerb(clause, verb)
    const inverted = cited > verb ? cited : subjectBehind(clause, verb)
    if (inverted >= 0) return mentionOf(clause, inverted, true)
    return null
  }
  if (first?.kind !== 'noun' || first.isOblique) return null
  // Past what belongs to the noun, to its verb.
  let i = endOfChain(clause, at)
  let hasAside = false
  for (; i < chunks.length; i++) {
    const chunk = chunks[i]
    if (!chunk || chunk.kind === 'quote' || chunk.kind === 'colon') break
    if (isMain(chunk)) {
      const isNear = !hasAside
      if (chunk.isSpeech || (isNear && isOpen)) {
        const head = hasAside ? subjectOf(clause, i) : at
        return mentionOf(clause, hasAside && head !== at && chunk.isSpeech ? at : at, chunk.isSpeech)
      }
      if (isNear) return null
    }
    if (chunk.kind === 'comma' || chunk.kind === 'relative' || chunk.kind === 'open' || chunk.kind === 'dash')
      hasAside = true
    if (
      chunk.kind === 'subordinator' ||
      (chunk.kind === 'conjunction' && !hasAside && chunks[i + 1]?.kind !== 'noun')
    )
      break
  }
  return isOpen && !hasAside && i >= chunks.length && first.isName ? mentionOf(clause, at, false) : null
}

interface Lead {
  readonly mention: Mention
  /** Whether nothing but a colon, a comma or "that" stands between the verb and the quotation. */
  readonly isClose: boolean
}

/** Who is named before a quotation in its sentence. */
function before(clause: Clause, quote: number): Lead | null {
  const { chunks } = clause
  for (let i = quote - 1; i >= 0; i--) {
    const chunk = chunks[i]
    const isGlue = (one: Chunk): boolean =>
      one.kind === 'comma' ||
      one.kind === 'colon' ||
      one.kind === 'subordinator' ||
      one.kind === 'adverb' ||
      one.kind === 'time'
    const isClose = chunks.slice(i + 1, quote).every(isGlue)
    const source = sourceAt(clause, i)
    if (source) return { mention: source, isClose: false }
    const earlier = sourceBehind(clause, i)
    if (earlier >= 0) {
      const mention = mentionOf(clause, earlier, true)
      if (mention) return { mention, isClose: false }
    }
    if (!chunk?.isSpeech || (chunk.kind !== 'verb' && chunk.kind !== 'auxiliary')) continue
    const subject = speakerOfVerb(clause, i)
    if (subject >= 0 && chunks[subject]?.kind !== 'quote') {
      const mention = mentionOf(clause, subject, true)
      if (mention) return { mention, isClose }
    }
  }
  return null
}

/** The subject of the sentence where no verb of speech names anybody. */
function bySubject(clause: Clause, quote: number): Mention | null {
  for (let i = quote - 1; i >= 0; i--) {
    const chunk = clause.chunks[i]
    if (chunk?.kind !== 'verb' && chunk?.kind !== 'auxiliary') continue
    const subject = subjectOf(clause, i)
    if (subject >= 0) return mentionOf(clause, subject, false)
  }
  const first = firstSubject(clause, 0)
  return first >= 0 && first < quote ? mentionOf(clause, first, false) : null
}

/** Who a sentence without a quotation speaks of: by its verb of speech, else its first subject. */
export function subjectOfSentence(reading: Reading, sentence: Stretch, lexicon: Lexicon): Mention | null {
  const chunks = chunksOf(reading, sentence, lexicon)
  const clause = { reading, chunks, lexicon }
  const lead = before(clause, chunks.length)
  if (lead) return lead.mention
  const verb = chunks.findIndex((chunk) => chunk.kind === 'auxiliary' || isMain(chunk))
  const subject = verb < 0 ? -1 : subjectOf(clause, verb)
  const found = subject >= 0 ? subject : firstSubject(clause, 0)
  return found >= 0 ? mentionOf(clause, found, false) : null
}

/** Whose the quotations of one sentence are, by span; null for those that the sentence says nothing of. */
export function attributionsIn(
  reading: Reading,
  sentence: Stretch,
  lexicon: Lexicon,
): Map<number, Mention | null> {
  const chunks = chunksOf(reading, sentence, lexicon)
  const clause: Clause = { reading, chunks, lexicon }
  const found = new Map<number, Mention | null>()
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind !== 'quote') continue
    const token = reading.tokens[chunk.from]
    if (!token) continue
    const words = reading.text.slice(token.from, token.to)
    const next = chunks[at + 1]
    const isOpen = endsOpen.test(words) || next?.kind === 'comma' || next?.kind === 'dash'
    const after = behind(clause, at, isOpen)
    const lead = before(clause, at)
    const isLed =
      lead?.isClose &&
      !(after?.isSaid && chunks[at - 1]?.kind !== 'colon' && chunks[at - 1]?.kind !== 'comma')
    const own = isOpen && after && !isLed ? after : (lead?.mention ?? after ?? bySubject(clause, at))
    found.set(token.span, own)
  }
  return found
}
