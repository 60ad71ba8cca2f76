import { expect, test } from 'vitest'
import {
  type ClaimFilter,
  everyClaim,
  filterClaims,
  listClaims,
  neighbourOf,
} from '../../../renderer/state/claim-filter.ts'
import { LayeredMap } from '../../../renderer/state/layered-map.ts'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { claimJson } from '../../claim.ts'

const storyId = 'story-00000001'
const me = 'person-0000001'

function claim(number: number, words: string, change: Record<string, unknown> = {}): Claim {
  return claimSchema.parse(
    claimJson({
      id: `claim-${String(number).padStart(8, '0')}`,
      storyId,
      number,
      words,
      taggedBy: me,
      taggedAtMs: 1,
      revision: 1,
      ...change,
    }),
  )
}

const all = [
  claim(1, 'The bridge opened in 1931', { status: 'confirmed' }),
  claim(2, '“We are closing it”', {
    kind: 'quote',
    speaker: { name: 'Anna Berg', role: '', sourceId: null },
  }),
  claim(3, 'It carries 12 trains', { status: 'queried', assigneeId: me }),
  claim(12, 'Nobody knows', { status: 'wrong', note: 'ask the harbour master' }),
  claim(13, 'gone', { presence: 'removed', status: 'unchecked' }),
]
const order = all.map(({ id }) => id)
const byId = new Map(all.map((each) => [each.id, each]))
const meId = all[0]?.taggedBy ?? null

function numbers(filter: Partial<ClaimFilter>): number[] {
  return filterClaims(order, byId, { ...everyClaim, ...filter }, meId).map((id) => byId.get(id)?.number ?? 0)
}

test.each<[string, Partial<ClaimFilter>, number[]]>([
  ['everything, the removed at the end', {}, [1, 2, 3, 12, 13]],
  ['what is left to check, without the removed', { scope: 'left' }, [2, 3]],
  ['mine', { scope: 'mine' }, [3]],
  ['the removed', { scope: 'removed' }, [13]],
  ['one status', { status: 'wrong' }, [12]],
  ['one kind', { kind: 'quote' }, [2]],
  ['words, whatever their case', { text: 'BRIDGE' }, [1]],
  ['a speaker', { text: 'berg' }, [2]],
  ['a note', { text: 'harbour' }, [12]],
  ['a number, and words with that number', { text: '12' }, [3, 12]],
  ['a number with its sign alone', { text: '#12' }, [12]],
  ['several at once', { scope: 'left', kind: 'statement' }, [3]],
])('filters by %s', (_name, filter, expected) => {
  expect(numbers(filter)).toEqual(expected)
})

test('a list that is kept is what filtering anew gives, and the same one while only words change', () => {
  const list = listClaims({ ...everyClaim, scope: 'left' }, meId)
  const [first, , third] = all
  if (!first || !third) throw new Error('there are claims')
  let claims = LayeredMap.of(byId)
  const before = list(order, claims)
  claims = claims.with(new Map([[third.id, { ...third, words: 'It carries 13 trains' }]]))
  expect(list(order, claims)).toBe(before)
  claims = claims.with(new Map([[third.id, { ...third, status: 'confirmed' }]]))
  expect(list(order, claims)).toEqual(before.filter((id) => id !== third.id))
  claims = claims.with(new Map([[first.id, { ...first, status: 'queried' }]]))
  expect(list(order, claims)).toEqual(filterClaims(order, claims, { ...everyClaim, scope: 'left' }, meId))
  const shorter = order.slice(0, 2)
  expect(list(shorter, claims)).toEqual(filterClaims(shorter, claims, { ...everyClaim, scope: 'left' }, meId))
})

const [a, b, c] = ['claim-aaaaaaaa', 'claim-bbbbbbbb', 'claim-cccccccc'] as ClaimId[]

test.each([
  ['the next', b, 1, c],
  ['the previous', b, -1, a],
  ['the first from none', null, 1, a],
  ['the last from none', null, -1, c],
  ['none behind the last', c, 1, null],
  ['the first where the open one is filtered away', 'claim-zzzzzzzz', 1, a],
])('steps to %s', (_name, from, direction, expected) => {
  const shown = [a, b, c].filter((id) => id !== undefined)
  expect(neighbourOf(shown, (from ?? null) as ClaimId | null, direction as 1 | -1)).toBe(expected)
})

test('steps over those that are not wanted', () => {
  const shown = [a, b, c].filter((id) => id !== undefined)
  expect(neighbourOf(shown, a ?? null, 1, (id) => id === c)).toBe(c)
})
