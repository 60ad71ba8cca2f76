import { describe, expect, it } from 'vitest'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import { packClaims, unpackClaims } from '../../../shared/model/packed-claims.ts'
import { claimJson } from '../../claim.ts'

function claimOf(given: Partial<Claim> & { number: number }): Claim {
  return claimSchema.parse(
    claimJson({
      id: `claim-packed-0000${given.number}`,
      storyId: 'story-packed-0001',
      taggedBy: 'person-packed-0001',
      ...given,
    }),
  )
}

describe('claims that are sent together', () => {
  const plain = claimOf({ number: 1, words: 'forty lorries' })

  it('are what they were', () => {
    const claims = [
      plain,
      claimOf({ number: 2, words: 'on Monday', status: 'confirmed', note: 'twice', isLegal: true }),
      claimOf({ number: 3, words: 'salt', speaker: { name: 'Ada Merrow', role: '', sourceId: null } }),
      claimOf({ number: 4, words: 'salt', presence: 'removed', proposedFor: [] }),
    ]
    const sent: unknown = JSON.parse(JSON.stringify(packClaims(claims)))
    expect(unpackClaims(sent as ReturnType<typeof packClaims>)).toEqual(claims)
  })

  it('say once what they have alike', () => {
    const packed = packClaims(Array.from({ length: 200 }, (_, at) => ({ ...plain, number: at + 1 })))
    expect(Object.keys(packed.claims[150] ?? {}).sort()).toEqual(
      ['id', 'number', 'revision', 'taggedAtMs', 'words'].sort(),
    )
  })

  it('share empty lists that nobody can write into', () => {
    const [one, other] = unpackClaims(packClaims([plain, { ...plain, number: 2 }]))
    expect(one?.backup).toBe(other?.backup)
    expect(() => one?.queries.push({} as never)).toThrow(TypeError)
  })

  it('may be none', () => {
    expect(unpackClaims(packClaims([]))).toEqual([])
  })
})
