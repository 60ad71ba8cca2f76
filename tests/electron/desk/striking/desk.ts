import { strToU8, zipSync } from 'fflate'
import { Transform } from 'prosemirror-transform'
import { copyDesk } from '../../../../electron/store/copies.ts'
import { asRead } from '../../../../shared/check/read.ts'
import { sentencesOf } from '../../../../shared/check/sentences.ts'
import type { DeskClient } from '../../../../shared/contract/contract.ts'
import { readDocument } from '../../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../../shared/document/schema.ts'
import type { Claim } from '../../../../shared/model/claim.ts'
import {
  type FileHash,
  newFixId,
  newQueryId,
  newRequestId,
  type PersonId,
  type SourceId,
  type StoryId,
} from '../../../../shared/model/ids.ts'
import type { StrikingReceipt } from '../../../../shared/model/striking.ts'
import {
  addBackup,
  addSource,
  answer,
  ask,
  type Bench,
  claimOf,
  documentOf,
  edit,
  find,
  makeStory,
  settle,
  setUpBench,
  stepsOf,
  suggest,
  tag,
} from '../bench.ts'

/** A bench with an editor at it. */
export interface StrikingBench extends Bench {
  readonly mary: DeskClient
  readonly maryId: PersonId
}

export async function setUpStriking(given: { folder?: string } = {}): Promise<StrikingBench> {
  const bench = await setUpBench(given)
  const known = (await bench.nobody.people.list()).find((person) => person.name === 'Mary Stone')
  const person = { name: 'Mary Stone', initials: 'MS', role: 'editor' as const }
  const { id: maryId } = known ?? (await bench.nobody.people.add({ requestId: newRequestId(), person }))
  return { ...bench, maryId, mary: bench.desk.client({ personId: maryId, via: 'window' }) }
}

/** Types at the end of the words given, each letter a step of its own, "<" taking the last letter back. */
export async function typeAfter(
  client: DeskClient,
  storyId: StoryId,
  after: string,
  keys: string,
): Promise<void> {
  const opened = await client.stories.open({ storyId })
  const transform = new Transform(readDocument(opened.document))
  let at = find(transform.doc, after).to
  for (const key of keys) {
    if (key === '<') transform.delete(at - 1, at--)
    else transform.insert(at++, schema.text(key))
  }
  await client.stories.write({
    requestId: newRequestId(),
    storyId,
    atVersion: opened.version,
    clientId: 'typing',
    schemaVersion,
    steps: stepsOf(transform),
    claims: [],
  })
}

export async function attach(
  bench: Bench,
  sourceId: SourceId,
  name: string,
  bytes: Uint8Array,
): Promise<FileHash> {
  const { hash } = await bench.desk.blobs.put(bytes)
  const mediaType = 'application/octet-stream'
  await bench.ada.sources.attachFile({ requestId: newRequestId(), sourceId, hash, name, mediaType })
  return hash
}

/** The name of everything below. Nothing else at the desk holds its words. */
export const name = 'Karla Meißner'
/** What no file may hold afterwards. */
export const traces = ['Karla', 'Meißner', 'Meissner']

export interface Scene {
  readonly storyId: StoryId
  readonly sourceId: SourceId
  readonly files: {
    letter: FileHash
    packed: FileHash
    wide: FileHash
    harmless: FileHash
    imported: FileHash
  }
}

/** The name in queries and fixes, in those that were taken away too, and in what legal and a second reader saw. */
async function writeToOthers(ada: DeskClient, claim: Claim): Promise<void> {
  const [queryId, other] = [newQueryId(), newQueryId()]
  await ask(ada, claim.id, { asked: 'Karla Meißner’s sister', question: 'Is Karla Meissner there?' }, queryId)
  await answer(ada, queryId, 'Karla Meißner is not here.')
  await ask(ada, claim.id, { asked: 'Meissner, Karla' }, other)
  await ada.queries.remove({ requestId: newRequestId(), queryId: other })
  const fixId = newFixId()
  const sourceId = await addSource(ada, 'A call', { kind: 'recording' })
  await addBackup(ada, claim.id, sourceId, { excerpt: 'According to Karla Meißner, fifty is enough' })
  const words = 'According to Karla Meißner, fifty is enough.'
  await suggest(ada, claim, words, { why: 'so says Karla Meissner', fixId })
  await ada.fixes.answer({ requestId: newRequestId(), fixId, words: 'Karla Meißner? No.' })
  await ada.claims.setLegal({ requestId: newRequestId(), claimId: claim.id, isLegal: true })
  await ada.claims.askSecondReader({ requestId: newRequestId(), claimId: claim.id, readerId: null })
}

/** A desk on which the name went everywhere that a name can go. */
export async function spreadName(bench: StrikingBench): Promise<Scene> {
  const { ada, grace, desk } = bench
  const storyId = await makeStory(
    ada,
    [
      'The pumps failed, said a worker.',
      'According to Karla Meißner, forty is enough.',
      'Nobody called back.',
    ],
    'The night of the pumps',
  )
  await typeAfter(ada, storyId, 'said a worker', ', Kal<rla Meissner')
  // In halves that only a deletion brings together, across a bold mark, and deleted again.
  await edit(ada, storyId, (transform) => {
    const { to } = find(transform.doc, 'Nobody called back.')
    transform.insert(to, schema.text(' KarXXla'))
    transform.insert(to + 8, schema.text(' MEISSNER', [schema.mark('bold')]))
  })
  await edit(ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'XX')
    transform.delete(from, to)
  })
  await edit(ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'forty')
    transform.addMark(from, to, schema.mark('link', { href: 'https://example.org/people/karla-meissner/' }))
  })
  const claim = await tag(ada, storyId, 'According to Karla Meißner, forty is enough.', { kind: 'quote' })
  await ada.claims.setSpeaker({
    requestId: newRequestId(),
    claimId: claim.id,
    speaker: { name: 'Karla Meißner', role: 'sister of Karla Meißner', sourceId: null },
  })
  await ada.claims.setNote({
    requestId: newRequestId(),
    claimId: claim.id,
    note: 'Ask karla  meissner again',
  })
  const sourceId = await addSource(ada, 'Call with Karla Meißner', {
    note: 'Lives as K\u0061rla Mei\u00dfner in Kiel',
    url: 'https://example.org/karla.meissner',
    codeName: 'KM',
  })
  await addBackup(ada, claim.id, sourceId, { excerpt: 'KARLA MEISSNER: forty.', note: 'karla-meissner.m4a' })
  await settle(grace, await claimOf(ada, storyId, claim.id), 'confirmed', 'Meißner, Karla agreed')
  await writeToOthers(ada, await claimOf(ada, storyId, claim.id))
  const removed = await tag(ada, storyId, 'said a worker, Karla Meissner')
  await grace.claims.setNote({ requestId: newRequestId(), claimId: removed.id, note: 'worked on' })
  await edit(ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, ', said a worker, Karla Meissner')
    transform.delete(from, to)
  })
  const seenWords = (await claimOf(ada, storyId, claim.id)).words
  await ada.claims.readSecond({ requestId: newRequestId(), claimId: claim.id, seenWords })
  const second = await tag(ada, storyId, 'Karla MEISSNER')
  await ada.stories.markRead({
    requestId: newRequestId(),
    storyId,
    sentences: sentencesOf(await documentOf(ada, storyId)).map(asRead),
  })
  await settle(grace, second, 'wrong')
  await ada.stories.duplicate({ requestId: newRequestId(), storyId })
  const page = await desk.blobs.put(
    strToU8(
      `<html><body><nav><a href="/">Karla Meißner on the dark side</a></nav><article><h1>Pumps of Karla Meißner</h1>${'<p>The pumps of the harbour failed in the night, and nobody knows why it went on for so long.</p>'.repeat(4)}<p>Said Kar<b>la Mei&szlig;ner</b>.</p></article></body></html>`,
    ),
  )
  await ada.transfer.importFile({ requestId: newRequestId(), name: 'karla-meissner.html', hash: page.hash })
  const files = {
    letter: await attach(bench, sourceId, 'Karla Meißner.txt', strToU8('Dear Mrs KARLA MEISSNER, yes.')),
    packed: await attach(
      bench,
      sourceId,
      'letter.docx',
      zipSync({
        'word/document.xml': strToU8(`<w:t>Karla</w:t><w:t> Mei</w:t><w:t>ßner</w:t>${' '.repeat(999)}`),
      }),
    ),
    wide: await attach(bench, sourceId, 'old.doc', Buffer.from('\u0001Karla Meißner', 'utf16le')),
    harmless: await attach(bench, sourceId, 'pumps.txt', strToU8('Forty pumps.')),
    imported: page.hash,
  }
  await ada.desk.search({ words: 'Karla Meißner', limit: 10 })
  await copyDesk(bench.folder, { occasion: 'day', keep: 5 })
  for (const as of ['docx', 'html'] as const) {
    await ada.transfer.exportStory({ storyId, as, withConfidential: true })
  }
  await ada.desk.search({ words: 'karla', limit: 10 })
  return { storyId, sourceId, files }
}

export function strike(
  client: DeskClient,
  words: string,
  reason = 'A request of 3 May',
): Promise<StrikingReceipt> {
  return client.striking.strike({ requestId: newRequestId(), words, reason })
}
