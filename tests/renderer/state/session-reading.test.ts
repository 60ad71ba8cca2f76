import { expect, test } from 'vitest'
import { keepReadings } from '../../../renderer/state/session-reading.ts'
import { asRead, readStateOf } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { newPersonId, newStoryId } from '../../../shared/model/ids.ts'
import { newReadingId, type Reading } from '../../../shared/model/reading.ts'
import { paragraph } from '../../shared/document/writing.ts'

const personId = newPersonId()
const sentences = sentencesOf(
  buildDocument({ headline: 'The mill' }, [paragraph('It burned. Nobody was hurt.')]),
)

const reading = (given: Partial<Reading> = {}): Reading => ({
  id: newReadingId(),
  personId,
  atMs: 1,
  isTakenBack: false,
  sentences: sentences.map(asRead),
  revision: 1,
  ...given,
})

function book(readings: readonly Reading[]) {
  return keepReadings({
    storyId: newStoryId(),
    personId,
    // Nothing here asks the desk.
    client: {} as Pick<DeskClient, 'stories'>,
    saving: { flush: async () => undefined },
    readings,
    onStory: () => undefined,
  })
}

const states = (kept: ReturnType<typeof book>) =>
  sentences.map((sentence) => readStateOf(sentence, kept.words()))

test('what was read when the story was opened, and what is told later, is read until it is taken back', () => {
  const [first, second] = [
    reading({ sentences: sentences.slice(0, 1).map(asRead) }),
    reading({ revision: 2 }),
  ]
  const kept = book([first])
  expect(states(kept)).toEqual(['read', 'unread', 'unread'])
  kept.receive([second])
  expect(states(kept)).toEqual(['read', 'read', 'read'])
  kept.receive([{ ...second, isTakenBack: true, revision: 3 }])
  expect(states(kept)).toEqual(['read', 'unread', 'unread'])
})

test('news that comes late or twice changes nothing', () => {
  const one = reading()
  const kept = book([])
  kept.receive([{ ...one, isTakenBack: true, revision: 2 }])
  kept.receive([one])
  expect(states(kept)).toEqual(['unread', 'unread', 'unread'])
  const other = reading({ revision: 3 })
  kept.receive([other, other])
  kept.receive([{ ...other, isTakenBack: true, revision: 4 }])
  expect(states(kept)).toEqual(['unread', 'unread', 'unread'])
  const changes = kept.changes()
  kept.receive([other])
  expect(kept.changes()).toBe(changes)
})

test('one’s own last reading is the latest that stands', () => {
  const kept = book([reading({ atMs: 5 }), reading({ atMs: 9, personId: newPersonId() })])
  expect(kept.lastOwnAtMs()).toBe(5)
  const last = reading({ atMs: 7, revision: 2 })
  kept.receive([last])
  expect(kept.lastOwnAtMs()).toBe(7)
  kept.receive([{ ...last, isTakenBack: true, revision: 3 }])
  expect(kept.lastOwnAtMs()).toBe(5)
})
