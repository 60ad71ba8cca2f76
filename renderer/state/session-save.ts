import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'
import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { newRequestId, type StoryId } from '../../shared/model/ids.ts'
import type { NewClaim, StepJson, Write } from '../../shared/model/write.ts'
import type { SaveState } from './session.ts'
import { isPassing, refusalCode, unanswered, unreachable, unsavedReason } from './session-refusal.ts'
import { anchorsOfSteps } from './session-steps.ts'

/** The text whose steps are brought to the desk. */
export interface SavedText {
  state(): EditorState
  dispatch(transaction: Transaction): void
}

export interface SavingOptions {
  readonly storyId: StoryId
  readonly clientId: string
  /** The life of the desk in which the story was opened. */
  readonly life: string
  readonly text: SavedText
  readonly client: Pick<DeskClient, 'stories'>
  /** Whether the link is open just now. */
  isLinked(): boolean
  /** What the desk is to be told of a claim that it does not know, or null where it knows it. */
  birthOf(id: string): NewClaim | null
  /** The desk took these: it knows them from now on. */
  onBorn(claims: readonly NewClaim[]): void
  /** Of the opened story. */
  readonly strikings: number
  /** The desk refused words that were struck from the story since it was opened here. */
  onStruck(): void
  /** The save state may be another one. */
  onChange(): void
}

/** What happened that may let a write succeed now. */
export type SavingCause = 'typed' | 'arrived' | 'link'

export interface Saving {
  state(): SaveState
  hasUnsaved(): boolean
  wake(cause: SavingCause): void
  /**
   * Resolves once everything written so far is at the desk.
   *
   * @throws Error with the reason when it cannot be brought there now
   */
  flush(): Promise<void>
  stop(): void
}

/** So many steps at most in one write; the rest follows in the next. */
const stepsPerWrite = 1000
const slowAfterMs = 5000
const retryAfterMs = [250, 500, 1000, 2000, 5000] as const

interface Attempt {
  readonly write: Write
  readonly steps: readonly Step[]
}

/**
 * Brings unconfirmed steps to the desk: one write under way, the rest gathered for the next. A write whose
 * answer was lost is sent again unchanged, with its own request id; a write that came too late is made anew
 * after the steps that were before it have arrived. What the desk refuses stays in the window and is tried
 * again when something changed.
 */
export function startSaving(options: SavingOptions): Saving {
  const { text, client } = options
  let attempt: Attempt | null = null
  let failure: string | null = null
  let failures = 0
  let isSlow = false
  let isStopped = false
  let isPumping = false
  /** Something happened since the last write was refused. */
  let isRoused = false
  let pausing: { causes: readonly SavingCause[]; done: () => void } | null = null
  /** Each waits until its transaction is no longer among the unconfirmed. */
  const waiting = new Set<{ last: Transaction; done: (error?: Error) => void }>()

  function prepare(): Attempt | null {
    const sendable = sendableSteps(text.state())
    if (!sendable) return null
    const steps = sendable.steps.slice(0, stepsPerWrite)
    const claims: NewClaim[] = []
    for (const id of anchorsOfSteps(steps)) {
      const birth = options.birthOf(id)
      if (birth) claims.push(birth)
    }
    const write: Write = {
      requestId: newRequestId(),
      storyId: options.storyId,
      atVersion: sendable.version,
      clientId: options.clientId,
      life: options.life,
      schemaVersion,
      strikings: options.strikings,
      steps: steps.map((step): StepJson => step.toJSON()),
      claims,
    }
    return { write, steps }
  }

  function confirm({ write, steps }: Attempt): void {
    options.onBorn(write.claims)
    // The follow stream may have brought our own steps before the answer came.
    if (getVersion(text.state()) !== write.atVersion) return
    const clientIds = steps.map(() => options.clientId)
    text.dispatch(receiveTransaction(text.state(), steps, clientIds))
  }

  function pause(ms: number, causes: readonly SavingCause[]): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        pausing = null
        resolve()
      }
      const timer = setTimeout(done, ms)
      pausing = { causes, done }
    })
  }

  function fail(reason: string): void {
    failure = reason
    report()
  }

  async function send(current: Attempt): Promise<void> {
    const timer = setTimeout(() => {
      isSlow = true
      report()
    }, slowAfterMs)
    try {
      await client.stories.write(current.write)
    } finally {
      clearTimeout(timer)
      isSlow = false
    }
  }

  /** One round. @returns whether there may be more to do */
  async function pumpOnce(): Promise<boolean> {
    // Confirmed by the stream meanwhile, or rebased over the steps of others: it is not to be sent again.
    if (attempt && attempt.write.atVersion !== getVersion(text.state())) attempt = null
    attempt ??= prepare()
    if (!attempt) return false
    const current = attempt
    try {
      await send(current)
    } catch (error) {
      if (isStopped) return false
      if (refusalCode(error) === 'BEHIND') {
        attempt = null
        // What came before ours is on its way in the follow stream.
        if (getVersion(text.state()) === current.write.atVersion) await pause(1000, ['arrived', 'link'])
        return true
      }
      if (isPassing(error)) {
        fail(unsavedReason(error))
        const wait = retryAfterMs[Math.min(failures++, retryAfterMs.length - 1)] ?? 5000
        await pause(wait, ['link'])
        return true
      }
      attempt = null
      isRoused = false
      if (refusalCode(error) === 'STRUCK') options.onStruck()
      fail(unsavedReason(error))
      // However much happens, not more often than this; and what happens meanwhile is not missed.
      await pause(1000, ['link'])
      if (!isStopped && !isRoused) await pause(30_000, ['typed', 'arrived', 'link'])
      return true
    }
    attempt = null
    failure = null
    failures = 0
    if (!isStopped) confirm(current)
    return true
  }

  async function pump(): Promise<void> {
    if (isPumping) return
    isPumping = true
    try {
      while (!isStopped && (await pumpOnce())) report()
      if (!isStopped) failure = null
    } catch (error) {
      failure = unsavedReason(error)
      throw error
    } finally {
      isPumping = false
      report()
    }
  }

  function state(): SaveState {
    if (!sendableSteps(text.state())) return { kind: 'saved' }
    if (failure !== null) return { kind: 'notSaved', reason: failure }
    if (!options.isLinked()) return { kind: 'notSaved', reason: unreachable }
    if (isSlow) return { kind: 'notSaved', reason: unanswered }
    return { kind: 'saving' }
  }

  function report(): void {
    const unconfirmed = sendableSteps(text.state())?.origins ?? []
    const current = state()
    for (const one of [...waiting]) {
      const isDone = !unconfirmed.includes(one.last)
      if (!isDone && current.kind !== 'notSaved') continue
      waiting.delete(one)
      if (isDone || current.kind !== 'notSaved') one.done()
      else one.done(new Error(current.reason))
    }
    if (!isStopped) options.onChange()
  }

  return {
    state,
    hasUnsaved: () => sendableSteps(text.state()) !== null,
    wake(cause) {
      isRoused = true
      if (pausing?.causes.includes(cause)) pausing.done()
      if (!isPumping && sendableSteps(text.state())) void pump()
      if (waiting.size > 0 || cause === 'link') report()
    },
    async flush() {
      const last = sendableSteps(text.state())?.origins.at(-1)
      if (!last) return
      await new Promise<void>((resolve, reject) => {
        waiting.add({ last, done: (error) => (error ? reject(error) : resolve()) })
        if (!isPumping) void pump()
        report()
      })
    },
    stop() {
      isStopped = true
      pausing?.done()
      for (const one of waiting) one.done(new Error('The story was closed.'))
      waiting.clear()
    },
  }
}
