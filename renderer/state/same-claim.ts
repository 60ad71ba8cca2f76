import type { Claim } from '../../shared/model/claim.ts'

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && isSame(Reflect.get(one, key), Reflect.get(other, key)))
  )
}

type MaybeClaim = Claim | undefined

/** Whether a claim says the same: the desk's answer to a change that is shown already is a newer record of it. */
export function sameClaim(one: MaybeClaim, other: MaybeClaim): boolean {
  return one && other ? isSame(one, { ...other, revision: one.revision }) : one === other
}

/** Whether a claim says the same but for its words: what watches them besides need not care for each key. */
export function sameButForWords(one: MaybeClaim, other: MaybeClaim): boolean {
  return one && other ? sameClaim(one, { ...other, words: one.words }) : one === other
}
