import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import { type Finding, findingOf } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { hasWord, sentencesOf } from './sentence.ts'

/** Rounding makes parts sum to a little more or less than a hundred. */
const roundingPerPart = 0.5
/** Parts whose sum is further from a hundred than this are not meant to make a whole. */
const farthest = 12

function sumOf(shares: readonly Figure[]): number {
  return Math.round(shares.reduce((sum, share) => sum + (share.value ?? 0), 0) * 10) / 10
}

/** Three and more shares of one sentence that almost make a hundred. */
export function sharesThatDoNotSum(
  facts: PassageFacts,
  text: string,
  passage: number,
  lexicon: FindingLexicon,
): readonly Finding[] {
  const findings: Finding[] = []
  const { changes, approximate, rest } = lexicon.finding
  for (const sentence of sentencesOf(facts)) {
    const own = sentence.figures.filter(
      ({ kind, unit, value }) => kind === 'share' && unit === '%' && value !== null,
    )
    const isOpen = [changes, approximate, rest].some((list) => hasWord(facts, sentence, list))
    if (own.length < 3 || isOpen) continue
    const sum = sumOf(own)
    const off = Math.abs(sum - 100)
    if (off <= own.length * roundingPerPart || off > farthest) continue
    const parts = own.map((share) => text.slice(share.from, share.to))
    findings.push(
      findingOf(
        { kind: 'shareSum', words: parts, sum },
        own.map((share) => share.value ?? 0),
        own.map(({ from, to }) => ({ passage, from, to })),
      ),
    )
  }
  return findings
}
