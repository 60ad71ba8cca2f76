import { replaceIn } from '../../lib/replace-in.ts'
import type { Digest } from '../digest.ts'
import {
  type Carried,
  carriesNothing,
  Entry,
  nobody,
  type Piece,
  type Placed,
  type Said,
  silent,
} from './entry.ts'
import type { QuotationKind, QuotationReason } from './kind.ts'
import { officeReach, People, reach } from './people.ts'
import { isSamePerson, type Person, Register } from './register.ts'
import { isSameCarried, openFor, stepOver } from './step.ts'

/** A quotation as the passages of a story have it. */
export interface FoundQuotation {
  /** In the order of the story, at least one. */
  readonly parts: readonly { readonly piece: Piece; readonly entry: Entry }[]
  readonly kind: QuotationKind
  readonly reason: QuotationReason
  /** Null where the story does not say, and for what nobody said. */
  readonly placed: Placed | null
}

/** How far behind a passage a quotation may stand whose speaker follows from it. */
const influence = officeReach + openFor
const spokenInfluence = reach + openFor

/**
 * The quotations of a story and who said them. It follows the story from one state to the next: passages are read on
 * from the first that changed to where what they leave to the next is what it was, and speakers are looked for again
 * where a name, a passage or a speaker that they followed from is another. What it finds is what it would find in the
 * whole story.
 */
export class QuotedStory {
  readonly #entries: Entry[] = []
  readonly #register = new Register()
  /** Of whose quotations speakers are to be looked for again. */
  readonly #dirty = new Set<Entry>()
  /** Passages read on, and quotations whose speaker was looked for, since the story began: what changes have cost. */
  readonly work = { steps: 0, resolved: 0 }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  /**
   * Passages were replaced by others; those that stay at both ends are known by the identity of their digests.
   *
   * @returns passages that are new, or of whose quotations something is otherwise than before
   */
  replace(from: number, removed: number, digests: readonly Digest[]): ReadonlySet<Entry> {
    const [first, end, come] = this.#difference(from, removed, digests)
    const touched = new Set<Entry>(come)
    if (end === first && come.length === 0) return touched
    const gone = replaceIn(this.#entries, first, end - first, come)
    if (gone.length !== come.length) {
      for (let index = first + come.length; index < this.#entries.length; index++) {
        const entry = this.#entries[index]
        if (entry) entry.index = index
      }
    }
    for (const entry of gone) entry.isGone = true
    const due = new Set(range(first, first + come.length + influence))
    for (const entry of gone) {
      // What followed from whom it had made known there.
      for (const { place } of entry.said)
        if (!place.isGone)
          for (const index of range(place.index, place.index + spokenInfluence)) due.add(index)
      this.#takeBack(entry)
    }
    for (const entry of this.#register.change(gone, come)) this.#dirty.add(entry)
    this.#readOn(first, first + come.length, touched)
    this.#findSpeakers(due, touched)
    for (const entry of touched) entry.owned = null
    return touched
  }

  /** Where the passages begin and end that are replaced, and what takes their place. */
  #difference(from: number, removed: number, digests: readonly Digest[]): [number, number, Entry[]] {
    const digestAt = (index: number): Digest | undefined => this.#entries[index]?.digest
    const shorter = Math.min(removed, digests.length)
    let head = 0
    while (head < shorter && digestAt(from + head) === digests[head]) head++
    let tail = 0
    while (
      tail < shorter - head &&
      digestAt(from + removed - 1 - tail) === digests[digests.length - 1 - tail]
    )
      tail++
    const first = from + head
    const come = digests.slice(head, digests.length - tail).map((digest, at) => new Entry(digest, first + at))
    return [first, from + removed - tail, come]
  }

  /** Reads on from the first passage that changed until those behind would be read as they were. */
  #readOn(first: number, end: number, touched: Set<Entry>): void {
    let before: Carried = this.#entries[first - 1]?.after ?? carriesNothing
    // It went on into what changed, or goes on there now.
    this.#touch(before.open?.begin, touched)
    for (let index = first; index < this.#entries.length; index++) {
      const entry = this.#entries[index]
      if (!entry) return
      const { pieces, after } = stepOver(this.#entries, index, before)
      this.work.steps++
      const isSame =
        entry.after !== null && isSameCarried(entry.after, after) && isSamePieces(entry.pieces, pieces)
      if (!isSame) {
        if (!isSameShape(entry.pieces, pieces)) this.#touch(entry, touched)
        if (pieces[0]?.isFirst === false) this.#touch(before.open?.begin, touched)
        this.#dirty.add(entry)
        entry.pieces = pieces
        entry.after = after
      }
      // Those right behind look back by themselves.
      if (isSame && index >= end + openFor) return
      before = entry.after ?? after
    }
  }

  #touch(entry: Entry | undefined, touched: Set<Entry>): void {
    if (!entry || entry.isGone) return
    this.#dirty.add(entry)
    touched.add(entry)
  }

  /** @param due indexes of passages so near to what changed that the speakers in them may follow from it */
  #findSpeakers(due: Set<number>, touched: Set<Entry>): void {
    for (const { isGone, index } of this.#dirty) if (!isGone) due.add(index)
    this.#dirty.clear()
    const sorted = Int32Array.from(due).sort()
    /** Up to where speakers may follow from one that was found to be another. */
    let until = -1
    let next = 0
    for (let index = 0; ; index++) {
      while ((sorted[next] ?? Number.POSITIVE_INFINITY) < index) next++
      if (index > until) index = sorted[next] ?? this.#entries.length
      const entry = this.#entries[index]
      if (!entry) return
      if (entry.speakers.length === 0 && !entry.pieces.some(({ isFirst }) => isFirst)) continue
      const { said, speakers } = entry
      this.#speakersIn(entry)
      if (!areSamePeople(speakers, entry.speakers)) touched.add(entry)
      if (isSameSaid(said, entry.said)) continue
      for (const { place } of [...said, ...entry.said]) until = Math.max(until, place.index + spokenInfluence)
    }
  }

  #speakersIn(entry: Entry): void {
    this.#takeBack(entry)
    const people = new People(this.#entries, this.#register, entry)
    const begun = this.begunIn(entry)
    entry.speakers = begun.map(({ placed }) => {
      this.work.resolved++
      return placed && people.speakerOf(placed)
    })
    entry.said = people.said.length > 0 ? people.said.slice() : silent
  }

  /** Forgets what the quotations that begin in a passage have made known, and by what names. */
  #takeBack(entry: Entry): void {
    for (const { place } of entry.said) {
      const left = place.spoken.filter(({ by }) => by !== entry)
      place.spoken = left.length > 0 ? left : nobody
    }
    entry.said = silent
    this.#register.forget(entry)
  }

  /** The quotations that begin in a passage, in order; `speakers` of the passage has who says each. */
  begunIn(entry: Entry): readonly FoundQuotation[] {
    const found: { parts: { piece: Piece; entry: Entry }[]; first: Piece; placed: Placed | null }[] = []
    const add = (piece: Piece, place: Entry): void => {
      const of = piece.back === 0 ? place : (this.#entries[place.index - piece.back] ?? place)
      const last = found.at(-1)
      if (piece.isFirst) found.push({ parts: [{ piece, entry: of }], first: piece, placed: piece.placed })
      else if (last) {
        last.parts.push({ piece, entry: of })
        last.placed ??= piece.placed
      }
    }
    for (const piece of entry.pieces) add(piece, entry)
    let place: Entry | undefined = entry
    while (place?.after?.open?.begin === entry) {
      place = this.#entries[place.index + 1]
      for (const piece of place?.pieces ?? []) {
        if (!place || piece.isFirst) break
        add(piece, place)
      }
    }
    return found.map(({ parts, first, placed }) => {
      const kind = first.span?.kind ?? 'speech'
      return {
        parts,
        kind,
        reason: first.span?.reason ?? 'block',
        placed: kind === 'speech' ? placed : null,
      }
    })
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/** Whether the same words are quoted. */
function isSameShape(one: readonly Piece[], other: readonly Piece[]): boolean {
  if (one === other) return true
  return (
    one.length === other.length &&
    one.every((piece, at) => {
      const next = other[at]
      return (
        piece.span === next?.span &&
        piece.back === next.back &&
        piece.from === next.from &&
        piece.to === next.to &&
        piece.isFirst === next.isFirst
      )
    })
  )
}

function isSamePieces(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    isSameShape(one, other) &&
    one.every(({ placed }, at) => {
      const next = other[at]?.placed
      return placed?.entry === next?.entry && placed?.mention === next?.mention
    })
  )
}

function areSamePeople(one: readonly (Person | null)[], other: readonly (Person | null)[]): boolean {
  return one.length === other.length && one.every((person, at) => isSamePerson(person, other[at] ?? null))
}

function isSameSaid(one: readonly Said[], other: readonly Said[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ place, at, person }, index) => {
      const next = other[index]
      return place === next?.place && at === next.at && isSamePerson(person, next.person)
    })
  )
}
