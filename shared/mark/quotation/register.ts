import type { Passage } from '../passage.ts'
import { type Gender, type NameUse, namesIn } from './names.ts'

/** Who said something, as the story gives it. */
export interface Speaker {
  /**
   * As full as the story has it: "Dr. Lina Khatib" where the passage says "Dr. Khatib"; an institution or group as
   * it is called.
   */
  readonly name: string
  /** Title or function, without its article; "" where the story gives none. */
  readonly role: string
}

export interface Person extends Speaker {
  readonly gender: Gender
}

interface PlacedUse {
  readonly passage: Passage
  readonly use: NameUse
}

interface Known {
  readonly person: Person
  readonly version: number
}

/** What stands here gives names short. */
const headings = new Set(['headline', 'dek', 'crosshead'])

/** The names of a story by their words. It follows the story from one state to the next, at the cost of what changed. */
export class Register {
  readonly #language: string
  #places: ReadonlyMap<Passage, number> = new Map()
  /** Names in full and those with a role, by their first and by their last word. */
  readonly #byWord = new Map<string, PlacedUse[]>()
  /** Counts the changes of a word's list. */
  readonly #versions = new Map<string, number>()
  #known = new WeakMap<NameUse, Known>()

  constructor(language: string) {
    this.#language = language
  }

  /** Takes the story as it is now; passages that it had are known by their identity. */
  follow(passages: readonly Passage[]): void {
    const places = new Map<Passage, number>()
    for (let index = passages.length - 1; index >= 0; index--) {
      const passage = passages[index]
      if (passage) places.set(passage, index)
    }
    const isOther = !passages.some((passage) => this.#places.has(passage))
    if (isOther) this.#forget()
    for (const passage of this.#places.keys()) if (!places.has(passage)) this.#change(passage, false)
    for (const passage of places.keys()) if (!this.#places.has(passage)) this.#change(passage, true)
    this.#places = places
  }

  #forget(): void {
    this.#places = new Map()
    this.#byWord.clear()
    this.#versions.clear()
    this.#known = new WeakMap()
  }

  #change(passage: Passage, isNew: boolean): void {
    for (const use of namesIn(passage, this.#language)) {
      if (use.words.length < 2 && use.role === '') continue
      for (const word of new Set([use.words[0] ?? '', use.words.at(-1) ?? ''])) {
        const list = this.#byWord.get(word) ?? []
        if (isNew) list.push({ passage, use })
        this.#byWord.set(word, isNew ? list : list.filter((placed) => placed.use !== use))
        this.#versions.set(word, (this.#versions.get(word) ?? 0) + 1)
      }
    }
  }

  /** The fullest form of a name as the story has it, with the role that stands by one of its uses. */
  personOf(use: NameUse): Person {
    const last = use.words.at(-1) ?? ''
    const version = this.#versions.get(last) ?? 0
    const known = this.#known.get(use)
    if (known?.version === version) return known.person
    const person = this.#findPerson(use, last)
    this.#known.set(use, { person, version })
    return person
  }

  #findPerson(use: NameUse, last: string): Person {
    const place = ({ passage }: PlacedUse): number => this.#places.get(passage) ?? 0
    const same = (this.#byWord.get(last) ?? [])
      .filter(({ use: other }) => isSame(use, other, last))
      .sort((one, next) => place(one) - place(next) || one.use.from - next.use.from)
    const chosen = fullest(same) ?? use
    const theirs = same
      .map((placed) => placed.use)
      .filter(
        (one) => one.words.length === 1 || chosen.words.length === 1 || one.words[0] === chosen.words[0],
      )
    const titled =
      theirs.find((one) => one.words.length > 1 && one.role !== '') ?? theirs.find((one) => one.role !== '')
    const academic = theirs.find((one) => one.words.length > 1 && /^\p{Lu}\p{Ll}{1,3}\.\s/u.test(one.name))
    const gendered = [use, chosen, ...theirs].find((one) => one.gender !== 'unknown')
    return {
      name: (academic ?? chosen).name,
      role: use.words.length > 1 && use.role !== '' ? use.role : (titled?.role ?? use.role),
      gender: gendered?.gender ?? 'unknown',
    }
  }
}

function isSame(use: NameUse, other: NameUse, last: string): boolean {
  if (use.gender !== 'unknown' && other.gender !== 'unknown' && use.gender !== other.gender) return false
  if (use.words.length > 1) return other.words.at(-1) === last && other.words[0] === use.words[0]
  return other.words.at(-1) === last || (other.words[0] === last && other.isPerson)
}

/** Of several full names with one surname the one that the text has most; of these the first. */
function fullest(uses: readonly PlacedUse[]): NameUse | undefined {
  const full = uses.filter(({ use }) => use.words.length > 1)
  const inText = full.filter(({ passage }) => !headings.has(passage.where))
  const counts = new Map<string, number>()
  let best: NameUse | undefined
  let most = 0
  for (const { use } of inText) {
    const key = `${use.words[0]} ${use.words.at(-1)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { use } of inText) {
    const count = counts.get(`${use.words[0]} ${use.words.at(-1)}`) ?? 0
    if (count > most) {
      most = count
      best = use
    }
  }
  return best ?? full[0]?.use
}
