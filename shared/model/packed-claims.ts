import { z } from 'zod'
import { type Claim, untouched } from './claim.ts'

/** Many claims as they are sent: what most have alike stands once, and each has only what is its own. */
export interface PackedClaims {
  readonly common: Partial<Claim>
  readonly claims: readonly Partial<Claim>[]
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null

/** The desk alone packs claims, out of records that were checked when they were written; thousands are not checked again. */
export const packedClaimsSchema = z.object({
  common: z.custom<Partial<Claim>>(isRecord),
  claims: z.custom<readonly Partial<Claim>[]>(Array.isArray),
})

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

export function packClaims(claims: readonly Claim[]): PackedClaims {
  const [first] = claims
  if (!first) return { common: {}, claims: [] }
  const common: Partial<Claim> = { ...untouched, storyId: first.storyId, taggedBy: first.taggedBy }
  const isCommon = (name: string, value: unknown): boolean => {
    const shared: unknown = Reflect.get(common, name)
    return value === shared || (isEmpty(value) && isEmpty(shared))
  }
  return {
    common,
    claims: claims.map(
      (claim): Partial<Claim> =>
        Object.fromEntries(Object.entries(claim).filter(([name, value]) => !isCommon(name, value))),
    ),
  }
}

/** What claims have alike they share, empty lists too, which are frozen. */
export function unpackClaims({ common, claims }: PackedClaims): Claim[] {
  for (const value of Object.values(common)) if (isEmpty(value)) Object.freeze(value)
  return claims.map((own) => ({ ...common, ...own }) as Claim)
}
