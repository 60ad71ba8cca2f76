import { isOpenClaim } from '../../shared/check/standing.ts'
import type { Claim, ClaimKind, Status } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId } from '../../shared/model/ids.ts'
import { createStore } from './store.ts'

export interface ClaimFilter {
  readonly scope: 'all' | 'left' | 'mine' | 'removed'
  readonly status: Status | 'any'
  readonly kind: ClaimKind | 'any'
  readonly text: string
}

export const everyClaim: ClaimFilter = { scope: 'all', status: 'any', kind: 'any', text: '' }
export const claimFilter = createStore<ClaimFilter>(everyClaim)

export function filterClaimsBy(change: Partial<ClaimFilter>): void {
  claimFilter.set((now) => ({ ...now, ...change }))
}

function passes(claim: Claim, filter: ClaimFilter, me: PersonId | null, sought: string): boolean {
  const isRemoved = claim.presence === 'removed'
  if (filter.scope === 'removed' ? !isRemoved : isRemoved && filter.scope === 'left') return false
  if (filter.scope === 'left' && !isOpenClaim(claim)) return false
  if (filter.scope === 'mine' && (me === null || claim.assigneeId !== me)) return false
  if (filter.status !== 'any' && claim.status !== filter.status) return false
  if (filter.kind !== 'any' && claim.kind !== filter.kind) return false
  if (sought === '') return true
  if (/^#?\d+$/.test(sought) && `${claim.number}` === sought.replace('#', '')) return true
  return (
    claim.words.toLocaleLowerCase().includes(sought) ||
    (claim.speaker?.name.toLocaleLowerCase().includes(sought) ?? false) ||
    claim.note.toLocaleLowerCase().includes(sought)
  )
}

/** The claims that pass, in the order given. Removed ones stand at the end of "all" and by themselves. */
export function filterClaims(
  order: readonly ClaimId[],
  claims: ReadonlyMap<ClaimId, Claim>,
  filter: ClaimFilter,
  me: PersonId | null,
): ClaimId[] {
  const sought = filter.text.trim().toLocaleLowerCase()
  return order.filter((id) => {
    const claim = claims.get(id)
    return claim !== undefined && passes(claim, filter, me, sought)
  })
}

/**
 * The claim before or after one among those shown, or the nearest at the ends; from none, the first or last.
 *
 * @param wanted passes over those for which it is false
 */
export function neighbourOf(
  shown: readonly ClaimId[],
  from: ClaimId | null,
  direction: -1 | 1,
  wanted: (id: ClaimId) => boolean = () => true,
): ClaimId | null {
  const start = from === null ? -1 : shown.indexOf(from)
  let at = start === -1 ? (direction > 0 ? 0 : shown.length - 1) : start + direction
  for (; at >= 0 && at < shown.length; at += direction) {
    const id = shown[at]
    if (id !== undefined && wanted(id)) return id
  }
  return null
}
