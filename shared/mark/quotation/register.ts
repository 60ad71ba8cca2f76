import { type Entry, unasked } from './entry.ts'
import type { Gender, NameForm } from './names.ts'

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

export function isSamePerson(one: Person | null, other: Person | null): boolean {
  if (one === other) return true
  if (!one || !other) return false
  return one.name === other.name && one.role === other.role && one.gender === other.gender
}

interface PlacedUse {
  readonly entry: Entry
  readonly from: number
  readonly form: NameForm
}

/** What follows from all names of a story that begin or end with one word. */
interface Namesakes {
  /** Names in full and those with a role, in the order of the story. */
  uses: PlacedUse[]
  readonly people: Map<NameForm, Person>
  /** Whose speakers were found by asking here. */
  readonly askers: Set<Entry>
}

/** What stands here gives names short. */
const headings = new Set(['headline', 'dek', 'crosshead'])

/** The names of a story by their words. It follows the story from one state to the next, at the cost of what changed. */
export class Register {
  readonly #byWord = new Map<string, Namesakes>()

  /**
   * @param gone entries that the story had, marked as gone
   * @param come entries that it has now; their places are those of the new story
   * @returns entries that asked for somebody who is another now
   */
  change(gone: readonly Entry[], come: readonly Entry[]): Set<Entry> {
    const added = new Map<string, PlacedUse[]>()
    for (const entry of gone) for (const word of wordsOf(entry)) added.set(word, [])
    for (const entry of come) {
      for (const { from, form } of entry.digest.names) {
        if (!isRegistered(form)) continue
        const use: PlacedUse = { entry, from, form }
        for (const word of edgesOf(form)) {
          const uses = added.get(word)
          if (uses) uses.push(use)
          else added.set(word, [use])
        }
      }
    }
    const stirred = new Set<Entry>()
    for (const [word, uses] of added) {
      const known = this.#namesakes(word)
      known.uses = merged(
        known.uses.filter(({ entry }) => !entry.isGone),
        uses,
      )
      if (changePeople(known, word)) for (const entry of known.askers) stirred.add(entry)
      if (known.uses.length === 0 && known.askers.size === 0) this.#byWord.delete(word)
    }
    return stirred
  }

  #namesakes(word: string): Namesakes {
    const known = this.#byWord.get(word)
    if (known) return known
    const made: Namesakes = { uses: [], people: new Map(), askers: new Set() }
    this.#byWord.set(word, made)
    return made
  }

  /** The fullest form of a name as the story has it, with the role that stands by one of its uses. */
  personOf(form: NameForm, asker: Entry): Person {
    const last = lastOf(form)
    const namesakes = this.#namesakes(last)
    if (!namesakes.askers.has(asker)) {
      namesakes.askers.add(asker)
      asker.asked = [...asker.asked, last]
    }
    const known = namesakes.people.get(form)
    if (known) return known
    const person = findPerson(form, namesakes.uses, last)
    namesakes.people.set(form, person)
    return person
  }

  /** Whoever asked is to ask anew, or is gone. */
  forget(asker: Entry): void {
    for (const word of asker.asked) {
      const namesakes = this.#byWord.get(word)
      namesakes?.askers.delete(asker)
      if (namesakes?.askers.size === 0) {
        namesakes.people.clear()
        if (namesakes.uses.length === 0) this.#byWord.delete(word)
      }
    }
    asker.asked = unasked
  }
}

const lastOf = ({ words }: NameForm): string => words.at(-1) ?? ''
const isRegistered = ({ words, role }: NameForm): boolean => words.length > 1 || role !== ''

function edgesOf(form: NameForm): readonly string[] {
  const [first, last] = [form.words[0] ?? '', lastOf(form)]
  return first === last ? [first] : [first, last]
}

function wordsOf({ digest }: Entry): string[] {
  return digest.names.flatMap(({ form }) => (isRegistered(form) ? edgesOf(form) : []))
}

function comparePlaces(one: PlacedUse, other: PlacedUse): number {
  return one.entry.index - other.entry.index || one.from - other.from
}

/** Both in the order of the story. */
function merged(before: PlacedUse[], added: readonly PlacedUse[]): PlacedUse[] {
  const [first] = added
  if (!first) return before
  const last = before.at(-1)
  const isBehind = last === undefined || comparePlaces(last, first) <= 0
  const all = [...before, ...added]
  return isBehind ? all : all.sort(comparePlaces)
}

/** @returns whether somebody is another now */
function changePeople({ uses, people, askers }: Namesakes, word: string): boolean {
  if (askers.size === 0) {
    people.clear()
    return false
  }
  let isOther = false
  for (const [form, before] of people) {
    const now = findPerson(form, uses, word)
    if (isSamePerson(before, now)) continue
    people.set(form, now)
    isOther = true
  }
  return isOther
}

function findPerson(form: NameForm, uses: readonly PlacedUse[], last: string): Person {
  const same = uses.filter(({ form: other }) => isSame(form, other, last))
  const chosen = fullest(same) ?? form
  const theirs: NameForm[] = []
  for (const { form: one } of same) {
    if (one.words.length === 1 || chosen.words.length === 1 || one.words[0] === chosen.words[0])
      theirs.push(one)
  }
  const titled =
    theirs.find((one) => one.words.length > 1 && one.role !== '') ?? theirs.find((one) => one.role !== '')
  const academic = theirs.find((one) => one.words.length > 1 && /^\p{Lu}\p{Ll}{1,3}\.\s/u.test(one.name))
  const isGendered = ({ gender }: NameForm): boolean => gender !== 'unknown'
  const gendered = [form, chosen].find(isGendered) ?? theirs.find(isGendered)
  return {
    name: (academic ?? chosen).name,
    role: form.words.length > 1 && form.role !== '' ? form.role : (titled?.role ?? form.role),
    gender: gendered?.gender ?? 'unknown',
  }
}

function isSame(form: NameForm, other: NameForm, last: string): boolean {
  if (form.gender !== 'unknown' && other.gender !== 'unknown' && form.gender !== other.gender) return false
  if (form.words.length > 1) return lastOf(other) === last && other.words[0] === form.words[0]
  return lastOf(other) === last || (other.words[0] === last && other.isPerson)
}

/** Of several full names with one surname the one that the text has most; of these the first. */
function fullest(uses: readonly PlacedUse[]): NameForm | undefined {
  const counts = new Map<string, { count: number; readonly form: NameForm }>()
  let first: NameForm | undefined
  for (const { entry, form } of uses) {
    if (form.words.length < 2) continue
    first ??= form
    if (headings.has(entry.digest.where)) continue
    const key = `${form.words[0]} ${lastOf(form)}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { count: 1, form })
  }
  let best: { count: number; readonly form: NameForm } | undefined
  for (const one of counts.values()) if (one.count > (best?.count ?? 0)) best = one
  return best?.form ?? first
}
