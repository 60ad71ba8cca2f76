import { readStateOf } from '../../shared/check/read.ts'
import { type Sentence, sentencesOf } from '../../shared/check/sentences.ts'
import { isOpenClaim } from '../../shared/check/standing.ts'
import {
  claimStop,
  nextStop,
  type Stop,
  type StopPlace,
  sentenceStop,
  stopsLeft,
} from '../../shared/check/walk.ts'
import { anchorSpan } from '../../shared/document/anchors.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import type { ClaimId, SourceId } from '../../shared/model/ids.ts'
import { say } from '../state/notice.ts'
import { reveal } from '../state/panels.ts'
import { goToPastStop, goToStop, pencil, putPencilDown, takeUpPencil } from '../state/pencil.ts'
import { preferences } from '../state/preferences.ts'
import { perform, refusalCode, toastError } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { strings } from '../ui/strings.ts'
import { takeBack } from './claim-commands.ts'

/** The stop as the text has it now; null where it is no longer there. */
function stopNow(session: StorySession): Stop | null {
  const { openClaimId, claims } = session.getState()
  const { doc } = session.editor.state
  const claim = openClaimId ? claims.get(openClaimId) : undefined
  if (claim) return claimStop(doc, claim)
  const { stop } = pencil.get()
  if (stop?.kind !== 'sentence') return null
  const same = sentencesOf(doc).filter(({ words }) => words === stop.sentence.words)
  const near = (one: Sentence): number => Math.abs(one.from - stop.sentence.from)
  const [nearest] = same.sort((one, other) => near(one) - near(other))
  return nearest ? sentenceStop(nearest) : null
}

/** null where the claim is not in the text. */
export function stopOfClaim(session: StorySession, id: ClaimId): Stop | null {
  const claim = session.getState().claims.get(id)
  return claim ? claimStop(session.editor.state.doc, claim) : null
}

/** The stretch of the text that the stop is about: the sentence, or those in which the claim stands. */
export function stopStretch(session: StorySession): Stretch | null {
  const stop = stopNow(session)
  if (!stop) return null
  if (stop.kind === 'sentence') return stop.sentence
  const span = anchorSpan(session.editor.state.doc, stop.id)
  if (!span) return null
  const sentences = sentencesOf(session.editor.state.doc).filter(
    (one) => one.from < span.to && one.to > span.from,
  )
  return { from: sentences[0]?.from ?? span.from, to: sentences.at(-1)?.to ?? span.to }
}

function placeNow(session: StorySession): StopPlace | null {
  return stopNow(session)?.at ?? pencil.get().stop?.at ?? null
}

export function leftOf(session: StorySession): Stop[] {
  const { claims } = session.getState()
  return stopsLeft(
    {
      document: session.editor.state.doc,
      claims: claims.values(),
      read: session.readWords(),
      isLeft: (id) => {
        const claim = claims.get(id)
        return claim !== undefined && isOpenClaim(claim)
      },
    },
    preferences.get().pencilOrder,
  )
}

function show(session: StorySession, stop: Stop): void {
  reveal('right')
  if (stop.kind === 'sentence') {
    session.openClaim(null)
    session.showStretch(stop.sentence)
    return
  }
  session.openClaim(stop.id)
  const span = anchorSpan(session.editor.state.doc, stop.id)
  if (span) session.showStretch(span)
}

/** Goes on from a place to what is left behind it; says so where nothing is. */
export function goOn(session: StorySession, from = placeNow(session)): void {
  const next = nextStop(leftOf(session), from, preferences.get().pencilOrder)
  if (!next) {
    goToStop(null)
    session.openClaim(null)
    say(strings.pencil.isDone)
    return
  }
  goToStop(next)
  show(session, next)
}

export function togglePencil(session: StorySession): void {
  if (pencil.get().isOn) {
    putPencilDown()
    return
  }
  // From the claim that is open, else from the beginning.
  const here = stopNow(session)
  takeUpPencil()
  reveal('right')
  if (here) {
    goToStop(here)
    show(session, here)
  } else goOn(session, null)
}

export function goBack(session: StorySession): void {
  const stop = goToPastStop()
  if (!stop) {
    say(strings.pencil.noBack)
    return
  }
  const { doc } = session.editor.state
  const claim = stop.kind === 'claim' ? session.getState().claims.get(stop.id) : undefined
  show(session, (claim && claimStop(doc, claim)) ?? stop)
}

/** A claim was settled: whoever goes through the story goes on. */
export function afterSettling(session: StorySession, id: ClaimId): void {
  if (!pencil.get().isOn || session.getState().openClaimId !== id) return
  goOn(session)
}

/**
 * Where the sentence at which the pencil stands was changed meanwhile: says so, and shows it as it stands now.
 *
 * @returns whether that was so, and nobody has seen what stands there now
 */
function isStopOutdated(session: StorySession): boolean {
  const { isOn, stop } = pencil.get()
  if (!isOn || stop?.kind !== 'sentence' || session.getState().openClaimId || stopNow(session)) return false
  const { doc, selection } = session.editor.state
  const here = sentencesOf(doc).findLast((one) => one.from <= selection.head)
  if (here) goToStop(sentenceStop(here))
  say(strings.pencil.readMoved)
  return true
}

/** The sentences of what the pencil stands at, or, without it, of where the caret is. */
function sentencesHere(session: StorySession): Sentence[] {
  const { doc, selection } = session.editor.state
  const { openClaimId } = session.getState()
  const stop = pencil.get().isOn ? stopNow(session) : null
  if (stop?.kind === 'sentence') return [stop.sentence]
  const span = openClaimId && pencil.get().isOn ? anchorSpan(doc, openClaimId) : undefined
  const { from, to } = span ?? selection
  return sentencesOf(doc).filter((one) => one.from <= to && one.to >= from)
}

/** @returns whether they are read now; what went wrong is said */
export async function markSentences(session: StorySession, sentences: readonly Sentence[]): Promise<boolean> {
  const read = session.readWords()
  const unread = sentences.filter((one) => readStateOf(one, read) === 'unread')
  if (unread.length === 0) {
    say(strings.pencil.readAlready)
    return true
  }
  try {
    await session.markRead(unread)
    say(strings.pencil.read(unread.length))
    return true
  } catch (error) {
    if (refusalCode(error) === 'WORDS_MOVED') say(strings.pencil.readMoved)
    else toastError(error)
    return false
  }
}

/** *Read, nothing to check*; from a sentence the pencil goes on, at a claim the claim is still to be settled. */
export async function readSentence(session: StorySession): Promise<void> {
  if (isStopOutdated(session)) return
  const stop = stopNow(session)
  const isDone = await markSentences(session, sentencesHere(session))
  if (isDone && pencil.get().isOn && stop?.kind !== 'claim') goOn(session, stop?.at)
}

export async function readParagraph(session: StorySession): Promise<void> {
  if (isStopOutdated(session)) return
  const { doc } = session.editor.state
  const stop = stopNow(session)
  const here = sentencesHere(session)
  const [first] = here
  const last = here.at(-1)
  if (!first || !last) return
  const from = doc.resolve(first.from).start()
  const to = doc.resolve(last.to).end()
  const isDone = await markSentences(
    session,
    sentencesOf(doc).filter((one) => one.from >= from && one.to <= to),
  )
  if (isDone && pencil.get().isOn && stop?.kind !== 'claim') goOn(session, stop?.at)
}

/**
 * Tags what the pencil stands at. Whoever tags in a sentence while going through has read it; where that person may
 * not mark anything as read, it stays unread.
 */
export async function tagHere(session: StorySession, tag: () => void): Promise<void> {
  tag()
  if (!pencil.get().isOn) return
  const { openClaimId, claims } = session.getState()
  const { doc } = session.editor.state
  const claim = openClaimId ? claims.get(openClaimId) : undefined
  const span = openClaimId ? anchorSpan(doc, openClaimId) : undefined
  if (!claim || !span) return
  const stop = claimStop(doc, claim)
  const now = pencil.get().stop
  if (stop && !(now?.kind === 'claim' && now.id === claim.id)) goToStop(stop)
  const read = session.readWords()
  const around = sentencesOf(doc).filter(
    (one) => one.from < span.to && one.to > span.from && readStateOf(one, read) === 'unread',
  )
  if (around.length === 0) return
  try {
    await session.markRead(around)
  } catch (error) {
    const code = refusalCode(error)
    if (code !== 'NOT_YOURS' && code !== 'WORDS_MOVED') toastError(error)
  }
}

/** Takes back what this person did last while going through: a settling or a reading. */
export async function takeBackLast(session: StorySession): Promise<void> {
  const me = preferences.get().personId
  let settledAtMs = 0
  for (const { settling } of session.getState().claims.values()) {
    if (settling && settling.personId === me) settledAtMs = Math.max(settledAtMs, settling.atMs)
  }
  if (session.lastReadAtMs() <= settledAtMs) {
    await takeBack(session)
    return
  }
  await perform(async () => {
    await session.takeBackRead()
    say(strings.pencil.readBack)
    if (pencil.get().stop) goBack(session)
  })
}

/** The sources that claims of the story rest on, the one attached last first. */
export function usedSources(session: StorySession): SourceId[] {
  const latest = new Map<SourceId, number>()
  for (const { backup } of session.getState().claims.values()) {
    for (const { sourceId, addedAtMs } of backup) {
      latest.set(sourceId, Math.max(addedAtMs, latest.get(sourceId) ?? 0))
    }
  }
  return [...latest].sort(([, one], [, other]) => other - one).map(([id]) => id)
}
