/**
 * What the first pass knows of a language: lists of words, no code. Words are in lower case; a list of phrases has
 * single spaces between their words, and "*" at the end of a word stands for any ending.
 */
export interface Vocabulary {
  /** Numbers: 1 to 19 and the tens; what is between follows from `joinsTens`. */
  readonly smallNumbers: Readonly<Record<string, number>>
  /** "twenty-three": the ten, this, the unit; "dreiundzwanzig": the unit, this, the ten. */
  readonly joinsTens: { readonly by: string; readonly isUnitFirst: boolean }
  /** They multiply what stands before: "million", "bn". */
  readonly magnitudes: Readonly<Record<string, number>>
  /** Articles that count one before a magnitude: "a million". */
  readonly ones: readonly string[]
  /** Behind or before such an article: "half a million", "eine halbe Million". */
  readonly halves: readonly string[]
  /** "dozens", "tens of thousands". */
  readonly vagueNumbers: readonly string[]
  /** Before these a number counts nothing: "two sides", or is known already: "the two". */
  readonly numbersThatRefer: readonly string[]
  /** Phrases that are a part of a whole. */
  readonly shares: readonly string[]
  readonly percents: readonly string[]
  readonly currencies: readonly string[]
  readonly timeUnits: readonly string[]
  /** "for years", "months of". */
  readonly vagueDurations: readonly string[]
  /** Endings of a figure's compound that make it somebody's age: "-year-old". */
  readonly ageEndings: readonly string[]
  /** After a number of years: "old". */
  readonly agesAfter: readonly string[]
  readonly centuries: readonly string[]
  /** Stand before a number that counts nothing: "article 5", "flight 370". */
  readonly numbered: readonly string[]
  readonly decimalMark: '.' | ','

  readonly months: readonly (readonly string[])[]
  /** Those that are also something else, and want a figure or one of `beforeMonths` beside them. */
  readonly ambiguousMonths: readonly string[]
  readonly beforeMonths: readonly string[]
  /** From Monday. */
  readonly weekdays: readonly (readonly string[])[]
  /** With these before it a weekday is a name: "Black Friday". */
  readonly noWeekdayAfter: readonly string[]
  /** "yesterday", "last week", "in recent months". */
  readonly dates: readonly string[]
  readonly seasons: readonly string[]
  /** With these before it a figure of four digits is a year, whatever follows: "in 1931 workers …". */
  readonly beforeYears: readonly string[]
  /** Behind such a figure these are counted, whatever they end in: "1500 people". */
  readonly counted: readonly string[]
  /** So are words with these endings, but for those of `singularEndings`. */
  readonly pluralEndings: readonly string[]
  readonly singularEndings: readonly string[]
  readonly clock: readonly string[]

  /** Titles and functions; each word alone, in lower case. */
  readonly roles: readonly string[]
  /** Stand before a title and belong to it: "former", "deputy". */
  readonly rolePrefixes: readonly string[]
  /** Written before a name: "dr", "mrs". */
  readonly honorifics: readonly string[]
  /** Small words within a name; where nouns have capital letters, only behind a title. */
  readonly particles: readonly string[]
  /** Words with these endings are no part of a name, where a capital letter alone does not tell. */
  readonly noNameEndings: readonly string[]
  /** Make a name one of an institution. */
  readonly institutions: readonly string[]
  /** Stand before a place. */
  readonly beforePlaces: readonly string[]
  /** Written with a capital letter where a sentence begins, and no part of a name. */
  readonly noNames: readonly string[]
  /** Places beside the countries, by which governments are called, and short names of countries. */
  readonly seats: readonly string[]
  /** Endings of words for peoples. */
  readonly peoples: readonly string[]
  /** Whether a capital letter within a sentence means a name. */
  readonly isCapitalAName: boolean
  readonly copulas: readonly string[]
  readonly articles: readonly string[]

  readonly superlatives: readonly string[]
  /** Words that are superlatives by themselves. */
  readonly topmost: readonly string[]
  /** These look like superlatives and are none. */
  readonly noSuperlatives: readonly string[]
  readonly absolutes: readonly string[]
  readonly causes: readonly string[]
  /** Begin a comparison that `comparisonEnds` must end within a few words. */
  readonly comparisons: readonly string[]
  readonly comparisonEnds: readonly string[]
  readonly wholeComparisons: readonly string[]

  /** Who is not named: "critics", "officials". */
  readonly unnamed: readonly string[]
  /** Whole phrases: "it is believed", "according to sources". */
  readonly unnamedPhrases: readonly string[]
  readonly speech: readonly string[]
  /** What those think who are not named. */
  readonly opinions: readonly string[]
  /** Verbs of speech before whom it is said to: "told lawmakers". */
  readonly addressing: readonly string[]
  /** Verbs of speech that may as well name or see something. */
  readonly naming: readonly string[]
  /** Behind a verb of speech these tell of an intention, not of words: "agreed to". */
  readonly infinitives: readonly string[]
  readonly attributions: readonly string[]

  /** Say that somebody did wrong: "accused", "convicted". */
  readonly accusing: readonly string[]
  /** Accuse together with `accusingParticle`, which stands at the end of their clause: "wirft ihm Betrug vor". */
  readonly accusingVerbs: readonly string[]
  /** "" where the language has none. */
  readonly accusingParticle: string
  /** What somebody can be accused of; with a person named beside it. */
  readonly wrongs: readonly string[]

  /** Between a name and a wrong these make one of the other. */
  readonly linking: readonly string[]
  /** Those of `wrongs` that are said of somebody by a name behind them: "fraudster Ada Holm". */
  readonly wrongdoers: readonly string[]
  /** Verbs of one person: before them one word with a capital letter where a sentence begins is a name. */
  readonly ofOne: readonly string[]
  /** Stand before who is accused: "gegen Holm wird ermittelt". */
  readonly against: readonly string[]

  readonly judgements: readonly string[]
  readonly hedges: readonly string[]
  readonly ownVoice: readonly string[]

  /** Verbs by which a clause is known: auxiliaries and irregular forms. */
  readonly verbs: readonly string[]
  /** Regular endings of verbs. */
  readonly verbEndings: readonly string[]
  /** After a comma, before a clause that can stand alone. */
  readonly joining: readonly string[]
  /** After a comma, a clause about what stands before. */
  readonly relating: readonly string[]
  /** After a comma, these go on with the sentence after a relative clause. */
  readonly resuming: readonly string[]
  /** After a comma, a word that ends so begins a clause without a subject. */
  readonly participles: readonly string[]
  readonly noParticiples: readonly string[]
  /** Begin a statement and say nothing. */
  readonly openers: readonly string[]

  /** For what grows old: words of harm; see `check/subject.ts`. */
  readonly harms: readonly string[]
}
