import type { PassageFacts } from '../statement/facts.ts'
import type { Figure } from '../statement/figures.ts'
import { type Finding, findingOf } from './finding.ts'
import type { FindingLexicon } from './lexicon.ts'
import { hasWord, sentencesOf } from './sentence.ts'

/** What a number may stand for before it was rounded: half of its last place to both sides. */
function rangeOf(figure: Figure, text: string): readonly [number, number] {
  const value = figure.value ?? 0
  const digits = /\p{N}[\p{N}.,’' ]*/u.exec(text.slice(figure.from, figure.to))?.[0].trim() ?? ''
  const plain = digits.replace(/[^\p{N}]/gu, '')
  if (plain === '' || Number(plain) === 0) return [value, value]
  const unit = value / Number(plain)
  const zeros = /[.,]\p{N}{1,2}$/u.test(digits) ? 0 : (/0*$/u.exec(plain)?.[0].length ?? 0)
  // "200" may be rounded to tens, and is seldom rounded to hundreds.
  const half = (unit * 10 ** Math.max(0, zeros - 1)) / 2
  // A count that ends in no zero is exact.
  return zeros === 0 && unit === 1 ? [value, value] : [value - half, value + half]
}

interface Pair {
  readonly one: Figure
  readonly other: Figure
  readonly compute: (one: number, other: number) => number
}

/** "from 200 to 250" */
function changeIn(own: readonly Figure[], facts: PassageFacts, lexicon: FindingLexicon): Pair | null {
  const { words } = facts
  const keyBefore = (figure: Figure): string => words[figure.first - 1]?.key ?? ''
  const one = own.find((figure) => lexicon.finding.from.has(keyBefore(figure)))
  const other = own.find(
    (figure) => lexicon.finding.to.has(keyBefore(figure)) && figure.first > (one?.first ?? 0),
  )
  // "from 200 in 2018": "in" is no unit.
  const unitOf = ({ unit }: Figure): string => (lexicon.sets.noNames.has(unit) ? '' : unit)
  if (
    !one ||
    !other ||
    one.kind !== other.kind ||
    (unitOf(one) !== unitOf(other) && unitOf(one) !== '' && unitOf(other) !== '')
  )
    return null
  if (other.first - one.end > 4) return null
  return { one, other, compute: (was, is) => ((is - was) / was) * 100 }
}

/** "45 of the 120 members" */
function partIn(own: readonly Figure[], facts: PassageFacts, lexicon: FindingLexicon): Pair | null {
  const { words } = facts
  for (const [index, one] of own.entries()) {
    const other = own[index + 1]
    if (!other || one.kind !== 'number' || other.kind !== 'number') continue
    const between = words.slice(one.end, other.first)
    const isOf = between.length >= 1 && between.length <= 2 && lexicon.finding.of.has(between[0]?.key ?? '')
    const isDefinite = between
      .slice(1)
      .every((word) => lexicon.finding.definite.has(word.key) || word.key === 'its')
    if (isOf && isDefinite && (one.value ?? 0) <= (other.value ?? 0)) {
      return { one, other, compute: (part, all) => (part / all) * 100 }
    }
  }
  return null
}

/** "45 of the 120 members (40 percent)", "45 of 120, or 40 percent": else the percentage may be of something else. */
function isBeside(one: Figure, other: Figure, share: Figure, text: string): boolean {
  const between = share.from > other.to ? text.slice(other.to, share.from) : text.slice(share.to, one.from)
  return (
    between.length < 40 &&
    /\(|[,—–-] ?(?:or|oder|that is|das sind|also|rund|about|etwa|nearly|fast)? ?$/u.test(between)
  )
}

function isApproximate(figure: Figure, facts: PassageFacts, lexicon: FindingLexicon): boolean {
  return [1, 2].some((back) => lexicon.finding.approximate.has(facts.words[figure.first - back]?.key ?? ''))
}

/** A sentence with one percentage and the two numbers that it is of. */
export function percentagesThatDoNotFit(
  facts: PassageFacts,
  text: string,
  passage: number,
  lexicon: FindingLexicon,
): readonly Finding[] {
  return sentencesOf(facts).flatMap((sentence): Finding[] => {
    const shares = sentence.figures.filter(({ kind }) => kind === 'share')
    const [share] = shares
    if (!share || shares.length !== 1 || share.unit !== '%' || share.value === null) return []
    const own = sentence.figures.filter((figure) => figure !== share && figure.value !== null)
    const hasChange = hasWord(facts, sentence, lexicon.finding.changes)
    const pair =
      (hasChange ? changeIn(own, facts, lexicon) : null) ?? (hasChange ? null : partIn(own, facts, lexicon))
    if (!pair || pair.one.value === 0) return []
    const { one, other, compute } = pair
    if (!hasChange && !isBeside(one, other, share, text)) return []
    const [oneLow, oneHigh] = rangeOf(one, text)
    const [otherLow, otherHigh] = rangeOf(other, text)
    const made = [
      compute(oneLow, otherLow),
      compute(oneLow, otherHigh),
      compute(oneHigh, otherLow),
      compute(oneHigh, otherHigh),
    ]
    const isRough = [share, one, other].some((figure) => isApproximate(figure, facts, lexicon))
    const [shareLow, shareHigh] = rangeOf(share, text)
    const slack = Math.max(0.51, (shareHigh - shareLow) / 2) + (isRough ? share.value * 0.12 : 0)
    // "down 20 percent" is said without its sign.
    const signed = made.map(Math.abs)
    if (share.value >= Math.min(...signed) - slack && share.value <= Math.max(...signed) + slack) return []
    const computed = Math.round(Math.abs(compute(one.value ?? 1, other.value ?? 0)) * 10) / 10
    if (!Number.isFinite(computed)) return []
    const said = text.slice(share.from, share.to)
    const reason = {
      kind: 'percentage',
      words: said,
      one: text.slice(one.from, one.to),
      other: text.slice(other.from, other.to),
      computed,
    } as const
    const places = [one, other, share].map(({ from, to }) => ({ passage, from, to }))
    return [findingOf(reason, [one.value ?? 0, other.value ?? 0, share.value], places)]
  })
}
