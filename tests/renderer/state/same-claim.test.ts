import { expect, test } from 'vitest'
import { sameButForWords, sameClaim } from '../../../renderer/state/same-claim.ts'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import { claimJson } from '../../claim.ts'

const claim: Claim = claimSchema.parse(
  claimJson({
    id: 'claim-00000001',
    storyId: 'story-00000001',
    number: 1,
    kind: 'quote',
    words: 'We are closing it',
    speaker: { name: 'Anna Berg', role: 'Mayor', sourceId: null },
    taggedBy: 'person-0000001',
    taggedAtMs: 1,
    revision: 1,
  }),
)
const again: Claim = { ...structuredClone(claim), revision: 7 }
const speaker = claim.speaker && { ...claim.speaker, role: 'Governor' }

test.each<[string, Claim | undefined, Claim | undefined, boolean, boolean]>([
  ['nothing and nothing', undefined, undefined, true, true],
  ['a claim and nothing', claim, undefined, false, false],
  ['a newer record that says the same', claim, again, true, true],
  ['other words', claim, { ...again, words: 'We are closing' }, false, true],
  ['another status', claim, { ...again, status: 'confirmed' }, false, false],
  ['another role, deep within', claim, { ...again, speaker }, false, false],
  ['no speaker', claim, { ...again, speaker: null }, false, false],
])('%s', (_name, one, other, isSame, isSameButForWords) => {
  expect(sameClaim(one, other)).toBe(isSame)
  expect(sameClaim(other, one)).toBe(isSame)
  expect(sameButForWords(one, other)).toBe(isSameButForWords)
  expect(sameButForWords(other, one)).toBe(isSameButForWords)
})
