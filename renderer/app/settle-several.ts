import type { Status } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import { claimSelection, selectNothing } from '../state/claim-selection.ts'
import { say } from '../state/notice.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { openDialog } from '../state/window.ts'
import { severalStrings } from '../ui/strings/several.ts'
import { statusNames } from '../ui/strings.ts'

/** What was settled last, where that were several at once: one taking back takes all of them back. */
let last: { readonly session: StorySession; readonly ids: readonly ClaimId[] } | null = null

/** Something else was settled since. */
export function forgetSeveral(): void {
  last = null
}

/**
 * Settles several claims in one call, each on the words that it has now. Those that moved or were settled by somebody
 * else meanwhile are said, and stay selected.
 */
export async function settleSeveral(
  session: StorySession,
  ids: readonly ClaimId[],
  status: Status,
  note?: string,
): Promise<void> {
  if (ids.length === 0) return
  if (status === 'notAFact' && !note?.trim()) {
    openDialog({ kind: 'reasonForSeveral', claimIds: ids })
    return
  }
  await perform(async () => {
    const left = new Set(await session.settleMany(ids, status, note))
    const settled = ids.filter((id) => !left.has(id))
    const now = claimSelection.get()
    if (left.size === 0) selectNothing()
    else if (now.session === session) claimSelection.set({ ...now, ids: left, from: null })
    if (settled.length > 0) last = { session, ids: settled }
    toast(
      settled.length > 0
        ? severalStrings.settled(settled.length, statusNames[status])
        : severalStrings.noneSettled,
      {
        ...(left.size > 0 ? { detail: severalStrings.left(left.size) } : {}),
        ...(settled.length > 0 ? { undo: () => void takeBackSeveral(session, settled) } : {}),
      },
    )
  })
}

async function takeBackSeveral(session: StorySession, ids: readonly ClaimId[]): Promise<void> {
  forgetSeveral()
  await perform(async () => {
    const count = await session.takeBackMany(ids)
    say(severalStrings.takenBack(count))
  })
}

/** @returns false where the last settling here was not one of several */
export function takeBackLastSeveral(session: StorySession): boolean {
  if (last?.session !== session) return false
  void takeBackSeveral(session, last.ids)
  return true
}
