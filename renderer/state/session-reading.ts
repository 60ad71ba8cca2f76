import { asRead, ReadIndex, type ReadWords } from '../../shared/check/read.ts'
import type { Sentence } from '../../shared/check/sentences.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { newRequestId, type PersonId, type StoryId } from '../../shared/model/ids.ts'
import type { Reading, ReadingId } from '../../shared/model/reading.ts'
import type { Story } from '../../shared/model/story.ts'
import type { Saving } from './session-save.ts'

export interface ReadingBookOptions {
  readonly storyId: StoryId
  readonly personId: PersonId
  readonly client: Pick<DeskClient, 'stories'>
  readonly saving: Pick<Saving, 'flush'>
  readonly readings: readonly Reading[]
  /** The desk's answer: the story with its count. */
  onStory(story: Story): void
}

export interface ReadingBook {
  words(): ReadWords
  /** Rises whenever something was read or a reading taken back. */
  changes(): number
  receive(readings: readonly Reading[]): void
  markRead(sentences: readonly Sentence[]): Promise<void>
  takeBack(): Promise<void>
  /** When this person's last reading was that stands; 0 where there is none. */
  lastOwnAtMs(): number
}

/** What was read of the open story, as the desk says and tells. */
export function keepReadings(options: ReadingBookOptions): ReadingBook {
  const { client, saving, storyId } = options
  const index = new ReadIndex()
  const known = new Map<ReadingId, Reading>()
  let changes = 0

  function receive(readings: readonly Reading[]): void {
    for (const reading of readings) {
      const before = known.get(reading.id)
      if (before && before.revision >= reading.revision) continue
      if (before && !before.isTakenBack) index.remove(before)
      if (!reading.isTakenBack) index.add(reading)
      known.set(reading.id, reading)
      changes++
    }
  }

  receive(options.readings)

  return {
    words: () => index,
    changes: () => changes,
    receive,
    async markRead(sentences) {
      // The desk looks for them in its text, which must be the one that was read.
      await saving.flush()
      const { story, reading } = await client.stories.markRead({
        requestId: newRequestId(),
        storyId,
        sentences: sentences.map(asRead),
      })
      if (reading) receive([reading])
      options.onStory(story)
    },
    async takeBack() {
      const { story, reading } = await client.stories.takeBackRead({ requestId: newRequestId(), storyId })
      receive([reading])
      options.onStory(story)
    },
    lastOwnAtMs() {
      let last = 0
      for (const { personId, atMs, isTakenBack } of known.values()) {
        if (personId === options.personId && !isTakenBack) last = Math.max(last, atMs)
      }
      return last
    },
  }
}
