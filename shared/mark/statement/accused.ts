import type { Word } from '../word.ts'
import type { PassageFacts } from './facts.ts'
import type { Lexicon } from './lexicon.ts'
import { beginsSentence, type NameMention } from './names.ts'

/** How many words may stand between commas or brackets behind a name: an age, a party, an office. */
const longestAside = 12

/** The index of the word behind ", 63," or "(63)", or `end` where nothing is set apart there. */
export function behindAside(words: readonly Word[], end: number): number {
  const gap = words[end]?.gap ?? ''
  const closing = /^\s?\(/u.test(gap) ? ')' : gap.startsWith(',') ? ',' : null
  if (closing === null) return end
  for (let at = end + 1; at <= end + longestAside && at < words.length; at++) {
    const own = words[at]?.gap ?? ''
    if (own.startsWith(closing)) return at
    if (/[.;:!?—–“”„«»]\s/u.test(own)) break
  }
  return end
}

/** "Holm was …", "Holm, 63, hat …", "Gegen Holm wird …": one word that only a name can be there. */
function standsAsName(words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  const word = words[index]
  const { sets, vocabulary } = lexicon
  if (!word?.isCapital || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false
  const isOther = [
    sets.noNames,
    sets.roles,
    sets.institutions,
    sets.unnamed,
    sets.seats,
    sets.verbs,
    sets.wrongdoers,
    lexicon.countries,
    lexicon.weekdays,
    lexicon.months,
  ].some((known) => known.has(word.key))
  if (isOther || vocabulary.noNameEndings.some((ending) => word.key.endsWith(ending))) return false
  const isAgainst = sets.against.has(words[index - 1]?.key ?? '') && word.gap === ' '
  if (!isAgainst && !beginsSentence(words, index)) return false
  const next = words[behindAside(words, index + 1)]
  if (!next || /[.;:!?]/u.test(next.gap)) return false
  if (sets.ofOne.has(next.key)) return true
  const isDeed = vocabulary.isCapitalAName && /ed$|^stole$/u.test(next.key) && !word.key.endsWith('s')
  return isDeed && lexicon.phrases.at([next], 0)?.meaning === 'wrong'
}

/**
 * The names of a passage as an accusation reads them: a surname stands for whom the passage names in full, and one
 * word that only a name can be where it stands is somebody.
 */
export function withSurnames(facts: PassageFacts, lexicon: Lexicon): PassageFacts {
  const { names, words } = facts
  const surnames = new Set(
    names.flatMap(({ kind, first, end }) =>
      kind === 'person' && end - first > 1 ? [words[end - 1]?.key ?? ''] : [],
    ),
  )
  const all: NameMention[] = []
  let next = 0
  for (let index = 0; index < words.length; index++) {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++
    const known = names[next]
    const word = words[index]
    if (!word) continue
    const isSurname = word.isCapital && surnames.has(word.key)
    if (known && known.first <= index) {
      if (known.first !== index) continue
      const isOne = known.end === index + 1 && known.kind === 'other'
      const isPerson = isOne && (isSurname || standsAsName(words, index, lexicon))
      all.push(isPerson ? { ...known, kind: 'person' } : known)
      continue
    }
    if (!isSurname && !standsAsName(words, index, lexicon)) continue
    const { from, to } = word
    const own = { first: index, end: index + 1, titleFirst: index, titleEnd: index + 1 }
    all.push({ from, to: /['’]s$/u.test(word.text) ? to - 2 : to, ...own, kind: 'person', title: null })
  }
  return { ...facts, names: all }
}
