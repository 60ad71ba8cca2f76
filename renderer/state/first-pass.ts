/*
 * The first pass of an open story, for as long as somebody looks at it: the thread that reads, what it was told, and
 * what of its answers is still to be decided. It is one file because each of these follows from the one before.
 */
import type { Node } from '@tiptap/pm/model'
import { useSyncExternalStore } from 'react'
import { changedBlocks } from '../../shared/document/changed-blocks.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { Block, BlockFinding } from '../../shared/mark/marked-blocks.ts'
import { passagesIn } from '../../shared/mark/passages.ts'
import {
  carriedMarks,
  type Judgement,
  type MarksOfBlock,
  nameOf,
  type Proposal,
  proposalsBetween,
} from '../../shared/mark/proposals.ts'
import type { FirstPassSettings } from '../../shared/mark/settings.ts'
import type { FromWorker, ToWorker } from './first-pass-messages.ts'
import { judging } from './judging.ts'
import type { StorySession } from './session.ts'
import { createStore } from './store.ts'

/** So long after a key what changed is told to the thread. */
const tellMs = 120
/** So long nobody has typed before the list is made anew. */
const pauseMs = 350
/** A story that was just opened is drawn first. */
const firstMs = 300

/** A proposal that a list can name. */
export interface ListedProposal extends Proposal {
  /** The same through edits elsewhere; which of those with the same words it is counts from the beginning. */
  readonly key: string
}

export interface FirstPassState {
  readonly isOn: boolean
  /** It broke off, and again when it was begun anew; what was found before is still listed. */
  readonly hasFailed: boolean
  /** How far a story that was begun is read; null once it was. */
  readonly progress: { readonly read: number; readonly all: number } | null
  /** Undecided, in the order of the text. */
  readonly proposals: readonly ListedProposal[]
  /** What does not fit together in the story, and nobody dismissed. */
  readonly findings: readonly BlockFinding[]
}

export interface FirstPassWatch {
  get(): FirstPassState
  subscribe(listener: () => void): () => void
  /** Undecided now in some children of the document, by their indexes. */
  between(fromIndex: number, toIndex: number): Proposal[]
  /** Of a question that is dismissed too; null where the story gives no cause for it any more. */
  reasonOf(key: string): BlockFinding['reason'] | null
  /** Where a finding stands now, as far as its words are still there. */
  placesOf(finding: BlockFinding): Stretch[]
  /** Begins anew after it has failed. */
  again(): void
  /** Makes the list anew at once, after something was decided here. */
  refresh(): void
}

/** What reads, beside the window's own thread. */
export interface Reader {
  send(message: ToWorker): void
  stop(): void
}

export type StartReader = (hear: (message: FromWorker) => void) => Reader

const startWorker: StartReader = (hear) => {
  const worker = new Worker(new URL('./first-pass-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data))
  // It could not be loaded, threw, ran out of memory, or said what cannot be read.
  worker.addEventListener('error', () => hear({ kind: 'failed' }))
  worker.addEventListener('messageerror', () => hear({ kind: 'failed' }))
  return {
    send: (message) => worker.postMessage(message),
    stop: () => worker.terminate(),
  }
}

/** Whether what is in sentences that were read is shown too. */
export const showsInRead = createStore(false)

const off: FirstPassState = { isOn: false, hasFailed: false, progress: null, proposals: [], findings: [] }
const watches = new WeakMap<StorySession, FirstPassWatch>()

export function watchFirstPass(session: StorySession): FirstPassWatch {
  const known = watches.get(session)
  if (known) return known
  const watch = makeFirstPass(session, startWorker)
  watches.set(session, watch)
  return watch
}

export function makeFirstPass(session: StorySession, start: StartReader): FirstPassWatch {
  const listeners = new Set<() => void>()
  let state = off
  let stops: (() => void)[] = []
  let reader: Reader | null = null
  let marksOf = new WeakMap<Node, MarksOfBlock>()
  let foundBy: { language: string; settings: FirstPassSettings } | null = null
  /** The text of which the thread was told last. */
  let told: { document: Node; language: string; settings: FirstPassSettings } | null = null
  /** The text of an answer that is to come. */
  let asked: Node | null = null
  /** The text up to which marks were carried along. */
  let carried: Node | null = null
  let telling: ReturnType<typeof setTimeout> | null = null
  let listing: ReturnType<typeof setTimeout> | null = null
  let listed = ''
  let sent = 0
  /** Since it last read a story to the end. */
  let failures = 0
  /** All that was found, and the text that it was found in. */
  let found: { readonly findings: readonly BlockFinding[]; readonly document: Node } | null = null

  const document = (): Node => session.editor.state.doc

  function judgement(): Judgement {
    return {
      read: session.readWords(),
      dismissed: session.dismissals.words(),
      inRead: showsInRead.get(),
    }
  }

  /** Has edited blocks propose what they did, as far as the edit left it alone. */
  function carry(): void {
    const now = document()
    const before = carried
    carried = now
    if (!before || before === now) return
    const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, now)
    if (endIndexA !== endIndexB) return
    for (let index = firstIndex; index < endIndexB; index++) {
      const [one, other] = [before.child(index), now.child(index)]
      const marks = marksOf.get(one)
      if (marks && !marksOf.has(other)) {
        marksOf.set(other, carriedMarks(passagesIn(one), passagesIn(other), marks))
      }
    }
  }

  function between(fromIndex: number, toIndex: number): Proposal[] {
    if (!state.isOn) return []
    carry()
    return proposalsBetween(document(), [fromIndex, toIndex], (child) => marksOf.get(child), judgement())
  }

  function publish(change: Partial<FirstPassState>): void {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }

  function list(): void {
    if (listing !== null) clearTimeout(listing)
    listing = null
    listed = whatIsListed()
    const counts = new Map<string, number>()
    const proposals = between(0, document().childCount).map((proposal): ListedProposal => {
      const name = nameOf(proposal.mark)
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      return { ...proposal, key: `${name} ${nth}` }
    })
    publish({ proposals, findings: undecided() })
  }

  function undecided(): readonly BlockFinding[] {
    const dismissed = session.dismissals.words()
    return (found?.findings ?? []).filter(({ key }) => !dismissed.has({ what: 'finding', words: key }))
  }

  function placesOf({ places }: BlockFinding): Stretch[] {
    const now = document()
    const of = found?.document ?? now
    return places.flatMap(({ block, passage, from, to }): Stretch[] => {
      const child = of.maybeChild(block)
      const same = child ? now.children.indexOf(child) : -1
      const index = same < 0 ? block : same
      const placed = now.maybeChild(index)
      const at = placed && passagesIn(placed)[passage]
      if (!at || to > at.passage.text.length) return []
      const start = now.children.slice(0, index).reduce((sum, one) => sum + one.nodeSize, 0) + at.from
      return [{ from: start + from, to: start + to }]
    })
  }

  function listSoon(ms = pauseMs): void {
    if (listing !== null) clearTimeout(listing)
    listing = setTimeout(list, ms)
  }

  /** By what the list changes though nothing was typed. */
  function whatIsListed(): string {
    const { readChanges, dismissChanges } = session.getState()
    return `${readChanges} ${dismissChanges} ${showsInRead.get()}`
  }

  const blocksOf = (children: readonly Node[]): Block[] =>
    children.map((child) => passagesIn(child).map(({ passage }) => passage))

  function tellReader(): void {
    telling = null
    if (!reader || asked) return
    const now = document()
    const settings = judging.get().rules.firstPass
    const { language } = session.getState().story
    if (!told || told.language !== language || told.settings !== settings) {
      // What one that broke off has found holds until the next has read.
      if (foundBy?.language !== language || foundBy.settings !== settings) marksOf = new WeakMap()
      foundBy = { language, settings }
      asked = now
      publish({ progress: { read: 0, all: 0 } })
      sent++
      reader.send({ kind: 'begin', language, settings, blocks: blocksOf(now.children) })
    } else if (told.document !== now) {
      const { firstIndex, endIndexA, endIndexB } = changedBlocks(told.document, now)
      asked = now
      sent++
      reader.send({
        kind: 'change',
        from: firstIndex,
        removed: endIndexA - firstIndex,
        blocks: blocksOf(now.children.slice(firstIndex, endIndexB)),
      })
    } else return
    told = { document: now, language, settings }
  }

  function hear(message: FromWorker): void {
    if (message.kind === 'failed') {
      fail()
      return
    }
    if (message.kind === 'progress') {
      publish({ progress: { read: message.read, all: message.all } })
      return
    }
    if (message.kind === 'findings') {
      // What was told since is to be looked at first.
      if (message.heard !== sent || !told) return
      failures = 0
      found = { findings: message.findings, document: told.document }
      publish({ findings: undecided() })
      return
    }
    const of = asked
    asked = null
    if (!of) return
    for (const { block, marks } of message.blocks) {
      const child = of.maybeChild(block)
      if (child) marksOf.set(child, marks)
    }
    const isFirst = state.progress !== null
    if (isFirst) publish({ progress: null })
    // What is shown is drawn from the text as it is now; it may have gone on since.
    if (message.blocks.length > 0) listSoon(isFirst ? 0 : undefined)
    look()
  }

  function look(): void {
    const { isOn } = judging.get().rules.firstPass
    if (isOn !== state.isOn) {
      if (!isOn) end()
      publish({
        isOn,
        hasFailed: false,
        progress: isOn ? { read: 0, all: 0 } : null,
        proposals: [],
        findings: [],
      })
      if (isOn) begin()
    }
    if (!isOn) return
    if (state.hasFailed) {
      if (carried !== document()) listSoon()
    } else if (told?.document !== document()) {
      telling ??= setTimeout(tellReader, told ? tellMs : firstMs)
      listSoon()
    } else if (
      told.settings !== judging.get().rules.firstPass ||
      told.language !== session.getState().story.language
    ) {
      telling ??= setTimeout(tellReader, 0)
    }
    if (listed !== whatIsListed()) listSoon(0)
  }

  function begin(): void {
    if (reader) return
    // One that was stopped may still be heard.
    const isHeard = (): boolean => reader === mine
    let mine: Reader | null = null
    try {
      mine = start((message) => {
        if (isHeard()) hear(message)
      })
      reader = mine
    } catch {
      fail()
    }
  }

  /** The first time another thread reads the whole story as it is now; then it is for somebody to say. */
  function fail(): void {
    letReaderGo()
    failures++
    if (failures > 1) {
      publish({ hasFailed: true, progress: null })
      return
    }
    begin()
    look()
  }

  function letReaderGo(): void {
    reader?.stop()
    reader = null
    told = null
    asked = null
    sent = 0
    if (telling !== null) clearTimeout(telling)
    telling = null
  }

  function end(): void {
    letReaderGo()
    found = null
    failures = 0
    state = { ...state, hasFailed: false }
    if (listing !== null) clearTimeout(listing)
    listing = null
  }

  return {
    get: () => state,
    between,
    placesOf,
    reasonOf: (key) => found?.findings.find((one) => one.key === key)?.reason ?? null,
    again() {
      if (!state.hasFailed) return
      failures = 0
      publish({ hasFailed: false })
      begin()
      look()
    },
    refresh() {
      if (state.isOn) list()
    },
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) {
        stops = [session.subscribe(look), judging.subscribe(look), showsInRead.subscribe(look)]
        if (state.isOn) begin()
      }
      look()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        for (const stop of stops) stop()
        end()
      }
    },
  }
}

/** What is proposed in an open story and undecided. */
export function useFirstPass(session: StorySession): FirstPassState {
  const watch = watchFirstPass(session)
  return useSyncExternalStore(watch.subscribe, watch.get, watch.get)
}
