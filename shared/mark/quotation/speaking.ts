import { type Clause, isMain, wordOf } from './clause.ts'
import { isUtterance } from './source.ts'
import { subjectOf } from './subject.ts'
import { is } from './tokens.ts'

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
    if (isMain(clause.chunks[i])) return -1
    if (clause.lexicon.table.signs.agent.test(wordOf(clause, i))) {
      return clause.chunks[i + 1]?.kind === 'noun' ? i + 1 : -1
    }
  }
  return -1
}

/** In what it says so, where German has "es heißt": "heißt es in der Mitteilung"; whom "zitiert man" quotes. */
function impersonal(clause: Clause, verb: number, subject: number): number {
  const { chunks } = clause
  const isCiting = clause.lexicon.table.signs.anybody.test(wordOf(clause, subject))
  for (let i = verb + 1; i < chunks.length && chunks[i]?.kind !== 'quote'; i++) {
    const isLed = chunks[i - 1]?.kind === 'preposition'
    if (chunks[i]?.kind === 'noun' && i !== subject && isLed !== isCiting) return i
    if (chunks[i]?.kind === 'comma') break
  }
  for (let i = verb - 1; i > 0 && chunks[i]?.kind !== 'quote'; i--) {
    if (chunks[i]?.kind !== 'noun' || chunks[i - 1]?.kind !== 'preposition') continue
    let head = i
    while (chunks[head - 2]?.kind === 'noun' && chunks[head - 1]?.kind === 'preposition') head -= 2
    return head
  }
  return subject
}

/** Who says what the verb at `at` introduces. */
export function speakerOfVerb(clause: Clause, at: number): number {
  const { isVerbSecond, signs } = clause.lexicon.table
  const word = wordOf(clause, at)
  if (!isVerbSecond && isPassive(clause, at) && signs.passiveForm.test(word) && !signs.quoted.test(word)) {
    return agentOf(clause, at)
  }
  // "zitiert den Minister mit den Worten": whom it quotes.
  const isCiting = isVerbSecond && signs.quoting.test(word) && clause.chunks[at + 1]?.kind === 'noun'
  if (isCiting && isUtterance(clause, at + 3, clause.lexicon.table.views)) return at + 1
  const subject = subjectOf(clause, at)
  const subjectWord = wordOf(clause, subject)
  const isImpersonal = signs.impersonal.test(subjectWord) || signs.anybody.test(subjectWord)
  return isImpersonal ? impersonal(clause, at, subject) : subject
}
