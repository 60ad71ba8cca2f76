import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { verifyDesk } from '../../../electron/desk/verify.ts'
import { openBlobs } from '../../../electron/store/files.ts'
import { openStore } from '../../../electron/store/open.ts'
import { asRead } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newFixId, newQueryId, newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { temporaryFolder } from '../store/temporary.ts'
import {
  addBackup,
  addSource,
  type Bench,
  claimOf,
  documentOf,
  edit,
  find,
  makeStory,
  settle,
  setUpBench,
  tag,
} from './bench.ts'

/** What the desk below is made of. */
let template: string | null = null

afterAll(async () => {
  if (template) await rm(template, { recursive: true, force: true })
})

async function readSentences(client: DeskClient, storyId: StoryId, words: string): Promise<void> {
  const sentences = sentencesOf(await documentOf(client, storyId))
    .filter((sentence) => sentence.words.includes(words))
    .map(asRead)
  await client.stories.markRead({ requestId: newRequestId(), storyId, sentences })
}

/** Two candidates put aside, the second proposed again. */
async function dismissWords(client: DeskClient, storyId: StoryId): Promise<void> {
  const request = () => ({ requestId: newRequestId(), storyId })
  const what = 'statement' as const
  await client.firstPass.dismiss({
    ...request(),
    dismissed: [{ what, words: 'lay there', facets: ['place'] }],
  })
  const [made] = await client.firstPass.dismiss({
    ...request(),
    dismissed: [{ what, words: 'rang twice', facets: ['figure'] }],
  })
  await client.firstPass.takeBack({ ...request(), ids: made ? [made.id] : [] })
}

/** A desk on which everything was done by its own commands, closed. */
async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-tampering-'))
  template = folder
  const bench = await setUpBench({ folder })
  const { desk, ada, grace, graceId } = bench
  const storyId = await makeStory(ada, ['Forty boats lay there.', 'The bell rang twice.', 'Nobody came.'])
  const boats = await tag(ada, storyId, 'Forty boats')
  const bell = await tag(ada, storyId, 'The bell rang twice', { kind: 'quote' })
  const nobody = await tag(ada, storyId, 'Nobody came')
  const sourceId = await addSource(ada, 'The harbour register', { note: 'in the tower' })
  await addBackup(ada, boats.id, sourceId)
  const { hash } = await desk.blobs.put(new TextEncoder().encode('a page of the register'))
  const file = { hash, name: 'register.txt', mediaType: 'text/plain' }
  await ada.sources.attachFile({ requestId: newRequestId(), sourceId, ...file })
  await settle(grace, boats, 'wrong', 'there were four')
  await settle(grace, boats, 'confirmed')
  await settle(grace, bell, 'onAuthor')
  await grace.claims.takeBack({ requestId: newRequestId(), storyId })
  const request = () => ({ requestId: newRequestId(), claimId: bell.id })
  await ada.claims.setSpeaker({ ...request(), speaker: { name: 'A sexton', role: '', sourceId: null } })
  await ada.claims.setNote({ ...request(), note: 'ask the sexton' })
  await ada.claims.setLegal({ ...request(), isLegal: true })
  await ada.claims.assign({ ...request(), personId: graceId })
  await ada.claims.setNote({ requestId: newRequestId(), claimId: nobody.id, note: 'to be cut' })
  await edit(ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'Nobody came.')
    transform.delete(from, to)
  })
  await addBackup(ada, (await claimOf(ada, storyId, bell.id)).id, sourceId, { note: 'page 9' })
  await readSentences(ada, storyId, 'The bridge is open')
  await readSentences(grace, storyId, 'boats')
  await dismissWords(ada, storyId)
  await grace.stories.takeBackRead({ requestId: newRequestId(), storyId })
  await workWithOthers(ada, await claimOf(ada, storyId, boats.id))
  await grace.claims.askSecondReader({ ...request(), readerId: null })
  await ada.stories.setStage({ requestId: newRequestId(), storyId, stage: 'checking' })
  await ada.stories.duplicate({ requestId: newRequestId(), storyId })
  await ada.stories.create({ requestId: newRequestId(), headline: 'Still being written' })
  await clearStories(bench)
  await desk.close()
  return folder
}

/** Two stories with a claim that was let pass: one cleared, of the other the clearing taken back. */
async function clearStories({ desk, ada, nobody }: Bench): Promise<void> {
  const person = { name: 'Edith Stone', initials: 'ES', role: 'editor' as const }
  const { id: personId } = await nobody.people.add({ requestId: newRequestId(), person })
  const editor = desk.client({ personId, via: 'window' })
  for (const headline of ['The mill', 'The mole']) {
    const storyId = await makeStory(ada, ['Nine lay in the mud.'], headline)
    await edit(ada, storyId, (transform) => {
      const at = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1
      transform.insert(at, transform.doc.type.schema.text('By Ada Quill'))
    })
    const claim = await settle(ada, await tag(ada, storyId, 'Nine'), 'wrong')
    await readSentences(ada, storyId, '')
    const line = { claimId: claim.id, kind: 'wrong' as const, seenWords: claim.words }
    const given = { storyId, lines: [line], reason: 'as she said it' }
    const passing = await editor.gate.override({ requestId: newRequestId(), ...given })
    const overrideId = passing[0]?.overrides[0]?.id ?? ('' as never)
    await editor.gate.takeBackOverride({ requestId: newRequestId(), overrideId })
    await editor.gate.override({ requestId: newRequestId(), ...given, reason: 'it is in the letter' })
    const { version: atVersion } = await editor.gate.of({ storyId })
    await editor.gate.clear({ requestId: newRequestId(), storyId, atVersion, asks: [] })
    if (headline === 'The mole') await editor.gate.takeBackClearing({ requestId: newRequestId(), storyId })
  }
}

/** Queries and fixes, answered, decided and taken away; and a second reader of a flagged claim. */
async function workWithOthers(ada: DeskClient, claim: Claim): Promise<void> {
  const requestId = newRequestId
  const ask = async (asked: string) => {
    const queryId = newQueryId()
    const details = {
      asked,
      sourceId: null,
      question: 'How many?',
      way: 'mail' as const,
      isRightOfReply: true,
    }
    await ada.queries.ask({
      requestId: requestId(),
      queryId,
      claimId: claim.id,
      details: { ...details, askedAtMs: 1, dueAtMs: 2 },
      seenWords: null,
    })
    return queryId
  }
  const suggest = async (newWords: string) => {
    const fixId = newFixId()
    const given = { claimId: claim.id, remedy: 'words' as const, newWords, why: 'as the register has it' }
    await ada.fixes.suggest({
      requestId: requestId(),
      fixId,
      ...given,
      backupIds: [],
      seenWords: claim.words,
    })
    return fixId
  }
  const answered = await ask('A harbour master')
  const answer = { words: 'Four.', atMs: 3 }
  await ada.queries.answer({ requestId: requestId(), queryId: answered, answer })
  await ada.queries.remove({ requestId: requestId(), queryId: await ask('A sexton') })
  const fixId = await suggest('Four boats')
  await ada.fixes.answer({ requestId: requestId(), fixId, words: 'no' })
  await ada.fixes.withdraw({ requestId: requestId(), fixId: await suggest('Five boats') })
  await ada.claims.setLegal({ requestId: requestId(), claimId: claim.id, isLegal: true })
  await ada.claims.askSecondReader({ requestId: requestId(), claimId: claim.id, readerId: null })
}

/** What `verify` says of a copy of that desk after somebody was at its files. */
async function messagesAfter(tamper: (database: Database.Database, folder: string) => void): Promise<string> {
  const folder = await temporaryFolder()
  await cp(template ?? (await makeTemplate()), folder, { recursive: true })
  const database = new Database(join(folder, 'stet.sqlite'))
  database.pragma('foreign_keys = OFF')
  tamper(database, folder)
  database.close()
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const { findings } = await verifyDesk(store, openBlobs(folder), folder)
  return findings.map((finding) => finding.message).join('\n')
}

it('nothing is found at a desk that only its own commands changed', async () => {
  expect(await messagesAfter(() => {})).toBe('')
})

const wrong: readonly [string, string][] = [
  [
    'a slug of another headline',
    "UPDATE story SET slug = 'elsewhere' WHERE headline = 'Still being written'",
  ],
  ['a slug that follows no more', 'UPDATE story SET slug_follows = 0 WHERE slug_follows = 1'],
  ['a slug that was given and follows', "UPDATE story SET slug_follows = 1 WHERE stage = 'checking'"],
  ['a settling that says something else', "UPDATE settling SET status = 'wrong' WHERE status = 'confirmed'"],
  ['a settling of other words', "UPDATE settling SET words = 'Four boats' WHERE status = 'confirmed'"],
  [
    'a settling by somebody else',
    "UPDATE settling SET person_id = (SELECT id FROM person WHERE name LIKE 'Ada%') WHERE status = 'confirmed'",
  ],
  ['a settling at another time', 'UPDATE settling SET at_ms = at_ms + 1'],
  ['a settling with another reason', "UPDATE settling SET note = 'x'"],
  [
    'an earlier settling that says something else',
    "UPDATE settling SET status = 'queried' WHERE status = 'wrong'",
  ],
  [
    'a settling that rests on something else',
    "UPDATE settling SET backup_fingerprints = '{}' WHERE status = 'confirmed'",
  ],
  ['a settling taken away', "DELETE FROM settling WHERE status = 'wrong'"],
  [
    'a settling put in',
    "INSERT INTO settling (claim_id, story_id, status, words, version, note, person_id, at_ms, backup_fingerprints) SELECT claim_id, story_id, 'wrong', words, version, note, person_id, at_ms, backup_fingerprints FROM settling WHERE status = 'confirmed'",
  ],
  ['settlings in another order', 'UPDATE settling SET seq = 100 - seq'],
  [
    'a settling taken back behind the desk',
    "UPDATE settling SET taken_back_at_ms = 1 WHERE status = 'wrong'",
  ],
  ['a settling that was taken back, and stands', 'UPDATE settling SET taken_back_at_ms = NULL'],
  ['a claim of another kind', "UPDATE claim SET kind = 'statement'"],
  [
    'a claim with another speaker',
    "UPDATE claim SET speaker_name = 'A bishop' WHERE speaker_name IS NOT NULL",
  ],
  ['a claim with another note', "UPDATE claim SET note = 'x'"],
  ['a claim without its legal flag', 'UPDATE claim SET is_legal = 0'],
  ['a claim given to somebody else', 'UPDATE claim SET assignee_id = NULL'],
  [
    'a claim tagged by somebody else',
    "UPDATE claim SET tagged_by = (SELECT id FROM person WHERE name LIKE 'Grace%')",
  ],
  ['a claim tagged at another time', 'UPDATE claim SET tagged_at_ms = 1'],
  ['a claim with another number', 'UPDATE claim SET number = 9 WHERE number = 3'],
  [
    'a removed claim with other last words',
    "UPDATE claim SET words = 'Everybody came' WHERE presence = 'removed'",
  ],
  [
    'a removed claim that is hidden',
    "UPDATE claim SET presence = 'withdrawn' WHERE presence = 'removed'; UPDATE story SET removed_count = 0",
  ],
  [
    'a removed claim taken away',
    "DELETE FROM claim WHERE presence = 'removed'; UPDATE story SET removed_count = 0",
  ],
  [
    'a claim put in',
    "INSERT INTO claim SELECT lower(hex(randomblob(16))), story_id, 77, kind, 'withdrawn', words, NULL, NULL, NULL, NULL, '', 0, NULL, tagged_by, 1, 99, NULL, NULL, NULL, NULL, NULL FROM claim WHERE presence = 'removed'; UPDATE story SET next_number = 99",
  ],
  ['a sentence read that was not', "UPDATE read_sentence SET words = 'Nobody came.'"],
  ['a claim in it that was read too', "UPDATE read_sentence SET tagged = '[[0,2]]'"],
  [
    'a reading by somebody else',
    "UPDATE reading SET person_id = (SELECT id FROM person WHERE name LIKE 'Grace%')",
  ],
  ['a reading at another time', 'UPDATE reading SET at_ms = 1'],
  ['a reading that was taken back, and stands', 'UPDATE reading SET taken_back_at_ms = NULL'],
  ['a reading taken back behind the desk', 'UPDATE reading SET taken_back_at_ms = 1'],
  ['a reading taken away', 'DELETE FROM read_sentence; DELETE FROM reading'],
  ['a sentence taken out of a reading', 'DELETE FROM read_sentence WHERE seq = 1'],
  [
    'a reading put in',
    'INSERT INTO reading SELECT NULL, lower(hex(randomblob(16))), story_id, person_id, 1, NULL, 99 FROM reading WHERE seq = 1',
  ],
  [
    'a dismissal by somebody else',
    "UPDATE dismissal SET person_id = (SELECT id FROM person WHERE name LIKE 'Grace%')",
  ],
  ['a dismissal at another time', 'UPDATE dismissal SET at_ms = 1'],
  ['a dismissal of other words', "UPDATE dismissal SET words = 'Forty boats'"],
  ['a dismissal of a quote', "UPDATE dismissal SET what = 'quote'"],
  ['a dismissal of other facets', "UPDATE dismissal SET facets = '[]'"],
  ['a dismissal that was taken back, and stands', 'UPDATE dismissal SET taken_back_at_ms = NULL'],
  ['a dismissal taken back behind the desk', 'UPDATE dismissal SET taken_back_at_ms = 1'],
  ['a dismissal taken away', 'DELETE FROM dismissal'],
  [
    'a dismissal put in',
    'INSERT INTO dismissal SELECT NULL, lower(hex(randomblob(16))), story_id, what, words, facets, person_id, 1, NULL, 99 FROM dismissal WHERE seq = 1',
  ],
  ['a claim that was never proposed', `UPDATE claim SET proposed_for = '["figure"]'`],
  ['a story with fewer unread sentences', 'UPDATE story SET unread_count = 0'],
  ['a query of somebody else', "UPDATE query SET asked = 'A bishop' WHERE answer IS NOT NULL"],
  ['another answer', "UPDATE query SET answer = 'Forty.' WHERE answer IS NOT NULL"],
  ['an answer taken away', 'UPDATE query SET answer = NULL'],
  ['a right of reply that is none', 'UPDATE query SET is_right_of_reply = 0'],
  ['a query taken away', 'DELETE FROM query WHERE answer IS NOT NULL'],
  [
    'a query put in',
    "INSERT INTO query SELECT 'query-of-nobody', claim_id, asked, source_id, question, way, 1, 2, 0, NULL, NULL, NULL, NULL, added_by, 1, NULL FROM query LIMIT 1",
  ],
  ['a removed query that is back', 'UPDATE query SET removed_at_ms = NULL'],
  ['a removed query that was changed', "UPDATE query SET question = 'x' WHERE removed_at_ms IS NOT NULL"],
  ['a fix of other words', "UPDATE fix SET new_words = 'Forty-one boats' WHERE answer IS NOT NULL"],
  ['a fix for another reason', "UPDATE fix SET why = 'x'"],
  [
    'a fix that is accepted behind the desk',
    "UPDATE fix SET decision = 'accepted', decided_by = suggested_by, decided_at_ms = 1, decision_reason = ''",
  ],
  ['a fix taken away', 'DELETE FROM fix WHERE answer IS NOT NULL'],
  ['a withdrawn fix that is back', 'UPDATE fix SET removed_at_ms = NULL'],
  ['a withdrawn fix that was changed', "UPDATE fix SET new_words = 'x' WHERE removed_at_ms IS NOT NULL"],
  [
    'a claim cleared by nobody',
    `UPDATE claim SET legal_clearing = '{"words":"x","note":"","personId":"' || tagged_by || '","atMs":1}' WHERE is_legal = 1`,
  ],
  ['a second reader that nobody asked for any more', 'UPDATE claim SET second_reading = NULL'],
  ['an override for another reason', "UPDATE override SET reason = 'x' WHERE taken_back_at_ms IS NULL"],
  ['an override of other words', "UPDATE override SET words = 'Ten' WHERE taken_back_at_ms IS NULL"],
  ['an override of something else', "UPDATE override SET kind = 'thin' WHERE taken_back_at_ms IS NULL"],
  [
    'an override by somebody else',
    "UPDATE override SET person_id = (SELECT id FROM person WHERE name LIKE 'Ada%') WHERE taken_back_at_ms IS NULL",
  ],
  ['an override at another time', 'UPDATE override SET at_ms = 1 WHERE taken_back_at_ms IS NULL'],
  ['an override taken away', 'DELETE FROM override WHERE taken_back_at_ms IS NULL'],
  ['an override taken back behind the desk', 'UPDATE override SET taken_back_at_ms = 1'],
  ['an override that was taken back, and stands', 'UPDATE override SET taken_back_at_ms = NULL'],
  [
    'an override that was taken back, and changed',
    "UPDATE override SET reason = 'x' WHERE taken_back_at_ms > 0",
  ],
  [
    'an override put in',
    "INSERT INTO override SELECT 'override-of-nobody', claim_id, 'thin', words, reason, person_id, 1, NULL FROM override LIMIT 1",
  ],
  [
    'a clearing by somebody else',
    "UPDATE clearing SET person_id = (SELECT id FROM person WHERE name LIKE 'Ada%') WHERE taken_back_at_ms > 0",
  ],
  ['a clearing of another version', 'UPDATE clearing SET version = 1 WHERE taken_back_at_ms > 0'],
  ['a clearing of other words', "UPDATE clearing SET shown = replace(shown, 'mud', 'bay')"],
  ['a clearing with other overrides', "UPDATE clearing SET override_ids = '[]'"],
  [
    'a clearing of somebody who knew more',
    `UPDATE clearing SET asks = '[{"kind":"removed","claimId":"claim-of-nobody","words":"x"}]'`,
  ],
  [
    'a clearing taken away',
    'DELETE FROM clearing WHERE taken_back_at_ms IS NULL; UPDATE story SET clearing = NULL, is_cleared = 0',
  ],
  ['a clearing that was taken back, and stands', 'UPDATE clearing SET taken_back_at_ms = NULL'],
  ['a clearing that the story does not name', 'UPDATE story SET clearing = NULL, is_cleared = 0'],
  ['a story that counts as cleared, and nobody cleared it', 'UPDATE story SET is_cleared = 1'],
  ['backup of another place', "UPDATE backup SET locator = 'page 1'"],
  ['backup of another source', "UPDATE backup SET stance = 'contradicts'"],
  [
    'backup by somebody else',
    "UPDATE backup SET added_by = (SELECT id FROM person WHERE name LIKE 'Grace%')",
  ],
  ['backup taken away', "DELETE FROM backup WHERE note = 'page 9'"],
  [
    'backup put in',
    "INSERT INTO backup SELECT lower(hex(randomblob(16))), claim_id, source_id, '', '', stance, rank, '', added_by, 1 FROM backup LIMIT 1",
  ],
  [
    'backup of another claim',
    "UPDATE backup SET claim_id = (SELECT id FROM claim WHERE presence = 'removed')",
  ],
  ['a source with another title', "UPDATE source SET title = 'x'"],
  ['a source that is not confidential', 'UPDATE source SET is_confidential = 1 - is_confidential'],
  [
    'a source put in',
    "INSERT INTO source SELECT lower(hex(randomblob(16))), kind, 'Another', '', '', '', '', usual_rank, 0, terms, '', '', 0, 1, 1, '', 'stands' FROM source",
  ],
  [
    'a source taken away with all that rests on it',
    'DELETE FROM source_file; DELETE FROM source; DELETE FROM backup',
  ],
  ['a file attached under another name', "UPDATE source_file SET name = 'x'"],
  ['a file detached', 'DELETE FROM source_file'],
  ['a file that is said to be larger', 'UPDATE file SET size_bytes = 1'],
  ['a file no longer known', 'DELETE FROM file'],
  ['a file known that is not there', `INSERT INTO file VALUES ('${'ab'.repeat(32)}', 1, 1)`],
  ['somebody with another role', "UPDATE person SET role = 'editor'"],
  ['somebody with another name', "UPDATE person SET name = 'Ada Pen' WHERE name LIKE 'Ada%'"],
  ['somebody put in', "INSERT INTO person VALUES ('x', 'Mallory', 'M', 'editor')"],
  ['a story of another stage', "UPDATE story SET stage = 'published'"],
  ['a story under another name', "UPDATE story SET slug = 'x' || slug"],
  ['a story in another language', "UPDATE story SET language = 'fr'"],
  ['a story archived', 'UPDATE story SET archived_at_ms = 1'],
  ['a story with another headline', "UPDATE story SET headline = 'x'"],
  ['a step of other words', `UPDATE step SET step = replace(step, 'lay there', 'lie there')`],
  [
    'a step by somebody else',
    "UPDATE step SET person_id = (SELECT id FROM person WHERE name LIKE 'Grace%') WHERE version = 2",
  ],
  ['a step at another time', 'UPDATE step SET at_ms = at_ms + 1 WHERE version = 2'],
  [
    'two steps in each other’s place',
    'UPDATE step SET version = -version WHERE version IN (2, 3); UPDATE step SET version = 5 + version WHERE version < 0',
  ],
  ['a hash over the journal that was begun later', 'UPDATE story SET journal_from = 2'],
  ['a step taken away', 'DELETE FROM step WHERE version = 2'],
  ['the last step taken away', 'DELETE FROM step WHERE version = (SELECT max(version) FROM step)'],
  [
    'the last step taken away, and the version with it',
    'DELETE FROM step WHERE version = (SELECT max(version) FROM step); UPDATE story SET version = version - 1',
  ],
  [
    'a step put in',
    'INSERT INTO step SELECT story_id, version + 1, step, schema_version, person_id, client_id, at_ms FROM step ORDER BY version DESC LIMIT 1',
  ],
  [
    'a snapshot of other words',
    "UPDATE snapshot SET document = replace(document, 'The bridge', 'The tower'), version = version",
  ],
  ['a first snapshot taken away', 'DELETE FROM snapshot'],
  [
    'a snapshot put in',
    'INSERT INTO snapshot SELECT story_id, version + 3, schema_version, document FROM snapshot',
  ],
  ['an event changed', "UPDATE audit_event SET kind = 'claim.noted' WHERE kind = 'claim.settled'"],
  ['an event taken away', "DELETE FROM audit_event WHERE kind = 'claim.noted'"],
  [
    'an event taken away with what it tells',
    'DELETE FROM audit_payload WHERE seq = 3; DELETE FROM audit_event WHERE seq = 3',
  ],
  [
    'the last event taken away',
    "DELETE FROM audit_payload WHERE chain = 'desk' AND seq = (SELECT max(seq) FROM audit_event WHERE chain = 'desk'); DELETE FROM audit_event WHERE chain = 'desk' AND seq = (SELECT max(seq) FROM audit_event WHERE chain = 'desk')",
  ],
  [
    'an event put in',
    "INSERT INTO audit_event SELECT chain, seq + 1, at_ms, person_id, via, kind, subject, payload_hash, hash, hash FROM audit_event WHERE chain = 'desk' ORDER BY seq DESC LIMIT 1",
  ],
  [
    'two events in another order',
    "UPDATE audit_event SET seq = seq + 100 WHERE chain = 'desk' AND seq IN (1, 2); UPDATE audit_event SET seq = 103 - (seq - 100) - 100 WHERE chain = 'desk' AND seq > 100",
  ],
  ['what an event tells changed', "UPDATE audit_payload SET payload = replace(payload, 'sexton', 'bishop')"],
  ['what an event tells taken away', 'DELETE FROM audit_payload WHERE seq = 2'],
  [
    'what two events tell exchanged',
    "UPDATE audit_payload SET seq = seq + 100 WHERE chain = 'desk' AND seq IN (1, 2); UPDATE audit_payload SET seq = 103 - (seq - 100) - 100 WHERE chain = 'desk' AND seq > 100",
  ],
  ['a head that was put back', 'UPDATE story SET chain_seq = chain_seq - 1'],
  ['a head of another hash', `UPDATE story SET chain_head = '${'0'.repeat(64)}'`],
  ['the desk’s head taken away', "DELETE FROM setting WHERE name = 'deskChainHead'"],
  ['an index that finds other words', "UPDATE story_search SET body = 'x'"],
]

it.each(wrong)('%s is found', async (_, sql) => {
  expect(await messagesAfter((database) => database.exec(sql))).not.toBe('')
})

function keptFile(folder: string): string {
  const [path] = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /[0-9a-f]{64}$/u.test(name),
  )
  return join(folder, 'files', path ?? '')
}

it('a file whose bytes were changed is found', async () => {
  expect(await messagesAfter((_, folder) => appendFileSync(keptFile(folder), 'x'))).toContain('bytes')
})

it('a file that was taken away is found', async () => {
  expect(await messagesAfter((_, folder) => rmSync(keptFile(folder)))).toContain('missing')
})

it('a file emptied is found', async () => {
  expect(await messagesAfter((_, folder) => writeFileSync(keptFile(folder), ''))).toContain('bytes')
})
