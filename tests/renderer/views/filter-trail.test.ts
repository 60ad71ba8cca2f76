import { expect, test } from 'vitest'
import { filterTrail, wholeTrail } from '../../../renderer/views/trail/filter-trail.ts'
import { type AuditEvent, auditEventSchema } from '../../../shared/model/audit.ts'

const hash = '0'.repeat(64)

function event(seq: number, subject: string, personId: string): AuditEvent {
  return auditEventSchema.parse({
    chain: 'story-one',
    seq,
    atMs: seq,
    personId,
    via: 'window',
    kind: 'claim.noted',
    subject,
    payloadHash: hash,
    previousHash: hash,
    hash,
    payload: {},
  })
}

const ada = 'person-ada-quill-000001'
const grace = 'person-grace-marten-001'
const events = [
  event(1, 'story-one', ada),
  event(2, 'boats', ada),
  event(3, 'bell', grace),
  event(4, 'boats', grace),
]
const claims = new Map([
  ['boats', { number: 1, words: 'Forty boats' }],
  ['bell', { number: 12, words: 'The bell rang 1 time' }],
])

test.each<[string, Partial<typeof wholeTrail>, number[]]>([
  ['everything, the last first', {}, [4, 3, 2, 1]],
  ['one claim by its number', { claim: '#1' }, [4, 2]],
  ['one claim by its number alone, which is not looked for in words', { claim: ' 1 ' }, [4, 2]],
  ['claims by words, in any letters', { claim: 'BELL' }, [3]],
  ['what one person did', { personId: ada }, [2, 1]],
  ['both at once', { claim: 'boats', personId: grace }, [4]],
  ['nothing where nothing fits', { claim: '#7' }, []],
])('lets through %s', (_, filter, seqs) => {
  expect(filterTrail(events, claims, { ...wholeTrail, ...filter }).map(({ seq }) => seq)).toEqual(seqs)
})
