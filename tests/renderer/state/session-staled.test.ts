import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countStaled, type Staled } from '../../../renderer/state/session-staled.ts'
import { must } from '../../../shared/lib/assert.ts'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { claimJson } from '../../claim.ts'
import { Writing } from '../../shared/document/writing.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const id = 'claim-00000001' as ClaimId

/** An unsettled claim on some words, and what is said when typing has paused. */
function watched(text: string, words: string, kind: Claim['kind']) {
  const writing = Writing.of(text).tag(words, id)
  const claim = claimSchema.parse(
    claimJson({
      id,
      storyId: 'story-00000001',
      number: 7,
      kind,
      words,
      taggedBy: 'person-0000001',
      taggedAtMs: 1,
      revision: 1,
    }),
  )
  const said: Staled[] = []
  const staled = countStaled({
    claims: () => new Map([[id, { ...claim, words: writing.words(id) ?? '' }]]),
    document: () => writing.state.doc,
    onStaled: (one) => said.push(one),
  })
  return {
    writing,
    edit(work: () => unknown) {
      const { doc } = writing.state
      work()
      staled.note([[id, claim]], doc)
    },
    pause(): Staled | undefined {
      vi.advanceTimersByTime(2000)
      return said.pop()
    },
  }
}

const asks = { changed: 0, context: 0, asksKind: [7] }

test('quotation marks put round a statement that nobody settled ask for its kind once typing pauses', () => {
  const { writing, edit, pause } = watched('It is over, they said.', 'It is over', 'statement')
  edit(() => writing.before('It is').type('“'))
  edit(() => writing.after('over,').type('”'))
  expect(pause()).toEqual(asks)
  edit(() => writing.after('they said').type(' again'))
  expect(pause()).toBeUndefined()
})

test('quotation marks taken off a quote that nobody settled ask for its kind', () => {
  const { writing, edit, pause } = watched('“It is over,” they said.', 'It is over,', 'quote')
  edit(() => writing.after('“').backspace())
  edit(() => writing.after('”').backspace())
  expect(pause()).toEqual(asks)
})

test('nothing is asked where the marks come back, are of another kind, or agree with the kind that was said', () => {
  const back = watched('“It is over,” they said.', 'It is over,', 'quote')
  back.edit(() => back.writing.after('“').backspace())
  back.edit(() => back.writing.before('It is').type('“'))
  expect(back.pause()).toBeUndefined()
  const other = watched('“It is over,” they said.', 'It is over,', 'quote')
  other.edit(() => other.writing.replace('“', '„').replace('”', '“'))
  expect(other.pause()).toBeUndefined()
  const within = watched('“It is over,” they said.', 'over', 'statement')
  within.edit(() => within.writing.after('“').backspace())
  within.edit(() => within.writing.after('”').backspace())
  expect(within.pause()).toBeUndefined()
  expect(must(within.writing.words(id), 'its words')).toBe('over')
})
