import type { AuditEvent } from '../../../shared/model/audit.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { checker, lawyer, me, writer } from './people.ts'
import { insider, ledger } from './sources.ts'
import { iceHouse } from './stories.ts'
import { madeClaimId } from './words.ts'

const hourMs = 3_600_000

/** What an event tells, the oldest first: who, what, of what, and what it holds. */
const told: readonly (readonly [PersonId | null, EventKind, string, unknown])[] = [
  [writer.id, 'story.imported', iceHouse.id, { name: 'halmsund-ice-house.docx', format: 'docx' }],
  [
    writer.id,
    'claim.tagged',
    madeClaimId(1),
    { before: null, after: { words: 'stands on 212 piles of larch' } },
  ],
  [
    writer.id,
    'claim.tagged',
    madeClaimId(10),
    { before: null, after: { words: 'at a cost of 44,000 crowns' } },
  ],
  [
    checker.id,
    'backup.added',
    madeClaimId(1),
    {
      before: null,
      after: {
        sourceId: ledger.id,
        locator: 'volume 13, leaf 4',
        excerpt: 'Piles driven for the new place of the ice house, larch: 212.',
      },
    },
  ],
  [
    checker.id,
    'claim.settled',
    madeClaimId(1),
    {
      before: { status: 'unchecked', settling: null },
      after: { status: 'confirmed', settling: { words: 'stands on 212 piles of larch', note: '' } },
    },
  ],
  [
    checker.id,
    'query.asked',
    madeClaimId(2),
    {
      before: null,
      after: { asked: 'The harbour office', question: 'How many of the 212 were looked at, and by whom?' },
    },
  ],
  [
    checker.id,
    'fix.suggested',
    madeClaimId(10),
    {
      before: null,
      after: {
        words: 'at a cost of 44,000 crowns',
        newWords: 'at a cost of 41,000 crowns',
        remedy: 'words',
        why: 'Leaf 39 gives the sum that was paid; leaf 41 adds the bell, the ropes and the beer of the last day.',
      },
    },
  ],
  [
    me.id,
    'fix.accepted',
    madeClaimId(10),
    {
      before: {},
      after: {
        words: 'at a cost of 44,000 crowns',
        newWords: 'at a cost of 41,000 crowns',
        remedy: 'words',
        why: 'Leaf 39 gives the sum that was paid.',
        decision: { kind: 'accepted', reason: '' },
      },
    },
  ],
  [lawyer.id, 'claim.legalFlagged', madeClaimId(3), { before: { isLegal: false }, after: { isLegal: true } }],
  [checker.id, 'source.added', insider.id, null],
  [
    me.id,
    'override.made',
    madeClaimId(6),
    {
      before: null,
      after: {
        kind: 'onAuthor',
        words: 'Signe Torvald, who has kept the harbour’s books for 30 years',
        reason: 'The letter lies in the safe; she read it out on the phone.',
      },
    },
  ],
  [
    me.id,
    'reading.made',
    iceHouse.id,
    {
      before: null,
      after: { sentences: [{ words: 'The council meets on Thursday.' }] },
    },
  ],
  [null, 'story.exported', iceHouse.id, { as: 'docx', purpose: 'internal', isCleared: false }],
]

/** One event of most kinds; one whose words were struck, one that nobody in particular did. */
export const madeTrail: readonly AuditEvent[] = told.map(([personId, kind, subject, payload], at) => ({
  chain: iceHouse.id,
  seq: at + 1,
  atMs: Date.now() - (told.length - at) * 5 * hourMs,
  personId,
  via: at === told.length - 1 ? 'commandLine' : 'window',
  kind,
  subject,
  payloadHash: String(at).repeat(64).slice(0, 64),
  previousHash: '0'.repeat(64),
  hash: `${(at * 2_654_435_761).toString(16)}5c1e0d`.padEnd(64, '7'),
  payload,
}))
