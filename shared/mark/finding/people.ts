import type { PassageFacts } from '../statement/facts.ts'
import type { NameMention } from '../statement/names.ts'
import type { Placed } from './finding.ts'

/** A person's name as one passage has it. */
export interface PersonTrace {
  /** In lower case, words with a space between them, without titles. */
  readonly key: string
  readonly surname: string
  readonly isFull: boolean
}

export function personOf({ words }: PassageFacts, name: NameMention): PersonTrace {
  const keys = words.slice(name.first, name.end).map((word) => word.key.replace(/['’]$/u, ''))
  const isSuffix = /^(?:jr|sr|ii|iii|iv)$/u.test(keys.at(-1) ?? '')
  const surname = keys.at(isSuffix && keys.length > 2 ? -2 : -1) ?? ''
  return { key: keys.join(' '), surname, isFull: keys.length > 1 }
}

/** The full names of a story by their surnames: whom a surname alone stands for, where that is one person. */
export class People {
  readonly #bySurname = new Map<string, string | null>()

  constructor(persons: Iterable<PersonTrace>) {
    for (const { key, surname, isFull } of persons) {
      if (!isFull) continue
      const known = this.#bySurname.get(surname)
      this.#bySurname.set(surname, known === undefined || known === key ? key : null)
    }
  }

  /** Null where several people have the surname. */
  find({ key, surname, isFull }: PersonTrace): string | null {
    if (isFull) return key
    const known = this.#bySurname.get(surname)
    return known === undefined ? surname : known
  }
}

/** Traces by the person that they are about. */
export function byPerson<Trace extends { readonly person: PersonTrace }>(
  placed: readonly Placed<Trace>[],
): Map<string, Placed<Trace>[]> {
  const people = new People(placed.map(({ trace }) => trace.person))
  const found = new Map<string, Placed<Trace>[]>()
  for (const one of placed) {
    const key = people.find(one.trace.person)
    if (key === null) continue
    const known = found.get(key)
    if (known) known.push(one)
    else found.set(key, [one])
  }
  return found
}
