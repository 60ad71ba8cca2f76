import { getVersion } from 'prosemirror-collab'
import type { Gate } from '../../shared/check/gate.ts'
import { sentencesOf } from '../../shared/check/sentences.ts'
import { must } from '../../shared/lib/assert.ts'
import type { GateLine } from '../../shared/model/gate.ts'
import { type ClaimId, newRequestId, type OverrideId } from '../../shared/model/ids.ts'
import { isOverridable } from '../../shared/model/override.ts'
import { gateNow } from '../state/gate.ts'
import { say } from '../state/notice.ts'
import { reveal } from '../state/panels.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { openDialog, show } from '../state/window.ts'
import { gateStrings } from '../ui/strings/gate.ts'
import { focusPanel } from './focus.ts'

/** Brings the gate into sight; its list takes the focus. */
export function showGate(): void {
  show({ view: 'story', right: 'gate' })
  reveal('right')
  focusPanel('gate')
}

/** To the gate; from within it back to the claims. */
export function toggleGate(): void {
  const isInside = document.getElementById('gate')?.contains(document.activeElement) === true
  if (isInside) show({ right: 'claims' })
  else showGate()
}

/** Marks the sentence of a line as read: there is nothing to check in it but what is tagged. */
export async function readLine(session: StorySession, { from, words }: GateLine): Promise<void> {
  await perform(async () => {
    const sentence = sentencesOf(session.editor.state.doc).find(
      (one) => one.from === from && one.words === words,
    )
    if (sentence) await session.markRead([sentence])
    else say(gateStrings.sentenceMoved)
  })
}

/**
 * Clears the story as it is shown, with what the gate asks now known. What came in between is not cleared along: the
 * desk takes the version and the asks that were seen, and no others.
 */
export async function clearStory(session: StorySession, gate: Gate): Promise<void> {
  const { storyId } = session
  await perform(async () => {
    await session.ask(async ({ gate: desk }) => {
      const asks = gate.asks.map(({ kind, claimId, words }) => ({
        kind,
        claimId: must(claimId, 'what is asked is asked of a claim'),
        words,
      }))
      const atVersion = getVersion(session.editor.state)
      await desk.clear({ requestId: newRequestId(), storyId, atVersion, asks })
      return []
    })
    toast(gateStrings.storyCleared, { undo: () => void takeBackClearing(session) })
  })
}

/** Of the command: what stands in the way is shown instead. */
export async function clearOrShow(session: StorySession): Promise<void> {
  const gate = gateNow(session)
  if (gate?.clear && gate.asks.length === 0) await clearStory(session, gate)
  else showGate()
}

export async function takeBackClearing(session: StorySession): Promise<void> {
  const { storyId } = session
  await perform(async () => {
    await session.link.client.gate.takeBackClearing({ requestId: newRequestId(), storyId })
    say(gateStrings.takenBack)
  })
}

/** Lets lines pass for one reason; rejects with the desk's refusal. */
export async function letPass(
  session: StorySession,
  lines: readonly GateLine[],
  reason: string,
): Promise<void> {
  const { storyId } = session
  await session.ask((client) =>
    client.gate.override({
      requestId: newRequestId(),
      storyId,
      reason,
      lines: lines.flatMap(({ claimId, kind, words }) =>
        claimId && isOverridable(kind) ? [{ claimId, kind, seenWords: words }] : [],
      ),
    }),
  )
  say(gateStrings.passed(lines.length))
}

export async function takeBackPass(session: StorySession, overrideId: OverrideId): Promise<void> {
  await perform(async () => {
    await session.ask((client) => client.gate.takeBackOverride({ requestId: newRequestId(), overrideId }))
    say(gateStrings.passTakenBack)
  })
}

/** Asks why the claim is let pass, of what blocks it first. */
export function askToLetPass(session: StorySession, claimId: ClaimId): void {
  const line = gateNow(session)?.blocks.find((one) => one.claimId === claimId && isOverridable(one.kind))
  if (line) openDialog({ kind: 'letPass', lines: [line] })
  else say(gateStrings.nothingToPass)
}
