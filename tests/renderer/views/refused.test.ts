import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { LinkBroken } from '../../../renderer/link/broken.ts'
import { explain } from '../../../renderer/state/refused.ts'
import { strings } from '../../../renderer/ui/strings.ts'
import { refusals } from '../../../shared/contract/refusals.ts'

test.each(Object.keys(refusals))('%s is told with what happened, what is safe and what to do', (code) => {
  const told = explain(new ORPCError(code))
  expect(told).not.toEqual(strings.errors.unknown)
  expect(Object.values(told).filter((part) => !/^[A-Z].*[.)]$/.test(part))).toEqual([])
})

test('a desk that cannot be reached, a defect of ours and bad input are told apart', () => {
  expect(explain(new LinkBroken())).toBe(strings.errors.closed)
  expect(explain(new ORPCError('INTERNAL_SERVER_ERROR'))).toBe(strings.errors.unknown)
  expect(explain(new TypeError('x is undefined'))).toBe(strings.errors.unknown)
  expect(explain(new ORPCError('BAD_REQUEST'))).toBe(strings.errors.badInput)
})

test('a refusal that says more is quoted', () => {
  expect(explain(new ORPCError('NOT_SAVED', { data: { reason: 'the disk is full' } })).what).toBe(
    'The disk did not take it (the disk is full).',
  )
  expect(explain(new ORPCError('UNREADABLE', { data: { reason: 'A Word file of 1997.' } })).what).toBe(
    'A Word file of 1997.',
  )
  expect(explain(new ORPCError('IN_USE', { data: { what: 'claims', count: 2 } })).what).toBe(
    '2 claims rest on it, so it cannot be removed.',
  )
})
