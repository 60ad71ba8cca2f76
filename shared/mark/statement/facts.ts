import type { Passage } from '../passage.ts'
import { perPassage } from '../per-passage.ts'
import { type Word, wordsOf } from '../word.ts'
import { type DateMention, datesIn } from './dates.ts'
import { type Figure, figuresIn } from './figures.ts'
import { lexiconOf } from './lexicon.ts'
import { type NameMention, namesIn } from './names.ts'

/** What a passage names: its dates, figures and names, each in the order of the text. */
export interface PassageFacts {
  readonly words: readonly Word[]
  readonly dates: readonly DateMention[]
  readonly figures: readonly Figure[]
  readonly names: readonly NameMention[]
}

const none = { dates: [], figures: [], names: [] } as const

/** In a language without a vocabulary a passage has words alone. */
export const factsOf: (passage: Passage, language: string) => PassageFacts = perPassage(
  (passage, language) => {
    const words = wordsOf(passage)
    const lexicon = lexiconOf(language)
    if (!lexicon) return { words, ...none }
    const dates = datesIn(words, lexicon)
    const figures = figuresIn(words, dates, passage.text, lexicon)
    return {
      words,
      dates,
      figures,
      names:
        lexicon.vocabulary.isCapitalAName && isTitleCase(words, passage.text)
          ? []
          : namesIn(words, [...dates, ...figures], passage.text, lexicon),
    }
  },
)

/** "Council Sells Mill After Long Dispute": capitals tell no names there. */
function isTitleCase(words: readonly Word[], text: string): boolean {
  if (/[.!?…][”"’»“)]*\s*$/u.test(text)) return false
  const long = words.slice(1).filter((word) => word.text.length > 3 && /^\p{L}/u.test(word.text))
  return long.length > 2 && long.filter((word) => word.isCapital).length > long.length * 0.7
}
