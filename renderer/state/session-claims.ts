import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import {
  anchorOrder,
  anchorSpan,
  anchorWords,
  hasAnchor,
  touchedAnchors,
} from '../../shared/document/anchors.ts'
import { type AnchorMemory, anchorMemory } from '../../shared/document/follow.ts'
import { anchorPlace, anchorsAround } from '../../shared/document/place.ts'
import { type Claim, isWorkedOn, untouched } from '../../shared/model/claim.ts'
import type { ClaimId, PersonId, StoryId } from '../../shared/model/ids.ts'
import type { Place } from '../../shared/model/place.ts'
import type { NewClaim } from '../../shared/model/write.ts'
import { LayeredMap } from './layered-map.ts'

export interface ClaimBook {
  /** As views show them; a new map whenever one of them changed. */
  claims(): LayeredMap<ClaimId, Claim>
  order(): readonly ClaimId[]
  knows(id: string): boolean
  /** What is not in the text, with its last words. */
  removed(): Iterable<{ id: string; words: string }>
  /** Takes in what the desk says; older news than what is known is left alone. */
  receive(claims: readonly Claim[]): void
  /** A claim made in this window. */
  declare(birth: NewClaim): void
  /** What the desk is to be told of a claim, or null where it knows it. */
  birthOf(id: string): NewClaim | null
  /** Whether the desk has it. */
  isBorn(id: string): boolean
  bear(claims: readonly NewClaim[]): void
  /** Shows a change of claims before the desk has answered. @returns takes it off again */
  assume(ids: readonly ClaimId[], change: (claim: Claim) => Claim): () => void
  /** Follows an edit of the text. */
  follow(before: Node, after: EditorState): void
}

export interface ClaimBookOptions {
  readonly storyId: StoryId
  readonly personId: PersonId
  readonly claims: readonly Claim[]
  readonly document: Node
  now(): number
  /** Claims look otherwise than before: paint them again. */
  onChange(ids: ReadonlySet<ClaimId>): void
}

/** Up to so many claims are looked for one by one. */
const fewClaims = 50

/**
 * The records of one story's claims: what the desk said, what this window made and has not sent yet, what was
 * asked for and not answered yet, and what the text itself says of words and presence.
 */
export function keepClaims(options: ClaimBookOptions): ClaimBook {
  const records = new Map<ClaimId, Claim>(options.claims.map((claim) => [claim.id, claim]))
  const births = new Map<ClaimId, NewClaim>()
  const born = new Set<string>()
  const made = new Map<ClaimId, Claim>()
  const assumed = new Map<ClaimId, ((claim: Claim) => Claim)[]>()
  /** Words as they stand, or stood last, of claims that were edited since the story was opened. */
  const words = new Map<ClaimId, string>()
  /** Where settled claims stand of which the surroundings were edited since the story was opened. */
  const places = new Map<ClaimId, Place>()
  /** Where a claim that left the text is by our own reckoning, until the desk has said so. */
  const fates = new Map<ClaimId, 'removed' | 'withdrawn'>()
  let document = options.document
  let shown = LayeredMap.of<ClaimId, Claim>()
  /** Of those shown. */
  const removed = new Set<ClaimId>()
  let order: readonly ClaimId[] = []
  /** What the order was made from. */
  let orderInText: readonly string[] | null = null
  /** Of the editor's memory, as far as they were looked at. */
  let declared: AnchorMemory['created'] | null = null
  let absent: readonly { id: ClaimId; words: string }[] = []

  function recordOf(id: ClaimId): Claim | null {
    return records.get(id) ?? made.get(id) ?? null
  }

  function viewOf(id: ClaimId, stands = hasAnchor(document, id)): Claim | null {
    const record = recordOf(id)
    if (!record) return null
    const claim = (assumed.get(id) ?? []).reduce((one, change) => change(one), record)
    if (stands) {
      const place = claim.settling?.place ? (places.get(id) ?? claim.place) : null
      const now = words.get(id) ?? record.words
      // As the desk has it, which is nearly all of them: opening thousands makes no copies.
      if (claim.presence === 'inText' && claim.words === now && claim.place === place) return claim
      return { ...claim, presence: 'inText', words: now, place }
    }
    const presence = record.presence === 'inText' ? (fates.get(id) ?? 'withdrawn') : record.presence
    if (presence !== 'removed') return null
    return {
      ...claim,
      presence,
      place: null,
      words: record.presence === 'inText' ? (words.get(id) ?? record.words) : record.words,
    }
  }

  function refresh(ids: readonly ClaimId[]): void {
    const changes = new Map<ClaimId, Claim | null>()
    // Where many are asked for, as at opening, all are read at once: each by itself is looked for in the whole text.
    const standing = ids.length > fewClaims ? new Set(anchorOrder(document)) : null
    for (const id of ids) changes.set(id, viewOf(id, standing ? standing.has(id) : undefined))
    let isMoved = anchorOrder(document) !== orderInText
    for (const [id, view] of changes) {
      const isRemoved = view?.presence === 'removed'
      if (isRemoved || removed.has(id) || shown.has(id) !== (view !== null)) isMoved = true
      if (isRemoved) removed.add(id)
      else removed.delete(id)
    }
    if (changes.size > 0) shown = shown.with(changes)
    const isReordered = isMoved && putInOrder()
    if (changes.size > 0 || isReordered) options.onChange(new Set(changes.keys()))
  }

  /** @returns whether the order is another one */
  function putInOrder(): boolean {
    orderInText = anchorOrder(document)
    const inText = orderInText.filter((id) => shown.has(id as ClaimId)) as ClaimId[]
    const outside = [...removed]
      .flatMap((id) => shown.get(id) ?? [])
      .sort((one, other) => one.number - other.number)
    absent = outside.map(({ id, words }) => ({ id, words }))
    const next = [...inText, ...outside.map((claim) => claim.id)]
    if (next.length === order.length && next.every((id, i) => id === order[i])) return false
    order = next
    return true
  }

  function nextNumber(): number {
    let highest = 0
    for (const claim of records.values()) highest = Math.max(highest, claim.number)
    for (const claim of made.values()) highest = Math.max(highest, claim.number)
    return highest + 1
  }

  function declare(birth: NewClaim): void {
    if (records.has(birth.id) || births.has(birth.id)) return
    births.set(birth.id, birth)
    made.set(birth.id, {
      ...untouched,
      id: birth.id,
      storyId: options.storyId,
      number: nextNumber(),
      kind: birth.kind,
      words: '',
      speaker: birth.speaker ? { ...birth.speaker, sourceId: null } : null,
      copiedFrom: birth.copiedFrom ?? null,
      proposedFor: birth.proposedFor ?? null,
      taggedBy: options.personId,
      taggedAtMs: options.now(),
      revision: 0,
    })
  }

  /** Copies made by pasting and dragging are first heard of in the text. */
  function declareCopies(state: EditorState): void {
    const created = anchorMemory.getState(state)?.created
    if (!created || created === declared) return
    declared = created
    for (const one of created.values()) {
      const id = one.id as ClaimId
      if (records.has(id) || births.has(id)) continue
      const origin = one.copiedFrom === undefined ? null : recordOf(one.copiedFrom as ClaimId)
      declare({
        id,
        kind: (one.kind as Claim['kind'] | undefined) ?? origin?.kind ?? 'statement',
        ...(one.copiedFrom === undefined ? {} : { copiedFrom: one.copiedFrom as ClaimId }),
        ...(origin?.speaker ? { speaker: { name: origin.speaker.name, role: origin.speaker.role } } : {}),
      })
    }
  }

  /** As the desk will judge it: untagged before anybody worked on it, or its words are gone. */
  function fateOf(id: ClaimId, before: Node, after: EditorState): 'removed' | 'withdrawn' {
    const record = viewOf(id) ?? recordOf(id)
    if (record && isWorkedOn(record)) return 'removed'
    const span = anchorSpan(before, id)
    const gone = anchorMemory.getState(after)?.gone.get(id)
    if (!span || !gone) return 'withdrawn'
    const text = before.textBetween(span.from, span.to)
    const end = Math.min(after.doc.content.size, gone.at + span.to - span.from)
    return text.trim() !== '' && after.doc.textBetween(gone.at, end) === text ? 'withdrawn' : 'removed'
  }

  if (records.size > 0) refresh([...records.keys()])

  return {
    claims: () => shown,
    order: () => order,
    knows: (id) => records.has(id as ClaimId) || births.has(id as ClaimId),
    removed: () => absent,
    receive(claims) {
      const changed: ClaimId[] = []
      for (const claim of claims) {
        const known = records.get(claim.id)
        if (known && known.revision >= claim.revision) continue
        records.set(claim.id, claim)
        made.delete(claim.id)
        births.delete(claim.id)
        if (claim.presence !== 'inText') fates.delete(claim.id)
        changed.push(claim.id)
      }
      refresh(changed)
    },
    declare,
    birthOf(id) {
      return born.has(id) ? null : (births.get(id as ClaimId) ?? null)
    },
    isBorn: (id) => records.has(id as ClaimId) || born.has(id),
    bear(claims) {
      for (const claim of claims) born.add(claim.id)
    },
    assume(ids, change) {
      for (const id of ids) assumed.set(id, [...(assumed.get(id) ?? []), change])
      refresh(ids)
      return () => {
        for (const id of ids) {
          const rest = (assumed.get(id) ?? []).filter((one) => one !== change)
          if (rest.length > 0) assumed.set(id, rest)
          else assumed.delete(id)
        }
        refresh(ids)
      }
    },
    follow(before, after) {
      declareCopies(after)
      const touched = touchedAnchors(before, after.doc) as Set<ClaimId>
      const around = anchorsAround(before, after.doc) as Set<ClaimId>
      if (around.size === 0) {
        document = after.doc
        return
      }
      for (const id of touched) {
        if (hasAnchor(after.doc, id)) {
          words.set(id, anchorWords(after.doc, id) ?? '')
          fates.delete(id)
        } else if (hasAnchor(before, id)) {
          words.set(id, anchorMemory.getState(after)?.gone.get(id)?.words ?? anchorWords(before, id) ?? '')
          fates.set(id, fateOf(id, before, after))
        }
      }
      document = after.doc
      for (const id of around) {
        // A settling that the desk has not confirmed yet counts: what it remembers comes with the answer.
        const place = shown.get(id)?.settling ? anchorPlace(document, id) : null
        if (place) places.set(id, place)
        else places.delete(id)
      }
      refresh([...around].filter(differs))
    },
  }

  function differs(id: ClaimId): boolean {
    const one = shown.get(id)
    const other = viewOf(id)
    if (!one || !other) return one !== (other ?? undefined)
    if (one.words !== other.words || one.presence !== other.presence) return true
    return one.place !== other.place && JSON.stringify(one.place) !== JSON.stringify(other.place)
  }
}
