import { sentenceRanges } from '../document/sentences.ts'
import { perPassage } from './per-passage.ts'

/** The sentences of a passage, for all that ask about it one after the other. */
export const sentencesOfPassage = perPassage(({ text }) => sentenceRanges(text))
