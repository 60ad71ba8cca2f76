/** Words and endings that the shape of a sentence hangs on. Each pattern is of one whole word in lower case, unless it says otherwise. */
export interface SpeechSigns {
  /** Stands before who did it in a passive: "by". */
  readonly agent: RegExp
  /** "as" of "as Smith noted" and "quoted as saying". */
  readonly likeness: RegExp
  /** "with" of "with Smith saying". */
  readonly company: RegExp
  /** Begins what is said: "that". */
  readonly that: RegExp
  /** Joins several to one subject: "and". */
  readonly joint: RegExp
  /** "of" of "one of them". */
  readonly partitive: RegExp
  readonly possessive: RegExp
  /** Pronouns that can only be the subject. */
  readonly subject: RegExp
  /** The subject of "it says in the letter", which is nobody. */
  readonly impersonal: RegExp
  /** The subject of "one quotes the mayor", which is anybody. */
  readonly anybody: RegExp
  /** Subjects that say nothing: "there", "what". */
  readonly expletive: RegExp
  readonly masculine: RegExp
  readonly feminine: RegExp
  /** The other pronouns that stand for somebody named elsewhere. */
  readonly standing: RegExp
  /** Of these, the ones that the subject of the sentence before may fill. */
  readonly ofThings: RegExp
  /** Of whole words: "the 46-year-old". */
  readonly aged: RegExp
  /** Verbs whose object is who speaks: "quoted Smith as saying". */
  readonly quoting: RegExp
  /** Verbs whose passive's subject is who speaks: "Smith was quoted". */
  readonly quoted: RegExp
  readonly passiveForm: RegExp
  readonly pluralEnding: RegExp
  readonly adjectiveEnding: RegExp
  /** Stands between a person’s name and where they are from: "Smith of Ohio". */
  readonly origin: RegExp
  /** At the beginning of several words. */
  readonly article: RegExp
  /** The same of those that name nobody in particular. */
  readonly indefinite: RegExp
  /** At the end of a role: "in an interview". */
  readonly occasion: RegExp
  /** At the beginning of a role: what has a capital only where the sentence begins. */
  readonly formerly: RegExp
  /** A pronoun with a verb shortened behind it, in groups `pronoun` and `rest`. */
  readonly shortened: RegExp
  /** At the end of a word that owns the next. */
  readonly ownerEnding: RegExp
  /** Titles that are part of a name: "dr". */
  readonly named: RegExp
  /** At the end of what stands before a thing in marks: "das neue". */
  readonly naming: RegExp
  /** At the end of what stands before a paper or a work, whoever speaks: "laut", "im", "sagte sie dem". */
  readonly publishing: RegExp
  /** By a definite article, the ending of an adjective in a name without it: "das Weiße Haus", "Weißes Haus". */
  readonly endingsAlone: Readonly<Record<string, string>>
  /** Begin with a small letter in the title of a work. */
  readonly small: RegExp
}

/** How a language says who spoke: data for the first pass, one file a language. Words are in lower case, set apart by spaces. */
export interface SpeechTable {
  /** BCP 47, without country or script. */
  readonly language: string
  readonly signs: SpeechSigns
  /** Every noun has a capital letter, so that a capital says nothing of a name. */
  readonly hasCapitalNouns: boolean
  /** The verb keeps its second place, and its subject follows where something else comes first. */
  readonly isVerbSecond: boolean
  /** Verbs that name who speaks or writes, in all forms that can stand for a sentence's verb. */
  readonly speech: string
  /** Verbs of speech in the forms that take their subject from another verb: "saying", "to say". */
  readonly speechDependent: string
  /** Verbs of what is done and felt, in forms that can stand for a sentence's verb. */
  readonly verbs: string
  /** Endings by which an unlisted small word reads as a verb, "" for none. */
  readonly verbEnding: RegExp
  readonly dependentEnding: RegExp
  readonly auxiliaries: string
  /** Of these, the ones that make a passive of what follows. */
  readonly passives: string
  readonly pronouns: string
  /** Pronouns of one person, by what they say of that person. */
  readonly masculine: string
  readonly feminine: string
  readonly plural: string
  readonly determiners: string
  /** Forms that no subject has: German "dem", "einen". */
  readonly oblique: string
  /** Such forms that join a noun to the one before: German "des". */
  readonly genitive: string
  readonly prepositions: string
  /** Prepositions that join a noun to the one before: "the head of". */
  readonly links: string
  /** Names a source by itself: "according to", "laut". Several words are tried as they stand. */
  readonly sources: readonly string[]
  /** Nouns for what somebody thinks, behind whose view it is: "in her view". */
  readonly views: RegExp
  /** Nouns for what somebody says or writes: "her remark that". */
  readonly utterances: RegExp
  /** The same behind its noun: German "zufolge". */
  readonly sourcesBehind: readonly string[]
  readonly conjunctions: string
  readonly subordinators: string
  readonly relatives: string
  readonly adverbs: string
  readonly adverbEnding: RegExp
  readonly times: string
  /** The mark of an infinitive. */
  readonly infinitive: string
  readonly particles: string
  readonly honorifics: string
  /** Words of office and trade; with `titleEnding`, where a title ends and a name begins. */
  readonly titles: string
  readonly titleEnding: RegExp
  /** By the office in full, its short forms. */
  readonly shortTitles: Readonly<Record<string, readonly string[]>>
  readonly feminineTitles: RegExp
  readonly masculineTitles: RegExp
  readonly masculineNames: string
  readonly feminineNames: string
  /** Stand before words that are named and not said: "the word", "known as". */
  readonly mentions: RegExp
  /** The same where nobody says so: "was dubbed". */
  readonly namings: RegExp
  /** Stand before what a work or a thing is called: "the film", "der Roman". */
  readonly works: RegExp
  /** Ends of what stands before a quotation that is only a manner of speaking: "so-called". */
  readonly scares: RegExp
}
