import { changesOf, isOpenClaim } from '../../shared/check/standing.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import { claimFilter, filterClaims, neighbourOf } from '../state/claim-filter.ts'
import { say } from '../state/notice.ts'
import { preferences } from '../state/preferences.ts'
import type { StorySession } from '../state/session.ts'
import { standingStrings } from '../ui/strings/standing.ts'
import { confirmNewWords } from './claim-commands.ts'

/** Opens the next claim among those that the filter lets through, or the next that is left to check. */
export function step(open: StorySession, direction: -1 | 1, onlyLeft = false): void {
  const { order, claims, openClaimId } = open.getState()
  const shown = filterClaims(order, claims, claimFilter.get(), preferences.get().personId)
  const wanted = (id: ClaimId) => {
    const claim = claims.get(id)
    return claim !== undefined && isOpenClaim(claim)
  }
  const next = neighbourOf(shown, openClaimId, direction, onlyLeft ? wanted : undefined)
  // From the last one left, round to the first.
  const first = onlyLeft && next === null ? neighbourOf(shown, null, direction, wanted) : next
  if (first) open.openClaim(first, { scroll: true })
}

/** With none open that is not as it was settled, goes to the next that is not. */
export function confirmOrSeek(open: StorySession): void {
  const { claims, order, openClaimId } = open.getState()
  const isOther = (id: ClaimId) => {
    const claim = claims.get(id)
    if (claim?.presence !== 'inText') return false
    const { changed, context } = changesOf(claim)
    return changed.length + context.length > 0
  }
  if (openClaimId && isOther(openClaimId)) {
    void confirmNewWords(open, openClaimId)
    return
  }
  const next = neighbourOf(order, openClaimId, 1, isOther) ?? neighbourOf(order, null, 1, isOther)
  if (next) open.openClaim(next, { scroll: true })
  else say(standingStrings.nothingNew)
}
