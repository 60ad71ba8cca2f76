import { type Facet, facets } from '../facet.ts'
import type { Word } from '../word.ts'
import { behindAside, withSurnames } from './accused.ts'
import type { PassageFacts } from './facts.ts'
import type { Lexicon, Sense } from './lexicon.ts'
import { isGenitive, type NameMention } from './names.ts'

/** What keeps a sentence from being proposed, or lowers it: the writer's judgement, and what is left open. */
export type SetApart = 'judgement' | 'hedge' | 'ownVoice'
export const setsApart: readonly SetApart[] = ['judgement', 'hedge', 'ownVoice']

/** Words that show one thing about what stands around them. */
export interface Sign {
  /** `wrong`: what somebody can be accused of, where nobody near it is. */
  readonly shows: Facet | SetApart | 'wrong'
  readonly from: number
  readonly to: number
  /** A sign that calls for a check by itself; others want company. */
  readonly isStrong: boolean
}

const strongSenses: Partial<Record<Sense, Facet>> = { superlative: 'superlative', unnamed: 'unnamedSource' }
const weakSenses: Partial<Record<Sense, Facet>> = {
  absolute: 'absolute',
  cause: 'cause',
  comparison: 'comparison',
  attribution: 'attribution',
}
const facetOfKind = {
  number: 'figure',
  age: 'figure',
  money: 'money',
  share: 'share',
  duration: 'duration',
} as const

const ofFacets: ReadonlySet<string> = new Set(facets)

export function isFacet(shows: Sign['shows']): shows is Facet {
  return ofFacets.has(shows)
}

/** Words that pass between who speaks and the verb: "critics of the deal warn". */
const reach = 5
/** How near to an accusing word somebody is accused. */
const near = 4
/** How far before it a person may be named, with an age or a town between. */
const farthest = 12
/** How many words may stand between the two halves of a verb. */
const clause = 16

function isStop(gap: string): boolean {
  return /[.;:!?—–“”"„«»]/u.test(gap)
}

/** The words from who speaks to the verb of speech, within a few words behind the one at `index` or just before it. */
function speechAround(
  { words }: PassageFacts,
  index: number,
  lexicon: Lexicon,
): { first: number; end: number } | null {
  for (let at = index + 1; at <= index + reach && at < words.length; at++) {
    const word = words[at]
    if (!word || isStop(word.gap)) break
    if (lexicon.sets.speech.has(word.key) || lexicon.sets.opinions.has(word.key))
      return { first: index, end: at + 1 }
  }
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const behind = words[at + 1]
    if (!behind || isStop(behind.gap) || /\p{N}/u.test(behind.text)) break
    // "an estimated", "the reported": no verb.
    if (lexicon.sets.articles.has(words[at - 1]?.key ?? '')) break
    const key = words[at]?.key ?? ''
    if (lexicon.sets.speech.has(key) && !lexicon.sets.addressing.has(key))
      return { first: at, end: index + 1 }
  }
  return null
}

/** "according to U.S. defense officials": who is not named stands within a few words behind. */
function unnamedBehind(facts: PassageFacts, index: number, lexicon: Lexicon): number | null {
  for (let at = index; at < index + 6 && at < facts.words.length; at++) {
    const word = facts.words[at]
    if (!word || (at > index && /[^\s.-]/u.test(word.gap))) return null
    if (facts.names.some((name) => name.kind === 'person' && name.first <= at && name.end > at)) return null
    if (lexicon.sets.unnamed.has(word.key)) return at
  }
  return null
}

function comparisonEnd(
  facts: PassageFacts,
  index: number,
  counted: ReadonlySet<number>,
  lexicon: Lexicon,
): number | null {
  if (!lexicon.sets.comparisons.has(facts.words[index]?.key ?? '')) return null
  for (let at = index + 1; at < Math.min(facts.words.length, index + 6); at++) {
    const word = facts.words[at]
    if (!word || isStop(word.gap) || word.gap.includes(',')) return null
    if (!lexicon.sets.comparisonEnds.has(word.key)) continue
    // "more than 20", "mehr als doppelt": it goes with the figure, which is a sign of its own.
    return counted.has(at + 1) && at === index + 1 ? null : at
  }
  return null
}

/** Words before and behind within which names matter to a sign. */
const namesBefore = 48
const namesBehind = 24

/** The facts with those names alone that stand near a word: a passage may have thousands. */
function nearby(facts: PassageFacts, index: number): PassageFacts {
  const { names } = facts
  if (names.length < namesBehind) return facts
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.first ?? 0) < index - namesBefore) low = middle + 1
    else high = middle
  }
  let end = low
  while ((names[end]?.first ?? Number.POSITIVE_INFINITY) <= index + namesBehind) end++
  return { ...facts, names: names.slice(low, end) }
}

/** The signs of a passage in the order of its words. */
export function signsIn(facts: PassageFacts, lexicon: Lexicon): readonly Sign[] {
  const { words } = facts
  const signs: Sign[] = []
  const add = (shows: Sign['shows'], first: number, end: number, isStrong = false): void => {
    signs.push({ shows, from: words[first]?.from ?? 0, to: words[end - 1]?.to ?? 0, isStrong })
  }
  for (const { from, to } of facts.dates) signs.push({ shows: 'date', from, to, isStrong: true })
  for (const { from, to, kind } of facts.figures)
    signs.push({ shows: facetOfKind[kind], from, to, isStrong: true })
  for (const name of facts.names) addName(signs, name)
  const accusable = withSurnames(facts, lexicon)
  const taken = takenBy(facts)
  const counted = new Set([...facts.figures, ...facts.dates].map(({ first }) => first))
  for (let index = 0; index < words.length; index++) {
    const key = words[index]?.key ?? ''
    const found = taken.has(index) ? null : lexicon.phrases.at(words, index)
    if (found?.meaning === 'noSuperlative') {
      index += found.length - 1
      continue
    }
    if (found) {
      const end = index + found.length
      const strong = strongSenses[found.meaning]
      const weak = weakSenses[found.meaning]
      if (strong) add(strong, index, end, true)
      // "as many as 80" goes with the figure, which is a sign of its own.
      const isOfFigure = weak === 'comparison' && counted.has(end)
      if (weak && !isOfFigure) add(weak, index, end)
      if (found.meaning === 'attribution') {
        const unnamed = unnamedBehind(nearby(facts, end), end, lexicon)
        if (unnamed !== null) add('unnamedSource', index, unnamed + 1, true)
      }
      if (found.meaning === 'accusing') addAccusation(nearby(accusable, index), index, end, add)
      if (found.meaning === 'wrong') addWrong(nearby(accusable, index), index, end, lexicon, add)
      index = end - 1
      continue
    }
    const particle = lexicon.sets.accusingVerbs.has(key) ? particleBehind(facts, index, lexicon) : null
    if (particle !== null) addAccusationIn(nearby(accusable, index), index, particle + 1, add)
    const speech =
      lexicon.sets.unnamed.has(key) && isUnnamed(nearby(facts, index), index)
        ? speechAround(facts, index, lexicon)
        : null
    if (speech) {
      add('unnamedSource', speech.first, speech.end, true)
    } else if (lexicon.sets.judgements.has(key)) add('judgement', index, index + 1)
    else if (lexicon.sets.hedges.has(key) && !taken.has(index)) add('hedge', index, index + 1)
    else if (lexicon.sets.ownVoice.has(key) && words[index]?.text !== 'US') add('ownVoice', index, index + 1)
    const isAttribution =
      lexicon.sets.speech.has(key) &&
      !lexicon.sets.naming.has(key) &&
      !lexicon.sets.infinitives.has(words[index + 1]?.key ?? '')
    if (isAttribution && nameBefore(nearby(facts, index), index)) add('attribution', index, index + 1)
    const end = comparisonEnd(facts, index, counted, lexicon)
    if (end !== null) add('comparison', index, end + 1)
  }
  return signs.sort((one, other) => one.from - other.from)
}

function addName(signs: Sign[], name: PassageFacts['names'][number]): void {
  if (name.title) signs.push({ shows: 'title', from: name.title.from, to: name.title.to, isStrong: true })
  else if (name.kind === 'person')
    signs.push({ shows: 'name', from: name.from, to: name.to, isStrong: false })
  if (name.kind === 'place') signs.push({ shows: 'place', from: name.from, to: name.to, isStrong: false })
}

/** Words of dates and figures stand for nothing else. */
function takenBy({ dates, figures }: PassageFacts): Set<number> {
  const taken = new Set<number>()
  for (const { first, end } of [...dates, ...figures]) for (let at = first; at < end; at++) taken.add(at)
  return taken
}

/** "official Jane Holm" has a name. */
function isUnnamed({ names }: PassageFacts, index: number): boolean {
  return !names.some(
    (name) =>
      (name.kind === 'person' && name.first === index + 1) || (name.first <= index && name.end > index),
  )
}

type Add = (shows: Sign['shows'], first: number, end: number, isStrong?: boolean) => void

/** A name that ends right before a verb of speech, or one word before. */
function nameBefore({ names, words }: PassageFacts, index: number): boolean {
  return names.some((name) => {
    // "Ada Holm, the mayor, said"
    if (name.titleEnd === index && name.titleEnd > name.end) return /^,?\s$/u.test(words[index]?.gap ?? '')
    const distance = index - name.end
    if (distance < 0 || distance > 1 || isGenitive(words[name.end - 1])) return false
    return words.slice(name.end, index + 1).every((word) => word.gap === ' ')
  })
}

/**
 * Who is accused: named right behind the accusing word ("accused Holm"), else a person before it in its sentence, else
 * a name a few words before it.
 */
function accusedNear({ names, words }: PassageFacts, first: number, end: number): NameMention | null {
  const behind = names.find((name) => name.first >= end && name.first - end <= 2)
  if (behind && isNamedOne(behind) && !crosses(words, end, behind.first, isStop)) return behind
  const before = names.filter((name) => name.end <= first && !crosses(words, name.end, first, isStop))
  const person = before.findLast((name) => name.kind === 'person' && first - name.end <= farthest)
  if (person) return person
  const isCut = (gap: string): boolean => isStop(gap) || gap.includes(',')
  const other = before.findLast((name) => isNamedOne(name) && first - name.end <= near)
  return other && !crosses(words, other.end, first, isCut) ? other : null
}

const isNamedOne = ({ kind }: NameMention): boolean => kind === 'person' || kind === 'other'

/** Whether a mark that ends a clause stands between two words. */
function crosses(words: readonly Word[], from: number, to: number, isEnd: (gap: string) => boolean): boolean {
  return words.slice(from, to + 1).some((word) => isEnd(word.gap))
}

function addAccusation(facts: PassageFacts, first: number, end: number, add: Add): void {
  add('accusation', first, end, true)
  const person = accusedNear(facts, first, end)
  if (person) add('legal', Math.min(first, person.first), Math.max(end, person.end), true)
}

/** "wirft dem Chef der Werft Betrug vor": where the verb's second half ends its clause. */
function particleBehind({ words }: PassageFacts, index: number, lexicon: Lexicon): number | null {
  for (let at = index + 1; at < Math.min(words.length, index + clause); at++) {
    const word = words[at]
    if (!word || isStop(word.gap)) return null
    const next = words[at + 1]
    if (word.key === lexicon.vocabulary.accusingParticle && (!next || /[^\s]/u.test(next.gap))) return at
  }
  return null
}

/** Who is accused stands between the two halves of the verb; who stands before it accuses. */
function addAccusationIn({ names }: PassageFacts, first: number, end: number, add: Add): void {
  add('accusation', first, end, true)
  if (names.some((name) => isNamedOne(name) && name.first > first && name.end < end)) {
    add('legal', first, end, true)
  }
}

/** A wrong is a subject of much news; said of somebody by name it is an accusation. */
function addWrong(facts: PassageFacts, first: number, end: number, lexicon: Lexicon, add: Add): void {
  const from = facts.words[first]?.from ?? 0
  const isOfTitle = facts.names.some((name) => name.title && name.title.from <= from && name.title.to > from)
  if (isOfTitle) return
  const person = facts.names.find(
    (name) => name.kind === 'person' && isSaidOf(facts, name, first, end, lexicon),
  )
  const called = person ? null : calledBehind(facts, first, end, lexicon)
  add(person || called ? 'accusation' : 'wrong', first, end, person !== undefined || called !== null)
  if (person) add('legal', Math.min(first, person.first), Math.max(end, person.end), true)
  if (called) add('legal', first, called, true)
}

/** "der Betrüger Anna Holm", where nouns have capital letters too: the end of two words that can be a name. */
function calledBehind({ words }: PassageFacts, first: number, end: number, lexicon: Lexicon): number | null {
  if (lexicon.vocabulary.isCapitalAName || !lexicon.sets.wrongdoers.has(words[first]?.key ?? '')) return null
  const own = words.slice(end, end + 2)
  const isName = own.every(
    (word) => word.gap === ' ' && word.isCapital && !lexicon.sets.noNames.has(word.key),
  )
  return own.length === 2 && isName ? end + 2 : null
}

/** "Holm lied", "Holm’s fraud", "Holm was called a fraud", "fraudster Ada Holm". */
function isSaidOf(
  { words }: PassageFacts,
  name: NameMention,
  first: number,
  end: number,
  lexicon: Lexicon,
): boolean {
  if (name.first === end) return words[end]?.gap === ' '
  if (name.first === first && name.end > end) return lexicon.sets.wrongdoers.has(words[first]?.key ?? '')
  const start = first < name.end ? name.end : behindAside(words, name.end)
  const distance = first - start
  if (distance < 0 || distance > 8) return false
  const between = words.slice(start > name.end ? start + 1 : start, first + 1)
  if (between.some((word) => /[.,;:!?—“”"„«»]/u.test(word.gap))) return false
  return distance <= 1 || isLinked(words, first, lexicon)
}

/** Whether the words before a wrong make somebody the one who did it. */
export function isLinked(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  return words.slice(Math.max(0, index - 3), index).some((word) => lexicon.sets.linking.has(word.key))
}
