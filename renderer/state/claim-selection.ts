import type { ClaimId } from '../../shared/model/ids.ts'
import { severalStrings } from '../ui/strings/several.ts'
import { claimFilter, filterClaims } from './claim-filter.ts'
import { say } from './notice.ts'
import { preferences } from './preferences.ts'
import type { StorySession } from './session.ts'
import { createStore } from './store.ts'

/** Several claims chosen in the list, to be settled together. */
export interface ClaimSelection {
  /** Null for none; what is chosen in one story says nothing of another. */
  readonly session: StorySession | null
  readonly ids: ReadonlySet<ClaimId>
  /** Where a stretch that is made longer or shorter has its other end. */
  readonly from: ClaimId | null
  /** The claim that stood open: with another one opened the selection is over, for keys mean that one. */
  readonly beside: ClaimId | null
}

export const nothingSelected: ClaimSelection = { session: null, ids: new Set(), from: null, beside: null }
export const claimSelection = createStore<ClaimSelection>(nothingSelected)

// Nobody settles what they no longer see.
claimFilter.subscribe(() => claimSelection.set(nothingSelected))

export function selectNothing(): void {
  claimSelection.set(nothingSelected)
}

/** Whether a selection still holds in a story with this claim open. */
export function isInForce(selection: ClaimSelection, session: StorySession, openId: ClaimId | null): boolean {
  return selection.session === session && selection.ids.size > 0 && selection.beside === openId
}

function listed(session: StorySession): ClaimId[] {
  const { order, claims } = session.getState()
  return filterClaims(order, claims, claimFilter.get(), preferences.get().personId)
}

/** The selected claims that the list shows, in its order; empty where nothing is selected. */
export function selectedClaims(session: StorySession): ClaimId[] {
  const selection = claimSelection.get()
  if (!isInForce(selection, session, session.getState().openClaimId)) return []
  return listed(session).filter((id) => selection.ids.has(id))
}

/** Says how many are selected now. */
function select(session: StorySession, ids: ReadonlySet<ClaimId>, from: ClaimId | null): void {
  claimSelection.set({ session, ids, from, beside: session.getState().openClaimId })
  say(ids.size > 0 ? severalStrings.count(ids.size) : severalStrings.none)
}

/** Everything from where the selection began, or from `start`, to a row: what lay beyond is let go. */
export function selectTo(session: StorySession, to: ClaimId, start: ClaimId | null): void {
  const shown = listed(session)
  const now = claimSelection.get()
  const { openClaimId } = session.getState()
  const held = isInForce(now, session, openClaimId) ? now.from : null
  const from = [held, start, openClaimId, to].find((id) => id !== null && shown.includes(id)) ?? to
  const [one, other] = [shown.indexOf(from), shown.indexOf(to)]
  select(session, new Set(shown.slice(Math.min(one, other), Math.max(one, other) + 1)), from)
}

/** Adds a row to the selection or takes it out. */
export function toggleSelected(session: StorySession, id: ClaimId): void {
  const ids = new Set(selectedClaims(session))
  if (!ids.delete(id)) ids.add(id)
  select(session, ids, id)
}

export function selectAll(session: StorySession): void {
  const shown = listed(session)
  select(session, new Set(shown), shown[0] ?? null)
}
