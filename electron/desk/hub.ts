import type { DeskNews } from '../../shared/contract/desk.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'

export type DeskTopic = Exclude<DeskNews['kind'], 'hello'>

/**
 * Somebody who waits for news. News are only a nod that there is something to read: what it is, the follower
 * reads from the store itself, so that none can be lost or come twice, and none piles up while he is slow.
 */
export interface Follower {
  /** Resolves at once where there was a nod since the last wait; false when there will be none any more. */
  wait(): Promise<boolean>
  /** What the nods since the last call were about; the desk's followers alone. */
  takeTopics(): DeskTopic[]
  close(): void
}

export interface StoryFollower extends Follower {
  /** Who else follows the story, one entry a follower, in the order in which they came. */
  others(): PersonId[]
}

export interface Hub {
  /** Those who follow the story already are given a nod, and again when this one leaves. */
  followStory(storyId: StoryId, personId: PersonId | null): StoryFollower
  followDesk(): Follower
  wakeStory(storyId: StoryId): void
  tellDesk(topic: DeskTopic): void
  /** How many follow anything. */
  followers(): number
  close(): void
}

interface Nodded extends Follower {
  nod(topic?: DeskTopic): void
}

function makeFollower(onClose: (follower: Nodded) => void): Nodded {
  const topics = new Set<DeskTopic>()
  let isNodded = false
  let isClosed = false
  let wakeUp: (() => void) | null = null
  const follower: Nodded = {
    async wait() {
      if (!isNodded && !isClosed) {
        await new Promise<void>((resolve) => {
          wakeUp = resolve
        })
        wakeUp = null
      }
      isNodded = false
      return !isClosed
    },
    takeTopics() {
      const taken = [...topics]
      topics.clear()
      return taken
    },
    nod(topic) {
      if (topic) topics.add(topic)
      isNodded = true
      wakeUp?.()
    },
    close() {
      if (isClosed) return
      isClosed = true
      onClose(follower)
      wakeUp?.()
    },
  }
  return follower
}

export function openHub(): Hub {
  const ofDesk = new Set<Nodded>()
  const ofStory = new Map<StoryId, Map<Nodded, PersonId | null>>()
  let isClosed = false

  return {
    followStory(storyId, personId) {
      const all = ofStory.get(storyId) ?? new Map<Nodded, PersonId | null>()
      ofStory.set(storyId, all)
      const nodAll = () => {
        for (const one of all.keys()) one.nod()
      }
      const follower = makeFollower((one) => {
        all.delete(one)
        if (all.size === 0) ofStory.delete(storyId)
        nodAll()
      })
      nodAll()
      all.set(follower, personId)
      if (isClosed) follower.close()
      const others = () =>
        [...all].flatMap(([one, person]) => (one !== follower && person !== null ? [person] : []))
      return { ...follower, others }
    },
    followDesk() {
      const follower = makeFollower((one) => ofDesk.delete(one))
      ofDesk.add(follower)
      if (isClosed) follower.close()
      return follower
    },
    wakeStory(storyId) {
      for (const follower of ofStory.get(storyId)?.keys() ?? []) follower.nod()
    },
    tellDesk(topic) {
      for (const follower of ofDesk) follower.nod(topic)
    },
    followers() {
      return ofDesk.size + [...ofStory.values()].reduce((sum, one) => sum + one.size, 0)
    },
    close() {
      isClosed = true
      for (const follower of [...ofDesk, ...[...ofStory.values()].flatMap((one) => [...one.keys()])])
        follower.close()
    },
  }
}
