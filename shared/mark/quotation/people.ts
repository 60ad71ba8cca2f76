import type { Passage } from '../passage.ts'
import type { Mention } from './mention.ts'
import { type Gender, namesIn } from './names.ts'
import { type Naming, namingOf } from './naming.ts'
import type { Person, Register, Speaker } from './register.ts'

interface Spoken {
  readonly at: number
  readonly person: Person
}

/** How many passages back a pronoun's person is looked for, and twice as far an office's. */
const reach = 6

/** Finds who is meant by a mention; asked in the order of the story, it remembers who spoke. */
export class People {
  readonly #passages: readonly Passage[]
  readonly #language: string
  readonly #register: Register
  /** Who spoke, by passage: nearer than a name that was only mentioned. */
  readonly #spoken = new Map<number, Spoken[]>()

  constructor(passages: readonly Passage[], language: string, register: Register) {
    this.#passages = passages
    this.#language = language
    this.#register = register
  }

  /** Who a mention in a passage means; null where it is a pronoun that the story does not fill. */
  speakerOf(mention: Mention, passage: number): Speaker | null {
    const person = this.#personOf(mention, passage)
    if (!person) return null
    const spoken = this.#spoken.get(passage)
    if (spoken) spoken.push({ at: mention.from, person })
    else this.#spoken.set(passage, [{ at: mention.from, person }])
    return { name: person.name, role: person.role }
  }

  #personOf(mention: Mention, passage: number): Person | null {
    const one = this.#passages[passage]
    if (!one) return null
    const naming = namingOf(mention, one, this.#language)
    if (naming.pronoun === 'other') return this.#byAntecedent(mention, passage)
    if (naming.pronoun) return this.#byPronoun(naming.pronoun, mention, passage)
    return this.#named(naming, passage)
  }

  #named({ use, office, byOffice, words }: Naming, passage: number): Person {
    if (use) {
      const person = this.#register.personOf(use)
      return office === '' || person.role !== '' ? person : { ...person, role: office }
    }
    return (byOffice && this.#byOffice(byOffice, passage)) ?? { name: words, role: '', gender: 'unknown' }
  }

  /** "the governor": the one of whom the story said so before. */
  #byOffice(office: RegExp, passage: number): Person | null {
    for (let index = passage; index >= Math.max(0, passage - 2 * reach); index--) {
      const one = this.#passages[index]
      const found =
        one && namesIn(one, this.#language).findLast((use) => use.role !== '' && office.test(use.role))
      if (found) return this.#register.personOf(found)
    }
    return null
  }

  /** "they", "it": what the sentence before speaks of, or who spoke last and is no person. */
  #byAntecedent(mention: Mention, passage: number): Person | null {
    if (mention.antecedent) return this.#personOf(mention.antecedent, passage)
    const last = (this.#spoken.get(passage) ?? this.#spoken.get(passage - 1))?.at(-1)?.person
    return last && last.gender === 'unknown' && last.role === '' ? last : null
  }

  #byPronoun(pronoun: Gender | 'person', mention: Mention, passage: number): Person | null {
    const fits = ({ gender }: Person): boolean =>
      gender === 'unknown' || pronoun === 'person' || gender === pronoun
    for (let index = passage; index >= Math.max(0, passage - reach); index--) {
      const end = index < passage ? Number.POSITIVE_INFINITY : mention.from
      const spoke = this.#spoken.get(index)?.findLast(({ at, person }) => at < end && fits(person))
      if (spoke) return spoke.person
      const named = this.#nearestNamed(index, end, fits)
      if (named) return named
    }
    return null
  }

  /** The last person that a passage names before `end` as a subject, else the last at all. */
  #nearestNamed(passage: number, end: number, fits: (person: Person) => boolean): Person | null {
    const one = this.#passages[passage]
    const uses = one ? namesIn(one, this.#language) : []
    let other: Person | null = null
    for (let i = uses.length - 1; i >= 0; i--) {
      const use = uses[i]
      if (!use || use.from >= end || (other && !use.isSubject)) continue
      const person = this.#register.personOf(use)
      const isPerson = use.isPerson || person.gender !== 'unknown' || person.role !== ''
      if (!isPerson || !fits(person)) continue
      if (use.isSubject) return person
      other = person
    }
    return other
  }
}
