import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { CommandFailed } from '../../../electron/cli/failure.ts'
import { failureOf } from '../../../electron/cli/refusal.ts'
import { DeskRefused } from '../../../electron/desk/refused.ts'
import { refusals } from '../../../shared/contract/refusals.ts'

/** One example of each refusal's data, by name; the compiler and the test hold the list complete. */
const examples: Record<keyof typeof refusals, unknown> = {
  NOT_FOUND: { what: 'story', id: 'abc' },
  NO_PERSON: undefined,
  BEHIND: { version: 7 },
  STEP_REFUSED: { reason: 'a gap' },
  UNKNOWN_CLAIM: { claimId: 'abc' },
  WORDS_MOVED: { seen: 'four boats', now: 'five boats' },
  SETTLED_MEANWHILE: { settling: null },
  REASON_WANTED: undefined,
  FIX_UNFIT: { objection: 'notInTranscript' },
  DECIDED: { decision: { kind: 'rejected', reason: 'no', personId: 'somebody', atMs: 1 } },
  NOT_ANSWERED: undefined,
  NOT_FLAGGED: undefined,
  NOT_ASKED: undefined,
  NOT_SETTLED: undefined,
  SAME_READER: undefined,
  NOT_IN_TEXT: { claimId: 'abc' },
  NOTHING_TO_TAKE_BACK: undefined,
  IN_USE: { what: 'claims', count: 2 },
  TAKEN: { what: 'slug' },
  UNREADABLE: { reason: 'save it as UTF-8' },
  TOO_LARGE: { sizeBytes: 12, limitBytes: 10 },
  ARCHIVED: undefined,
  EDITORS_ONLY: undefined,
  NOT_YOURS: { deed: 'settle', role: 'writer' },
  REASON_UNFIT: { holdsWords: true },
  TOO_SHORT: { leastLetters: 3 },
  STRUCK: undefined,
  TAKEN_BACK: undefined,
  GATE_SHUT: { blocks: [], count: 3 },
  ASKED: { asks: [], count: 2 },
  NOT_CLEARED: { blocks: [], count: 4, wasCleared: true, differences: 5 },
  NOT_BLOCKING: { kind: 'wrong', claimId: 'abc' },
  ONE_BY_ONE: { kind: 'wrong' },
  NOT_SAVED: { reason: 'the disk is full' },
}

describe('how a refusal ends the command line', () => {
  test.each(Object.entries(examples))('%s keeps its name and says what happened', (code, data) => {
    const failure = failureOf(new ORPCError(code, { data }))
    expect(failure.code).toBe(code)
    expect(failure.message).not.toBe('')
    for (const value of Object.values(data ?? {})) {
      if (
        typeof value !== 'object' &&
        !['BEHIND', 'NOT_IN_TEXT', 'REASON_UNFIT', 'FIX_UNFIT', 'NOT_CLEARED', 'NOT_BLOCKING'].includes(code)
      )
        expect(failure.message).toContain(String(value))
    }
  })

  test('is 2 for what was given wrongly, 1 for what could not be saved, else 3', () => {
    const codes = Object.entries(examples).map(([code, data]) => [
      code,
      failureOf(new ORPCError(code, { data })).exitCode,
    ])
    const other = Object.keys(refusals).map((code) => [code, 3])
    expect(Object.fromEntries(codes)).toEqual({
      ...Object.fromEntries(other),
      NOT_FOUND: 2,
      UNREADABLE: 2,
      TOO_LARGE: 2,
      NOT_SAVED: 1,
    })
  })

  test('of a desk that somebody holds says what the lock says of the holder', () => {
    const failure = failureOf(new DeskRefused('locked', 'process 4711 at http://127.0.0.1:4000 has it'))
    expect(failure).toMatchObject({ exitCode: 3, code: 'LOCKED' })
    expect(failure.message).toContain('process 4711 at http://127.0.0.1:4000 has it. Close it first')
  })

  test.each([
    ['network', 'NETWORK'],
    ['newer', 'NEWER'],
    ['damaged', 'DAMAGED'],
    ['readOnly', 'READ_ONLY'],
  ] as const)('a desk that is %s is refused as %s', (code, name) => {
    expect(failureOf(new DeskRefused(code, 'why'))).toMatchObject({ exitCode: 3, code: name, message: 'why' })
  })

  test('bad input that only the contract notices names the field', () => {
    const data = { issues: [{ path: ['words'], message: 'too long' }] }
    expect(failureOf(new ORPCError('BAD_REQUEST', { data }))).toMatchObject({
      exitCode: 2,
      message: 'words: too long',
    })
  })

  test('a defect is a failure that gives nothing of itself away', () => {
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'secret' }))).toMatchObject({
      exitCode: 1,
      code: 'INTERNAL_SERVER_ERROR',
      message: expect.not.stringContaining('secret'),
    })
    expect(failureOf(new Error('the disk is gone'))).toMatchObject({ exitCode: 1, code: 'FAILED' })
    const own = new CommandFailed(4, 'X', 'y')
    expect(failureOf(own)).toBe(own)
  })
})
