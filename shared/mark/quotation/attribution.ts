import type { Stretch } from '../../document/sentences.ts'
import type { Chunk } from './chunk.ts'
import { chunksOf } from './chunks.ts'
import { type Clause, endOfChain, firstSubject, isMain, skipOn, subjectBehind, wordOf } from './clause.ts'
import { type Mention, mentionOf, possessorOf } from './mention.ts'
import { isUtterance, sourceAt, sourceEndingAt } from './source.ts'
import { speakerOfVerb } from './speaking.ts'
import type { Lexicon } from './speech/lexicon.ts'
import { subjectOf } from './subject.ts'
import { is, type Reading } from './tokens.ts'

const endsOpen = /[,?!;:…—–-]["'”’“»«]*$/u
/** A name in marks, such as a paper's, is no longer than this. In characters. */
const nameInMarks = 40

/** Who is named right behind a quotation: "…," said Smith; "…," Smith told reporters. */
function behind(clause: Clause, quote: number, isOpen: boolean): Mention | null {
  const { chunks, lexicon } = clause
  let at = quote + 1
  // "A" and "B", said Smith: one attribution for both.
  while (chunks[at]?.kind === 'conjunction' && chunks[at + 1]?.kind === 'quote') at += 2
  if (chunks[at]?.kind === 'comma' || chunks[at]?.kind === 'dash') at++
  at = skipOn(clause, at)
  const source =
    sourceAt(clause, at) ?? (chunks[at]?.kind === 'preposition' ? sourceEndingAt(clause, at + 1) : null)
  if (source) return source
  const first = chunks[at]
  if (first?.kind === 'verb' || (first?.kind === 'auxiliary' && lexicon.table.isVerbSecond)) {
    return behindVerb(clause, at, isOpen)
  }
  // "…" is what Smith says of it.
  const isWhat = first?.kind === 'auxiliary' && chunks[at + 1]?.kind === 'subordinator'
  if (isWhat && chunks[at + 2]?.kind === 'noun' && chunks[endOfChain(clause, at + 2)]?.isSpeech) {
    return mentionOf(clause, at + 2, true)
  }
  if (first?.kind !== 'noun' || first.isOblique) return null
  let hasAside = false
  let i = endOfChain(clause, at)
  for (; i < chunks.length; i++) {
    const chunk = chunks[i]
    if (!chunk || chunk.kind === 'quote' || chunk.kind === 'colon' || chunk.kind === 'subordinator') break
    if (isMain(chunk)) {
      if (chunk.isSpeech || (!hasAside && isOpen)) return mentionOf(clause, at, chunk.isSpeech)
      if (!hasAside) return null
    }
    if (chunk.kind === 'conjunction' && !hasAside && chunks[i + 1]?.kind !== 'noun') break
    hasAside ||=
      chunk.kind === 'comma' || chunk.kind === 'relative' || chunk.kind === 'open' || chunk.kind === 'dash'
  }
  return isOpen && !hasAside && i >= chunks.length && first.isName ? mentionOf(clause, at, false) : null
}

function behindVerb(clause: Clause, verb: number, isOpen: boolean): Mention | null {
  const { chunks, reading } = clause
  const chunk = chunks[verb]
  if (!chunk || chunk.isDependent || (!chunk.isSpeech && !isOpen)) return null
  const speaker = speakerOfVerb(clause, verb)
  const isRight = speaker > verb || (speaker >= 0 && !isOpen)
  const subject = isRight ? speaker : subjectBehind(clause, verb)
  if (subject >= 0) return mentionOf(clause, subject, true)
  const next = reading.tokens[chunks[skipOn(clause, verb + 1)]?.from ?? -1]
  const isPaper = chunk.isSpeech && next?.kind === 'quote' && next.to - next.from <= nameInMarks
  return isPaper ? { from: next.from + 1, to: next.to - 1, isPronoun: false, isSaid: true } : null
}

/** What is further from a quotation in its sentence names nobody, so that no sentence is too long. In chunks. */
const sight = 90

interface Lead {
  readonly mention: Mention
  /** Whether nothing but a colon, a comma or "that" stands between the verb and the quotation. */
  readonly isClose: boolean
}

const glue = new Set(['comma', 'colon', 'subordinator', 'adverb', 'time', 'relative'])

/** Whether a verb tells what is said: by its meaning, or by the "that" behind it. */
function isCue(clause: Clause, at: number): boolean {
  const chunk = clause.chunks[at]
  if (chunk?.kind !== 'verb' && chunk?.kind !== 'auxiliary') return false
  if (chunk.isSpeech) return true
  if (!isMain(chunk)) return false
  let next = at + 1
  if (clause.chunks[next]?.kind === 'noun') next++
  if (clause.chunks[next]?.kind === 'comma' && clause.lexicon.table.isVerbSecond) next++
  return clause.lexicon.table.signs.that.test(wordOf(clause, next))
}

/** Whether a verb is one of an aside that names another: "which, as Smith noted, is". */
function isAsideOfOther(clause: Clause, subject: number): boolean {
  return subject > 1 && clause.lexicon.table.signs.likeness.test(wordOf(clause, subject - 1))
}

/** Who is named before a quotation in its sentence. */
function before(clause: Clause, quote: number): Lead | null {
  const { chunks, lexicon } = clause
  const isColon = chunks[quote - 1]?.kind === 'colon'
  let found: Lead | null = null
  for (let i = quote - 1; i >= 0; i--) {
    const isClose = chunks.slice(i + 1, quote).every(({ kind }) => glue.has(kind))
    const source = sourceAt(clause, i) ?? sourceEndingAt(clause, i)
    if (source) return found ?? { mention: source, isClose: false }
    if (isUtterance(clause, i, lexicon.table.utterances) && (isClose || quote - i <= 5)) {
      const owner = found ? null : possessorOf(clause, i, true)
      if (owner) return { mention: owner, isClose }
    }
    if (!isCue(clause, i)) continue
    const subject = speakerOfVerb(clause, i)
    if (subject < 0 || chunks[subject]?.kind === 'quote' || isAsideOfOther(clause, subject)) continue
    const mention = mentionOf(clause, subject, true)
    if (!mention) continue
    // What leads to a colon is the main verb, unless one stands right before it.
    if (isColon && !isClose && lexicon.table.isVerbSecond) found = { mention, isClose }
    else return found ?? { mention, isClose }
  }
  return found
}

/** The noun that a colon or a bracket sets right before a quotation: "Smith: “…”". */
function labelOf(clause: Clause, quote: number, isLast = false): Mention | null {
  const { chunks } = clause
  const mark = chunks[quote - 1]?.kind
  const noun = chunks[quote - 2]
  if ((mark !== 'colon' && mark !== 'open') || noun?.kind !== 'noun' || !noun.isName) return null
  const lead = chunks[quote - 3]?.kind
  const isFree =
    (isLast && mark === 'colon' && lead !== 'preposition' && !clause.lexicon.table.hasCapitalNouns) ||
    lead === undefined ||
    lead === 'dash' ||
    lead === 'other' ||
    lead === 'close' ||
    lead === 'quote' ||
    (lead === 'conjunction' && mark === 'colon') ||
    (lead === 'comma' && mark === 'open')
  return isFree ? mentionOf(clause, quote - 2, true) : null
}

/** Who is named at the end of a sentence that begins with the quotation: "A" and nothing else, Smith said. */
function trailing(clause: Clause, quote: number): Mention | null {
  const { chunks } = clause
  if (quote > 0) return null
  for (let i = chunks.length - 1; i > quote + 2; i--) {
    const chunk = chunks[i]
    if (chunk?.kind === 'quote') return null
    if (!isMain(chunk)) continue
    const isNamed = chunk?.isSpeech && chunks[i - 1]?.kind === 'noun' && chunks[i - 2]?.kind === 'comma'
    return isNamed ? mentionOf(clause, i - 1, true) : null
  }
  return null
}

/** German: "werden von Kennern als „…“ bezeichnet". */
function agentAround(clause: Clause, quote: number): Mention | null {
  const { chunks, lexicon } = clause
  const verb = chunks[quote + 1]
  if (!lexicon.table.isVerbSecond || verb?.kind !== 'verb' || !verb.isSpeech) return null
  for (let i = quote - 1; i > 0; i--) {
    if (chunks[i]?.kind === 'quote' || chunks[i]?.kind === 'comma') return null
    const isLed = lexicon.table.signs.agent.test(wordOf(clause, i - 1))
    const isDone = chunks
      .slice(0, i)
      .some((one) => one.kind === 'auxiliary' && is(clause.reading.tokens[one.from], 'passive'))
    if (chunks[i]?.kind === 'noun' && isLed && isDone) return mentionOf(clause, i, true)
  }
  return null
}

/** The subject of the sentence where no verb of speech names anybody. */
function bySubject(clause: Clause, quote: number): Mention | null {
  const { chunks } = clause
  const isVerb = (at: number): boolean =>
    isMain(chunks[at]) || chunks[at]?.kind === 'auxiliary' || chunks[at]?.kind === 'verb'
  const verbs = [...chunks.keys()].filter((at) => at < quote && isVerb(at))
  const ordered = chunks[quote - 1]?.kind === 'colon' ? verbs : verbs.reverse()
  for (const verb of ordered) {
    const subject = subjectOf(clause, verb)
    if (subject < 0 || clause.lexicon.table.signs.expletive.test(wordOf(clause, subject))) continue
    return mentionOf(clause, subject, false)
  }
  const first = firstSubject(clause, 0)
  return first >= 0 && first < quote ? mentionOf(clause, first, false) : null
}

/** Who a sentence without a quotation speaks of: by its verb of speech, else its first subject. */
export function subjectOfSentence(reading: Reading, sentence: Stretch, lexicon: Lexicon): Mention | null {
  const chunks = chunksOf(reading, sentence, lexicon).slice(-sight)
  const clause = { reading, chunks, lexicon }
  const label = chunks.at(-1)?.kind === 'colon' ? labelOf(clause, chunks.length) : null
  const lead = label ? null : before(clause, chunks.length)
  if (label ?? lead) return label ?? lead?.mention ?? null
  const verb = chunks.findIndex((chunk) => chunk.kind === 'auxiliary' || isMain(chunk))
  const subject = verb < 0 ? -1 : subjectOf(clause, verb)
  const found = subject >= 0 ? subject : firstSubject(clause, 0)
  return found >= 0 ? mentionOf(clause, found, false) : null
}

function attributionOf(clause: Clause, at: number, words: string): Mention | null {
  const { chunks } = clause
  const next = chunks[at + 1]
  const isOpen = endsOpen.test(words) || next?.kind === 'comma'
  const label = labelOf(clause, at) ?? agentAround(clause, at)
  if (label) return label
  const after = behind(clause, at, isOpen)
  const lead = before(clause, at)
  const mark = chunks[at - 1]?.kind
  const isLed = lead?.isClose && !(after?.isSaid && mark !== 'colon' && mark !== 'comma')
  // German: "…, den sie „faul“ nannte" has its verb behind.
  const isClosedByVerb =
    clause.lexicon.table.isVerbSecond && !isOpen && next?.kind === 'verb' && next.isSpeech
  if (after && !isLed && (isOpen || isClosedByVerb)) return after
  return lead?.mention ?? after ?? trailing(clause, at) ?? labelOf(clause, at, true) ?? bySubject(clause, at)
}

/** Whose the quotations of one sentence are, by span; null for those that the sentence says nothing of. */
export function attributionsIn(
  reading: Reading,
  sentence: Stretch,
  lexicon: Lexicon,
): Map<number, Mention | null> {
  const chunks: readonly Chunk[] = chunksOf(reading, sentence, lexicon)
  const found = new Map<number, Mention | null>()
  for (const [whole, chunk] of chunks.entries()) {
    for (const token of reading.tokens.slice(chunk.from, chunk.to)) {
      if (token.kind !== 'quote') continue
      // In a noun, such as the “gang of four” vote, only what leads to it can say whose the words are.
      const isOwn = chunk.kind === 'quote'
      const start = Math.max(0, whole - sight)
      const clause: Clause = { reading, chunks: chunks.slice(start, whole + sight), lexicon }
      const at = whole - start
      const words = reading.text.slice(token.from, token.to)
      found.set(token.span, isOwn ? attributionOf(clause, at, words) : (before(clause, at)?.mention ?? null))
    }
  }
  return found
}
