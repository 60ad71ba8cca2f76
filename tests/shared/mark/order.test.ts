import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Risk, risks } from '../../../shared/check/risk.ts'
import { type Facet, facets } from '../../../shared/mark/facet.ts'
import { byRisk, compareByRisk, proposalsByRisk, riskOfFacets } from '../../../shared/mark/order.ts'

test('the order by risk is legal, quotes, accusations, superlatives, figures, titles, the rest', () => {
  expect(risks).toEqual(['legal', 'quote', 'accusation', 'superlative', 'figure', 'title', 'rest'])
})

test.each<[Facet[], Risk]>([
  [['figure', 'legal'], 'legal'],
  [['attribution', 'title', 'quote'], 'quote'],
  [['accusation', 'name', 'date'], 'accusation'],
  [['money', 'superlative'], 'superlative'],
  [['absolute', 'share'], 'superlative'],
  [['duration', 'title'], 'figure'],
  [['name', 'title', 'place'], 'title'],
  [['name', 'cause', 'comparison', 'unnamedSource'], 'rest'],
  [[], 'rest'],
])('what has the facets %j is gone through as %s', (given, risk) => {
  expect(riskOfFacets(given)).toBe(risk)
  expect(riskOfFacets(given.toReversed())).toBe(risk)
})

test('every risk but the rest is some facet’s, so that none is a name without a case', () => {
  const reached = new Set(facets.map((facet) => riskOfFacets([facet])))
  expect([...reached].sort()).toEqual([...risks].sort())
})

describe('candidates', () => {
  const candidate = fc.record({
    risk: fc.constantFrom(...risks),
    worth: fc.constantFrom(0, 0.25, 0.5, 1),
    passage: fc.nat(3),
    from: fc.nat(20),
    to: fc.nat(20),
  })

  test('go by risk, inside it by worth, inside that as the text has them', () => {
    const at = (risk: Risk, worth: number, passage: number, from: number) => ({
      risk,
      worth,
      passage,
      from,
      to: from + 1,
    })
    const wanted = [
      at('legal', 0.1, 9, 0),
      at('quote', 0.2, 0, 0),
      at('figure', 0.9, 4, 2),
      at('figure', 0.5, 1, 7),
      at('figure', 0.5, 2, 0),
      at('figure', 0.5, 2, 3),
      at('rest', 1, 0, 0),
    ]
    expect(byRisk(wanted.toReversed())).toEqual(wanted)
  })

  test('stand in one order, however they came', () => {
    fc.assert(
      fc.property(fc.array(candidate), fc.func(fc.nat()), (candidates, key) => {
        const shuffled = candidates
          .map((one, index) => ({ one, at: key(index) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(byRisk(shuffled)).toEqual(byRisk(candidates))
      }),
    )
  })

  test('are all kept, and each comes no later than its follower', () => {
    fc.assert(
      fc.property(fc.array(candidate), (candidates) => {
        const ordered = byRisk(candidates)
        expect(ordered).toHaveLength(candidates.length)
        expect(new Set(ordered)).toEqual(new Set(candidates))
        ordered.slice(1).forEach((one, index) => {
          const before = ordered[index]
          expect(before && compareByRisk(before, one)).toBeLessThanOrEqual(0)
        })
      }),
    )
  })
})

test('orders what is proposed in a document by risk, then as the text has it', () => {
  const proposed = (risk: Risk, from: number, worth = 0.5) => ({ mark: { risk, worth }, from, to: from + 1 })
  const [rest, late, legal, early] = [
    proposed('rest', 1, 1),
    proposed('figure', 9),
    proposed('legal', 12, 0),
    proposed('figure', 4),
  ]
  expect(proposalsByRisk([rest, early, late, legal])).toEqual([legal, early, late, rest])
})
