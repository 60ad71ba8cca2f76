/*
 * One open story: what a view may ask of it, and how its parts (steps, records, claims, tags, saving, following)
 * are wired to one editor. Each part is a file of its own; the wiring is longer than a file should be because every
 * verb of a story passes through it.
 */
import type { Editor } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { collab, getVersion } from 'prosemirror-collab'
import type { ReadWords } from '../../shared/check/read.ts'
import type { Sentence } from '../../shared/check/sentences.ts'
import type { ChosenSubject } from '../../shared/check/subject.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { anchorSpan, anchorsAt, hasAnchor } from '../../shared/document/anchors.ts'
import { readKnownDocument } from '../../shared/document/build.ts'
import { wordCountAfter } from '../../shared/document/count.ts'
import { followAnchors } from '../../shared/document/follow.ts'
import { pairFootnotes } from '../../shared/document/pairing.ts'
import { anchorsAround } from '../../shared/document/place.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { BackupDetails } from '../../shared/model/backup.ts'
import type { Claim, ClaimKind, Settling, Speaker, Status } from '../../shared/model/claim.ts'
import {
  type BackupId,
  type ClaimId,
  type FileHash,
  newClaimId,
  newFootnoteId,
  newRequestId,
  type PersonId,
  personIdSchema,
  type SourceId,
  type StoryId,
} from '../../shared/model/ids.ts'
import { unpackClaims } from '../../shared/model/packed-claims.ts'
import type { Story } from '../../shared/model/story.ts'
import { blockViews } from '../editor/block-views.ts'
import { caretFirst, followCaret } from '../editor/caret.ts'
import { paintClaims } from '../editor/claim-paint.ts'
import { clipboard } from '../editor/clipboard.ts'
import { blankEditor } from '../editor/editor.ts'
import { fieldKeys } from '../editor/field-keys.ts'
import { find, openFind } from '../editor/find.ts'
import { type FootnoteCommand, footnotes, runFootnoteCommand } from '../editor/footnotes.ts'
import { format, setLink } from '../editor/format.ts'
import { linkBox } from '../editor/link-box.ts'
import { motions } from '../editor/motions.ts'
import { notices } from '../editor/notices.ts'
import { choosePictures, type PictureHost, pictures } from '../editor/pictures.ts'
import { readOnly } from '../editor/read-only.ts'
import { runTextCommand } from '../editor/run.ts'
import { type TableCommand, tableCommands } from '../editor/tables.ts'
import { isMacLike, textCommands } from '../editor/text-commands.ts'
import { afterPaint, oncePainted } from '../ui/after-paint.ts'
import { standingStrings } from '../ui/strings/standing.ts'
import { flagsNow, judging } from './judging.ts'
import type { LayeredMap } from './layered-map.ts'
import { say } from './notice.ts'
import { toastError } from './refused.ts'
import { keepClaims } from './session-claims.ts'
import { type DismissalBook, keepDismissals } from './session-dismissals.ts'
import { startFollowing } from './session-follow.ts'
import { keepReadings } from './session-reading.ts'
import { startRecords } from './session-records.ts'
import { startSaving } from './session-save.ts'
import { countStaled } from './session-staled.ts'
import { type ProposedTag, startTags } from './session-tags.ts'
import { keepWriting, reviewUnsaved } from './unsaved.ts'

/** So long a session that is let go after a striking tries to save what was typed last. */
const savedBeforeStruckMs = 3000

/** The records of so many claims come with their text, as far as a person can tell. */
const claimsAwaited = 300

/** A story that can be read while the records of its claims are on their way. Nothing can be typed in it yet. */
export interface TextAhead {
  readonly editor: Editor
  readonly language: string
}

/** Whether it is a session that can be worked in. */
export function isWhole(story: StorySession | TextAhead): story is StorySession {
  return 'getState' in story
}

/** Marks a selection that was set to show a claim, so that it opens no other one. */
const openedByPanel = 'openedByPanel'

/** What a session needs of the window's link to the desk. */
export interface SessionLink {
  readonly client: DeskClient
  state(): 'connecting' | 'open' | 'closed'
  subscribe(listener: () => void): () => void
  blobUrl(hash: FileHash): string
  /** Brings bytes to the desk, which keeps them by their hash. */
  putBlob(bytes: Blob): Promise<{ hash: FileHash }>
}

export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'notSaved'; reason: string }

/** What views show of an open story; a new object whenever anything in it changed. */
export interface SessionState {
  readonly story: Story
  readonly save: SaveState
  readonly wordCount: number
  /** Not the withdrawn. Words and presence follow the editor at once, before the desk has answered. */
  readonly claims: LayeredMap<ClaimId, Claim>
  /** In the text's order; removed ones last, by number. */
  readonly order: readonly ClaimId[]
  /** Shown in the panel and highlighted in the galley. */
  readonly openClaimId: ClaimId | null
  /** Why the last tagging was refused, for the status line. */
  readonly tagNotice: string | null
  /** Who else has the story open, one entry a window; a further window of one's own is oneself. */
  readonly present: readonly PersonId[]
  /** Rises whenever something was read, or a reading taken back. */
  readonly readChanges: number
  /** The same of what was dismissed of the first pass. */
  readonly dismissChanges: number
  /** The story was taken away at the desk. */
  readonly isGone: boolean
  /** Words were struck from it: what this session holds is to be let go, and the story opened anew. */
  readonly isStruck: boolean
}

export type FormatCommand =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'superscript'
  | 'subscript'
  | 'bulletList'
  | 'orderedList'
  | 'blockquote'
  | 'pullQuote'
  | 'crosshead1'
  | 'crosshead2'
  | 'paragraph'
  | 'rule'
  | 'editorsNote'
  | 'undo'
  | 'redo'

export type ArrangeCommand = TableCommand | Exclude<FootnoteCommand, 'acrossFootnote'>

/** One open story: its text, its claims, and the way to the desk and back. */
export interface StorySession {
  readonly storyId: StoryId
  /** The text itself; the galley mounts it. */
  readonly editor: Editor
  readonly link: SessionLink
  getState(): SessionState
  subscribe(listener: () => void): () => void
  openClaim(id: ClaimId | null, options?: { scroll?: boolean; focus?: boolean }): void

  /** Tags the selection, else the quote or sentence at the caret; called again it widens. */
  tagAtCaret(kind?: ClaimKind): void
  narrowTag(): void
  /** Makes claims of stretches that were proposed, in one step. @returns those that were made, in their order */
  tagProposed(plans: readonly ProposedTag[]): readonly ClaimId[]
  untag(id: ClaimId): void
  /** Puts the claim on the selection instead. */
  changeSpan(id: ClaimId): void
  /** Puts a removed claim on the selection. */
  putBack(id: ClaimId): void
  /** The first in the text stays, over the words of all. */
  merge(ids: readonly ClaimId[]): Promise<void>
  /** At the caret, or the selection from the rest. */
  split(id: ClaimId): void
  toggleMarks(): void
  marksHidden(): boolean
  format(command: FormatCommand): void
  /** Links the selection, or with null unlinks it. @returns false where the address or the place is unfit */
  setLink(href: string | null): boolean
  openFind(): void
  /** Footnotes and tables; what a place does not allow is said in the status line. */
  arrange(command: ArrangeCommand): void
  /** Asks for picture files and puts them behind the caret. */
  choosePicture(): void

  /** Sends the words seen now, and the settling that stands there or is said; rejects with the desk's refusal. */
  settle(id: ClaimId, status: Status, note?: string, seen?: SeenSettling): Promise<void>
  /** As `settle`, of several at once. @returns those that were left, for they moved or were settled since */
  settleMany(ids: readonly ClaimId[], status: Status, note?: string): Promise<readonly ClaimId[]>
  takeBack(): Promise<void>
  /** One's own settlings, where they still stand. @returns how many were taken back */
  takeBackMany(ids: readonly ClaimId[]): Promise<number>
  setKind(id: ClaimId, kind: ClaimKind): Promise<void>
  setSpeaker(id: ClaimId, speaker: Speaker | null): Promise<void>
  assign(id: ClaimId, personId: PersonId | null): Promise<void>
  setNote(id: ClaimId, note: string): Promise<void>
  setLegal(id: ClaimId, isLegal: boolean): Promise<void>
  /** What the claim is about; null for what its words look like. */
  setSubject(id: ClaimId, subject: ChosenSubject | null): Promise<void>
  /** @param backupId of backup that was removed, to have that very one back: what was settled on it rests on it again */
  attach(id: ClaimId, sourceId: SourceId, details: BackupDetails, backupId?: BackupId): Promise<void>
  changeBackup(backupId: BackupId, details: BackupDetails): Promise<void>
  removeBackup(backupId: BackupId): Promise<void>
  /**
   * Asks the desk for a change to claims of this story, once it has all that was typed here, and takes in how they
   * are afterwards; rejects with its refusal.
   */
  ask(change: (client: DeskClient) => Promise<Claim | readonly Claim[]>): Promise<void>

  /** What was put aside of the first pass. */
  readonly dismissals: Pick<DismissalBook, 'words' | 'standing' | 'count' | 'dismiss' | 'takeBack'>
  /** What was read of the story. */
  readWords(): ReadWords
  /** Marks sentences as read as they stand; rejects with the desk's refusal. */
  markRead(sentences: readonly Sentence[]): Promise<void>
  /** Takes back one's own last reading. */
  takeBackRead(): Promise<void>
  /** When one's own last reading was that stands; 0 where there is none. */
  lastReadAtMs(): number
  /** Brings a stretch of the text into sight and puts the caret there, without the focus. */
  showStretch(stretch: Stretch): void

  /** Waits for unsent steps while the link is open, then lets go. */
  close(): Promise<void>
  hasUnsaved(): boolean
}

/** A claim's settling as a person saw it; null for none. */
export type SeenSettling = Pick<Settling, 'personId' | 'atMs'> | null

const nobody = personIdSchema.parse('nobody-yet')

/** A claim that begins or ends at the caret counts as around it; of several the smallest is meant. */
function claimAround(document: Node, position: number): ClaimId | null {
  let found: { id: ClaimId; size: number } | null = null
  for (const id of anchorsAt(document, position)) {
    const span = anchorSpan(document, id)
    if (!span) continue
    const size = span.to - span.from
    if (!found || size < found.size) found = { id: id as ClaimId, size }
  }
  return found?.id ?? null
}

/** After two frames blocks that came into sight have been laid out. */
function afterLayout(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work))
}

/**
 * Opens a story for reading and writing. The session listens to the desk and brings what is written to it
 * until it is closed; a lost link interrupts neither the writing nor the session.
 *
 * @param showAhead called where there are so many claims that the text need not wait for them. It is not called again
 * where they do not come: then the opening fails, and the editor has been let go.
 */
export async function openSession(
  link: SessionLink,
  storyId: StoryId,
  showAhead?: (text: TextAhead) => void,
): Promise<StorySession> {
  const { client } = link
  const textComing = client.stories.openText({ storyId })
  const helloComing = client.desk.hello()
  // Asked last, and once the desk has taken up the text: it does one thing at a time.
  const claimsComing = helloComing.then(() => client.stories.claims({ storyId }))
  // Its failure is met below; until then nobody waits for it.
  claimsComing.catch(() => {})
  // What does not depend on the text is made ready while it comes.
  const blank = blankEditor()
  const [opened, hello] = await Promise.all([textComing, helloComing])
  const personId = hello.person?.id ?? nobody
  const document = readKnownDocument(opened.document)
  const clientId = crypto.randomUUID()
  const listeners = new Set<() => void>()
  const now = Date.now

  let story = opened.story
  let words = story.wordCount
  let openClaimId: ClaimId | null = null
  let tagNotice: string | null = null
  let areMarksHidden = false
  let isGone = false
  let isStruck = false
  let present: readonly PersonId[] = []
  let isDisposed = false
  let areClaimsHere = false
  let shown: SessionState | null = null
  let isTelling = false

  /** Views hear of several changes at once, at the end of what is going on; `getState` has them at once. */
  function tell(): void {
    shown = null
    if (isTelling || isDisposed) return
    isTelling = true
    queueMicrotask(() => {
      isTelling = false
      reviewUnsaved()
      for (const listener of [...listeners]) listener()
    })
  }

  // A letter is painted before anything else hears of it.
  let isWritten = false
  const goOn = oncePainted(() => {
    if (isDisposed) return
    if (isWritten) saving.wake('typed')
    isWritten = false
    tell()
  })
  function goOnAfterPaint(): void {
    shown = null
    goOn()
  }

  const painter = paintClaims((id) => {
    const claim = book.claims().get(id as ClaimId)
    if (!claim) return null
    return {
      number: claim.number,
      kind: claim.kind,
      status: claim.status,
      isOpen: id === openClaimId,
      flags: flagsNow(claim).join(' '),
    }
  })

  const book = keepClaims({
    storyId,
    personId,
    claims: [],
    document,
    now,
    onChange(ids) {
      painter.repaint(ids)
      tell()
    },
  })

  const staled = countStaled({
    claims: () => book.claims(),
    document: () => editor.state.doc,
    onStaled: (staled) => say(standingStrings.staled(staled)),
  })

  const pictureHost: PictureHost = {
    async take(bytes) {
      const { hash } = await link.putBlob(bytes)
      return client.transfer.takePicture({ requestId: newRequestId(), hash })
    },
    refused: toastError,
  }

  const editor = blank.fill(document, [
    readOnly(() => story.archivedAtMs !== null || !areClaimsHere),
    caretFirst(),
    textCommands((id) => runTextCommand(session, id)),
    find(),
    linkBox(),
    motions(isMacLike()),
    fieldKeys(),
    pictures(pictureHost),
    clipboard({
      knows: (id) => book.knows(id),
      kindOf: (id) => book.claims().get(id as ClaimId)?.kind ?? 'statement',
      copyOf(id, kind) {
        const copy = newClaimId()
        book.declare({ id: copy, kind, copiedFrom: id as ClaimId })
        return copy
      },
    }),
    painter.plugin,
    blockViews((hash) => link.blobUrl(hash)),
    footnotes(),
    pairFootnotes({ newId: newFootnoteId }),
    followAnchors({
      knows: (id) => book.knows(id),
      removed: () => book.removed(),
      newId: newClaimId,
    }),
    history({ newGroupDelay: 700 }),
    collab({ version: opened.version, clientID: clientId }),
    dropCursor({ class: 'drop-cursor', color: false }),
    gapCursor(),
  ])

  const text = {
    state: () => editor.state,
    dispatch: (transaction: Transaction) => editor.view.dispatch(transaction),
  }
  const saving = startSaving({
    storyId,
    clientId,
    life: opened.life,
    text,
    client,
    isLinked: () => link.state() === 'open',
    birthOf: book.birthOf,
    onBorn: book.bear,
    strikings: opened.strikings,
    onStruck() {
      isStruck = true
      tell()
    },
    onChange: tell,
  })
  const following = startFollowing({
    storyId,
    text,
    client,
    life: opened.life,
    fromRevision: opened.revision,
    strikings: opened.strikings,
    onNews(news) {
      if (news.kind === 'claims') book.receive(news.claims)
      if (news.kind === 'readings') readings.receive(news.readings)
      if (news.kind === 'dismissals') dismissals.receive(news.dismissals)
      if (news.kind === 'story') receiveStory(news.story)
      if (news.kind === 'present') present = news.others
      if (news.kind === 'gone') isGone = true
      if (news.kind === 'struck') isStruck = true
      saving.wake('arrived')
      tell()
    },
  })
  const records = startRecords({
    storyId,
    personId,
    client,
    book,
    saving,
    version: () => getVersion(editor.state),
    now,
  })
  const readings = keepReadings({
    storyId,
    personId,
    client,
    saving,
    readings: opened.readings,
    onStory(told) {
      // News of other changes may have come meanwhile; of what is unread this is the newest.
      if (told.unreadCount !== story.unreadCount) story = { ...story, unreadCount: told.unreadCount }
      tell()
    },
  })
  const dismissals = keepDismissals({
    storyId,
    client,
    dismissals: opened.dismissals,
    onChange: tell,
  })
  const tags = startTags({
    editor,
    book,
    language: () => story.language,
    openClaimId: () => openClaimId,
    open: showOpen,
    notify,
    setKind(id, kind) {
      records.setKind(id, kind).catch((error: unknown) => {
        tagNotice = error instanceof Error ? error.message : String(error)
        tell()
      })
    },
  })

  function notify(notice: string | null): void {
    if (notice === tagNotice) return
    tagNotice = notice
    tell()
  }

  /**
   * Stands before each command on the text: what it reads is where the caret is now.
   *
   * @returns false where the story may not be changed, which is then said
   */
  function mayChange(): boolean {
    if (isMounted) followCaret(editor.view)
    if (story.archivedAtMs === null) return true
    notify(notices.archived)
    return false
  }

  /** A command on the text that does nothing where it may not be changed. */
  function onText<Given extends unknown[]>(command: (...given: Given) => void): (...given: Given) => void {
    return (...given) => {
      if (mayChange()) command(...given)
    }
  }

  function receiveStory(news: Story): void {
    const wasArchived = story.archivedAtMs !== null
    story = news
    if (wasArchived === (news.archivedAtMs !== null)) return
    notify(null)
    // Whether it can be typed in is read when the view is brought up to date.
    editor.view.updateState(editor.state)
  }

  function showOpen(id: ClaimId | null): void {
    if (id === openClaimId) return
    const before = openClaimId
    openClaimId = id
    painter.repaint([before, id].filter((one) => one !== null))
    tell()
  }

  let isMounted = false
  editor.on('mount', () => {
    isMounted = true
  })
  editor.on('unmount', () => {
    isMounted = false
  })

  let seen = editor.state.doc
  editor.on('transaction', ({ transaction, appendedTransactions }) => {
    const { doc } = editor.state
    if (doc !== seen) {
      const before = seen
      seen = doc
      words = wordCountAfter(words, before, doc)
      const standing = book.claims()
      book.follow(before, editor.state)
      painter.follow(doc)
      // What others did is theirs to be told.
      if (transaction.getMeta('rebased') === undefined) {
        staled.note(
          [...anchorsAround(before, doc)].map((id) => [id as ClaimId, standing.get(id as ClaimId)]),
          before,
        )
      }
      goOnAfterPaint()
    }
    tags.follow(transaction)
    const isWriting = transaction.docChanged || appendedTransactions.some((one) => one.docChanged)
    if (isWriting) {
      isWritten = true
      goOnAfterPaint()
    } else if (
      transaction.selectionSet &&
      !transaction.getMeta(openedByPanel) &&
      editor.state.selection.empty
    ) {
      const around = claimAround(doc, editor.state.selection.head)
      if (around) showOpen(around)
    }
  })

  const stopJudging = judging.subscribe(() => {
    painter.repaint(book.order())
    tell()
  })

  const stopLink = link.subscribe(() => {
    if (link.state() === 'open') following.wake()
    saving.wake('link')
    tell()
  })

  const forget = keepWriting({
    hasUnsaved: saving.hasUnsaved,
    state: saving.state,
    tryAgain: () => saving.wake('link'),
  })

  function dispose(): void {
    if (isDisposed) return
    isDisposed = true
    forget()
    stopLink()
    stopJudging()
    staled.stop()
    saving.stop()
    following.stop()
    listeners.clear()
    editor.destroy()
  }

  function scrollTo(id: ClaimId): void {
    if (!isMounted) return
    const look = (): void => {
      const element = editor.view.dom.querySelector(`[data-claim="${CSS.escape(id)}"]`)
      element?.scrollIntoView({ block: 'center' })
    }
    look()
    afterLayout(() => {
      if (isMounted) look()
    })
  }

  function scrollToPlace(position: number): void {
    const look = (): void => {
      const { node } = editor.view.domAtPos(position)
      const element = node instanceof Element ? node : node.parentElement
      element?.scrollIntoView({ block: 'center' })
    }
    look()
    afterLayout(() => {
      if (isMounted && position <= editor.state.doc.content.size) look()
    })
  }

  function putCaret(id: ClaimId): void {
    const span = anchorSpan(editor.state.doc, id)
    if (!span) return
    const selection = TextSelection.near(editor.state.doc.resolve(span.from), 1)
    editor.view.dispatch(editor.state.tr.setSelection(selection).setMeta(openedByPanel, true))
    if (isMounted) editor.view.focus()
  }

  async function whenSaved(): Promise<void> {
    // What would bring back words that were struck is refused for good.
    const untilMs = () => (isStruck ? struckMs + savedBeforeStruckMs : Number.POSITIVE_INFINITY)
    const struckMs = now()
    while (saving.hasUnsaved() && !isGone && now() < untilMs()) {
      try {
        await saving.flush()
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    }
  }

  const session: StorySession = {
    storyId,
    editor,
    link,
    getState() {
      shown ??= {
        story,
        save: saving.state(),
        wordCount: words,
        claims: book.claims(),
        order: book.order(),
        openClaimId,
        tagNotice,
        present,
        readChanges: readings.changes(),
        dismissChanges: dismissals.changes(),
        isGone,
        isStruck,
      }
      return shown
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openClaim(id, { scroll = false, focus = false } = {}) {
      showOpen(id)
      if (id === null || !hasAnchor(editor.state.doc, id)) return
      if (focus) putCaret(id)
      if (scroll) scrollTo(id)
    },
    tagAtCaret: onText(tags.tagAtCaret),
    narrowTag: onText(tags.narrowTag),
    tagProposed: (plans) => (mayChange() ? tags.tagProposed(plans) : []),
    dismissals,
    untag: onText(tags.untag),
    changeSpan: onText(tags.changeSpan),
    putBack: onText(tags.putBack),
    async merge(ids) {
      const merged = mayChange() ? tags.merge(ids) : null
      if (merged) await records.absorb(merged.first, merged.others)
    },
    split: onText(tags.split),
    toggleMarks() {
      areMarksHidden = !areMarksHidden
      tell()
    },
    marksHidden: () => areMarksHidden,
    format: onText((command) => void format(editor, command)),
    setLink: (href) => mayChange() && setLink(editor, href),
    arrange: onText((command) => {
      const { view } = editor
      const isDone =
        command === 'footnote' || command === 'deleteFootnote'
          ? runFootnoteCommand(view, command)
          : tableCommands[command](view.state, view.dispatch)
      notify(
        isDone ? null : notices.arrange[command === 'footnote' || command === 'table' ? command : 'within'],
      )
    }),
    choosePicture: onText(() => choosePictures(editor.view, pictureHost)),
    openFind: () => editor.view.dispatch(openFind(editor.state, false)),
    settle: records.settle,
    settleMany: records.settleMany,
    takeBack: records.takeBack,
    takeBackMany: records.takeBackMany,
    setKind: records.setKind,
    setSpeaker: records.setSpeaker,
    assign: records.assign,
    setNote: records.setNote,
    setLegal: records.setLegal,
    setSubject: records.setSubject,
    attach: records.attach,
    changeBackup: records.changeBackup,
    removeBackup: records.removeBackup,
    ask: records.ask,
    readWords: readings.words,
    markRead: readings.markRead,
    takeBackRead: readings.takeBack,
    lastReadAtMs: readings.lastOwnAtMs,
    showStretch({ from, to }) {
      const { doc } = editor.state
      if (to > doc.content.size) return
      const selection = TextSelection.near(doc.resolve(from), 1)
      editor.view.dispatch(editor.state.tr.setSelection(selection).setMeta(openedByPanel, true))
      if (isMounted) scrollToPlace(from)
    },
    async close() {
      await whenSaved()
      dispose()
    },
    hasUnsaved: saving.hasUnsaved,
  }
  const isShownAhead = showAhead !== undefined && story.claimCount > claimsAwaited
  if (isShownAhead) showAhead({ editor, language: story.language })
  try {
    const packed = await claimsComing
    if (isShownAhead) await new Promise<void>(afterPaint)
    const claims = unpackClaims(packed)
    painter.follow(editor.state.doc)
    book.receive(claims)
  } catch (error) {
    dispose()
    throw error
  }
  areClaimsHere = true
  // Whether it can be typed in is read when the view is brought up to date.
  if (isMounted) editor.view.updateState(editor.state)
  return session
}
