import { perPassage } from '../per-passage.ts'
import { subjectOfSentence } from './attribution.ts'
import { lexiconFor } from './speech/lexicon.ts'
import { readingOf } from './tokens.ts'

/** Of whom a passage's last sentence speaks, for a quotation that follows it; null where of nobody. */
export const closingSubject = perPassage((passage, language) => {
  const reading = readingOf(passage, language)
  const last = reading.sentences.at(-1)
  return last ? subjectOfSentence(reading, last, lexiconFor(language)) : null
})
