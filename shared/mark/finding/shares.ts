import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import { type Finding, findingOf } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { sentenceAround } from './sentence.ts'

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
  const { words, figures } = facts
  const shares = figures.filter(
    (figure) => figure.kind === 'share' && figure.unit === '%' && figure.value !== null,
  )
  const findings: Finding[] = []
  for (let index = 0; index < shares.length; ) {
    const sentence = sentenceAround(words, shares[index]?.first ?? 0)
    const own = shares.filter((share) => share.first >= sentence.first && share.end <= sentence.end)
    index += Math.max(1, own.length)
    const keys = words.slice(sentence.first, sentence.end).map((word) => word.key)
    const isOpen = keys.some((key) =>
      ['changes', 'approximate', 'rest'].some((name) => lexicon.finding[name as 'rest'].has(key)),
    )
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
