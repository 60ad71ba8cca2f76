import type { DeskNews } from '../../shared/contract/desk.ts'
import type { StoryId } from '../../shared/model/ids.ts'

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

export interface Hub {
  followStory(storyId: StoryId): Follower
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
  return {
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
      onClose(this)
      wakeUp?.()
    },
  }
}

export function openHub(): Hub {
  const ofDesk = new Set<Nodded>()
  const ofStory = new Map<StoryId, Set<Nodded>>()
  let isClosed = false

  return {
    followStory(storyId) {
      const follower = makeFollower((one) => {
        const others = ofStory.get(storyId)
        others?.delete(one)
        if (others?.size === 0) ofStory.delete(storyId)
      })
      const others = ofStory.get(storyId)
      if (others) others.add(follower)
      else ofStory.set(storyId, new Set([follower]))
      if (isClosed) follower.close()
      return follower
    },
    followDesk() {
      const follower = makeFollower((one) => ofDesk.delete(one))
      ofDesk.add(follower)
      if (isClosed) follower.close()
      return follower
    },
    wakeStory(storyId) {
      for (const follower of ofStory.get(storyId) ?? []) follower.nod()
    },
    tellDesk(topic) {
      for (const follower of ofDesk) follower.nod(topic)
    },
    followers() {
      return ofDesk.size + [...ofStory.values()].reduce((sum, one) => sum + one.size, 0)
    },
    close() {
      isClosed = true
      for (const follower of [...ofDesk, ...[...ofStory.values()].flatMap((one) => [...one])])
        follower.close()
    },
  }
}
