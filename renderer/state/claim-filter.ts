import { isOpenClaim } from '../../shared/check/standing.ts'
import type { Claim, ClaimKind, Status } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId } from '../../shared/model/ids.ts'
import type { ClaimFlag } from './claim-flags.ts'
import { flagsNow } from './judging.ts'
import type { LayeredMap } from './layered-map.ts'
import { createStore } from './store.ts'

export interface ClaimFilter {
  readonly scope: 'all' | 'left' | 'mine' | 'removed'
  readonly status: Status | 'any'
  readonly kind: ClaimKind | 'any'
  readonly flag: ClaimFlag | 'any'
  readonly text: string
}

export const everyClaim: ClaimFilter = { scope: 'all', status: 'any', kind: 'any', flag: 'any', text: '' }
export const claimFilter = createStore<ClaimFilter>(everyClaim)

export function filterClaimsBy(change: Partial<ClaimFilter>): void {
  claimFilter.set((now) => ({ ...now, ...change }))
}

const soughtIn = (filter: ClaimFilter): string => filter.text.trim().toLocaleLowerCase()

function passes(claim: Claim, filter: ClaimFilter, me: PersonId | null, sought: string): boolean {
  const isRemoved = claim.presence === 'removed'
  if (filter.scope === 'removed' ? !isRemoved : isRemoved && filter.scope === 'left') return false
  if (filter.scope === 'left' && !isOpenClaim(claim)) return false
  if (filter.scope === 'mine' && (me === null || claim.assigneeId !== me)) return false
  if (filter.status !== 'any' && claim.status !== filter.status) return false
  if (filter.kind !== 'any' && claim.kind !== filter.kind) return false
  if (filter.flag !== 'any' && !flagsNow(claim).includes(filter.flag)) return false
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
  const sought = soughtIn(filter)
  return order.filter((id) => {
    const claim = claims.get(id)
    return claim !== undefined && passes(claim, filter, me, sought)
  })
}

/**
 * {@link filterClaims} for a list that is asked for at every key: it looks at the claims that changed since it was
 * asked last, and the answer stays the same array while none of them comes or goes.
 */
export function listClaims(
  filter: ClaimFilter,
  me: PersonId | null,
): (order: readonly ClaimId[], claims: LayeredMap<ClaimId, Claim>) => readonly ClaimId[] {
  const sought = soughtIn(filter)
  const isIn = (claim: Claim | undefined): boolean => claim !== undefined && passes(claim, filter, me, sought)
  let last: { order: readonly ClaimId[]; claims: LayeredMap<ClaimId, Claim>; listed: ClaimId[] } | null = null

  function isSame(before: LayeredMap<ClaimId, Claim>, now: LayeredMap<ClaimId, Claim>): boolean {
    const changed = now.differences(before)
    return changed !== null && [...changed].every((id) => isIn(before.get(id)) === isIn(now.get(id)))
  }

  return (order, claims) => {
    const listed =
      last?.order === order && isSame(last.claims, claims)
        ? last.listed
        : filterClaims(order, claims, filter, me)
    last = { order, claims, listed }
    return listed
  }
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
