import { expect, test } from 'vitest'
import { keepDismissals } from '../../../renderer/state/session-dismissals.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { type Dismissal, newDismissalId } from '../../../shared/model/dismissal.ts'
import { newPersonId, newStoryId } from '../../../shared/model/ids.ts'

const made = (words: string, revision: number): Dismissal => ({
  id: newDismissalId(),
  what: 'statement',
  words,
  facets: ['figure'],
  personId: newPersonId(),
  atMs: 1,
  isTakenBack: false,
  revision,
})

test('how many stand follows what is told of them, in whatever order and however often', () => {
  const [forty, mill] = [made('forty boats', 1), made('the mill', 2)]
  const book = keepDismissals({
    storyId: newStoryId(),
    client: {} as Pick<DeskClient, 'firstPass'>,
    dismissals: [forty],
    onChange: () => {},
  })
  const counted = () => {
    expect(book.count()).toBe(book.standing().length)
    return book.count()
  }
  expect(counted()).toBe(1)
  book.receive([mill, mill])
  expect(counted()).toBe(2)
  book.receive([{ ...forty, isTakenBack: true, revision: 3 }])
  book.receive([forty])
  expect(counted()).toBe(1)
  const gone = made('gone before it was told', 4)
  book.receive([{ ...gone, isTakenBack: true, revision: 5 }])
  expect(counted()).toBe(1)
})
