import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import type { PersonId } from '../model/ids.ts'
import type { AnchorSpan } from './anchors.ts'
import { mappedText } from './text.ts'
import { wholeWords } from './words.ts'

interface Run {
  length: number
  personId: PersonId | null
}

/**
 * Who wrote each position of a document, followed through the steps of its journal. What was there at the beginning,
 * such as an imported text, was written by nobody here. Who undoes a deletion counts as having written it.
 */
export class Authors {
  #runs: Run[]

  /** @param size of the first document's content */
  constructor(size: number) {
    this.#runs = [{ length: size, personId: null }]
  }

  /** Of the document's content, as the steps taken made it. */
  get size(): number {
    return this.#runs.reduce((sum, run) => sum + run.length, 0)
  }

  take(step: Step, personId: PersonId | null): void {
    // What lies before a range has its new length already, so that each is replaced where it will stand.
    step.getMap().forEach((fromA, toA, fromB, toB) => {
      this.#replace(fromB, toA - fromA, toB - fromB, personId)
    })
  }

  #replace(at: number, removed: number, added: number, personId: PersonId | null): void {
    const runs: Run[] = []
    const push = (length: number, by: PersonId | null): void => {
      const last = runs.at(-1)
      if (length <= 0) return
      if (last?.personId === by) last.length += length
      else runs.push({ length, personId: by })
    }
    let position = 0
    let isPut = false
    const put = (): void => {
      if (isPut) return
      push(added, personId)
      isPut = true
    }
    for (const run of this.#runs) {
      const end = position + run.length
      push(Math.min(end, at) - position, run.personId)
      if (end > at || (end === at && removed === 0)) put()
      push(end - Math.max(position, at + removed), run.personId)
      position = end
    }
    put()
    this.#runs = runs
  }

  /** Who wrote the position just behind `at`, or null. */
  #at(positions: readonly number[]): (PersonId | null)[] {
    const found: (PersonId | null)[] = []
    let index = 0
    let end = this.#runs[0]?.length ?? 0
    for (const position of positions) {
      while (position >= end && index < this.#runs.length - 1) end += this.#runs[++index]?.length ?? 0
      found.push(this.#runs[index]?.personId ?? null)
    }
    return found
  }

  /** Those who wrote at least one whole word of a claim, or a digit of a figure in it; by id. */
  writersOf(document: Node, span: AnchorSpan): PersonId[] {
    const { text, positions } = mappedText(document, 'accepted', wholeWords(document, span))
    const by = this.#at(positions)
    const writers = new Set<PersonId>()
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const [first, ...others] = by.slice(index, index + word.length)
      if (first && others.every((one) => one === first)) writers.add(first)
      for (let i = 0; i < word.length; i++) {
        const writer = by[index + i]
        if (writer && /\p{N}/u.test(word[i] ?? '')) writers.add(writer)
      }
    }
    return [...writers].sort()
  }
}
