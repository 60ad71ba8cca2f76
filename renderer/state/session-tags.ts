import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { anchorSpan } from '../../shared/document/anchors.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import { tagRefusal } from '../../shared/document/zones.ts'
import type { Facet } from '../../shared/mark/facet.ts'
import type { ClaimKind } from '../../shared/model/claim.ts'
import { type ClaimId, newClaimId } from '../../shared/model/ids.ts'
import type { NewClaim } from '../../shared/model/write.ts'
import { notices, refusalNotice } from '../editor/notices.ts'
import { merge, partsOf, putOn, split, unionOf, untag } from '../editor/spans.ts'
import {
  claimOn,
  narrowerRung,
  newClaim,
  planTag,
  type Rung,
  tag,
  tagLadder,
  tagSeveral,
  widerRung,
} from '../editor/tagging.ts'
import type { ClaimBook } from './session-claims.ts'

export interface TagHost {
  readonly editor: Editor
  readonly book: ClaimBook
  /** The story's, as BCP 47 names it. */
  language(): string
  openClaimId(): ClaimId | null
  open(id: ClaimId): void
  notify(notice: string | null): void
  /** The kind of a claim that is there already. */
  setKind(id: ClaimId, kind: ClaimKind): void
}

/** What a claim is to be made of. */
export interface ProposedTag extends Stretch {
  readonly kind: ClaimKind
  /** Who says it; for quotes. */
  readonly speaker: { readonly name: string; readonly role: string } | null
  readonly facets: readonly Facet[]
}

export interface Tags {
  tagAtCaret(kind?: ClaimKind): void
  narrowTag(): void
  /** Leaves out what cannot be one claim. @returns the claims that were made */
  tagProposed(plans: readonly ProposedTag[]): readonly ClaimId[]
  untag(id: ClaimId): void
  changeSpan(id: ClaimId): void
  putBack(id: ClaimId): void
  /** @returns the claim that stayed and those that went into it; null where that could not be */
  merge(ids: readonly ClaimId[]): { first: ClaimId; others: readonly ClaimId[] } | null
  split(id: ClaimId): void
  /** Sees what was done to the text or the selection: another press then tags anew. */
  follow(transaction: Transaction): void
}

const ownMeta = 'tagging'

/** As far as a claim holds them. */
function claimProposed(id: ClaimId, { kind, speaker, facets }: ProposedTag): NewClaim {
  return {
    id,
    kind,
    proposedFor: [...facets],
    ...(speaker && speaker.name !== '' && speaker.name.length <= 300
      ? { speaker: { name: speaker.name, role: speaker.role.slice(0, 500) } }
      : {}),
  }
}

/** Tagging and all that changes on which words claims stand, told the session's claims and its notice. */
export function startTags(host: TagHost): Tags {
  const { editor, book } = host
  /** The claim that the next press widens or narrows. */
  let active: ClaimId | null = null

  function dispatch(transaction: Transaction): void {
    editor.view.dispatch(transaction.setMeta(ownMeta, true))
  }

  function spanOf(id: ClaimId): Stretch | null {
    return anchorSpan(editor.state.doc, id) ?? null
  }

  /** The stretches around the caret, or around the start of what is selected. */
  function ladder(): Rung[] {
    const { doc, selection } = editor.state
    return tagLadder(doc, selection.empty ? selection.head : selection.from)
  }

  function moveTo(id: ClaimId, rung: Stretch | null, ifNone: string): void {
    active = id
    host.open(id)
    if (!rung) {
      host.notify(ifNone)
      return
    }
    const refusal = tagRefusal(editor.state.doc, rung)
    if (refusal) {
      host.notify(refusalNotice(refusal))
      return
    }
    host.notify(null)
    dispatch(putOn(editor.state, id, rung))
  }

  function widen(id: ClaimId): void {
    const span = spanOf(id)
    if (span) moveTo(id, widerRung(ladder(), span), notices.widest)
  }

  function putOnSelection(id: ClaimId): void {
    const { selection } = editor.state
    if (selection.empty) {
      host.notify(notices.selectFirst)
      return
    }
    const plan = planTag(editor.state)
    if ('refusal' in plan) {
      host.notify(refusalNotice(plan.refusal))
      return
    }
    host.notify(null)
    dispatch(putOn(editor.state, id, plan))
    host.open(id)
  }

  return {
    tagAtCaret(kind) {
      if (active && spanOf(active)) {
        if (kind && book.claims().get(active)?.kind !== kind) {
          host.setKind(active, kind)
          return
        }
        return widen(active)
      }
      const plan = planTag(editor.state, kind)
      if ('refusal' in plan) {
        host.notify(refusalNotice(plan.refusal))
        return
      }
      const there = claimOn(editor.state.doc, plan)
      if (there) {
        if (kind && book.claims().get(there)?.kind !== kind) host.setKind(there, kind)
        else if (editor.state.selection.empty) return widen(there)
        active = there
        host.notify(null)
        host.open(there)
        return
      }
      const claim = newClaim(editor.state.doc, newClaimId(), plan, host.language())
      book.declare(claim)
      dispatch(tag(editor.state, claim, plan))
      active = claim.id
      host.notify(null)
      host.open(claim.id)
    },
    narrowTag() {
      const id = active ?? host.openClaimId()
      const span = id && spanOf(id)
      const { head } = editor.state.selection
      if (!id || !span || head < span.from || head > span.to) {
        host.notify(notices.nothingToNarrow)
        return
      }
      moveTo(id, narrowerRung(ladder(), span), notices.narrowest)
    },
    tagProposed(plans) {
      const fitting = plans.filter((plan) => tagRefusal(editor.state.doc, plan) === null)
      const claims = fitting.map((plan) => claimProposed(newClaimId(), plan))
      if (claims.length === 0) return []
      for (const claim of claims) book.declare(claim)
      active = null
      host.notify(null)
      dispatch(tagSeveral(editor.state, claims, fitting))
      return claims.map((claim) => claim.id)
    },
    untag(id) {
      const transaction = untag(editor.state, id)
      if (!transaction) {
        host.notify(notices.notInText)
        return
      }
      active = null
      host.notify(null)
      dispatch(transaction)
    },
    changeSpan: putOnSelection,
    putBack: putOnSelection,
    merge(ids) {
      const union = unionOf(editor.state.doc, ids)
      const refusal = union && tagRefusal(editor.state.doc, union)
      if (!union || refusal) {
        host.notify(refusal ? refusalNotice(refusal) : notices.mergeTwo)
        return null
      }
      host.notify(null)
      dispatch(merge(editor.state, union))
      host.open(union.first)
      return union
    },
    split(id) {
      const parts = partsOf(editor.state, id)
      if (!parts) {
        host.notify(spanOf(id) ? notices.notWithin : notices.notInText)
        return
      }
      const kind = book.claims().get(id)?.kind ?? 'statement'
      const claims = parts
        .slice(1)
        .map((part) => newClaim(editor.state.doc, newClaimId(), { ...part, kind }, host.language(), id))
      for (const claim of claims) book.declare(claim)
      host.notify(null)
      dispatch(split(editor.state, id, parts, claims))
    },
    follow(transaction) {
      if (transaction.getMeta(ownMeta)) return
      const isOthers = transaction.getMeta('rebased') !== undefined
      if ((transaction.docChanged && !isOthers) || (transaction.selectionSet && !transaction.docChanged)) {
        active = null
        host.notify(null)
      }
    },
  }
}
