import type { Claim } from '../model/claim.ts'
import { readsSame } from './changed.ts'

/** Whether legal has cleared the claim for the very words that it has now, typography aside. */
export function isCleared({ legalClearing, words }: Pick<Claim, 'legalClearing' | 'words'>): boolean {
  return legalClearing !== null && readsSame(legalClearing.words, words)
}

/** Whether a second reader is asked for who has not read the words that stand now, as somebody else than who settled them. */
export function wantsSecondReader({
  isLegal,
  secondReading,
  settling,
  words,
}: Pick<Claim, 'isLegal' | 'secondReading' | 'settling' | 'words'>): boolean {
  if (!isLegal || !secondReading) return false
  const { done } = secondReading
  return !done || done.personId === settling?.personId || !readsSame(done.words, words)
}
