import type { Node } from '@tiptap/pm/model'
import { changesOf } from '../../shared/check/standing.ts'
import { looksQuoted } from '../../shared/check/surroundings.ts'
import { anchorPlace } from '../../shared/document/place.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId } from '../../shared/model/ids.ts'

/** Typing has paused when nothing came for this long: then it is said what the edit did. */
const pauseMs = 900

/** What an edit made of settled claims, once it is over. */
export interface Staled {
  readonly changed: number
  readonly context: number
  /**
   * Numbers of claims that nobody settled yet of which the kind is to be said again: marks were put round them or
   * taken off. What is settled remembers its marks itself.
   */
  readonly asksKind: readonly number[]
}

export interface StaledOptions {
  claims(): ReadonlyMap<ClaimId, Claim>
  document(): Node
  /** At least one claim no longer stands as settled that did before the edit, or is to be asked about. */
  onStaled(staled: Staled): void
}

export interface StaledCount {
  /** Claims that an edit of this window touched, as they were before it, and the text. */
  note(before: Iterable<readonly [ClaimId, Claim | undefined]>, text: Node): void
  stop(): void
}

type Standing = 'changed' | 'context' | 'stands'

function standingOf(claim: Claim | undefined): Standing {
  if (!claim) return 'stands'
  const { changed, context } = changesOf(claim)
  return changed.length > 0 ? 'changed' : context.length > 0 ? 'context' : 'stands'
}

/** Counts, over a run of typing, the claims that it staled; what is typed back meanwhile is not counted. */
export function countStaled({ claims, document, onStaled }: StaledOptions): StaledCount {
  const before = new Map<ClaimId, Standing>()
  /** As it was before the run of typing: what is read of it is read when that is over. */
  let textBefore: Node | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function asksKind(id: ClaimId): number[] {
    const claim = claims().get(id)
    if (!textBefore || claim?.presence !== 'inText' || claim.settling) return []
    const was = anchorPlace(textBefore, id)
    const is = anchorPlace(document(), id)
    if (!was || !is || looksQuoted(was) === looksQuoted(is)) return []
    return looksQuoted(is) === (claim.kind === 'quote') ? [] : [claim.number]
  }

  function tell(): void {
    timer = undefined
    const counts = { changed: 0, context: 0, asksKind: [...before.keys()].flatMap(asksKind) }
    for (const [id, was] of before) {
      const is = standingOf(claims().get(id))
      if (is !== was && is !== 'stands' && !(was === 'changed' && is === 'context')) counts[is]++
    }
    before.clear()
    textBefore = null
    if (counts.changed + counts.context + counts.asksKind.length > 0) onStaled(counts)
  }

  return {
    note(touched, text) {
      textBefore ??= text
      for (const [id, claim] of touched) if (!before.has(id)) before.set(id, standingOf(claim))
      if (before.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(tell, pauseMs)
    },
    stop: () => clearTimeout(timer),
  }
}
