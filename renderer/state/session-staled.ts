import { changesOf } from '../../shared/check/standing.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/ids.ts'

/** Typing has paused when nothing came for this long: then it is said what the edit did. */
const pauseMs = 900

/** What an edit made of settled claims, once it is over. */
export interface Staled {
  readonly changed: number
  readonly context: number
}

export interface StaledOptions {
  claims(): ReadonlyMap<ClaimId, Claim>
  /** At least one claim no longer stands as settled that did before the edit. */
  onStaled(staled: Staled): void
}

export interface StaledCount {
  /** Claims that an edit of this window touched, as they were before it. */
  note(before: Iterable<readonly [ClaimId, Claim | undefined]>): void
  stop(): void
}

type Standing = 'changed' | 'context' | 'stands'

function standingOf(claim: Claim | undefined): Standing {
  if (!claim) return 'stands'
  const { changed, context } = changesOf(claim)
  return changed.length > 0 ? 'changed' : context.length > 0 ? 'context' : 'stands'
}

/** Counts, over a run of typing, the claims that it staled; what is typed back meanwhile is not counted. */
export function countStaled({ claims, onStaled }: StaledOptions): StaledCount {
  const before = new Map<ClaimId, Standing>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(): void {
    timer = undefined
    const counts = { changed: 0, context: 0 }
    for (const [id, was] of before) {
      const is = standingOf(claims().get(id))
      if (is !== was && is !== 'stands' && !(was === 'changed' && is === 'context')) counts[is]++
    }
    before.clear()
    if (counts.changed + counts.context > 0) onStaled(counts)
  }

  return {
    note(touched) {
      for (const [id, claim] of touched) if (!before.has(id)) before.set(id, standingOf(claim))
      if (before.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(tell, pauseMs)
    },
    stop: () => clearTimeout(timer),
  }
}
