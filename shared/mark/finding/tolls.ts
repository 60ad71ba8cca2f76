import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import { type Finding, findingOf, type Placed } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { hasWord, type SentenceFacts, sentencesOf } from './sentence.ts'

/** How many were killed, hurt, missing or held, as one passage has it. */
export interface TollTrace {
  readonly harm: number
  readonly value: number
  readonly words: string
  readonly from: number
  readonly to: number
}

/** Words between a number and its harm: "23 people have been killed", "killed at least 23". */
const behind = 8
const before = 5
/** Numbers further apart than this are of two events sooner than of one that was counted twice. */
const farthest = 1.5

function harmNear(
  { words }: PassageFacts,
  { figures }: SentenceFacts,
  first: number,
  end: number,
  lexicon: FindingLexicon,
): { harm: number; at: number } | null {
  for (let at = end; at < Math.min(words.length, end + behind); at++) {
    const word = words[at]
    if (!word || /[.,;:!?()—–]/u.test(word.gap)) break
    const harm = lexicon.tolls.get(word.key)
    if (harm !== undefined) return { harm, at }
    if (figures.some((figure) => figure.first === at)) break
  }
  for (let at = first - 1; at >= Math.max(0, first - before); at--) {
    if (/[.,;:!?()—–]/u.test(words[at + 1]?.gap ?? '')) break
    const harm = lexicon.tolls.get(words[at]?.key ?? '')
    if (harm !== undefined) return { harm, at }
    if (figures.some((figure) => figure.end === at + 1)) break
  }
  return null
}

/** Counts of a whole, said without "about"; those of other years and of parts are left out. */
export function tollsIn(facts: PassageFacts, text: string, lexicon: FindingLexicon): readonly TollTrace[] {
  return sentencesOf(facts).flatMap((sentence) => {
    if (sentence.dates.some((date) => date.year !== null)) return []
    const found = sentence.figures.flatMap((figure) => tollOf(figure, sentence, facts, text, lexicon) ?? [])
    // "rose from 23 to 24": one sentence may well have both.
    const numbers = sentence.figures.filter(({ kind }) => kind === 'number')
    if (numbers.length > 1 && hasWord(facts, sentence, lexicon.finding.changes)) return []
    return found.filter(({ harm }) => found.filter((other) => other.harm === harm).length === 1)
  })
}

function tollOf(
  { kind, value, first, end, from, to }: Figure,
  sentence: SentenceFacts,
  facts: PassageFacts,
  text: string,
  lexicon: FindingLexicon,
): TollTrace | null {
  const { words } = facts
  if (kind !== 'number' || value === null || value < 2 || !Number.isInteger(value)) return null
  const found = harmNear(facts, sentence, first, end, lexicon)
  if (!found) return null
  const low = Math.min(first, found.at)
  const high = Math.max(end, found.at + 1)
  // "15 extra minutes" are nobody.
  if (words.slice(low, high).some(({ key }) => lexicon.sets.timeUnits.has(key))) return null
  const around = words.slice(Math.max(0, low - 2), high + 2)
  if (around.some(({ key }) => lexicon.finding.partial.has(key) || lexicon.finding.approximate.has(key)))
    return null
  const [start, stop] = [words[low]?.from ?? from, words[high - 1]?.to ?? to]
  return { harm: found.harm, value, words: text.slice(start, stop), from: start, to: stop }
}

/** "23 dead" and "24 dead". */
export function twoTolls(placed: readonly Placed<TollTrace>[]): readonly Finding[] {
  const findings: Finding[] = []
  const harms = new Set(placed.map(({ trace }) => trace.harm))
  for (const harm of harms) {
    const found = placed.filter(({ trace }) => trace.harm === harm)
    const byValue = [...new Map(found.map((one) => [one.trace.value, one])).values()].sort(
      (one, other) => one.trace.value - other.trace.value,
    )
    for (const [index, one] of byValue.entries()) {
      const other = byValue[index + 1]
      if (!other || other.trace.value > one.trace.value * farthest) continue
      const pair = found.filter(
        ({ trace }) => trace.value === one.trace.value || trace.value === other.trace.value,
      )
      const places = pair.map(({ passage, trace: { from, to } }) => ({ passage, from, to }))
      const first = pair[0]?.trace.words ?? one.trace.words
      const second =
        pair.find(({ trace }) => trace.value !== pair[0]?.trace.value)?.trace.words ?? other.trace.words
      findings.push(
        findingOf(
          { kind: 'twoNumbers', one: first, other: second },
          ['toll', harm, one.trace.value, other.trace.value],
          places,
        ),
      )
    }
  }
  return findings
}
