/** How a language says who spoke: data for the first pass, one file a language. Words are in lower case, set apart by spaces. */
export interface SpeechTable {
  /** BCP 47, without country or script. */
  readonly language: string
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
  /** Stand before what a work or a thing is called: "the film", "der Roman". */
  readonly works: RegExp
  /** Ends of what stands before a quotation that is only a manner of speaking: "so-called". */
  readonly scares: RegExp
}
