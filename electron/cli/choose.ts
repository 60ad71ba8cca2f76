import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import { badInput, refused } from './failure.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'

/** Which of several places, counted from 1. */
export const nthSchema = z
  .string()
  .regex(/^[1-9]\d*$/, 'a number from 1')
  .transform(Number)
  .optional()

export const nthOption = { value: 'N', help: 'which of several places, counted from 1' } as const

/** How words are looked for, for a command's help. */
export const occurrenceNotes = [
  'A line break in WORDS matches the break between two paragraphs.',
  'Where WORDS stand nowhere as given, other quotation marks, dashes and dots are taken for the same.',
  'Where WORDS stand as whole words, places inside longer words do not count.',
] as const

/** @throws CommandFailed where the words stand nowhere, or in several places and none of them is chosen */
export function chooseOccurrence(document: Node, text: string, nth: number | undefined): Occurrence {
  const found = occurrencesOf(document, text)
  if (found.length === 0) {
    throw badInput('these words do not stand in the story; capitals and accents count', 'NOT_FOUND')
  }
  if (nth === undefined && found.length > 1) {
    throw refused(
      'AMBIGUOUS',
      `these words stand in ${found.length} places: choose one with --nth 1 to --nth ${found.length}`,
    )
  }
  const chosen = found[(nth ?? 1) - 1]
  if (chosen) return chosen
  const places = found.length === 1 ? 'one place' : `${found.length} places`
  throw badInput(`--nth: these words stand in ${places} only`)
}
