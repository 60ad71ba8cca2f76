import { readStateOf } from '../../shared/check/read.ts'
import { type Sentence, sentencesOf } from '../../shared/check/sentences.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { Facet } from '../../shared/mark/facet.ts'
import type { BlockFinding } from '../../shared/mark/marked-blocks.ts'
import { overlaps } from '../../shared/mark/proposals.ts'
import { isWorkedOn } from '../../shared/model/claim.ts'
import type { Dismissal, DismissalId } from '../../shared/model/dismissal.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import {
  choice,
  choose,
  chosenProposal,
  decidedSentence,
  proposalsInOrder,
} from '../state/chosen-proposal.ts'
import { type ListedProposal, watchFirstPass } from '../state/first-pass.ts'
import { say } from '../state/notice.ts'
import { openStory } from '../state/open-story.ts'
import { reveal } from '../state/panels.ts'
import { pencil, putPencilDown } from '../state/pencil.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { show, windowState } from '../state/window.ts'
import { firstPassStrings as words } from '../ui/strings/first-pass.ts'
import { focusPanel } from './focus.ts'
import { markSentences, stopStretch } from './pencil-commands.ts'

/** What was decided in a window, the last at the end. */
type Decision =
  | { readonly kind: 'accepted'; readonly ids: readonly ClaimId[] }
  | { readonly kind: 'dismissed'; readonly ids: readonly DismissalId[] }

const decisions = new WeakMap<StorySession, readonly Decision[]>()

/** Those of which the desk has not yet said what became of the last decision. */
const deciding = new WeakSet<StorySession>()

/** A key that is held, or pressed again before the desk has answered, decides nothing twice. */
async function decide(session: StorySession, command: () => Promise<void>): Promise<void> {
  if (deciding.has(session)) return
  deciding.add(session)
  try {
    await perform(command)
  } finally {
    deciding.delete(session)
  }
}

/** The window may have gone on to another story while the desk was asked. */
function isOpen(session: StorySession): boolean {
  const now = openStory.get()
  return now.kind === 'open' && now.session === session
}

export const panelId = 'first-pass'

function isInPanel(): boolean {
  return document.getElementById(panelId)?.contains(document.activeElement) === true
}

/** To what is proposed; from within it back to the claims. */
export function toggleFirstPass(): void {
  if (isInPanel()) {
    show({ right: 'claims' })
    return
  }
  // The two have one place.
  putPencilDown()
  show({ view: 'story', right: 'firstPass' })
  reveal('right')
  focusPanel(panelId)
}

/** Whether single keys of reading mean the sentence that a proposal stands in. */
export function isAtProposals(): boolean {
  const { right } = windowState.get()
  return right === 'firstPass' && !pencil.get().isOn
}

/** Those that are gone through: with the red pencil in hand, those of the sentences at which it stands. */
export function proposalsAtHand(session: StorySession): readonly ListedProposal[] {
  if (!pencil.get().isOn) return proposalsInOrder(session)
  const stretch = stopStretch(session)
  if (!stretch) return []
  return watchFirstPass(session)
    .get()
    .proposals.filter((one) => overlaps(one, stretch))
}

/** The one that an answer is for: the chosen, and with the red pencil else the first at which it stands. */
function answered(session: StorySession): ListedProposal | null {
  const chosen = chosenProposal(session)
  if (!pencil.get().isOn) return chosen
  const at = proposalsAtHand(session)
  return at.find((one) => one.key === chosen?.key) ?? at[0] ?? null
}

/** Chooses a proposal and brings it into sight. */
export function goToProposal(session: StorySession, proposal: ListedProposal): void {
  decidedSentence.set(null)
  choose(proposal.key)
  if (!pencil.get().isOn) {
    choice.set((now) => ({ ...now, scope: 'proposed' }))
    show({ view: 'story', right: 'firstPass' })
    session.openClaim(null)
  }
  reveal('right')
  session.showStretch(proposal)
}

/** Chooses a question and brings the first of its places into sight. */
export function goToQuestion(session: StorySession, finding: BlockFinding): void {
  decidedSentence.set(null)
  choice.set((now) => ({ ...now, question: finding.key }))
  session.openClaim(null)
  const [place] = watchFirstPass(session).placesOf(finding)
  if (place) session.showStretch(place)
}

function isAsking(): boolean {
  return isAtProposals() && choice.get().scope === 'questions'
}

function stepQuestion(session: StorySession, direction: -1 | 1): void {
  const { findings } = watchFirstPass(session).get()
  const at = findings.findIndex((one) => one.key === choice.get().question)
  const next = at < 0 ? findings[0] : (findings[at + direction] ?? findings.at(direction > 0 ? 0 : -1))
  if (next) goToQuestion(session, next)
  else say(words.noQuestions)
}

async function dismissQuestion(session: StorySession): Promise<void> {
  const watch = watchFirstPass(session)
  const { findings } = watch.get()
  const at = findings.findIndex((one) => one.key === choice.get().question)
  const asked = findings[at]
  if (!asked) {
    stepQuestion(session, 1)
    return
  }
  await decide(session, async () => {
    const made = await session.dismissals.dismiss([{ what: 'finding', words: asked.key, facets: [] }])
    const offer = rememberDismissed(session, made)
    if (!isOpen(session)) return
    const isStill = choice.get().question === asked.key
    watch.refresh()
    toast(words.dismissed(1), offer)
    if (!isStill) return
    const next = findings[at + 1] ?? watch.get().findings[0]
    if (next) goToQuestion(session, next)
    else choice.set((now) => ({ ...now, question: null }))
  })
}

export function stepProposal(session: StorySession, direction: -1 | 1): void {
  if (isAsking()) {
    stepQuestion(session, direction)
    return
  }
  const list = proposalsAtHand(session)
  const at = list.findIndex((one) => one.key === choice.get().key)
  const next = at < 0 ? list[0] : (list[at + direction] ?? (direction > 0 ? list[0] : list.at(-1)))
  if (next) goToProposal(session, next)
  else say(words.nothingLeft)
}

function remember(session: StorySession, decision: Decision): void {
  decisions.set(session, [...(decisions.get(session) ?? []), decision])
}

/** @returns the offer to undo it, where anything was made */
function rememberDismissed(session: StorySession, made: readonly Dismissal[]): { undo?: () => void } {
  if (made.length === 0) return {}
  const decision: Decision = { kind: 'dismissed', ids: made.map((one) => one.id) }
  remember(session, decision)
  return { undo: () => void takeBackDecision(session, decision) }
}

/** The unread sentences around a stretch of the text. */
function unreadAround(session: StorySession, stretch: Stretch): Sentence[] {
  const read = session.readWords()
  return sentencesOf(session.editor.state.doc).filter(
    (one) => overlaps(one, stretch) && readStateOf(one, read) === 'unread',
  )
}

/**
 * Goes on from a proposal that was decided: where it was the last of a sentence that nobody has read, that sentence is
 * what the next key is about; else to what came behind it.
 *
 * @param behind those that may come next, in order
 */
function goOnFrom(session: StorySession, decided: ListedProposal, behind: readonly ListedProposal[]): void {
  const watch = watchFirstPass(session)
  watch.refresh()
  const around = unreadAround(session, decided)
  const isLeft = watch.get().proposals.some((one) => around.some((sentence) => overlaps(one, sentence)))
  const [sentence] = around
  if (sentence && !isLeft) {
    choose(null)
    if (!pencil.get().isOn) {
      decidedSentence.set(sentence)
      session.showStretch(sentence)
    }
    say(words.sentenceLeft)
    return
  }
  const next = nextOf(proposalsAtHand(session), behind)
  if (next) goToProposal(session, next)
  else {
    choose(null)
    say(words.nothingLeft)
  }
}

function behindOf(session: StorySession, chosen: ListedProposal): readonly ListedProposal[] {
  const list = proposalsAtHand(session)
  return list.slice(list.findIndex((one) => one.key === chosen.key) + 1)
}

/** By the marks and not the keys: those of the same words are counted anew when one of them is gone. */
function nextOf(
  list: readonly ListedProposal[],
  behind: readonly ListedProposal[],
): ListedProposal | undefined {
  const byMark = new Map(list.map((one) => [one.mark, one]))
  for (const { mark } of behind) {
    const next = byMark.get(mark)
    if (next) return next
  }
  return list[0]
}

const planOf = ({ mark, from, to }: ListedProposal) => ({
  from,
  to,
  kind: mark.kind,
  speaker: mark.speaker,
  facets: mark.facets,
})

function tellAccepted(session: StorySession, ids: readonly ClaimId[], refused: number): void {
  // That it may not be changed is said already.
  if (session.getState().story.archivedAtMs !== null) return
  const decision: Decision = { kind: 'accepted', ids }
  if (ids.length > 0) remember(session, decision)
  toast(ids.length > 0 ? words.accepted(ids.length) : words.refused(refused), {
    ...(ids.length > 0 && refused > 0 ? { detail: words.refused(refused) } : {}),
    ...(ids.length > 0 ? { undo: () => void takeBackDecision(session, decision) } : {}),
  })
}

/** The one that accepting is for; where none is chosen yet the first is, and nothing is accepted. */
function chosenToAccept(session: StorySession): ListedProposal | null {
  if (isAsking()) {
    say(words.nothingToAccept)
    return null
  }
  // It may be the one that is being dismissed.
  if (deciding.has(session)) return null
  const chosen = answered(session)
  if (!chosen) stepProposal(session, 1)
  return chosen
}

/** Makes a claim of the chosen proposal. */
export function acceptProposal(session: StorySession): void {
  const chosen = chosenToAccept(session)
  if (!chosen) return
  const behind = behindOf(session, chosen)
  const ids = session.tagProposed([planOf(chosen)])
  tellAccepted(session, ids, 1 - ids.length)
  if (ids.length > 0) goOnFrom(session, chosen, behind)
}

/** The facet by which proposals are alike: the one that the list is asked for, else the chosen one’s first. */
export function facetAlike(chosen: ListedProposal): Facet | undefined {
  const { facet } = choice.get()
  return chosen.mark.facets.find((one) => one === facet) ?? chosen.mark.facets[0]
}

/** All that are proposed for the same reason as this one. */
export function proposalsAlike(session: StorySession, chosen: ListedProposal): ListedProposal[] {
  const facet = facetAlike(chosen)
  return proposalsAtHand(session).filter(({ mark }) => mark.facets.some((one) => one === facet))
}

export function acceptAlike(session: StorySession): void {
  const chosen = chosenToAccept(session)
  if (!chosen) return
  const alike = proposalsAlike(session, chosen)
  const keys = new Set(alike.map((one) => one.key))
  const behind = proposalsAtHand(session).filter((one) => !keys.has(one.key))
  const ids = session.tagProposed(alike.map(planOf))
  tellAccepted(session, ids, alike.length - ids.length)
  if (ids.length > 0) goOnFrom(session, chosen, behind)
}

/** Puts the chosen proposal aside, with all that read the same. */
export async function dismissProposal(session: StorySession): Promise<void> {
  if (isAsking()) return dismissQuestion(session)
  const chosen = answered(session)
  if (!chosen) {
    stepProposal(session, 1)
    return
  }
  const behind = behindOf(session, chosen)
  await decide(session, async () => {
    const before = watchFirstPass(session).get().proposals.length
    const choiceBefore = choice.get()
    const made = await session.dismissals.dismiss([{ ...chosen.asked, facets: [...chosen.mark.facets] }])
    const offer = rememberDismissed(session, made)
    if (!isOpen(session)) return
    const isStill = choice.get() === choiceBefore
    watchFirstPass(session).refresh()
    const gone = before - watchFirstPass(session).get().proposals.length
    // What is said when going on is the last word.
    toast(words.dismissed(Math.max(1, gone)), offer)
    if (isStill) goOnFrom(session, chosen, behind)
  })
}

/** Has what was accepted or dismissed proposed again; what somebody has worked on meanwhile stays a claim. */
async function takeBackDecision(session: StorySession, decision: Decision): Promise<void> {
  await decide(session, async () => {
    let stayed = 0
    if (decision.kind === 'dismissed') await session.dismissals.takeBack(decision.ids)
    else stayed = untagUnworked(session, decision.ids)
    decisions.set(
      session,
      (decisions.get(session) ?? []).filter((one) => one !== decision),
    )
    if (!isOpen(session)) return
    decidedSentence.set(null)
    watchFirstPass(session).refresh()
    if (stayed === 0) say(words.takenBack)
    else
      toast(stayed < decision.ids.length ? words.takenBack : words.notTakenBack, {
        detail: words.stayed(stayed),
      })
  })
}

/** @returns how many are claims still, because somebody has worked on them */
function untagUnworked(session: StorySession, ids: readonly ClaimId[]): number {
  let stayed = 0
  for (const id of ids) {
    const claim = session.getState().claims.get(id)
    if (!claim || claim.presence === 'withdrawn') continue
    if (isWorkedOn(claim)) stayed++
    else session.untag(id)
  }
  return stayed
}

export async function takeBackLastDecision(session: StorySession): Promise<void> {
  const last = decisions.get(session)?.at(-1)
  if (last) await takeBackDecision(session, last)
  else say(words.nothingToTakeBack)
}

/** Has a dismissal of whenever and whomever proposed again. */
export async function proposeAgain(session: StorySession, id: DismissalId): Promise<void> {
  await decide(session, async () => {
    await session.dismissals.takeBack([id])
    if (isOpen(session)) watchFirstPass(session).refresh()
    say(words.takenBack)
  })
}

/** Marks the sentence of the proposal as read, or the one in which the last was decided, and goes on. */
export async function readAtProposal(session: StorySession): Promise<void> {
  const chosen = chosenProposal(session)
  const decided = decidedSentence.get()
  const here = decided
    ? sentencesOf(session.editor.state.doc)
        .filter((one) => one.words === decided.words)
        .sort((one, other) => Math.abs(one.from - decided.from) - Math.abs(other.from - decided.from))
        .slice(0, 1)
    : chosen
      ? unreadAround(session, chosen)
      : []
  if (here.length === 0) {
    stepProposal(session, 1)
    return
  }
  const behind = chosen ? behindOf(session, chosen) : []
  if (!(await markSentences(session, here))) return
  decidedSentence.set(null)
  watchFirstPass(session).refresh()
  const next = nextOf(proposalsInOrder(session), behind)
  if (next) goToProposal(session, next)
  else choose(null)
  if (document.activeElement === document.body) focusPanel(panelId)
}
