import type { Place } from '../model/place.ts'
import { readsSame } from './changed.ts'

/**
 * What differs around a claim whose own words stand. `sentence`: the rest of its sentence, or the words that name
 * the speaker of a quote. `place`: it stands somewhere else. `speaker`: somebody else is noted as speaking.
 */
export type ContextReason = 'sentence' | 'place' | 'speaker'

const quoteBlocks = ['blockquote', 'pullQuote'] as const

/** The kinds of quotation that a claim's blocks set off from the text, "" for none. */
export function quoteBlocksOf({ block }: Pick<Place, 'block'>): string {
  const kinds = block.split(' ')
  return quoteBlocks.filter((kind) => kinds.includes(kind)).join(' ')
}

/** It stands in quotation marks, or in a block that sets a quotation off. */
export function looksQuoted(place: Pick<Place, 'block' | 'isQuoted'>): boolean {
  return place.isQuoted || quoteBlocksOf(place) !== ''
}

/** Of the words of two sentences that stand next to a claim, this share is in both where it is still the same one. */
const recognisableShare = 0.6

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
}

/** Whether what stands next to a claim is still what stood there, although it may have been edited. */
function isRecognisable(before: string, after: string): boolean {
  if (before === after) return true
  const one = wordSet(before)
  const other = wordSet(after)
  const smaller = Math.min(one.size, other.size)
  if (smaller === 0) return before !== '' && after !== '' && readsSame(before, after)
  let common = 0
  for (const word of one) if (other.has(word)) common++
  return common / smaller >= recognisableShare
}

/**
 * Whether a claim stands somewhere else: in another kind of block, or neither what stood before it nor what stood
 * after it is to be recognised. Text that comes and goes elsewhere moves nothing.
 */
export function hasMoved(before: Place, after: Place): boolean {
  if (before.block !== after.block && quoteBlocksOf(before) === quoteBlocksOf(after)) return true
  return (
    !isRecognisable(before.preceding, after.preceding) && !isRecognisable(before.following, after.following)
  )
}

export function hasOtherSentence(before: Place, after: Place): boolean {
  return !readsSame(before.sentence, after.sentence)
}
