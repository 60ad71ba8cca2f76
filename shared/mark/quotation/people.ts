import { type Entry, nobody, type Placed, type Said, type Spoken } from './entry.ts'
import type { Mentioned } from './mentioned.ts'
import type { Gender } from './names.ts'
import type { Naming } from './naming.ts'
import type { Person, Register } from './register.ts'

/** How many passages back a pronoun's person is looked for. */
export const reach = 6
/** And an office's. */
export const officeReach = 2 * reach

/** Finds who is meant by a mention; asked in the order of the story, it goes by who spoke before. */
export class People {
  readonly #entries: readonly Entry[]
  readonly #register: Register
  /** For whose quotations people are looked for now. */
  readonly #asker: Entry
  /** What those quotations have made known. */
  readonly said: Said[] = []

  constructor(entries: readonly Entry[], register: Register, asker: Entry) {
    this.#entries = entries
    this.#register = register
    this.#asker = asker
  }

  /** Who a mention means, who has spoken then; null where it is a pronoun that the story does not fill. */
  speakerOf({ mention, entry }: Placed): Person | null {
    const person = this.#personOf(mention, entry)
    if (!person) return null
    this.said.push({ place: entry, at: mention.from, person })
    const spoken: Spoken = { at: mention.from, person, by: this.#asker }
    const isLater = ({ by }: Spoken): boolean => by.index > this.#asker.index
    const last = entry.spoken.at(-1)
    if (!last) entry.spoken = [spoken]
    else if (!isLater(last)) entry.spoken.push(spoken)
    else entry.spoken.splice(entry.spoken.findIndex(isLater), 0, spoken)
    return person
  }

  #personOf(mention: Mentioned, entry: Entry): Person | null {
    const { naming } = mention
    if (naming.pronoun === 'other') return this.#byAntecedent(mention, entry)
    if (naming.pronoun) return this.#byPronoun(naming.pronoun, mention, entry)
    return this.#named(naming, entry)
  }

  #named({ form, office, byOffice, words }: Naming, entry: Entry): Person {
    if (form) {
      const person = this.#register.personOf(form, this.#asker)
      return office === '' || person.role !== '' ? person : { ...person, role: office }
    }
    return (byOffice && this.#byOffice(byOffice, entry)) ?? { name: words, role: '', gender: 'unknown' }
  }

  /** "the governor": the one of whom the story said so before. */
  #byOffice(office: RegExp, entry: Entry): Person | null {
    for (let index = entry.index; index >= Math.max(0, entry.index - officeReach); index--) {
      const names = this.#entries[index]?.digest.names
      const found = names?.findLast(({ form }) => form.role !== '' && office.test(form.role))
      if (found) return this.#register.personOf(found.form, this.#asker)
    }
    return null
  }

  /** Who has spoken in a passage, as far as the story has been read. */
  #lastSpoken(index: number, isMeant: (spoken: { at: number; person: Person }) => boolean): Person | null {
    const spoken = this.#entries[index]?.spoken ?? nobody
    const found = spoken.findLast((one) => one.by.index <= this.#asker.index && isMeant(one))
    return found?.person ?? null
  }

  /** "they", "it": what the sentence before speaks of, or who spoke last and is no person. */
  #byAntecedent({ antecedent }: Mentioned, entry: Entry): Person | null {
    if (antecedent) return this.#personOf(antecedent, entry)
    const anybody = (): boolean => true
    const last = this.#lastSpoken(entry.index, anybody) ?? this.#lastSpoken(entry.index - 1, anybody)
    return last && last.gender === 'unknown' && last.role === '' ? last : null
  }

  #byPronoun(pronoun: Gender | 'person', mention: Mentioned, entry: Entry): Person | null {
    const fits = ({ gender }: Person): boolean =>
      gender === 'unknown' || pronoun === 'person' || gender === pronoun
    for (let index = entry.index; index >= Math.max(0, entry.index - reach); index--) {
      const end = index < entry.index ? Number.POSITIVE_INFINITY : mention.from
      const spoke = this.#lastSpoken(index, ({ at, person }) => at < end && fits(person))
      if (spoke) return spoke
      const named = this.#nearestNamed(index, end, fits)
      if (named) return named
    }
    return null
  }

  /** The last person that a passage names before `end` as a subject, else the last at all. */
  #nearestNamed(index: number, end: number, fits: (person: Person) => boolean): Person | null {
    const uses = this.#entries[index]?.digest.names ?? []
    let other: Person | null = null
    for (let i = uses.length - 1; i >= 0; i--) {
      const use = uses[i]
      if (!use || use.from >= end || (other && !use.isSubject)) continue
      const person = this.#register.personOf(use.form, this.#asker)
      const isPerson = use.form.isPerson || person.gender !== 'unknown' || person.role !== ''
      if (!isPerson || !fits(person)) continue
      if (use.isSubject) return person
      other = person
    }
    return other
  }
}
