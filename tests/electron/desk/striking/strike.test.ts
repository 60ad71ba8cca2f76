import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { verifyDesk } from '../../../../electron/desk/verify.ts'
import { copyDesk } from '../../../../electron/store/copies.ts'
import { openBlobs } from '../../../../electron/store/files.ts'
import { openStore } from '../../../../electron/store/open.ts'
import { copiesFolder } from '../../../../electron/store/paths.ts'
import { textColumns } from '../../../../electron/store/texts.ts'
import { asRead } from '../../../../shared/check/read.ts'
import { sentencesOf } from '../../../../shared/check/sentences.ts'
import { changesOf } from '../../../../shared/check/standing.ts'
import { schema } from '../../../../shared/document/schema.ts'
import { newRequestId } from '../../../../shared/model/ids.ts'
import { temporaryFolder } from '../../store/temporary.ts'
import {
  addBackup,
  addSource,
  claimOf,
  documentOf,
  edit,
  find,
  findings,
  makeStory,
  refusalOf,
  settle,
  tag,
  trailKinds,
} from '../bench.ts'
import { name, setUpStriking, spreadName, strike, traces, typeAfter } from './desk.ts'
import { tracesOf } from './traces.ts'

describe('striking a name', () => {
  it('leaves nothing of it in the folder, and verify calls it struck', async () => {
    const bench = await setUpStriking()
    const { storyId, files } = await spreadName(bench)
    expect(tracesOf(bench.folder, traces).length).toBeGreaterThan(6)
    const before = await documentOf(bench.ada, storyId)
    const { claims } = await bench.ada.stories.open({ storyId })

    const receipt = await strike(bench.mary, name)
    expect(tracesOf(bench.folder, traces)).toEqual([])
    expect(receipt.filesRemoved.toSorted()).toEqual(
      [files.letter, files.packed, files.wide, files.imported].toSorted(),
    )
    expect(receipt).toMatchObject({ filesKept: [], copiesRewritten: 2, copiesDeleted: [], left: [] })
    expect(await bench.mary.desk.verify()).toMatchObject({
      findings: [],
      struck: { strikings: 1, events: receipt.places.trail, files: 4 },
    })

    const after = await documentOf(bench.ada, storyId)
    expect(after.content.size).toBe(before.content.size)
    expect(after.textContent).toContain('According to █████ ███████, forty is enough.')
    const struck = (await bench.ada.stories.open({ storyId })).claims
    expect(struck.map(({ id, number, status, presence }) => ({ id, number, status, presence }))).toEqual(
      claims.map(({ id, number, status, presence }) => ({ id, number, status, presence })),
    )
    // What was settled still reads as it stands, so that nothing seems to have changed since.
    const settled = struck.find((claim) => claim.status === 'confirmed')
    expect(settled?.settling?.words).toBe(settled?.words)
    await bench.desk.close()
    expect(tracesOf(bench.folder, traces)).toEqual([])
  })

  it('is told by the desk’s chain: who, when, why and how much, and never the words', async () => {
    const bench = await setUpStriking()
    await spreadName(bench)
    const receipt = await strike(bench.mary, name, 'A request of 3 May')
    const told = await bench.store.transaction(async (tx) => {
      const { rows } = await sql<{ kind: string; person_id: string; payload: string }>`
        SELECT kind, person_id, payload FROM audit_event JOIN audit_payload USING (chain, seq)
        WHERE chain = 'desk' AND subject = ${receipt.strikingId} ORDER BY seq`.execute(tx)
      return rows
    })
    expect(told.map((event) => [event.kind, event.person_id])).toEqual([
      ['words.struck', bench.maryId],
      ['striking.reasonGiven', bench.maryId],
      ['striking.ended', bench.maryId],
    ])
    expect(JSON.parse(told[0]?.payload ?? '')).toMatchObject({ places: receipt.places })
    expect(JSON.parse(told[1]?.payload ?? '')).toEqual({ reason: 'A request of 3 May' })
  })

  it('found once is not found again, in text, records or files', async () => {
    const bench = await setUpStriking()
    await spreadName(bench)
    const seen = await bench.mary.striking.preview({ words: 'karla meissner' })
    expect(seen.places).toMatchObject({ text: 6, receipts: 1, fileNames: 1, queries: 4, fixes: 4 })
    expect(seen.forms.map((form) => form.text)).toContain('Karla Meißner')
    expect(seen.files).toHaveLength(4)
    const { places } = await strike(bench.mary, name)
    expect(places).toEqual(seen.places)
    expect(await bench.mary.striking.preview({ words: name })).toMatchObject({
      places: {},
      files: [],
      forms: [],
    })
    expect(await strike(bench.mary, name)).toMatchObject({ places: {}, filesRemoved: [] })
    expect(await findings(bench.mary)).toEqual([])
  })

  it('leaves the steps of a slip of the hand unreadable too', async () => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['A worker said so.'])
    await typeAfter(bench.ada, storyId, 'A worker', ', Karal<<la Mei<<<Meissner,')
    await strike(bench.mary, name)
    const steps = await bench.store.transaction((tx) =>
      tx.selectFrom('step').select('step').where('story_id', '=', storyId).where('version', '>', 1).execute(),
    )
    const typed = steps.flatMap(({ step }) => /"text":"([^"])"/u.exec(step)?.[1] ?? [])
    expect(typed.join('').replaceAll('█', '')).toBe(',  ,')
    expect(await findings(bench.mary)).toEqual([])
  })

  it('in one story alone leaves the others and the sources as they are', async () => {
    const bench = await setUpStriking()
    const [one, other] = [
      await makeStory(bench.ada, ['Karla Meissner left.']),
      await makeStory(bench.ada, ['Karla Meissner stayed.']),
    ]
    await addSource(bench.ada, 'Karla Meissner')
    const given = { requestId: newRequestId(), words: name, reason: 'a court’s order', storyId: one }
    await bench.mary.striking.strike(given)
    expect((await documentOf(bench.ada, one)).textContent).toContain('█████ ████████ left.')
    expect((await documentOf(bench.ada, other)).textContent).toContain('Karla Meissner stayed.')
    const found = await bench.ada.desk.search({ words: 'Meissner', limit: 10 })
    expect(found.map((hit) => hit.kind).toSorted()).toEqual(['source', 'story'])
    expect(await findings(bench.mary)).toEqual([])
  })

  it('as whole words leaves longer words alone', async () => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['Ann cannot. The annual ANN.'], 'Annexed')
    await bench.mary.striking.strike({
      requestId: newRequestId(),
      words: 'Ann',
      reason: 'r',
      wholeWords: true,
    })
    const { textContent } = await documentOf(bench.ada, storyId)
    expect(textContent).toBe('Annexed███ cannot. The annual ███.')
  })

  it('strikes parts of it where a text was cut in its midst', async () => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['The nurse Karla Meissner left.'])
    const claim = await tag(bench.ada, storyId, 'The nurse Karla')
    await settle(bench.grace, claim, 'confirmed')
    await strike(bench.mary, name)
    const struck = await claimOf(bench.ada, storyId, claim.id)
    expect([struck.words, struck.settling?.words]).toEqual(['The nurse █████', 'The nurse █████'])
    expect(tracesOf(bench.folder, traces)).toEqual([])
    expect(await findings(bench.mary)).toEqual([])
  })

  it('names people who work here anew, each with a name of their own', async () => {
    const bench = await setUpStriking()
    for (const person of ['Karla Meissner', 'Karla Meißnar']) {
      const given = { name: person, initials: 'KM', role: 'writer' as const }
      await bench.ada.people.add({ requestId: newRequestId(), person: given })
    }
    await bench.ada.people.add({
      requestId: newRequestId(),
      person: { name: 'Karla-Meissner', initials: 'KM', role: 'writer' },
    })
    await strike(bench.mary, name)
    const names = (await bench.ada.people.list()).map((person) => person.name)
    expect(names.filter((one) => one.includes('█')).toSorted()).toEqual(['█████ ████████', '█████-████████'])
    expect(names).toContain('Karla Meißnar')
  })

  it('goes on with a reason in the trail when a later striking takes that reason away', async () => {
    const bench = await setUpStriking()
    await makeStory(bench.ada, ['Karla Meissner left.'])
    await strike(bench.mary, name, 'Asked by Wendelin')
    const second = await strike(bench.mary, 'Wendelin')
    expect(second.places).toEqual({ trail: 1 })
    expect(tracesOf(bench.folder, ['Wendelin', ...traces])).toEqual([])
    expect(await bench.mary.desk.verify()).toMatchObject({ findings: [], struck: { strikings: 2 } })
  })
})

describe('a striking is refused', () => {
  it.each<[string, string, string, { code: string; data: unknown }]>([
    ['to a checker', 'Karla', 'asked', { code: 'EDITORS_ONLY', data: undefined }],
    ['without a reason', 'Karla', ' ', { code: 'REASON_UNFIT', data: { holdsWords: false } }],
    [
      'with the words in the reason',
      'Karla',
      'Kárla asked',
      { code: 'REASON_UNFIT', data: { holdsWords: true } },
    ],
    ['for two letters', '- K. a. -', 'asked', { code: 'TOO_SHORT', data: { leastLetters: 3 } }],
  ])('%s', async (title, words, reason, refusal) => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['Karla left.'])
    const client = title === 'to a checker' ? bench.ada : bench.mary
    expect(await refusalOf(strike(client, words, reason))).toEqual(refusal)
    expect((await documentOf(bench.ada, storyId)).textContent).toContain('Karla left.')
    expect(await refusalOf(bench.nobody.striking.preview({ words }))).toMatchObject({ code: 'NO_PERSON' })
  })
})

describe('the copies in backups/', () => {
  it('hold nothing of it either, and each is a sound desk of its own', async () => {
    const bench = await setUpStriking()
    await spreadName(bench)
    await strike(bench.mary, name)
    const copy = (await readdir(copiesFolder(bench.folder))).toSorted().at(-1)
    const elsewhere = await temporaryFolder()
    await mkdir(join(elsewhere, 'files'), { recursive: true })
    await writeFile(
      join(elsewhere, 'stet.sqlite'),
      await readFile(join(copiesFolder(bench.folder), copy ?? '')),
    )
    const store = await openStore(elsewhere)
    const report = await verifyDesk(store, openBlobs(bench.folder), elsewhere)
    await store.close()
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ stories: 3, struck: { strikings: 1 } })
    expect(tracesOf(elsewhere, traces)).toEqual([])
  })

  it('that cannot be read are deleted and named', async () => {
    const bench = await setUpStriking()
    await makeStory(bench.ada, ['Karla Meissner left.'])
    await copyDesk(bench.folder, { occasion: 'day', now: () => Date.UTC(2026, 1, 1) })
    await copyDesk(bench.folder, { occasion: 'day', now: () => Date.UTC(2026, 1, 2) })
    const [first = '', second = ''] = await readdir(copiesFolder(bench.folder))
    await truncate(join(copiesFolder(bench.folder), first), 60_000)
    await writeFile(join(copiesFolder(bench.folder), `${second}.99.part`), 'Karla Meissner')
    const receipt = await strike(bench.mary, name)
    expect(receipt.copiesDeleted.map((copy) => copy.name)).toEqual([first])
    expect(await readdir(copiesFolder(bench.folder))).toEqual([second])
    expect(tracesOf(bench.folder, traces)).toEqual([])
  })

  it('beside them, a stranger’s file that holds the words is named and left alone', async () => {
    const bench = await setUpStriking()
    await writeFile(join(bench.folder, 'my notes.txt'), 'karla meissner')
    expect((await strike(bench.mary, name)).left).toEqual(['my notes.txt'])
    expect(await readFile(join(bench.folder, 'my notes.txt'), 'utf8')).toBe('karla meissner')
  })
})

describe('windows that have the story open', () => {
  it('are told, and what they still hold is not taken back in', async () => {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['Karla Meissner left.', 'Nobody called.'])
    const opened = await bench.ada.stories.open({ storyId })
    const { version, revision, strikings } = opened
    const stream = await bench.ada.stories.follow({
      storyId,
      fromVersion: version,
      fromRevision: revision,
      strikings,
    })
    const desk = await bench.ada.desk.follow()
    expect((await desk.next()).value).toEqual({ kind: 'hello' })
    expect((await stream.next()).value).toMatchObject({ kind: 'story' })
    await strike(bench.mary, name)
    expect((await stream.next()).value).toEqual({ kind: 'struck' })
    const topics = new Set<unknown>()
    for (let count = 0; count < 4; count++) topics.add((await desk.next()).value)
    expect([...topics]).toContainEqual({ kind: 'struck' })

    const given = {
      requestId: newRequestId(),
      storyId,
      clientId: 'w',
      schemaVersion: opened.schemaVersion,
      claims: [],
    }
    const put = (words: string) => ({
      stepType: 'replace',
      from: 1,
      to: 1,
      slice: { content: [{ type: 'text', text: words }] },
    })
    const stale = { ...given, atVersion: version, strikings }
    expect(
      await refusalOf(bench.ada.stories.write({ ...stale, steps: [put('Karla Meissner ')] })),
    ).toMatchObject({
      code: 'STRUCK',
    })
    // What they typed last is not lost.
    await bench.ada.stories.write({ ...stale, requestId: newRequestId(), steps: [put('Slowly ')] })
    const fresh = await bench.ada.stories.open({ storyId })
    expect(fresh.strikings).toBe(1)
    // Whoever has opened the story anew may write the name again.
    await bench.ada.stories.write({
      ...given,
      requestId: newRequestId(),
      atVersion: fresh.version,
      strikings: 1,
      steps: [put('Karla Meissner ')],
    })
    await stream.return?.()
    await desk.return?.()
  })
})

describe('verify', () => {
  async function struckDesk() {
    const bench = await setUpStriking()
    const storyId = await makeStory(bench.ada, ['Karla Meissner left.'])
    const claim = await tag(bench.ada, storyId, 'Karla Meissner left.')
    await bench.ada.claims.setNote({ requestId: newRequestId(), claimId: claim.id, note: 'harmless' })
    await strike(bench.mary, name)
    expect(await findings(bench.mary)).toEqual([])
    return { bench, storyId }
  }
  const messages = async (bench: Awaited<ReturnType<typeof setUpStriking>>) =>
    (await bench.mary.desk.verify()).findings.map((finding) => finding.message)

  it('finds a payload that somebody took away by hand, without a striking', async () => {
    const { bench, storyId } = await struckDesk()
    const kinds = await trailKinds(bench.ada, storyId)
    const seq = kinds.indexOf('claim.noted') + 1
    await bench.store.transaction((tx) =>
      tx.deleteFrom('audit_payload').where('chain', '=', storyId).where('seq', '=', seq).execute(),
    )
    expect(await messages(bench)).toEqual([
      `what event ${seq} (claim.noted) tells is missing, and no striking accounts for it`,
    ])
  })

  it('finds a striking’s event taken away', async () => {
    const { bench } = await struckDesk()
    await bench.store.transaction(async (tx) => {
      const { seq } = await tx
        .selectFrom('audit_event')
        .select('seq')
        .where('kind', '=', 'words.struck')
        .executeTakeFirstOrThrow()
      for (const table of ['audit_event', 'audit_payload'] as const) {
        await tx.deleteFrom(table).where('chain', '=', 'desk').where('seq', '=', seq).execute()
      }
    })
    const found = await messages(bench)
    expect(found).toContainEqual(expect.stringContaining('1 event is missing before event'))
    expect(found).toContainEqual(expect.stringContaining('no striking accounts for it'))
  })

  it('finds a striking’s event that was made to tell of more', async () => {
    const { bench, storyId } = await struckDesk()
    await bench.store.transaction(async (tx) => {
      await tx.deleteFrom('audit_payload').where('chain', '=', storyId).execute()
      await sql`UPDATE audit_payload SET payload = json_set(payload, ${`$.events."${storyId}"`}, json('[1,2,3]'))
        WHERE chain = 'desk' AND payload LIKE '%"places"%'`.execute(tx)
    })
    expect(await messages(bench)).toEqual([expect.stringContaining('(words.struck) tells was changed')])
  })

  it('finds what was struck put back', async () => {
    const { bench, storyId } = await struckDesk()
    await bench.store.transaction((tx) =>
      tx.insertInto('audit_payload').values({ chain: storyId, seq: 2, salt: '00', payload: '{}' }).execute(),
    )
    expect(await messages(bench)).toContainEqual(
      'what event 2 (claim.tagged) told was struck, and is there again',
    )
  })
})

it('every column of text is struck, or is named here as one that never holds words', async () => {
  const bench = await setUpStriking()
  const never = new Set([
    ...[
      'setting.name',
      'setting.value',
      'person.id',
      'person.initials',
      'person.role',
      'story.id',
      'story.stage',
    ],
    ...[
      'story.copied_from',
      'story.language',
      'story.chain_head',
      'story.journal_head',
      'step.story_id',
      'step.person_id',
      'step.client_id',
    ],
    ...['snapshot.story_id', 'answered_request.request_id', 'claim.id', 'claim.story_id', 'claim.kind'],
    ...[
      'claim.presence',
      'claim.speaker_source_id',
      'claim.assignee_id',
      'claim.copied_from',
      'claim.tagged_by',
    ],
    ...[
      'claim_whole.claim_id',
      'settling.claim_id',
      'settling.story_id',
      'settling.status',
      'settling.person_id',
    ],
    ...['settling.backup_fingerprints', 'source.id', 'source.kind', 'source.usual_rank', 'source.terms'],
    ...['file.hash', 'source_file.source_id', 'source_file.hash', 'backup.id', 'backup.claim_id'],
    ...['backup.source_id', 'backup.stance', 'backup.rank', 'backup.added_by', 'receipt.story_id'],
    ...['query.id', 'query.claim_id', 'query.source_id', 'query.way', 'query.answer_noted_by'],
    ...['query.backup_id', 'query.added_by', 'fix.id', 'fix.claim_id', 'fix.remedy', 'fix.backup_ids'],
    ...['fix.answered_by', 'fix.decision', 'fix.decided_by', 'fix.suggested_by'],
    ...['search_row.kind', 'search_row.id', 'search_row.story_id', 'striking.id', 'audit_event.chain'],
    ...['audit_event.person_id', 'audit_event.via', 'audit_event.kind', 'audit_event.subject'],
    ...['audit_event.payload_hash', 'audit_event.previous_hash', 'audit_event.hash', 'audit_payload.chain'],
    ...['audit_payload.salt', 'claim.subject', 'settling.written_by', 'source.standing'],
    ...['override.id', 'override.claim_id', 'override.kind', 'override.person_id', 'story.clearing'],
    ...['clearing.id', 'clearing.story_id', 'clearing.person_id', 'clearing.override_ids'],
    ...['dismissal.id', 'dismissal.story_id', 'dismissal.what', 'dismissal.facets', 'dismissal.person_id'],
    'claim.proposed_for',
    ...[
      'reading.id',
      'reading.story_id',
      'reading.person_id',
      'read_sentence.story_id',
      'read_sentence.tagged',
    ],
  ])
  // Struck in ways of their own.
  const otherwise = new Set([
    'step.step',
    'snapshot.document',
    'audit_payload.payload',
    'striking.work',
    'striking.done',
  ])
  const struck = new Set(textColumns.map(({ table, column }) => `${table}.${column}`))
  const { rows } = await bench.store.transaction((tx) =>
    sql<{ column: string }>`
      SELECT list.name || '.' || info.name AS "column"
      FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS info
      WHERE list.schema = 'main' AND list.type = 'table' AND list.name NOT LIKE 'sqlite_%' AND info.type = 'TEXT'`.execute(
      tx,
    ),
  )
  const columns = new Set(rows.map((row) => row.column))
  expect([...columns].filter((one) => !struck.has(one) && !otherwise.has(one) && !never.has(one))).toEqual([])
  expect([...struck].filter((one) => !columns.has(one))).toEqual([])
})

it('a link’s address that holds the name is struck and stays an address', async () => {
  const bench = await setUpStriking()
  const storyId = await makeStory(bench.ada, ['She left.'])
  await edit(bench.ada, storyId, (transform) => {
    const { from, to } = find(transform.doc, 'She')
    transform.addMark(from, to, schema.mark('link', { href: 'https://example.org/karla-meissner?x=1' }))
  })
  await strike(bench.mary, name)
  expect(JSON.stringify((await documentOf(bench.ada, storyId)).toJSON())).toContain(
    'https://example.org/struck?x=1',
  )
  expect(await findings(bench.mary)).toEqual([])
})

it('what was read stays read where its name was struck, is counted anew, and holds the name no longer', async () => {
  const bench = await setUpStriking()
  const storyId = await makeStory(bench.ada, [
    'The letter came from Karla Meißner, she said. Nobody answered.',
  ])
  const sentences = sentencesOf(await documentOf(bench.ada, storyId)).map(asRead)
  await bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences })
  const other = await makeStory(bench.ada, ['Karla Meißner is not read.'])
  await strike(bench.mary, name)
  const opened = await bench.ada.stories.open({ storyId })
  expect(opened.readings.flatMap((one) => one.sentences.map(({ words }) => words))).toEqual([
    'The bridge is open',
    'The letter came from █████ ███████, she said.',
    'Nobody answered.',
  ])
  expect(opened.story.unreadCount).toBe(0)
  expect((await bench.ada.stories.open({ storyId: other })).story.unreadCount).toBe(2)
  expect(await findings(bench.mary)).toEqual([])
})

it('what was dismissed stays dismissed where its name was struck, and holds the name no longer', async () => {
  const bench = await setUpStriking()
  const storyId = await makeStory(bench.ada, ['Karla Meißner came in 1951.'])
  const given = { what: 'statement' as const, words: 'Karla Meißner came', facets: ['name' as const] }
  await bench.ada.firstPass.dismiss({ requestId: newRequestId(), storyId, dismissed: [given] })
  await strike(bench.mary, name)
  const { dismissals, document } = await bench.ada.stories.open({ storyId })
  expect(dismissals.map((one) => one.words)).toEqual(['█████ ███████ came'])
  expect(JSON.stringify(document)).toContain('█████ ███████ came')
  expect(await findings(bench.mary)).toEqual([])
})

it('leaves a claim settled whose sentence holds the name, and opens it where what was behind it did', async () => {
  const bench = await setUpStriking()
  const { ada, mary } = bench
  const storyId = await makeStory(ada, ['Karla Meißner counted forty boats. Ten sank.'])
  const forty = await tag(ada, storyId, 'forty boats')
  const ten = await tag(ada, storyId, 'Ten')
  await addBackup(ada, ten.id, await addSource(ada, 'A letter', { url: 'https://karla-meissner.example' }))
  for (const claim of [forty, ten]) await settle(ada, claim, 'confirmed')
  await strike(mary, name)
  const claims = await Promise.all([forty, ten].map(({ id }) => claimOf(ada, storyId, id)))
  expect(claims.map((claim) => changesOf(claim))).toMatchObject([
    { changed: [], context: [] },
    { changed: ['source'], context: [] },
  ])
  expect((await ada.stories.open({ storyId })).story.openCount).toBe(1)
  expect(await findings(ada)).toEqual([])
})
