import type { ChunkKind } from './chunk.ts'
import {
  type Clause,
  endOfChain,
  firstSubject,
  hasSubject,
  headOf,
  isAny,
  isMain,
  kindAt,
  skipBack,
  skipOn,
  subjectBehind,
  tokenAt,
  wordOf,
} from './clause.ts'
import { is } from './tokens.ts'

/** The noun before what is set apart by commas, dashes or brackets and ends at `at`; -1 where there is none. */
function beforeAside(clause: Clause, at: number): number {
  const closing = kindAt(clause, at)
  let nearest = -1
  for (let i = at - 1; i > 0; i--) {
    const kind = kindAt(clause, i)
    if (kind === 'quote' && closing === 'comma') break
    if (kind === 'colon') break
    const opens =
      closing === 'close' ? kind === 'open' : closing === 'dash' ? kind === 'dash' : kind === 'comma'
    if (!opens) continue
    if (kindAt(clause, i - 1) !== 'noun' && !(kindAt(clause, i - 1) === 'close')) continue
    if (nearest < 0) nearest = i
    const next = clause.chunks[i + 1]
    const nextToken = tokenAt(clause, i + 1)
    const begins =
      closing !== 'comma' ||
      isAny(next?.kind, 'relative', 'preposition', 'adverb') ||
      (next?.kind === 'verb' && (next.isDependent || !next.isSpeech)) ||
      (next?.kind === 'noun' &&
        (is(nextToken, 'determiner', 'title') ||
          nextToken?.kind === 'number' ||
          !next.isName ||
          !nextToken?.isCapital ||
          clause.lexicon.table.hasCapitalNouns))
    if (begins) {
      nearest = i
      break
    }
  }
  if (nearest < 0) return -1
  const noun = nearest - 1
  return kindAt(clause, noun) === 'close' ? beforeAside(clause, noun) : headOf(clause, noun)
}

const isAside = (kind: ChunkKind | undefined): boolean => isAny(kind, 'comma', 'dash', 'close')

/** The nearest verb at or before `at` that has a subject of its own. */
function verbBefore(clause: Clause, at: number): number {
  for (let i = at; i >= 0; i--) if (hasSubject(clause.chunks[i])) return i
  return -1
}

/** The verb that "saying" hangs on: the one right before it, else the first of its clause. */
function governingVerb(clause: Clause, at: number): number {
  const { chunks } = clause
  let near = at - 1
  while (chunks[near]?.kind === 'adverb' || clause.lexicon.table.signs.likeness.test(wordOf(clause, near)))
    near--
  if (hasSubject(chunks[near])) return near
  let first = -1
  for (let i = at - 1; i >= 0; i--) {
    const chunk = chunks[i]
    if (chunk?.kind === 'colon' || (chunk?.kind === 'quote' && first >= 0)) break
    // "…, and Smith left, saying": a clause with a subject of its own begins.
    if (chunk?.kind === 'conjunction' && chunks[i + 1]?.kind === 'noun' && first >= 0 && first <= i + 4) break
    if (hasSubject(chunk)) first = i
  }
  return first
}

/**
 * The chunk that is the subject of the verb at `at`, or -1. Dependent verbs have that of the verb they hang on.
 *
 * @param depth how often a verb may hang on another
 */
export function subjectOf(clause: Clause, at: number, depth = 4): number {
  const { chunks, lexicon } = clause
  const verb = chunks[at]
  if (!verb || depth === 0) return -1
  const isSecond = lexicon.table.isVerbSecond
  const before = skipBack(clause, at - 1)
  const kind = kindAt(clause, before)
  if (verb.kind === 'verb' && verb.isDependent && !isAny(kindAt(clause, at - 1), 'auxiliary', 'adverb')) {
    return subjectOfDependent(clause, at, before, depth)
  }
  if (isSecond) return germanSubject(clause, at, before, depth)
  if (before < 0 || kind === 'quote' || (kind === 'comma' && kindAt(clause, before - 1) === 'quote')) {
    const behind = subjectBehind(clause, at)
    if (behind >= 0 || before < 0) return behind
    return before >= 0 ? sharedSubject(clause, before, depth) : -1
  }
  if (kind === 'noun') {
    const head = headOf(clause, before)
    const chunk = chunks[head]
    const owner = ownerOfParticiple(clause, head)
    if (owner >= 0) return owner
    if (kindAt(clause, head - 1) === 'preposition' && !chunk?.isPronoun) {
      // "In a speech in Ohio on Monday called …": the noun belongs to what stands before it.
      const isOpening =
        head - 1 === 0 || isAside(kindAt(clause, head - 2)) || kindAt(clause, head - 2) === 'conjunction'
      return isOpening ? head : headOf(clause, before)
    }
    return head
  }
  if (isAside(kind)) {
    const noun = beforeAside(clause, before)
    if (noun >= 0) return noun
    const inverted = verb.isSpeech ? subjectBehind(clause, at) : -1
    const end = inverted < 0 ? undefined : kindAt(clause, endOfChain(clause, inverted))
    const isInverted =
      chunks[inverted]?.isName && (end === undefined || isAny(end, 'comma', 'colon', 'quote', 'dash'))
    return isInverted ? inverted : sharedSubject(clause, before, depth)
  }
  if (kind === 'relative') {
    const noun = isAside(kindAt(clause, before - 1)) ? before - 2 : before - 1
    if (kindAt(clause, noun) === 'noun') return headOf(clause, noun)
    return kindAt(clause, noun) === 'close' ? beforeAside(clause, noun) : -1
  }
  return sharedSubject(clause, before, depth)
}

/** "A letter seen by the paper says": the noun before the participle, where `at` is the last noun behind it. */
function ownerOfParticiple(clause: Clause, at: number): number {
  if (!clause.lexicon.table.signs.agent.test(wordOf(clause, at - 1))) return -1
  const participle = clause.chunks[at - 2]
  if (participle?.kind !== 'verb' || kindAt(clause, at - 3) !== 'noun') return -1
  return headOf(clause, at - 3)
}

/** A noun that itself says something: "a message stating". */
function isTelling(clause: Clause, noun: number): boolean {
  const last = clause.reading.tokens[(clause.chunks[noun]?.to ?? 0) - 1]
  return last !== undefined && clause.lexicon.table.utterances.test(last.word)
}

function subjectOfDependent(clause: Clause, at: number, before: number, depth: number): number {
  const { chunks, lexicon } = clause
  const { signs } = lexicon.table
  const noun = kindAt(clause, before) === 'noun' ? headOf(clause, before) : -1
  const isNamed = noun >= 0 && (signs.company.test(wordOf(clause, noun - 1)) || isTelling(clause, noun))
  if (isNamed && kindAt(clause, at - 1) !== 'infinitive') return noun
  // "quoted Smith as saying": whom it quotes.
  if (signs.likeness.test(wordOf(clause, at - 1)) && kindAt(clause, at - 2) === 'noun') {
    const quoted = headOf(clause, at - 2)
    if (signs.quoting.test(wordOf(clause, quoted - 1))) return quoted
  }
  const governing = governingVerb(clause, at)
  if (governing >= 0) return subjectOf(clause, governing, depth - 1)
  if (lexicon.table.isVerbSecond) return firstSubject(clause, 0)
  // "Calling it a disgrace, Smith left."
  const comma = chunks.findIndex((chunk, i) => i > at && chunk.kind === 'comma')
  if (noun >= 0 && kindAt(clause, noun - 1) !== 'preposition') return noun
  return comma < 0 ? noun : firstSubject(clause, comma)
}

/** "took the stage and called": both verbs have one subject. */
function sharedSubject(clause: Clause, before: number, depth: number): number {
  const isSpeech = clause.chunks.slice(before).find((chunk) => chunk.kind === 'verb')?.isSpeech === true
  let governing = verbBefore(clause, before)
  // "said her party was ready and called it": what is said has a subject of its own.
  for (let i = before; isSpeech && i >= 0; i--) {
    const chunk = clause.chunks[i]
    if (
      chunk?.kind === 'colon' ||
      (chunk?.kind === 'conjunction' && i < before && clause.chunks[i + 1]?.kind === 'noun')
    )
      break
    if (chunk?.isSpeech && isMain(chunk)) {
      governing = i
      break
    }
  }
  return governing < 0 ? -1 : subjectOf(clause, governing, depth - 1)
}

function germanSubject(clause: Clause, at: number, before: number, depth: number): number {
  const { chunks } = clause
  // Back to where the clause begins.
  let start = at
  // "…, der den Plan „faul“ nannte": its object in marks is part of the clause.
  if (kindAt(clause, at - 1) === 'quote') start--
  while (start > 0 && !isAny(kindAt(clause, start - 1), 'subordinator', 'relative', 'quote', 'colon')) {
    if (kindAt(clause, start - 1) === 'comma' && start - 1 !== before && !isNounAside(clause, start - 1))
      break
    start--
  }
  if (kindAt(clause, start - 1) === 'relative') return start - 1
  if (depth > 1 && kindAt(clause, start - 1) !== 'subordinator') {
    for (let i = start; i < at; i++) {
      if (hasSubject(chunks[i]) && kindAt(clause, i + 1) !== 'conjunction')
        return subjectOf(clause, i, depth - 1)
    }
  }
  if (kindAt(clause, start - 1) === 'subordinator') {
    const first = firstSubject(clause, start)
    if (first >= 0 && first < at) return first
  }
  // "Den Plan lehnt er ab": what stands before the verb is no subject then.
  const next = skipOn(clause, at + 1)
  const { signs } = clause.lexicon.table
  if (signs.subject.test(wordOf(clause, next))) return next
  if (signs.feminine.test(wordOf(clause, at + 1)) && chunks[at + 1]?.isPronoun) return at + 1
  if (kindAt(clause, before) === 'noun') {
    const head = headOf(clause, before)
    const isOpening = kindAt(clause, head - 1) !== 'preposition'
    if (isOpening && !chunks[head]?.isOblique) return head
  } else if (isAside(kindAt(clause, before))) {
    const noun = beforeAside(clause, before)
    if (noun >= 0 && kindAt(clause, noun - 1) !== 'preposition' && !chunks[noun]?.isOblique) return noun
  }
  const behind = subjectBehind(clause, at)
  if (behind >= 0) return behind
  const first = firstSubject(clause, start)
  if (first >= 0 && first < at) return first
  const later = firstSubject(clause, at + 1)
  if (later >= 0) return later
  return depth > 1 ? sharedSubject(clause, Math.min(before, start - 2), depth) : -1
}

/** Whether a comma belongs to an aside behind a noun: "Gamkrelidse, der Parteichef, sagte". */
function isNounAside(clause: Clause, comma: number): boolean {
  return kindAt(clause, comma - 1) === 'noun' && kindAt(clause, comma + 1) === 'noun'
}
