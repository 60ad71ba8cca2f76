import { english } from './english.ts'
import { german } from './german.ts'
import type { SpeechTable } from './table.ts'

/** What a word can be, as bits: many are several things. */
export const wordClass = {
  speech: 1,
  dependentSpeech: 1 << 1,
  verb: 1 << 2,
  auxiliary: 1 << 3,
  passive: 1 << 4,
  pronoun: 1 << 5,
  determiner: 1 << 6,
  oblique: 1 << 7,
  genitive: 1 << 8,
  preposition: 1 << 9,
  conjunction: 1 << 10,
  subordinator: 1 << 11,
  relative: 1 << 12,
  adverb: 1 << 13,
  time: 1 << 14,
  infinitive: 1 << 15,
  particle: 1 << 16,
  honorific: 1 << 17,
  title: 1 << 18,
  masculine: 1 << 19,
  feminine: 1 << 20,
  plural: 1 << 21,
  masculineName: 1 << 22,
  feminineName: 1 << 23,
  link: 1 << 24,
} as const

/** A language's table, made ready to ask word by word. */
export interface Lexicon {
  readonly table: SpeechTable
  /** The classes of a word in lower case, 0 for one that is not listed. */
  classOf(word: string): number
}

function lexiconOf(table: SpeechTable): Lexicon {
  const classes = new Map<string, number>()
  const put = (words: string, bit: number): void => {
    for (const word of words.trim().split(/\s+/u)) {
      if (word !== '') classes.set(word, (classes.get(word) ?? 0) | bit)
    }
  }
  put(table.speech, wordClass.speech)
  put(table.speechDependent, wordClass.dependentSpeech)
  put(table.verbs, wordClass.verb)
  put(table.auxiliaries, wordClass.auxiliary)
  put(table.passives, wordClass.passive)
  put(table.pronouns, wordClass.pronoun)
  put(table.determiners, wordClass.determiner)
  put(table.oblique, wordClass.oblique)
  put(table.genitive, wordClass.genitive)
  put(table.prepositions, wordClass.preposition)
  put(table.links, wordClass.link)
  put(table.conjunctions, wordClass.conjunction)
  put(table.subordinators, wordClass.subordinator)
  put(table.relatives, wordClass.relative)
  put(table.adverbs, wordClass.adverb)
  put(table.times, wordClass.time)
  put(table.infinitive, wordClass.infinitive)
  put(table.particles, wordClass.particle)
  put(table.honorifics, wordClass.honorific)
  put(table.titles, wordClass.title)
  put(table.masculine, wordClass.masculine)
  put(table.feminine, wordClass.feminine)
  put(table.plural, wordClass.plural)
  put(table.masculineNames, wordClass.masculineName)
  put(table.feminineNames, wordClass.feminineName)
  return { table, classOf: (word) => classes.get(word) ?? 0 }
}

const lexicons = { en: lexiconOf(english), de: lexiconOf(german) }

/** The lexicon of a language; English where it has none of its own. */
export function lexiconFor(language: string): Lexicon {
  return /^de(?:-|$)/iu.test(language) ? lexicons.de : lexicons.en
}
