import type { Word } from '../word.ts'
import { isVerb } from './clauses.ts'
import type { Lexicon } from './lexicon.ts'

/** `other`: one word that may be a person's surname, a firm's or a town's. */
export type NameKind = 'person' | 'institution' | 'place' | 'other'

/** A name as a text gives it, without its title. */
export interface NameMention {
  readonly from: number
  readonly to: number
  /** Indexes of its words, end exclusive. */
  readonly first: number
  readonly end: number
  readonly kind: NameKind
  /** Indexes of the words from its title before it to its function behind it; as `first` and `end` where it has none. */
  readonly titleFirst: number
  readonly titleEnd: number
  /** Title or function beside it: where it begins and ends, the name included. */
  readonly title: { readonly from: number; readonly to: number; readonly words: string } | null
}

/** Names that begin with a small letter wherever they stand: "al-Masri", "d’Arc". */
const lowerStart = /^(?:a[dlnrstz]|ash|el|d|l|de|la|le)[-’']\p{Lu}/u
const initial = /^\p{Lu}$/u
const endsSentence = /[.!?:“”"„«»]\s*[“"„«]?\s*$/u

function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && ((word.isCapital && /^\p{L}/u.test(word.text)) || lowerStart.test(word.text))
}

export function isGenitive(word: Word | undefined): boolean {
  return word !== undefined && /['’]s$/u.test(word.text)
}

export function beginsSentence(words: readonly Word[], index: number): boolean {
  const word = words[index]
  return index === 0 || (word !== undefined && endsSentence.test(word.gap))
}

function isDateWord(word: Word, lexicon: Lexicon): boolean {
  return (
    lexicon.weekdays.has(word.key) ||
    (lexicon.months.has(word.key) && !lexicon.sets.ambiguousMonths.has(word.key))
  )
}

/** Where a run of words with capital letters ends. */
function runEnd(words: readonly Word[], first: number, lexicon: Lexicon): number {
  let end = first + 1
  const isTitled = [words[first - 1]?.key, words[first]?.key].some(
    (key) => key !== undefined && (lexicon.sets.roles.has(key) || lexicon.sets.honorifics.has(key)),
  )
  const takesParticles = lexicon.vocabulary.isCapitalAName || isTitled
  while (end < words.length) {
    const word = words[end]
    const before = words[end - 1]
    if (!word || !before || isGenitive(before) || isDateWord(word, lexicon)) break
    const isAfterInitial =
      initial.test(before.text) ||
      lexicon.sets.honorifics.has(before.key) ||
      lexicon.sets.roles.has(before.key)
    if (
      !(
        word.gap === ' ' ||
        word.gap === '\u00a0' ||
        /^[’'] $/u.test(word.gap) ||
        (isAfterInitial && word.gap === '. ')
      )
    )
      break
    if (isNameWord(word) && (!lexicon.sets.noNames.has(word.key) || initial.test(word.text))) {
      end++
      continue
    }
    const next = words[end + 1]
    if (
      takesParticles &&
      !lexicon.sets.roles.has(before.key) &&
      lexicon.sets.particles.has(word.key) &&
      next?.gap === ' ' &&
      isNameWord(next) &&
      !lexicon.sets.noNames.has(next.key)
    ) {
      end += 2
      continue
    }
    break
  }
  return end
}

function looksLikePeople(key: string, lexicon: Lexicon): boolean {
  return lexicon.vocabulary.peoples.some((ending) => key.endsWith(ending) && key.length > ending.length + 2)
}

/** How many of a run's first words are a title: "Defense Secretary Mike Waltz" has two. */
function titleLength(run: readonly Word[], lexicon: Lexicon): number {
  for (let at = run.length - 2; at >= 0; at--) {
    const key = run[at]?.key ?? ''
    if (lexicon.sets.roles.has(key)) return run[at + 1]?.key === 'jr' ? 0 : at + 1
  }
  return 0
}

/** Where a title that stands before a name begins: over its own words, back to an article or a preposition. */
function titleStart(words: readonly Word[], name: number, lexicon: Lexicon): number | null {
  let start: number | null = null
  let index = name
  while (index > 0 && name - index < 6) {
    const word = words[index]
    const before = words[index - 1]
    const isShort = before !== undefined && before.key.length <= 5
    if (!word || !before || !(/^\s$/u.test(word.gap) || (isShort && word.gap === '. '))) break
    const isRole = lexicon.sets.roles.has(before.key) || lexicon.sets.honorifics.has(before.key)
    const isPart =
      isRole ||
      (start !== null && before.isCapital && !isGenitive(before) && !lexicon.sets.noNames.has(before.key))
    const isOrdinary = start !== null && lexicon.sets.rolePrefixes.has(before.key)
    if (!isPart && !isOrdinary) break
    if (isRole || start !== null) start = index - 1
    index--
  }
  return start
}

/** The end of ", a Middle East analyst at Chatham House": where its role stands within a few words. */
function appositionEnd(words: readonly Word[], end: number, text: string, lexicon: Lexicon): number | null {
  const first = words[end]
  if (!first || !/^,\s$/u.test(first.gap) || lexicon.sets.joining.has(first.key)) return null
  let role = -1
  for (let at = end; at < Math.min(words.length, end + 7); at++) {
    const word = words[at]
    if (!word || (at > end && /[^\s\-–.]/u.test(word.gap)) || lexicon.sets.verbs.has(word.key)) break
    if (lexicon.sets.relating.has(word.key) && !lexicon.sets.articles.has(word.key)) break
    if (lexicon.sets.roles.has(word.key)) {
      role = at
      break
    }
  }
  if (role < 0) return null
  let last = role
  for (let at = role + 1; at < words.length; at++) {
    const word = words[at]
    if (!word || !/^(?:\s|[.’']\s|-|–)$/u.test(word.gap)) break
    if (/^\.\s$/u.test(word.gap) && !initial.test(words[at - 1]?.text ?? '')) break
    const isVerb = lexicon.sets.verbs.has(word.key) || lexicon.sets.speech.has(word.key)
    if (isVerb || (lexicon.sets.relating.has(word.key) && !lexicon.sets.articles.has(word.key))) break
    last = at
  }
  return text.slice(words[last]?.to ?? 0, (words[last]?.to ?? 0) + 1) === '\ufffc' ? null : last + 1
}

/** "Ada Holm is the mayor": the role within three words behind a verb of being. */
function predicateEnd(words: readonly Word[], end: number, lexicon: Lexicon): number | null {
  const verb = words[end]
  if (verb?.gap !== ' ' || !lexicon.sets.copulas.has(verb.key)) return null
  for (let at = end + 1; at < Math.min(words.length, end + 5); at++) {
    const word = words[at]
    if (word?.gap !== ' ') return null
    if (lexicon.sets.roles.has(word.key)) return at + 1
  }
  return null
}

/** Where nouns have capital letters two of them are no name behind an article or an adjective, or with a noun's ending. */
function looksLikeNouns(
  words: readonly Word[],
  first: number,
  run: readonly Word[],
  lexicon: Lexicon,
): boolean {
  const endings = lexicon.vocabulary.noNameEndings
  if (
    run.some((word) =>
      endings.some((ending) => word.key.endsWith(ending) && word.key.length > ending.length + 1),
    )
  ) {
    return true
  }
  const before = words[first - 1]
  if (!before || beginsSentence(words, first) || words[first]?.gap !== ' ') return false
  if (lexicon.sets.articles.has(before.key)) return true
  const isAdjective =
    !before.isCapital &&
    before.key.length > 4 &&
    !/^\p{N}/u.test(before.key) &&
    /(?:e|en|er|es|em)$/u.test(before.key)
  return isAdjective && !lexicon.sets.noNames.has(before.key) && !isVerb(before, lexicon)
}

function kindOf(
  run: readonly Word[],
  hasTitle: boolean,
  isAfterPlaceWord: boolean,
  lexicon: Lexicon,
): NameKind {
  const whole = run.map((word) => word.key).join(' ')
  const { sets, countries } = lexicon
  if (
    countries.has(whole) ||
    (!lexicon.vocabulary.isCapitalAName && countries.has(whole.replace(/s$/u, ''))) ||
    sets.seats.has(whole.split('-')[0] ?? '')
  )
    return 'place'
  if (
    run.some((word) => sets.institutions.has(word.key)) ||
    (run.length === 1 && /^\p{Lu}{2,}$/u.test(run[0]?.text ?? ''))
  ) {
    return 'institution'
  }
  if (hasTitle) return 'person'
  // “Long Summer” is a work.
  if (/[“”"„«»‘]$/u.test(run[0]?.gap ?? '')) return 'other'
  if (run.some((word) => countries.has(word.key) || looksLikePeople(word.key, lexicon))) return 'institution'
  if (isAfterPlaceWord && lexicon.vocabulary.isCapitalAName) return 'place'
  const isSeveral =
    run.length >= 2 &&
    run.length <= 4 &&
    !run.some((word) => /\p{Lu}{2,}|^\p{N}/u.test(word.text) && word.text.length > 2)
  return isSeveral ? 'person' : 'other'
}

/**
 * The names among words, in order.
 *
 * @param counted dates and figures: their words are no names
 */
export function namesIn(
  words: readonly Word[],
  counted: readonly { readonly first: number; readonly end: number }[],
  text: string,
  lexicon: Lexicon,
): readonly NameMention[] {
  const names: NameMention[] = []
  const taken = new Set(counted.flatMap(({ first, end }) => words.slice(first, end)))
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word || !isNameWord(word) || taken.has(word)) continue
    const isInitial = initial.test(word.text) && text[word.to] === '.'
    if (lexicon.sets.noNames.has(word.key) && !isInitial) continue
    const end = runEnd(words, index, lexicon)
    const run = words.slice(index, end)
    const name = nameIn(words, index, run, text, lexicon)
    if (name) names.push(name)
    index = Math.max(index, (name?.end ?? end) - 1)
  }
  return names
}

/** "Holm said": before a verb of speech a capital letter where a sentence begins is a name's, but for groups. */
function isSpeaking(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const next = words[index + 1]
  const key = words[index]?.key ?? ''
  return next?.gap === ' ' && lexicon.sets.speech.has(next.key) && !lexicon.sets.unnamed.has(key)
}

function nameIn(
  words: readonly Word[],
  index: number,
  run: readonly Word[],
  text: string,
  lexicon: Lexicon,
): NameMention | null {
  const end = index + run.length
  const inRun = titleLength(run, lexicon)
  let first = index + inRun
  while (first < end - 1 && lexicon.sets.honorifics.has(words[first]?.key ?? '')) first++
  const own = words.slice(first, end)
  const start = titleStart(words, first, lexicon)
  const hasCapitalNouns = !lexicon.vocabulary.isCapitalAName
  const before = words[index - 1]
  // "in Hasakah", "in the Deir ez-Zor and Hasakah regions".
  const placeWord =
    before && lexicon.sets.articles.has(before.key) && run.length > 1 ? words[index - 2] : before
  const isAfterPlaceWord =
    placeWord !== undefined && lexicon.sets.beforePlaces.has(placeWord.key) && words[index]?.gap === ' '
  const kind = kindOf(own, start !== null, isAfterPlaceWord, lexicon)
  // One word where a sentence begins may be any word; in German any noun has a capital letter.
  const isSingle = own.length === 1 && start === null
  if (
    isSingle &&
    kind === 'other' &&
    (hasCapitalNouns || (beginsSentence(words, index) && !isSpeaking(words, index, lexicon))) &&
    !lowerStart.test(own[0]?.text ?? '')
  )
    return null
  if (hasCapitalNouns && isSingle && kind === 'institution' && !/^\p{Lu}{2,}$/u.test(own[0]?.text ?? ''))
    return null
  if (hasCapitalNouns && start === null && kind === 'person' && looksLikeNouns(words, first, own, lexicon))
    return null
  const from = words[first]?.from ?? 0
  const to = words[end - 1]?.to ?? 0
  const trimmedTo = isGenitive(words[end - 1]) ? to - 2 : to
  const isFull = own.length >= 2
  const after =
    kind === 'person' && isFull
      ? (appositionEnd(words, end, text, lexicon) ?? predicateEnd(words, end, lexicon))
      : null
  const hasRoleBefore =
    start !== null && words.slice(start, first).some((word) => lexicon.sets.roles.has(word.key))
  const titleFrom = start === null ? from : (words[start]?.from ?? from)
  const title =
    kind === 'person' && isFull && (hasRoleBefore || after !== null)
      ? {
          from: titleFrom,
          to: after === null ? trimmedTo : (words[after - 1]?.to ?? trimmedTo),
          words: text.slice(titleFrom, after === null ? trimmedTo : (words[after - 1]?.to ?? trimmedTo)),
        }
      : null
  return {
    from,
    to: trimmedTo,
    first,
    end,
    titleFirst: start ?? first,
    titleEnd: after ?? end,
    kind,
    title,
  }
}
