import type { Word } from '../word.ts'
import type { DateMention } from './dates.ts'
import type { Lexicon } from './lexicon.ts'

export const figureKinds = ['number', 'money', 'share', 'duration', 'age'] as const
export type FigureKind = (typeof figureKinds)[number]

/** A number with what it counts. */
export interface Figure {
  readonly from: number
  readonly to: number
  /** Indexes of its words, end exclusive. */
  readonly first: number
  readonly end: number
  readonly kind: FigureKind
  /** Null where the text gives none: "dozens". */
  readonly value: number | null
  /** The word behind it that says what is counted, or the currency's sign; "" where there is none. */
  readonly unit: string
}

const numeral =
  /^(?<digits>\p{N}+(?:[.,’']\p{N}+)*)(?<suffix>[\p{L}\p{M}]*)(?<tail>(?:[-‐‑][\p{L}\p{M}]+)*)$/u
const endsSentence = /[.!?:“”]\s*$/u
const currencySign = /[\p{Sc}]\s?$/u
const percentSign = /^\s?[%‰]/u
const touching = /^[\s‐‑-]$/u
/** Of magnitudes cut short: "3,5 Mrd. Euro", "20 Tsd. Gäste". */
const cutShort = new Set(['mio', 'mrd', 'tsd'])
const ordinals = new Set(['st', 'nd', 'rd', 'th'])

/** "1,000.5" and "1.000,5" by the language's own mark; null for what is no number ("1.2.3"). */
export function numberIn(digits: string, decimalMark: '.' | ','): number | null {
  const grouping = decimalMark === '.' ? ',' : '.'
  const plain = digits.replace(/[’']/gu, grouping)
  const [whole = '', fraction, ...rest] = plain.split(decimalMark)
  if (rest.length > 0 || fraction?.includes(grouping)) return null
  const groups = whole.split(grouping)
  const isGrouped = groups.slice(1).every((group) => group.length === 3)
  // "3.5" in a German text, "3,5" in an English one: the other language's mark, where it can group nothing.
  if (!isGrouped) return groups.length === 2 && fraction === undefined ? Number(groups.join('.')) : null
  return Number(groups.join('') + (fraction === undefined ? '' : `.${fraction}`))
}

interface Amount {
  readonly value: number | null
  readonly end: number
  readonly isWord: boolean
  /** Written close to the figure: "-year-old", "km". */
  readonly tail: string
}

function amountAt(words: readonly Word[], index: number, lexicon: Lexicon): Amount | null {
  const word = words[index]
  if (!word) return null
  const { magnitudes, decimalMark } = lexicon.vocabulary
  const found = numeral.exec(word.text)?.groups
  if (found) {
    const value = numberIn(found.digits ?? '', decimalMark)
    const suffix = (found.suffix ?? '').toLowerCase()
    if (value === null || ordinals.has(suffix)) return null
    const times = magnitudes[suffix]
    const tail = times === undefined ? suffix + (found.tail ?? '').toLowerCase() : ''
    return multiplied({ value: value * (times ?? 1), end: index + 1, isWord: false, tail }, words, lexicon)
  }
  const article = byArticle(words, index, lexicon)
  if (article) return article
  const whole = lexicon.numbers.get(word.key)
  if (whole !== undefined) {
    return multiplied({ value: whole, end: index + 1, isWord: true, tail: '' }, words, lexicon)
  }
  // "three-nation", "two-day", "zweitägige" is no number by itself.
  const hyphen = word.key.indexOf('-')
  const counted = hyphen > 0 ? lexicon.numbers.get(word.key.slice(0, hyphen)) : undefined
  return counted === undefined || counted === 1
    ? null
    : { value: counted, end: index + 1, isWord: true, tail: word.key.slice(hyphen) }
}

/** "a million", "half a million", "eine halbe Million"; a hundred and a thousand are more often many. */
function byArticle(words: readonly Word[], index: number, lexicon: Lexicon): Amount | null {
  const { ones, halves } = lexicon.sets
  const isIn = (set: ReadonlySet<string>, at: number) => set.has(words[at]?.key ?? '')
  const isHalved = isIn(ones, index) ? isIn(halves, index + 1) : isIn(halves, index) && isIn(ones, index + 1)
  if (!isHalved && !isIn(ones, index)) return null
  const end = index + (isHalved ? 2 : 1)
  if (!words.slice(index + 1, end).every((word) => touching.test(word.gap))) return null
  const magnitude = lexicon.vocabulary.magnitudes[words[end]?.key ?? '']
  if (magnitude === undefined || magnitude < 1e6) return null
  return multiplied({ value: isHalved ? 0.5 : 1, end, isWord: true, tail: '' }, words, lexicon)
}

/** "about half a million": half of one, where "about half" alone is a share. */
function isHalfOfOne(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  return [index, index + 1].some(
    (at) => lexicon.sets.halves.has(words[at]?.key ?? '') && byArticle(words, at, lexicon) !== null,
  )
}

function multiplied(amount: Amount, words: readonly Word[], lexicon: Lexicon): Amount {
  let { value, end } = amount
  if (amount.tail !== '') return amount
  for (let next = words[end]; next && touching.test(next.gap); next = words[end]) {
    const times = lexicon.vocabulary.magnitudes[next.key]
    if (times === undefined || next.key.length === 1 || value === null) break
    value *= times
    end++
  }
  return { ...amount, value, end }
}

/** Whether a word stands where a name's or a thing's number stands: "Boeing 737", "Article 5". */
function isNumbered(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const word = words[index]
  const before = words[index - 1]
  if (!word || !before || !/^[\s.]*[\s-]$/u.test(word.gap)) return false
  // "Thunderbolt 3": the number belongs to the name, unless a place stands there ("in Hasakah 40 people").
  const isNamed =
    lexicon.vocabulary.isCapitalAName &&
    before.isCapital &&
    /^\p{N}{1,4}$/u.test(word.text) &&
    !endsSentence.test(before.gap) &&
    index > 1 &&
    !lexicon.weekdays.has(before.key) &&
    !lexicon.months.has(before.key) &&
    !lexicon.sets.currencies.has(before.key) &&
    !lexicon.sets.beforePlaces.has(words[index - 2]?.key ?? '')
  if (isNamed && !isCounted(words[index + 1], lexicon)) return true
  return lexicon.sets.numbered.has(before.key) && !lexicon.sets.timeUnits.has(words[index + 1]?.key ?? '')
}

function isCounted(next: Word | undefined, lexicon: Lexicon): boolean {
  if (!next) return false
  if (/^\s?[%‰\p{Sc}]/u.test(next.gap)) return true
  const { sets, vocabulary } = lexicon
  return (
    next.gap === ' ' &&
    (sets.timeUnits.has(next.key) ||
      sets.currencies.has(next.key) ||
      next.key in vocabulary.magnitudes ||
      next.key.startsWith('per'))
  )
}

/** Whether the stop before a word belongs to a magnitude: "Mrd. Euro", where "Mrd. Der Rat" ends a sentence. */
function isCutShort(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const key = words[at]?.key ?? ''
  return (
    cutShort.has(words[at - 1]?.key ?? '') &&
    (lexicon.sets.currencies.has(key) || !lexicon.sets.noNames.has(key))
  )
}

function agesBehind(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const next = words[at]
  return next?.gap === ' ' && lexicon.sets.agesAfter.has(next.key)
}

function figureAt(words: readonly Word[], index: number, text: string, lexicon: Lexicon): Figure | null {
  const word = words[index]
  if (!word) return null
  const phrase = isHalfOfOne(words, index, lexicon) ? null : lexicon.phrases.at(words, index)
  if (
    phrase?.meaning === 'share' ||
    phrase?.meaning === 'vagueNumber' ||
    phrase?.meaning === 'vagueDuration'
  ) {
    const kinds = { share: 'share', vagueNumber: 'number', vagueDuration: 'duration' } as const
    const end = index + phrase.length
    const kind = lexicon.sets.currencies.has(words[end]?.key ?? '') ? 'money' : kinds[phrase.meaning]
    return made(words, index, kind === 'money' ? end + 1 : end, kind, null, '')
  }
  // "1) …", "2. …" at the beginning counts what is listed.
  if (index === 0 && /^\p{N}+$/u.test(word.text) && /^[.):]\s?/u.test(text.slice(word.to))) return null
  const amount = amountAt(words, index, lexicon)
  if (!amount || isNumbered(words, index, lexicon)) return null
  const { value, end, tail } = amount
  const next = words[end]
  const behind = text.slice(words[end - 1]?.to ?? 0, (words[end - 1]?.to ?? 0) + 2)
  const isNear =
    next !== undefined &&
    (touching.test(next.gap) || (/^\.\s$/u.test(next.gap) && isCutShort(words, end, lexicon)))
  const before = words[index - 1]
  if (before && /^\.?\s?$/u.test(word.gap) && !amount.isWord && lexicon.sets.currencies.has(before.key)) {
    return made(words, index - 1, end, 'money', value, before.key)
  }
  if (currencySign.test(word.gap))
    return made(words, index, end, 'money', value, /\p{Sc}/u.exec(word.gap)?.[0] ?? '')
  if (/^\s?\p{Sc}/u.test(behind))
    return made(words, index, end, 'money', value, /\p{Sc}/u.exec(behind)?.[0] ?? '')
  if (percentSign.test(behind)) return made(words, index, end, 'share', value, '%')
  const percent = next ? lexicon.percents.at(words, end) : null
  if (percent && isNear)
    return made(
      words,
      index,
      end + percent.length,
      'share',
      value,
      next?.key.startsWith('p') && percent.length === 1 ? '%' : 'points',
    )
  if (lexicon.vocabulary.ageEndings.some((ending) => tail === ending || tail.startsWith(`${ending}-`))) {
    return made(words, index, end, 'age', value, '')
  }
  if (tail !== '') {
    const unit = tail.replace(/^-/u, '')
    return made(words, index, end, lexicon.sets.timeUnits.has(unit) ? 'duration' : 'number', value, unit)
  }
  if (isNear && lexicon.sets.currencies.has(next.key))
    return made(words, index, end + 1, 'money', value, next.key)
  if (isNear && lexicon.sets.timeUnits.has(next.key)) {
    // "One day, all of this …" begins a tale and measures nothing.
    const begins = index === 0 || endsSentence.test(word.gap)
    if (begins && amount.isWord && value === 1 && text.startsWith(',', next.to)) return null
    const isAge = agesBehind(words, end + 1, lexicon)
    return made(words, index, end + (isAge ? 2 : 1), isAge ? 'age' : 'duration', value, isAge ? '' : next.key)
  }
  const isMagnitude = end > index + 1
  // "one" and "ein" are articles and pronouns far more often than counts; so are numbers that only point back.
  if (
    amount.isWord &&
    !isMagnitude &&
    (value === 1 || lexicon.sets.numbersThatRefer.has(words[index - 1]?.key ?? ''))
  ) {
    return null
  }
  const isCounting = isNear && (!next.isCapital || !lexicon.vocabulary.isCapitalAName)
  if (amount.isWord && !isMagnitude && !isCounting && !/\p{N}/u.test(next?.text ?? '')) return null
  return made(words, index, end, 'number', value, isCounting ? next.key : '')
}

function made(
  words: readonly Word[],
  first: number,
  end: number,
  kind: FigureKind,
  value: number | null,
  unit: string,
): Figure {
  return { from: words[first]?.from ?? 0, to: words[end - 1]?.to ?? 0, first, end, kind, value, unit }
}

/** The figures among words, in order, without those of dates. */
export function figuresIn(
  words: readonly Word[],
  dates: readonly DateMention[],
  text: string,
  lexicon: Lexicon,
): readonly Figure[] {
  const figures: Figure[] = []
  let date = 0
  for (let index = 0; index < words.length; index++) {
    while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= index) date++
    if ((dates[date]?.first ?? Number.POSITIVE_INFINITY) <= index) continue
    const figure = figureAt(words, index, text, lexicon)
    if (!figure) continue
    figures.push(figure)
    index = figure.end - 1
  }
  return figures
}
