import type { PassageStretch } from '../passage.ts'
import { type Finding, findingOf } from './finding.ts'
import { isNearlySame, type SpellingTrace } from './spelling.ts'

/** The names of one passage; of an unchanged passage always the same list. Passages never share one. */
type Uses = readonly SpellingTrace[]

interface Pair {
  readonly one: string
  readonly other: string
  /** A name in one word beside somebody's surname. */
  readonly isAlone: boolean
}

const shortest = 4
const shortestAlone = 5

function put<Key>(map: Map<Key, Set<string>>, key: Key, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

/**
 * Which names of a story are spelled almost the same. It is told of the passages that come and go, so that a changed
 * passage costs its own names.
 */
export class NameIndex {
  readonly #uses = new Map<string, Set<Uses>>()
  /** Names of several words, with one of them left open. */
  readonly #byRest = new Map<string, Set<string>>()
  readonly #bySurname = new Map<string, Set<string>>()
  readonly #alone = new Map<string, Set<string>>()
  /** The words of names that have several, and in how many. */
  readonly #nameWords = new Map<string, number>()
  readonly #pairs = new Map<string, Pair>()

  /** @param usesOf the names of each passage, asked for only where there is something to find */
  findings(usesOf: () => readonly Uses[]): readonly Finding[] {
    if (this.#pairs.size === 0) return []
    const indexes = this.#indexes(usesOf())
    const findings = this.#chosen().map((pair) => this.#findingOf(pair, indexes))
    // As the story has them, however it came to be.
    return findings.sort(
      (one, other) => comparePlaces(one.places[0], other.places[0]) || (one.key < other.key ? -1 : 1),
    )
  }

  /** A name in several words is spelled as somebody has it; one word is held against the surname that is used most. */
  #chosen(): readonly Pair[] {
    const chosen = new Map<string, Pair>()
    for (const pair of this.#pairs.values()) {
      if (pair.isAlone && this.#nameWords.has(pair.one)) continue
      const key = pair.isAlone ? pair.one : `${pair.one} | ${pair.other}`
      const known = chosen.get(key)
      if (!known || this.#isSooner(pair.other, known.other)) chosen.set(key, pair)
    }
    return [...chosen.values()]
  }

  #isSooner(one: string, other: string): boolean {
    const uses = (key: string): number => this.#uses.get(key)?.size ?? 0
    return uses(one) > uses(other) || (uses(one) === uses(other) && one < other)
  }

  /** Where the passages stand that have a name of a pair. */
  #indexes(passages: readonly Uses[]): ReadonlyMap<Uses, number> {
    const paired = new Set<Uses>()
    for (const { one, other } of this.#pairs.values()) {
      for (const key of [one, other]) for (const uses of this.#uses.get(key) ?? []) paired.add(uses)
    }
    const indexes = new Map<Uses, number>()
    for (const [index, uses] of passages.entries()) if (paired.has(uses)) indexes.set(uses, index)
    return indexes
  }

  add(uses: Uses): void {
    for (const { key, keys } of uses) {
      const known = this.#uses.get(key)
      if (known) known.add(uses)
      else {
        this.#uses.set(key, new Set([uses]))
        this.#link(key, keys)
      }
    }
  }

  remove(uses: Uses): void {
    for (const { key, keys } of uses) {
      const known = this.#uses.get(key)
      known?.delete(uses)
      if (known?.size !== 0) continue
      this.#uses.delete(key)
      this.#unlink(key, keys)
    }
  }

  #link(key: string, keys: readonly string[]): void {
    const last = keys.at(-1) ?? ''
    const initial = last[0] ?? ''
    if (keys.length === 1) {
      for (const other of this.#bySurname.get(initial) ?? []) this.#pairAlone(key, other)
      put(this.#alone, initial, key)
      return
    }
    for (const [left, word] of keys.entries()) {
      this.#nameWords.set(word, (this.#nameWords.get(word) ?? 0) + 1)
      const rest = restOf(keys, left)
      for (const other of this.#byRest.get(rest) ?? []) {
        const otherWord = other.split(' ')[left] ?? ''
        if (isNearlySame(word, otherWord, shortest)) this.#pair({ one: other, other: key, isAlone: false })
      }
      put(this.#byRest, rest, key)
    }
    for (const alone of this.#alone.get(initial) ?? []) this.#pairAlone(alone, key)
    put(this.#bySurname, initial, key)
  }

  #unlink(key: string, keys: readonly string[]): void {
    const initial = keys.at(-1)?.[0] ?? ''
    this.#alone.get(initial)?.delete(key)
    this.#bySurname.get(initial)?.delete(key)
    if (keys.length > 1) {
      for (const [left, word] of keys.entries()) {
        this.#byRest.get(restOf(keys, left))?.delete(key)
        const count = (this.#nameWords.get(word) ?? 1) - 1
        if (count === 0) this.#nameWords.delete(word)
        else this.#nameWords.set(word, count)
      }
    }
    for (const [id, { one, other }] of this.#pairs) if (one === key || other === key) this.#pairs.delete(id)
  }

  #pairAlone(alone: string, full: string): void {
    const surname = full.slice(full.lastIndexOf(' ') + 1)
    if (isNearlySame(alone, surname, shortestAlone)) this.#pair({ one: alone, other: full, isAlone: true })
  }

  #pair(pair: Pair): void {
    this.#pairs.set(`${pair.one} | ${pair.other}`, pair)
  }

  #findingOf({ one, other }: Pair, indexes: ReadonlyMap<Uses, number>): Finding {
    const [first, second] = [this.#placesOf(one, indexes), this.#placesOf(other, indexes)]
    const isFirstOften =
      first.length > second.length ||
      (first.length === second.length && comparePlaces(first[0]?.place, second[0]?.place) < 0)
    const [often, seldom] = isFirstOften ? [first, second] : [second, first]
    return findingOf(
      { kind: 'twoSpellings', one: often[0]?.words ?? '', other: seldom[0]?.words ?? '' },
      [one, other].sort(),
      [...often.slice(0, 1), ...seldom].map(({ place }) => place),
    )
  }

  #placesOf(key: string, indexes: ReadonlyMap<Uses, number>): { place: PassageStretch; words: string }[] {
    const places = [...(this.#uses.get(key) ?? [])].flatMap((uses) => {
      const passage = indexes.get(uses) ?? 0
      return uses.flatMap((trace) =>
        trace.key === key ? [{ place: { passage, from: trace.from, to: trace.to }, words: trace.words }] : [],
      )
    })
    return places.sort((one, other) => comparePlaces(one.place, other.place))
  }
}

function comparePlaces(one: PassageStretch | undefined, other: PassageStretch | undefined): number {
  return (one?.passage ?? 0) - (other?.passage ?? 0) || (one?.from ?? 0) - (other?.from ?? 0)
}

function restOf(keys: readonly string[], left: number): string {
  return keys.map((key, index) => (index === left ? '*' : key)).join(' ')
}
