import { Step } from '@tiptap/pm/transform'
import { getVersion, receiveTransaction } from 'prosemirror-collab'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { StoryNews } from '../../shared/contract/stories.ts'
import { schema } from '../../shared/document/schema.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { refusalCode } from './session-refusal.ts'
import type { SavedText } from './session-save.ts'

export interface FollowingOptions {
  readonly storyId: StoryId
  readonly text: SavedText
  readonly client: Pick<DeskClient, 'stories'>
  /** The life of the desk in which the story was opened. */
  readonly life: string
  /** The revision of the opened story's claims and readings. */
  readonly fromRevision: number
  /** Of the opened story. */
  readonly strikings: number
  /** Called for everything but steps, which are in the text by then. */
  onNews(news: StoryNews): void
}

export interface Following {
  /** The link is open again: do not wait for the next try. */
  wake(): void
  stop(): void
}

const retryAfterMs = [200, 500, 1000, 2000, 5000] as const

/** Thrown inside the loop only: the journal was left out of step, so it is asked for again. */
class Gap extends Error {}

/** Listens to what happens to a story, from where the text stands; a broken stream is taken up where it broke. */
export function startFollowing(options: FollowingOptions): Following {
  const { text, client, storyId } = options
  const stopper = new AbortController()
  let revision = options.fromRevision
  let failures = 0
  let rouse: (() => void) | null = null

  function receiveSteps(news: Extract<StoryNews, { kind: 'steps' }>): void {
    const known = getVersion(text.state()) - news.fromVersion
    if (known < 0) throw new Gap()
    const steps = news.steps.slice(known).map((json) => Step.fromJSON(schema, json))
    if (steps.length === 0) return
    text.dispatch(
      receiveTransaction(text.state(), steps, news.clientIds.slice(known), { mapSelectionBackward: true }),
    )
  }

  function receive(news: StoryNews): void {
    if (news.kind === 'steps') receiveSteps(news)
    if ('revision' in news) revision = Math.max(revision, news.revision)
    options.onNews(news)
  }

  async function listen(): Promise<void> {
    const { signal } = stopper
    const fromVersion = getVersion(text.state())
    const stream = await client.stories.follow(
      {
        storyId,
        life: options.life,
        fromVersion,
        fromRevision: revision,
        strikings: options.strikings,
      },
      { signal },
    )
    for await (const news of stream) {
      if (signal.aborted) return
      failures = 0
      receive(news)
      if (news.kind === 'gone') return stop()
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        rouse = null
        resolve()
      }
      const timer = setTimeout(done, ms)
      rouse = done
    })
  }

  async function run(): Promise<void> {
    while (!stopper.signal.aborted) {
      try {
        await listen()
      } catch (error) {
        if (refusalCode(error) === 'NOT_FOUND') {
          options.onNews({ kind: 'gone' })
          return
        }
        // What is told from now on is of another text than this one.
        if (refusalCode(error) === 'TAKEN_BACK') return
        if (error instanceof Gap) continue
      }
      if (stopper.signal.aborted) return
      await pause(retryAfterMs[Math.min(failures++, retryAfterMs.length - 1)] ?? 5000)
    }
  }

  function stop(): void {
    stopper.abort()
    rouse?.()
  }

  void run()
  return { wake: () => rouse?.(), stop }
}
