import { expect, test } from 'vitest'
import { type EventWords, type TrailNames, tellEvent, tellings } from '../../../shared/trail/tell.ts'

const names: TrailNames = {
  person: (id) => (id === 'person-grace' ? 'Grace Marten' : null),
  source: (id) => (id === 'source-register' ? 'The harbour register' : null),
}

test.each<[string, string, unknown, EventWords]>([
  [
    'a settling with what it was, on what words and why',
    'claim.settled',
    {
      before: { status: 'unchecked', settling: null },
      after: { status: 'wrong', settling: { words: 'Forty boats', note: 'There were four.' } },
    },
    { what: 'Settled', detail: 'Unchecked → Wrong · “Forty boats” · There were four.' },
  ],
  [
    'backup with its source, place and words',
    'backup.added',
    {
      before: null,
      after: { sourceId: 'source-register', locator: 'p. 9', excerpt: 'four boats' },
    },
    { what: 'Attached backup', detail: 'The harbour register · p. 9 · “four boats”' },
  ],
  [
    'whom a claim was taken from and given to',
    'claim.assigned',
    { before: { assigneeId: null }, after: { assigneeId: 'person-grace' } },
    { what: 'Assigned', detail: 'nobody → Grace Marten' },
  ],
  [
    'somebody who is gone by their id',
    'claim.assigned',
    { before: { assigneeId: 'person-gone' }, after: { assigneeId: null } },
    { what: 'Assigned', detail: 'person-gone → nobody' },
  ],
  [
    'a suggested fix with the words before and after, and why',
    'fix.suggested',
    { before: null, after: { words: 'forty', newWords: 'four', why: 'the register' } },
    { what: 'Suggested a fix', detail: '“forty” → “four” · the register' },
  ],
  [
    'why a fix was rejected',
    'fix.rejected',
    { before: {}, after: { words: 'forty', newWords: '', why: 'x', decision: { reason: 'it is true' } } },
    { what: 'Rejected a fix', detail: '“forty” → nothing · x · it is true' },
  ],
  [
    'who was asked what, of a query that was removed too',
    'query.removed',
    { before: { asked: 'Jonas Helm', question: 'How many?' }, after: null },
    { what: 'Removed a query', detail: 'Jonas Helm · “How many?”' },
  ],
  [
    'what was answered',
    'query.answered',
    { before: { answer: null }, after: { asked: 'Jonas Helm', answer: { words: 'Four.' } } },
    { what: 'Noted an answer', detail: 'Jonas Helm · “Four.”' },
  ],
  [
    'a field that was emptied',
    'claim.noted',
    { before: { note: 'ask' }, after: { note: '' } },
    { what: 'Changed the note', detail: 'ask → nothing' },
  ],
  [
    'the sentence that was read',
    'reading.made',
    { before: null, after: { sentences: [{ words: 'nobody came.', tagged: [] }] } },
    { what: 'Read', detail: '“nobody came.”' },
  ],
  [
    'how many sentences were read at once',
    'reading.made',
    { before: null, after: { sentences: [{ words: 'nobody came.' }, { words: 'it rained.' }] } },
    { what: 'Read', detail: '2 sentences' },
  ],
  [
    'only its kind where the rest was struck',
    'claim.noted',
    null,
    { what: 'Changed the note', detail: null },
  ],
  [
    'what a newer Stet wrote by the name it has there',
    'claim.sealed',
    { after: {} },
    { what: 'claim.sealed', detail: null },
  ],
  [
    'what every object has by nature as no kind of ours',
    'constructor',
    {},
    { what: 'constructor', detail: null },
  ],
])('tells %s', (_, kind, payload, told) => {
  expect(tellEvent({ kind, payload }, names, 'en')).toEqual(told)
})

test.each(Object.keys(tellings))('%s reads any payload without breaking, in German too', (kind) => {
  for (const payload of [
    null,
    undefined,
    7,
    [],
    {},
    { before: 3, after: null },
    { before: {}, after: { settling: 1 } },
  ]) {
    expect(tellEvent({ kind, payload }, names, 'de').what).not.toBe('')
  }
})
