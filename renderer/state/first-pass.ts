/*
 * The first pass of an open story, for as long as somebody looks at it: the thread that reads, what it was told, and
 * what of its answers is still to be decided. It is one file because each of these follows from the one before.
 */
import type { Node } from '@tiptap/pm/model'
import { useSyncExternalStore } from 'react'
import { changedBlocks } from '../../shared/document/changed-blocks.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { BlockFinding } from '../../shared/mark/marked-blocks.ts'
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
import { blockOf, changedBlockOf, findingWithWords, marksWithWords } from './first-pass-blocks.ts'
import type { FromWorker } from './first-pass-messages.ts'
import { type Reader, type StartReader, startWorker, watchedReader } from './first-pass-reader.ts'
import { judging } from './judging.ts'
import type { StorySession } from './session.ts'
import { createStore } from './store.ts'

/** So long after a key what changed is told to the thread. */
const tellMs = 120
/** So long nobody has typed before the list is made anew. */
const pauseMs = 350
/** A story that was just opened is drawn first. */
const firstMs = 300

/** So long after everything was delivered and nothing has changed the thread is let go, with all that it keeps. */
const restMs = 60_000

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
  /** Whether the story was gone through for such, so that none are none. */
  readonly isQuestioned: boolean
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

/** Whether what is in sentences that were read is shown too. */
export const showsInRead = createStore(false)

interface Told {
  readonly document: Node
  readonly language: string
  readonly settings: FirstPassSettings
}

const off: FirstPassState = {
  isOn: false,
  hasFailed: false,
  progress: null,
  proposals: [],
  findings: [],
  isQuestioned: false,
}
const watches = new WeakMap<StorySession, FirstPassWatch>()

/** @param start starts what reads, where nobody has watched this story before */
export function watchFirstPass(session: StorySession, start: StartReader = startWorker): FirstPassWatch {
  const known = watches.get(session)
  if (known) return known
  const watch = makeFirstPass(session, start)
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
  let told: Told | null = null
  /** The text that was all read when the thread was let go; it holds until something is otherwise. */
  let rested: Told | null = null
  let resting: ReturnType<typeof setTimeout> | null = null
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

  function tellReader(): void {
    telling = null
    if (!reader || asked) return
    const document = session.editor.state.doc
    const settings = judging.get().rules.firstPass
    const { language } = session.getState().story
    const now: Told = { document, language, settings }
    if (told?.language !== language) {
      // What one that broke off or rested has found holds until the next has read.
      if (foundBy?.language !== language || foundBy.settings !== settings) marksOf = new WeakMap()
      if (!rested) publish({ progress: { read: 0, all: 0 } })
      rested = null
      reader.send({ kind: 'begin', language, settings, blocks: document.children.map(blockOf) })
    } else if (told.document !== document) {
      const { firstIndex, endIndexA, endIndexB } = changedBlocks(told.document, document)
      const before = told.document.children.slice(firstIndex, endIndexA)
      const blocks = document.children
        .slice(firstIndex, endIndexB)
        .map((child, index) => changedBlockOf(child, before[index]))
      reader.send({ kind: 'change', from: firstIndex, removed: endIndexA - firstIndex, blocks })
    } else if (told.settings !== settings) reader.send({ kind: 'judge', settings })
    else return
    asked = document
    sent++
    // What else is otherwise is told when this was answered.
    const isJudged = told?.language !== language || told.document === document
    told = isJudged ? now : { ...now, settings: told?.settings ?? settings }
    foundBy = { language, settings: told.settings }
  }

  function hear(message: FromWorker): void {
    if (message.kind === 'failed') {
      fail()
      return
    }
    if (message.kind === 'progress') {
      // One that reads again what is shown already does not say so.
      if (state.progress) publish({ progress: { read: message.read, all: message.all } })
      return
    }
    if (message.kind === 'findings') {
      // What was told since is to be looked at first.
      if (message.heard !== sent || !told) return
      failures = 0
      const { document: of } = told
      found = {
        findings: message.findings.flatMap((finding) => findingWithWords(of, finding) ?? []),
        document: of,
      }
      publish({ findings: undecided(), isQuestioned: true })
      restLater()
      return
    }
    const of = asked
    if (!of) return
    for (const told of message.blocks) {
      const child = of.maybeChild(told.block)
      if (child) marksOf.set(child, marksWithWords(of, told))
    }
    // What is shown is drawn from the text as it is now; it may have gone on since.
    if (message.blocks.length > 0) listSoon()
    if (!message.isLast) return
    asked = null
    if (state.progress) {
      publish({ progress: null })
      listSoon(0)
    }
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
        isQuestioned: false,
      })
      if (isOn) begin()
    }
    if (!isOn) return
    if (state.hasFailed) {
      if (carried !== document()) listSoon()
    } else {
      const known = told ?? rested
      const isOther = known?.document !== document()
      const isJudgedOther =
        known?.settings !== judging.get().rules.firstPass ||
        known.language !== session.getState().story.language
      if (isOther || isJudgedOther) {
        stayAwake()
        begin()
        telling ??= setTimeout(tellReader, isOther ? (known ? tellMs : firstMs) : 0)
      }
      if (isOther) listSoon()
    }
    if (listed !== whatIsListed()) listSoon(0)
  }

  /** Everything was delivered: unless something changes the thread has nothing to do. */
  function restLater(): void {
    stayAwake()
    resting = setTimeout(() => {
      const known = told
      letReaderGo()
      rested = known
    }, restMs)
  }

  function stayAwake(): void {
    if (resting !== null) clearTimeout(resting)
    resting = null
  }

  function begin(): void {
    if (reader) return
    // One that was stopped may still be heard.
    const isHeard = (): boolean => reader === mine
    let mine: Reader | null = null
    try {
      mine = watchedReader(start)((message) => {
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
    rested = null
    stayAwake()
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
