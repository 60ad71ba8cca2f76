import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayeredMap } from '../../../renderer/state/layered-map.ts'

const key = fc.nat({ max: 200 })
const change = fc.array(fc.tuple(key, fc.boolean()), { maxLength: 20, size: 'max' })
const changes = fc.array(change, { maxLength: 30, size: 'max' })

test('a layered map is the plain map that the same changes make, and says in what it differs from an earlier one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key), changes, (first, list) => {
      const plain = new Map(first.map((one) => [one, { of: one }]))
      let map = LayeredMap.of(plain)
      for (const some of list) {
        const before = { map, plain: new Map(plain) }
        const change = new Map(some.map(([one, isThere]) => [one, isThere ? { of: one } : null]))
        map = map.with(change)
        for (const [one, value] of change) {
          if (value) plain.set(one, value)
          else plain.delete(one)
        }
        expect(map.size).toBe(plain.size)
        expect(new Map(map)).toEqual(plain)
        expect([...map.keys()].sort()).toEqual([...plain.keys()].sort())
        for (const one of change.keys()) {
          expect(map.get(one)).toBe(plain.get(one))
          expect(map.has(one)).toBe(plain.has(one))
        }
        expect(new Map(before.map)).toEqual(before.plain)
        const known = map.differences(before.map)
        if (known === null) continue
        const differing = [...change.keys()].filter((one) => plain.get(one) !== before.plain.get(one))
        expect([...known].sort()).toEqual(differing.sort())
      }
    }),
  )
})

test('a few changes are known without comparing everything', () => {
  const map = LayeredMap.of(Array.from({ length: 5000 }, (_, one) => [one, { of: one }] as const))
  const next = map.with(new Map([[7, { of: 8 }]])).with(new Map([[9, null]]))
  expect(next.differences(map)).toEqual(new Set([7, 9]))
  expect(map.differences(next)).toEqual(new Set([7, 9]))
})
