import type { Node, Slice } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { must } from '../../../shared/lib/assert.ts'
import type { Pattern } from './pattern.ts'

/** One position of a document, and who brought it there; those taken away stay in their place as gone. */
interface Letter {
  /** The version whose step brought it; the first snapshot's own version for what was there. */
  readonly version: number
  /** Which character of that step's text it is, in the order of its nodes; -1 for the border of a node. */
  readonly index: number
  /** UTF-16 code unit; 0 for a border. */
  readonly code: number
  isGone: boolean
  isStruck: boolean
}

const chunkSize = 1024

/** More than a slip of the hand that was taken away again: something else stood there. */
const longestSlip = 32

interface Chunk {
  letters: Letter[]
  standing: number
}

/** Characters of each step to be struck, by the version that the step leads to. */
export type StruckCharacters = Map<number, Set<number>>

function lettersOf(version: number, content: Node | Slice['content'], from: number, to: number): Letter[] {
  const letters: Letter[] = []
  let index = 0
  let position = 0
  const put = (at: number, code: number): void => {
    if (position >= from && position < to) {
      letters.push({ version, index: at, code, isGone: false, isStruck: false })
    }
    position++
  }
  const read = (node: Node): void => {
    if (node.isText) {
      const text = node.text ?? ''
      for (let i = 0; i < text.length; i++) put(index++, text.charCodeAt(i))
      return
    }
    put(-1, 0)
    if (node.isLeaf) return
    node.forEach(read)
    put(-1, 0)
  }
  content.forEach(read)
  return letters
}

/**
 * A story's text through its whole journal, letter by letter, so that words are found although no step holds
 * them: typed one by one, pasted in halves, joined by a deletion, mistyped and mended in between. Whenever
 * words come to stand in the text, every letter between their first and last is struck where it came from,
 * those deleted meanwhile too.
 */
export class Letters {
  readonly #pattern: Pattern
  #chunks: Chunk[] = []
  readonly struck: StruckCharacters = new Map()

  constructor(pattern: Pattern, version: number, document: Node) {
    this.#pattern = pattern
    const letters = lettersOf(version, document, 0, document.content.size)
    for (let at = 0; at < letters.length; at += chunkSize) {
      const part = letters.slice(at, at + chunkSize)
      this.#chunks.push({ letters: part, standing: part.length })
    }
    if (this.#chunks.length === 0) this.#chunks.push({ letters: [], standing: 0 })
    this.#lookAll()
  }

  /** Takes the step that leads to `version`; steps come in the order of the journal. */
  take(version: number, step: Step): void {
    const slice = 'slice' in step ? (step.slice as Slice) : null
    const brought = slice
      ? lettersOf(version, slice.content, slice.openStart, slice.content.size - slice.openEnd)
      : []
    let used = 0
    const touched: { from: number; to: number }[] = []
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      const part = brought.slice(used, used + newEnd - newStart)
      used += newEnd - newStart
      this.#replace(newStart, oldEnd - oldStart, part)
      touched.push({ from: newStart, to: newEnd })
    })
    for (const { from, to } of touched) this.#look(from - this.#pattern.longest, to + this.#pattern.longest)
  }

  /** The chunk and the place in it of the letter that stands at `position`; at the end, behind all. */
  #seek(position: number): { chunk: number; at: number } {
    let left = position
    for (let chunk = 0; chunk < this.#chunks.length; chunk++) {
      const { letters, standing } = must(this.#chunks[chunk], 'a chunk')
      if (left >= standing) {
        left -= standing
        continue
      }
      for (let at = 0; at < letters.length; at++) {
        if (letters[at]?.isGone) continue
        if (left-- === 0) return { chunk, at }
      }
    }
    const last = this.#chunks.length - 1
    return { chunk: last, at: must(this.#chunks[last], 'a chunk').letters.length }
  }

  #replace(from: number, removed: number, brought: Letter[]): void {
    let { chunk, at } = this.#seek(from)
    for (let left = removed; left > 0; at++) {
      const current = must(this.#chunks[chunk], 'what a step takes away is there')
      const letter = current.letters[at]
      if (!letter) {
        chunk++
        at = -1
        continue
      }
      if (letter.isGone) continue
      letter.isGone = true
      current.standing--
      left--
    }
    if (brought.length === 0) return
    // Behind what was taken away there: a slip of the hand then lies between the letters around it.
    const place = this.#seek(from)
    const target = must(this.#chunks[place.chunk], 'a chunk')
    const letters = [...target.letters.slice(0, place.at), ...brought, ...target.letters.slice(place.at)]
    const parts: Chunk[] = []
    const size = letters.length > 2 * chunkSize ? chunkSize : letters.length
    for (let start = 0; start < letters.length; start += size) {
      const part = letters.slice(start, start + size)
      parts.push({ letters: part, standing: part.reduce((sum, one) => sum + (one.isGone ? 0 : 1), 0) })
    }
    this.#chunks.splice(place.chunk, 1, ...parts)
  }

  #lookAll(): void {
    this.#look(
      0,
      this.#chunks.reduce((sum, chunk) => sum + chunk.standing, 0),
    )
  }

  /** Finds the words between two positions and strikes their letters. */
  #look(from: number, to: number): void {
    let { chunk, at } = this.#seek(Math.max(0, from))
    let count = to - Math.max(0, from)
    /** Letters of the stretch, gone ones too, and for each character of the text its place among them. */
    const stretch: Letter[] = []
    const places: number[] = []
    let text = ''
    while (count > 0 && chunk < this.#chunks.length) {
      const letter = this.#chunks[chunk]?.letters[at]
      if (!letter) {
        chunk++
        at = 0
        continue
      }
      stretch.push(letter)
      at++
      if (letter.isGone) continue
      count--
      if (letter.code === 0 && text.endsWith('\n')) continue
      places.push(stretch.length - 1)
      text += letter.code === 0 ? '\n' : String.fromCharCode(letter.code)
    }
    for (const match of this.#pattern.find(text)) {
      // Cut off by the edge of the stretch it may be part of a longer word.
      if (match.from === 0 && from > 0) continue
      const first = must(places[match.from], 'each character has a place')
      const last = must(places[match.to - 1], 'each character has a place')
      let slip: Letter[] = []
      for (const letter of stretch.slice(first, last + 1)) {
        if (letter.isGone) {
          slip.push(letter)
          continue
        }
        if (slip.length <= longestSlip) for (const gone of slip) this.#strike(gone)
        slip = []
        this.#strike(letter)
      }
    }
  }

  #strike(letter: Letter): void {
    if (letter.isStruck || letter.index < 0) return
    letter.isStruck = true
    const known = this.struck.get(letter.version)
    if (known) known.add(letter.index)
    else this.struck.set(letter.version, new Set([letter.index]))
  }
}
