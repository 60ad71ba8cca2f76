import { beforeEach, expect, test } from 'vitest'
import { claimFilter, everyClaim, filterClaimsBy } from '../../../renderer/state/claim-filter.ts'
import {
  selectAll,
  selectedClaims,
  selectNothing,
  selectTo,
  toggleSelected,
} from '../../../renderer/state/claim-selection.ts'
import { notice } from '../../../renderer/state/notice.ts'
import type { StorySession } from '../../../renderer/state/session.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'

const [one, two, three, four, five] = ['one', 'two', 'three', 'four', 'five'] as ClaimId[] as [
  ClaimId,
  ClaimId,
  ClaimId,
  ClaimId,
  ClaimId,
]

/** What a selection asks of a story: five claims of which the third is a quote. */
function story(): { session: StorySession; open: (id: ClaimId | null) => void } {
  const order = [one, two, three, four, five]
  const claims = new Map(
    order.map((id) => [
      id,
      { id, presence: 'inText', status: 'unchecked', kind: id === three ? 'quote' : 'statement' } as Claim,
    ]),
  )
  let openClaimId: ClaimId | null = null
  const session = { getState: () => ({ order, claims, openClaimId }) } as unknown as StorySession
  return {
    session,
    open(id) {
      openClaimId = id
    },
  }
}

beforeEach(() => {
  claimFilter.set(everyClaim)
  selectNothing()
})

test('a stretch grows and shrinks from where it began, and how many it holds is said', () => {
  const { session } = story()
  selectTo(session, three, two)
  expect(selectedClaims(session)).toEqual([two, three])
  selectTo(session, five, three)
  expect(selectedClaims(session)).toEqual([two, three, four, five])
  expect(notice.get().text).toBe('4 claims selected')
  selectTo(session, one, five)
  expect(selectedClaims(session)).toEqual([one, two])
})

test('a stretch begins at the open claim where nothing else says so', () => {
  const { session, open } = story()
  open(two)
  selectTo(session, four, null)
  expect(selectedClaims(session)).toEqual([two, three, four])
})

test('single rows are added and taken out, in the order of the list', () => {
  const { session } = story()
  toggleSelected(session, four)
  toggleSelected(session, one)
  expect(selectedClaims(session)).toEqual([one, four])
  toggleSelected(session, four)
  toggleSelected(session, one)
  expect(selectedClaims(session)).toEqual([])
})

test('all means all that the list shows, and another filter ends the selection', () => {
  const { session } = story()
  filterClaimsBy({ kind: 'quote' })
  selectAll(session)
  expect(selectedClaims(session)).toEqual([three])
  filterClaimsBy({ kind: 'any' })
  expect(selectedClaims(session)).toEqual([])
})

test('with another claim opened a key means that one, not those that were selected', () => {
  const { session, open } = story()
  selectAll(session)
  open(three)
  expect(selectedClaims(session)).toEqual([])
})

test('what is selected in one story is not selected in another', () => {
  selectAll(story().session)
  expect(selectedClaims(story().session)).toEqual([])
})
