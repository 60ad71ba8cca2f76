import type { Mark, Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { AddMarkStep } from 'prosemirror-transform'
import { anchorId, anchorMarks, anchorSpan, hasAnchor } from './anchors.ts'
import { type ChangedRange, rangesOf } from './ranges.ts'

/** What following anchors needs to know of the story's records. */
export interface AnchorHost {
  /** Whether `id` names a record of this story, in the text or removed. */
  knows(id: string): boolean
  /** The records that are not in the text, with their last words; claims where no mark is named. */
  removed(): Iterable<{ id: string; words: string; markName?: string }>
  /** A new id for a copy. */
  newId(): string
}

/** A record that the document created and the desk has perhaps not yet heard of. */
export interface CreatedAnchor {
  readonly id: string
  readonly kind?: string
  readonly copiedFrom?: string
}

/** What following anchors remembers of those that this window made, and of those that left the text in it. */
export interface Remembered {
  readonly created: ReadonlyMap<string, CreatedAnchor>
  readonly gone: ReadonlyMap<string, { text: string; at: number; isUntagged: boolean }>
}

/** The anchored marks of a stretch, each with the part of it that it covers. */
export function marksIn(
  document: Node,
  from: number,
  to: number,
): Map<string, { from: number; to: number; mark: Mark }> {
  const found = new Map<string, { from: number; to: number; mark: Mark }>()
  if (to <= from) return found
  document.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return
    const start = Math.max(from, position)
    const end = Math.min(to, position + node.nodeSize)
    if (end <= start) return
    for (const mark of anchorMarks(node.marks)) {
      const known = found.get(anchorId(mark))
      found.set(anchorId(mark), { from: known?.from ?? start, to: end, mark })
    }
  })
  return found
}

/** First and last marked character of `id` outside the ranges that the edit brought in. */
export function survivors(
  document: Node,
  id: string,
  ranges: readonly Pick<ChangedRange, 'fromB' | 'toB'>[],
): { from: number; to: number } | null {
  const span = anchorSpan(document, id)
  if (!span) return null
  let from = -1
  let to = -1
  let start = span.from
  const read = (end: number): void => {
    const part = end > start ? marksIn(document, start, end).get(id) : undefined
    if (!part) return
    if (from < 0) from = part.from
    to = part.to
  }
  for (const range of ranges) {
    if (range.toB <= span.from || range.fromB >= span.to) continue
    read(range.fromB)
    start = Math.max(start, range.toB)
  }
  read(span.to)
  return from < 0 ? null : { from, to }
}

/**
 * Marks that came in from elsewhere: a record that left its place moves with them, a copy becomes a record of
 * its own. Whatever comes into the midst of an anchor is part of it.
 */
export function settleArrivals(
  result: Transaction,
  state: EditorState,
  before: Node,
  ranges: readonly ChangedRange[],
  { created: known, gone }: Remembered,
  host: AnchorHost,
): { moved: Set<string>; created: CreatedAnchor[] } {
  const moved = new Set<string>()
  const created: CreatedAnchor[] = []
  const back = new Set<string>()
  for (const range of ranges) {
    const stood = marksIn(before, range.fromA, range.toA)
    for (const [id, arrival] of marksIn(state.doc, range.fromB, range.toB)) {
      const isOurs = hasAnchor(before, id) || host.knows(id) || known.has(id)
      if (isOurs) {
        if (stood.has(id)) continue
        // What was tagged by the same edit is no copy.
        if (!hasAnchor(before, id) && !moved.has(id) && !survivors(state.doc, id, ranges)) {
          moved.add(id)
          continue
        }
        const rest = survivors(state.doc, id, ranges)
        if (rest && arrival.from >= rest.from && arrival.to <= rest.to) continue
        const stays =
          rest !== null || moved.has(id) || ranges.some((other) => other !== range && staysIn(other, id))
        if (!stays) {
          moved.add(id)
          continue
        }
      }
      const again = copyThatReturns(id, arrival)
      const copy = { id: again ?? host.newId(), copiedFrom: id }
      if (again === undefined) created.push(copy)
      back.add(copy.id)
      renew(result, arrival, copy.id)
    }
  }
  return { moved, created }

  /** The copy that the same paste made before it was undone: it comes back rather than that another is made. */
  function copyThatReturns(id: string, arrival: { from: number; to: number }): string | undefined {
    const text = textIn(state.doc, arrival)
    const $from = state.doc.resolve(arrival.from)
    for (const [copy, one] of gone) {
      if (known.get(copy)?.copiedFrom !== id || one.isUntagged || one.text !== text || back.has(copy))
        continue
      const isAtHome = one.at >= $from.start() && one.at <= $from.end()
      if (isAtHome && !hasAnchor(state.doc, copy)) return copy
    }
    return undefined
  }

  function staysIn(range: ChangedRange, id: string): boolean {
    return (
      marksIn(before, range.fromA, range.toA).has(id) && marksIn(state.doc, range.fromB, range.toB).has(id)
    )
  }
}

/** Puts another record's mark in the place of an anchor's. */
function renew(result: Transaction, place: { from: number; to: number; mark: Mark }, id: string): void {
  const { from, to, mark } = place
  result.removeMark(from, to, mark)
  result.addMark(from, to, mark.type.create({ ...mark.attrs, id }))
}

/** The first of this window's own steps that news of the desk were put under; null where there is none. */
function firstOwnStep(news: Transaction): number | null {
  const rebased = Number(news.getMeta('rebased') ?? 0)
  let first: number | null = null
  for (let undone = 0; undone < rebased; undone++) {
    const again = news.mapping.getMirror(undone)
    if (again !== undefined) first = Math.min(first ?? again, again)
  }
  return first
}

/** A stretch with its anchored mark. */
interface Place {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/** Where the steps of an edit, from `first` on, put anchors: by id, in order. */
function placesOf(edit: Transaction, first: number): Map<string, Place[]> {
  const stretches = rangesOf(edit.mapping.maps.slice(first)).map(({ fromB, toB }) => ({
    from: fromB,
    to: toB,
  }))
  edit.steps.forEach((step, i) => {
    if (i < first || !(step instanceof AddMarkStep)) return
    const later = edit.mapping.slice(i + 1)
    stretches.push({ from: later.map(step.from, 1), to: later.map(step.to, -1) })
  })
  stretches.sort((one, other) => one.from - other.from)
  const places = new Map<string, Place[]>()
  for (const { from, to } of stretches) {
    for (const [id, place] of marksIn(edit.doc, from, to)) places.set(id, [...(places.get(id) ?? []), place])
  }
  return places
}

/** From the first to the last of some places, and what is left of their anchor outside them. */
function dividedBy(document: Node, id: string, places: readonly Place[]) {
  const rest = survivors(
    document,
    id,
    places.map(({ from, to }) => ({ fromB: from, toB: to })),
  )
  const own = {
    from: Math.min(...places.map((place) => place.from)),
    to: Math.max(...places.map((place) => place.to)),
  }
  return rest && { own, rest }
}

function copyOf(result: Transaction, id: string, places: readonly Place[], host: AnchorHost): CreatedAnchor {
  const copy = { id: host.newId(), copiedFrom: id }
  for (const place of places) renew(result, place, copy.id)
  return copy
}

/**
 * Two windows may put the same record in two places at the same moment, as when both paste what one of them cut.
 * Whoever is second at the desk hears of the other before his own steps are taken: there the place of the first
 * stands, and his own becomes a copy.
 */
export function settleDoubles(result: Transaction, news: Transaction, host: AnchorHost): CreatedAnchor[] {
  const first = firstOwnStep(news)
  const others = first === null ? undefined : news.docs[first]
  if (first === null || !others) return []
  const created: CreatedAnchor[] = []
  for (const [id, places] of placesOf(news, first)) {
    const theirs = anchorSpan(others, id)
    const divided = theirs && dividedBy(news.doc, id, places)
    if (!divided) continue
    const { own, rest } = divided
    const mine = anchorSpan(news.before, id)
    // Side by side it may be one claim that both wrote at; where each has all of it, it is there twice.
    const isTwice =
      mine !== undefined &&
      textIn(news.doc, own) === textIn(news.before, mine) &&
      textIn(news.doc, rest) === textIn(others, theirs)
    if (isTwice || isApart(news.doc, own, rest)) created.push(copyOf(result, id, places, host))
  }
  return created
}

/**
 * Undo and redo bring words back with their marks. Where another window has put the record elsewhere meanwhile,
 * it stays there, and what came back is a copy.
 */
export function settleReturns(result: Transaction, edit: Transaction, host: AnchorHost): CreatedAnchor[] {
  const created: CreatedAnchor[] = []
  for (const [id, places] of placesOf(edit, 0)) {
    const divided = hasAnchor(edit.before, id) && dividedBy(edit.doc, id, places)
    if (!divided) continue
    const { own, rest } = divided
    const isTwice = textIn(edit.doc, own) === textIn(edit.doc, rest)
    // Within one block it may be a part of the claim that comes back to the others.
    const isElsewhere =
      isApart(edit.doc, own, rest) &&
      !edit.doc.resolve(own.from).sameParent(edit.doc.resolve(rest.from)) &&
      !edit.doc.resolve(own.from).sameParent(edit.doc.resolve(rest.to))
    if (isTwice || isElsewhere) created.push(copyOf(result, id, places, host))
  }
  return created
}

function textIn(document: Node, { from, to }: { from: number; to: number }): string {
  return document.textBetween(from, to, '\n')
}

/** Whether two stretches have words between them. */
function isApart(
  document: Node,
  one: { from: number; to: number },
  other: { from: number; to: number },
): boolean {
  const [from, to] = one.to <= other.from ? [one.to, other.from] : [other.to, one.from]
  return from < to && document.textBetween(from, to).trim() !== ''
}
