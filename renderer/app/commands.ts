import { createContext, useContext } from 'react'
import { exhaustive, must } from '../../shared/lib/assert.ts'
import type { Status } from '../../shared/model/claim.ts'
import { type ClaimId, newRequestId } from '../../shared/model/ids.ts'
import { selectedClaims, selectNothing } from '../state/claim-selection.ts'
import type { Desk } from '../state/desk.ts'
import { say } from '../state/notice.ts'
import { goToStory, openStory } from '../state/open-story.ts'
import { reveal, togglePanel } from '../state/panels.ts'
import { pencil, putPencilDown } from '../state/pencil.ts'
import { prefer, preferences, zoomBy } from '../state/preferences.ts'
import { listQueries } from '../state/queries.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { beginTour } from '../state/tour.ts'
import { openDialog, show, windowState } from '../state/window.ts'
import { severalStrings } from '../ui/strings/several.ts'
import { strings } from '../ui/strings.ts'
import { attach, attachLast, detailsFor, mergeWithNext, settle, takeBack } from './claim-commands.ts'
import { confirmOrSeek, step } from './claim-steps.ts'
import { needOf } from './command-needs.ts'
import {
  acceptAlike,
  acceptProposal,
  dismissProposal,
  isAtProposals,
  readAtProposal,
  stepProposal,
  takeBackLastDecision,
  toggleFirstPass,
} from './first-pass-commands.ts'
import { focusSoon } from './focus.ts'
import { askToLetPass, clearOrShow, toggleGate } from './gate-commands.ts'
import type { CommandId } from './keys.ts'
import {
  goBack,
  goOn,
  readParagraph,
  readSentence,
  tagHere,
  takeBackLast,
  togglePencil,
  usedSources,
} from './pencil-commands.ts'
import { settleSeveral } from './settle-several.ts'
import { storyCommands } from './story-commands.ts'

export interface Commands {
  /** Whether the command has something to act on now. */
  canRun(id: CommandId): boolean
  run(id: CommandId): void
}

export const CommandsContext = createContext<Commands | null>(null)

export function useCommands(): Commands {
  return must(useContext(CommandsContext), 'a view stands outside the window')
}

/** Acts on all the claims that are selected in the list, where some are. */
const isForSeveral = (id: CommandId): boolean => id === 'closeClaim' || id.startsWith('settle.')

/** What each command of `shared/commands/window.ts` does, whoever asks: a key, the palette or a button. */
export function createCommands(desk: Desk): Commands {
  const stories = storyCommands(desk)

  const session = (): StorySession | null => {
    const story = openStory.get()
    return story.kind === 'open' ? story.session : null
  }

  /** With the red pencil in hand the list is not to be seen, and a key means the claim that stands there. */
  const severalNow = (open: StorySession): ClaimId[] => (pencil.get().isOn ? [] : selectedClaims(open))

  function canRun(id: CommandId): boolean {
    const open = windowState.get().view === 'story' ? session() : null
    if (id === 'closeClaim' && open !== null && pencil.get().isOn) return true
    if (open && isForSeveral(id) && severalNow(open).length > 0) return true
    const need = needOf(id)
    switch (need) {
      case 'pencil':
        return open !== null && pencil.get().isOn
      case 'claim':
        return open?.getState().openClaimId != null
      case 'story':
        return open !== null
      case 'nothing':
        return true
      default:
        return exhaustive(need)
    }
  }

  function runForStory(id: CommandId, open: StorySession): boolean {
    const { story } = open.getState()
    switch (id) {
      case 'nextClaim':
        step(open, 1)
        return true
      case 'previousClaim':
        step(open, -1)
        return true
      case 'nextOpenClaim':
        if (pencil.get().isOn) goOn(open)
        else step(open, 1, true)
        return true
      case 'confirmNewWords':
        confirmOrSeek(open)
        return true
      case 'takeBack':
        void (pencil.get().isOn ? takeBackLast(open) : takeBack(open))
        return true
      case 'giveClaims':
        openDialog({ kind: 'give', claimId: open.getState().openClaimId })
        return true
      case 'tag':
        void tagHere(open, () => open.tagAtCaret())
        return true
      case 'tagNarrower':
        void tagHere(open, open.narrowTag)
        return true
      case 'redPencil':
        show({ right: 'claims' })
        togglePencil(open)
        return true
      case 'firstPass':
        toggleFirstPass()
        return true
      case 'nextProposal':
        stepProposal(open, 1)
        return true
      case 'previousProposal':
        stepProposal(open, -1)
        return true
      case 'acceptProposal':
        acceptProposal(open)
        return true
      case 'acceptAlike':
        acceptAlike(open)
        return true
      case 'dismissProposal':
        void dismissProposal(open)
        return true
      case 'takeBackDecision':
        void takeBackLastDecision(open)
        return true
      case 'readSentence':
        void (isAtProposals() ? readAtProposal(open) : readSentence(open))
        return true
      case 'readParagraph':
        void readParagraph(open)
        return true
      case 'stopBack':
        goBack(open)
        return true
      case 'walkOrder':
        prefer({ pencilOrder: preferences.get().pencilOrder === 'risk' ? 'text' : 'risk' })
        return true
      case 'dimRest':
        prefer({ pencilDims: !preferences.get().pencilDims })
        return true
      case 'export':
        openDialog({ kind: 'export', storyId: story.id })
        return true
      case 'print':
        openDialog({ kind: 'print' })
        return true
      case 'receipt':
        openDialog({ kind: 'receipt', storyId: story.id })
        return true
      case 'trail':
        openDialog({ kind: 'trail', storyId: story.id })
        return true
      case 'slug':
        openDialog({ kind: 'slug', storyId: story.id, slug: story.slug })
        return true
      case 'language':
        openDialog({ kind: 'language', storyId: story.id, language: story.language })
        return true
      case 'deleteForGood':
        openDialog({ kind: 'deleteStory', storyId: story.id, slug: story.slug })
        return true
      case 'duplicate':
        void stories.duplicate(story.id)
        return true
      case 'archive':
        void (story.archivedAtMs === null ? stories.archive(story) : stories.restore(story))
        return true
      case 'marks':
        open.toggleMarks()
        return true
      case 'focusText':
        // At once: tiptap's own command waits a frame, and a letter typed meanwhile would be a single key.
        open.editor.view.focus()
        return true
      case 'gate':
        toggleGate()
        return true
      case 'clearStory':
        void clearOrShow(open)
        return true
      case 'filterClaims':
        show({ right: 'claims' })
        reveal('right')
        focusSoon('claim-filter')
        return true
      default:
        return false
    }
  }

  function attachNth(open: StorySession, claimId: ClaimId, nth: number) {
    void perform(async () => {
      const sources = await desk.queries.ensureQueryData(listQueries.sources(desk.link.client))
      const id = usedSources(open)[nth - 1]
      const source = sources.find((one) => one.id === id)
      if (source) await attach(open, claimId, source, detailsFor(source))
      else say(strings.pencil.noUsed(nth))
    })
  }

  function runForSeveral(id: CommandId, open: StorySession, ids: readonly ClaimId[]): void {
    if (id !== 'closeClaim') {
      void settleSeveral(open, ids, id.slice('settle.'.length) as Status)
      return
    }
    selectNothing()
    say(severalStrings.none)
  }

  function runForClaim(id: CommandId, open: StorySession, claimId: ClaimId): boolean {
    const claim = open.getState().claims.get(claimId)
    if (!claim) return false
    if (id.startsWith('settle.')) {
      void settle(open, claimId, id.slice('settle.'.length) as Status)
      return true
    }
    if (id.startsWith('attachUsed.')) {
      attachNth(open, claimId, Number(id.slice('attachUsed.'.length)))
      return true
    }
    switch (id) {
      case 'showClaim':
        open.openClaim(claimId, { scroll: true, focus: true })
        return true
      case 'closeClaim':
        open.openClaim(null)
        return true
      case 'noteClaim':
        reveal('right')
        focusSoon('claim-note')
        return true
      case 'legalClaim':
        void perform(() => open.setLegal(claimId, !claim.isLegal))
        return true
      case 'takeClaim': {
        const me = preferences.get().personId
        void perform(() => open.assign(claimId, claim.assigneeId === me ? null : me))
        return true
      }
      case 'assignClaim':
        reveal('right')
        focusSoon('claim-assignee')
        return true
      case 'mergeClaim':
        void mergeWithNext(open, claimId)
        return true
      case 'switchKind':
        void perform(() => open.setKind(claimId, claim.kind === 'quote' ? 'statement' : 'quote'))
        return true
      case 'addBackup':
        reveal('right')
        show({ backupFormFor: claimId })
        return true
      case 'letPass':
        askToLetPass(open, claimId)
        return true
      case 'askClaim':
        reveal('right')
        show({ queryFormFor: claimId })
        return true
      case 'fixClaim':
        reveal('right')
        show({ fixFormFor: claimId })
        return true
      case 'attachLast':
        void perform(async () => {
          const sources = await desk.queries.ensureQueryData(listQueries.sources(desk.link.client))
          await attachLast(open, claimId, new Map(sources.map((source) => [source.id, source])))
        })
        return true
      default:
        return false
    }
  }

  /** There has to be a story to look at: the open one, the newest, else the sample. */
  async function showAround() {
    if (openStory.get().kind === 'none') {
      const known = await perform(() => desk.queries.ensureQueryData(listQueries.stories(desk.link.client)))
      const [newest] = known ?? []
      if (newest) await goToStory(desk.link, newest.id)
      else await stories.addSample(newRequestId())
    }
    show({ view: 'story', dialog: null, drawer: null })
    beginTour()
  }

  function runForWindow(id: CommandId) {
    switch (id) {
      case 'newStory':
        void stories.create()
        return
      case 'import':
        openDialog({ kind: 'import' })
        return
      case 'search':
        reveal('left')
        focusSoon('desk-search')
        return
      case 'sources':
        show({ view: windowState.get().view === 'sources' ? 'story' : 'sources', drawer: null })
        return
      case 'queries':
        show({ view: windowState.get().view === 'queries' ? 'story' : 'queries', drawer: null })
        return
      case 'people':
        openDialog({ kind: 'people' })
        return
      case 'rules':
        openDialog({ kind: 'rules' })
        return
      case 'firstPassRules':
        openDialog({ kind: 'firstPassRules' })
        return
      case 'backups':
        openDialog({ kind: 'backups' })
        return
      case 'strikeName':
        openDialog({ kind: 'strike' })
        return
      case 'stories':
        togglePanel('left')
        return
      case 'claims':
        togglePanel('right')
        return
      case 'larger':
        zoomBy(1)
        return
      case 'smaller':
        zoomBy(-1)
        return
      case 'plainSize':
        prefer({ zoom: 1 })
        return
      case 'theme':
        prefer({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' })
        return
      case 'windowLanguage':
        openDialog({ kind: 'windowLanguage' })
        return
      case 'palette':
        openDialog({ kind: 'palette' })
        return
      case 'tour':
        void showAround()
        return
      case 'keys':
        openDialog({ kind: 'keys' })
        return
      default:
        return
    }
  }

  return {
    canRun,
    run(id) {
      if (!canRun(id)) return
      const open = session()
      const claimId = open?.getState().openClaimId ?? null
      if (id === 'closeClaim' && pencil.get().isOn) return putPencilDown()
      const several = open && isForSeveral(id) ? severalNow(open) : []
      if (open && several.length > 0) {
        runForSeveral(id, open, several)
        return
      }
      const need = needOf(id)
      if (open && claimId && need === 'claim') runForClaim(id, open, claimId)
      else if (open && (need === 'story' || need === 'pencil')) runForStory(id, open)
      else runForWindow(id)
    },
  }
}
