import type { Node } from '@tiptap/pm/model'
import { useSyncExternalStore } from 'react'
import { type Gate, type Gated, gateAhead, gateOf } from '../../shared/check/gate.ts'
import type { Clearing } from '../../shared/model/clearing.ts'
import { judging } from './judging.ts'
import type { SessionState, StorySession } from './session.ts'

/** So long nobody has typed before the gate is looked at again. */
const pauseMs = 350
/** So long is worked at once where a key may come. */
const sliceMs = 6
/** A desk that could not be asked for the clearing is asked again. */
const againMs = 3000

/** The gate of an open story, kept while somebody looks at it. */
interface GateWatch {
  /** null until it was first worked out. */
  get(): Gate | null
  subscribe(listener: () => void): () => void
}

/** What the gate was last computed from. */
interface Seen {
  readonly document: Node
  readonly claims: SessionState['claims']
  readonly readChanges: number
  readonly clearing: Clearing | null
  readonly judging: ReturnType<typeof judging.get>
}

const watches = new WeakMap<StorySession, GateWatch>()

/** Works the gate of a story out for as long as somebody listens. */
export function watchGate(session: StorySession): GateWatch {
  const known = watches.get(session)
  if (known) return known
  const watch = makeWatch(session)
  watches.set(session, watch)
  return watch
}

function makeWatch(session: StorySession): GateWatch {
  const listeners = new Set<() => void>()
  let gate: Gate | null = null
  let seen: Seen | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let clearing: Clearing | null = null
  let isAsking = false
  /** Of the story as it was opened all sentences were read and all claims judged. */
  let isKnown = false
  let stops: (() => void)[] = []

  /** Whether the clearing that the story names is at hand; asks for it where it is not. */
  function hasClearing(): boolean {
    const head = session.getState().story.clearing
    if (head === null) clearing = null
    if (head === null || clearing?.id === head.id) return true
    if (isAsking) return false
    isAsking = true
    session.link.client.gate.clearing({ storyId: session.storyId }).then(
      (told) => {
        clearing = told
        isAsking = false
        look()
      },
      () => {
        setTimeout(() => {
          isAsking = false
          look()
        }, againMs)
      },
    )
    return false
  }

  function gated(): Gated {
    const { claims } = session.getState()
    return {
      ...judging.get(),
      document: session.editor.state.doc,
      claims: claims.values(),
      read: session.readWords(),
      clearing,
    }
  }

  /** What a story that was just opened takes is done between keys. */
  function goAhead(ahead = gateAhead(gated())): void {
    const untilMs = performance.now() + sliceMs
    while (performance.now() < untilMs) {
      if (ahead.next().done) {
        isKnown = true
        compute()
        return
      }
    }
    timer = setTimeout(goAhead, 0, ahead)
  }

  function compute(): void {
    timer = null
    if (!hasClearing()) return
    if (!isKnown) {
      goAhead()
      return
    }
    const { claims, readChanges } = session.getState()
    seen = {
      document: session.editor.state.doc,
      claims,
      readChanges,
      clearing,
      judging: judging.get(),
    }
    gate = gateOf(gated())
    for (const listener of [...listeners]) listener()
  }

  /** Nothing is worked out at a key: only once typing has paused, or at once where nothing was typed. */
  function look(): void {
    if (listeners.size === 0) return
    const { claims, readChanges, story } = session.getState()
    const document = session.editor.state.doc
    const isTyped = seen !== null && seen.document !== document
    const isSame =
      seen !== null &&
      !isTyped &&
      seen.claims === claims &&
      seen.readChanges === readChanges &&
      seen.judging === judging.get() &&
      (seen.clearing?.id ?? null) === (story.clearing?.id ?? null)
    if (isSame) return
    if (timer !== null) {
      if (!isTyped) return
      clearTimeout(timer)
    }
    // A story that was just opened is drawn first.
    timer = setTimeout(compute, isTyped || seen === null ? pauseMs : 0)
  }

  return {
    get: () => gate,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) stops = [session.subscribe(look), judging.subscribe(look)]
      look()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        for (const stop of stops) stop()
        if (timer !== null) clearTimeout(timer)
        timer = null
      }
    },
  }
}

/** What stands between an open story and its clearing; null for a moment at first. */
export function useGate(session: StorySession): Gate | null {
  const watch = watchGate(session)
  return useSyncExternalStore(watch.subscribe, watch.get, watch.get)
}

/** As last worked out, for a command. */
export function gateNow(session: StorySession): Gate | null {
  return watchGate(session).get()
}
