import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { type Migration, migrations, newestVersion } from '../../../electron/store/migrate.ts'
import { openStore } from '../../../electron/store/open.ts'
import { must } from '../../../shared/lib/assert.ts'
import { addPerson, temporaryFolder, thrownBy } from './temporary.ts'

const first = must(migrations[0], 'a first migration')
const second: Migration = {
  version: 2,
  name: 'wishes',
  sql: `CREATE TABLE wish (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;
    INSERT INTO wish SELECT id, name FROM person;`,
}
const third: Migration = { version: 3, name: 'dates', sql: 'ALTER TABLE wish ADD COLUMN at_ms INTEGER' }
const broken: Migration = {
  version: 3,
  name: 'broken',
  sql: `CREATE TABLE half_made (id TEXT PRIMARY KEY) STRICT;
    UPDATE person SET name = 'somebody else';
    INSERT INTO no_such_table VALUES (1);`,
}

/** A desk of the first version with one person. */
async function firstDesk(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder()
  const store = await openStore(folder, { migrations: [first] })
  await store.transaction((tx) => addPerson(tx, 'Ada Lovelace'))
  await store.close()
  return { folder, path: join(folder, 'stet.sqlite') }
}

function read<T>(path: string, work: (database: Database.Database) => T): T {
  const database = new Database(path, { readonly: true })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const schemaOf = (path: string) =>
  read(path, (database) => database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all())
const peopleOf = (path: string) => read(path, (database) => database.prepare('SELECT name FROM person').all())
const versionOf = (path: string) =>
  read(path, (database) => database.pragma('user_version', { simple: true }))

it('the versions rise by one from 1', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  expect(newestVersion(migrations)).toBe(migrations.length)
})

it('the first migration makes STRICT tables of text, integer, real and blob alone', async () => {
  const { path } = await firstDesk()
  read(path, (database) => {
    const tables = database
      .prepare<[], { name: string; strict: number; type: string }>(
        "SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    const ordinary = tables.filter((table) => table.type === 'table')
    expect(ordinary.map((table) => table.name).sort()).toEqual([
      'answered_request',
      'audit_event',
      'audit_payload',
      'backup',
      'claim',
      'file',
      'person',
      'receipt',
      'search_row',
      'setting',
      'settling',
      'snapshot',
      'source',
      'source_file',
      'step',
      'story',
    ])
    for (const { name, strict } of ordinary) {
      expect({ name, strict }).toEqual({ name, strict: 1 })
      const columns = database.pragma(`table_info(${name})`) as { type: string }[]
      for (const { type } of columns) expect(['TEXT', 'INTEGER', 'REAL', 'BLOB']).toContain(type)
    }
    expect(
      tables
        .filter((table) => table.type === 'virtual')
        .map((table) => table.name)
        .sort(),
    ).toEqual(['claim_search', 'source_search', 'story_search'])
  })
})

it('an older desk is copied and then brought to the newest version', async () => {
  const { folder, path } = await firstDesk()
  const atMs = Date.UTC(2026, 10, 23, 9, 15, 0, 123)
  const store = await openStore(folder, { migrations: [first, second, third], now: () => atMs })
  await store.close()
  expect(versionOf(path)).toBe(3)
  expect(read(path, (database) => database.prepare('SELECT words, at_ms FROM wish').all())).toEqual([
    { words: 'Ada Lovelace', at_ms: null },
  ])
  expect(await readdir(join(folder, 'backups'))).toEqual(['stet-20261123T091500123Z-v1-before-v3.sqlite'])
  const copy = join(folder, 'backups', 'stet-20261123T091500123Z-v1-before-v3.sqlite')
  expect([versionOf(copy), peopleOf(copy)]).toEqual([1, [{ name: 'Ada Lovelace' }]])
})

it('a new desk and one that is up to date are not copied', async () => {
  const { folder } = await firstDesk()
  const store = await openStore(folder, { migrations: [first] })
  await store.close()
  expect(await readdir(folder)).not.toContain('backups')
})

it('of a migration that fails halfway nothing stays, the ones before it stand, and the copy is there', async () => {
  const { folder, path } = await firstDesk()
  const reference = await firstDesk()
  const upToSecond = await openStore(reference.folder, { migrations: [first, second] })
  await upToSecond.close()

  const failed = await thrownBy(() => openStore(folder, { migrations: [first, second, broken] }))
  expect(failed).toMatchObject({ name: 'MigrationFailed' })
  expect(String(failed)).toContain('no such table: no_such_table')

  expect(schemaOf(path)).toEqual(schemaOf(reference.path))
  expect(peopleOf(path)).toEqual([{ name: 'Ada Lovelace' }])
  expect(versionOf(path)).toBe(2)
  const [copy] = await readdir(join(folder, 'backups'))
  expect(String(failed)).toContain(must(copy, 'a copy'))
  const copyPath = join(folder, 'backups', must(copy, 'a copy'))
  expect([versionOf(copyPath), peopleOf(copyPath)]).toEqual([1, [{ name: 'Ada Lovelace' }]])

  // The desk is free again and goes on from where it stands.
  const store = await openStore(folder, { migrations: [first, second, third] })
  onTestFinished(() => store.close())
})

it('a new desk whose making fails leaves no half of one', async () => {
  const folder = await temporaryFolder()
  await expect(openStore(folder, { migrations: [first, { ...broken, version: 2 }] })).rejects.toThrow(
    'no_such_table',
  )
  expect(await readdir(folder)).not.toContain('stet.sqlite')
  const store = await openStore(folder)
  await store.close()
})

it('a migration that leaves rows without what they refer to is undone', async () => {
  const { folder, path } = await firstDesk()
  const orphaning: Migration = {
    version: 2,
    name: 'orphaning',
    sql: `INSERT INTO receipt (story_id, receipt) VALUES ('nobody', '{}')`,
  }
  await expect(openStore(folder, { migrations: [first, orphaning] })).rejects.toThrow('do not exist')
  expect(read(path, (database) => database.prepare('SELECT count(*) AS rows FROM receipt').get())).toEqual({
    rows: 0,
  })
})

it('the second migration leaves every claim as it was and has room for the words of one that is being deleted', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(`
    INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 0, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0;
    INSERT INTO claim SELECT 'claim', 'story', 1, 'statement', 'inText', '23 dead', NULL, NULL, NULL, NULL, '', 0,
      NULL, id, 5, 1 FROM person;`)
  const claimsOf = () => read(path, (database) => database.prepare('SELECT * FROM claim').all())
  const before = claimsOf()
  write.close()
  const store = await openStore(folder, { migrations: migrations.slice(0, 2) })
  await store.close()
  expect(versionOf(path)).toBe(2)
  expect(before).toHaveLength(1)
  expect(claimsOf()).toEqual(before)
  expect(read(path, (database) => database.prepare('SELECT * FROM claim_whole').all())).toEqual([])
})

it('the third migration begins the count of a story’s strikings, with none under way, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(
    `INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 0, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0`,
  )
  write.close()
  const storiesOf = () => read(path, (database) => database.prepare('SELECT * FROM story').all())
  const before = storiesOf()
  const store = await openStore(folder, { migrations: migrations.slice(0, 3) })
  await store.close()
  expect(before).toHaveLength(1)
  expect(storiesOf()).toEqual(before.map((row) => ({ ...Object(row), strikings: 0 })))
  expect(read(path, (database) => database.prepare('SELECT * FROM striking').all())).toEqual([])
})

it('the fourth migration says of every story that its language is not known, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(
    `INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 0, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0`,
  )
  write.close()
  const storiesOf = () => read(path, (database) => database.prepare('SELECT * FROM story').all())
  const third = await openStore(folder, { migrations: migrations.slice(0, 3) })
  await third.close()
  const before = storiesOf()
  const store = await openStore(folder, { migrations: migrations.slice(0, 4) })
  await store.close()
  expect(before).toHaveLength(1)
  expect(storiesOf()).toEqual(before.map((row) => ({ ...Object(row), language: 'und' })))
})

it('the fifth migration begins the hash over a journal where the story stands, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(
    `INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 7, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0`,
  )
  write.close()
  const storiesOf = () => read(path, (database) => database.prepare('SELECT * FROM story').all())
  const fourth = await openStore(folder, { migrations: migrations.slice(0, 4) })
  await fourth.close()
  const before = storiesOf()
  const store = await openStore(folder, { migrations: migrations.slice(0, 5) })
  await store.close()
  expect(before).toHaveLength(1)
  expect(storiesOf()).toEqual(before.map((row) => ({ ...Object(row), journal_from: 7, journal_head: '' })))
})

it('stories of an older desk keep the slugs that they have: none of them follows its headline', async () => {
  const folder = await temporaryFolder()
  const at = migrations.findIndex(({ name }) => name === 'slug follows')
  const older = await openStore(folder, { migrations: migrations.slice(0, at) })
  await older.close()
  const path = join(folder, 'stet.sqlite')
  const database = new Database(path)
  const columns = {
    id: 'story-1',
    slug: 'untitled',
    headline: 'The bridge',
    stage: 'draft',
    version: 0,
    revision: 0,
    next_number: 1,
    word_count: 2,
    claim_count: 0,
    open_count: 0,
    removed_count: 0,
    is_sample: 0,
    created_at_ms: 1,
    updated_at_ms: 1,
    chain_seq: 0,
    chain_head: '',
    search_stale: 1,
  }
  const names = Object.keys(columns)
  database
    .prepare(`INSERT INTO story (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`)
    .run(columns)
  const before = database.prepare('SELECT * FROM story').get()
  database.close()
  const newer = await openStore(folder, { migrations: migrations.slice(0, at + 1) })
  await newer.close()
  expect(read(path, (open) => open.prepare('SELECT * FROM story').get())).toEqual({
    ...(before as object),
    slug_follows: 0,
  })
})

it('the seventh migration has room for what was read, says of no story that it was counted, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(
    `INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 7, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0`,
  )
  write.close()
  const at = migrations.findIndex(({ name }) => name === 'reading')
  const tablesOf = (version: number) => openStore(folder, { migrations: migrations.slice(0, version) })
  const storiesOf = () => read(path, (database) => database.prepare('SELECT * FROM story').all())
  await (await tablesOf(at)).close()
  const before = storiesOf()
  await (await tablesOf(at + 1)).close()
  expect(before).toHaveLength(1)
  expect(storiesOf()).toEqual(before.map((row) => ({ ...Object(row), unread_count: null })))
  for (const table of ['reading', 'read_sentence']) {
    expect(read(path, (database) => database.prepare(`SELECT * FROM ${table}`).all())).toEqual([])
  }
})

it('a further migration remembers nothing more of what was settled and calls every source standing, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(`
    INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 0, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0;
    INSERT INTO claim SELECT 'claim', 'story', 1, 'statement', 'inText', '23 dead', NULL, NULL, NULL, NULL, '', 0,
      NULL, id, 5, 1 FROM person;
    INSERT INTO settling SELECT 1, 'claim', 'story', 'confirmed', '23 dead', 0, '', id, 6, '{}', NULL FROM person;
    INSERT INTO source VALUES ('source', 'document', 'Tally', '', '', '', '', 'primary', 0, 'onRecord', '', '', 0, 1, 1);`)
  write.close()
  const rowsOf = (table: string) => read(path, (database) => database.prepare(`SELECT * FROM ${table}`).all())
  const at = migrations.findIndex(({ name }) => name === 'standing')
  const older = await openStore(folder, { migrations: migrations.slice(0, at) })
  await older.close()
  const added = {
    settling: { place: null, speaker: null, written_by: '[]' },
    claim: { subject: null, place: null },
    source: { independence_group: '', standing: 'stands' },
  }
  const before = Object.keys(added).map(rowsOf)
  const store = await openStore(folder, { migrations: migrations.slice(0, at + 1) })
  await store.close()
  for (const [index, [table, columns]] of Object.entries(added).entries()) {
    expect(before[index]).toHaveLength(1)
    expect(rowsOf(table)).toEqual(before[index]?.map((row) => ({ ...Object(row), ...columns })))
  }
})

it('a further migration finds what is not indexed yet by an index, and changes no row', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  const insert = write.prepare(
    `INSERT INTO story SELECT @id, @id, 'Headline', 'draft', 7, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', @stale`,
  )
  for (const [id, stale] of [
    ['one', 0],
    ['two', 1],
  ])
    insert.run({ id, stale })
  write.close()
  const storiesOf = () => read(path, (database) => database.prepare('SELECT * FROM story').all())
  const at = migrations.findIndex(({ name }) => name === 'staleIndex')
  await (await openStore(folder, { migrations: migrations.slice(0, at) })).close()
  const before = storiesOf()
  await (await openStore(folder, { migrations: migrations.slice(0, at + 1) })).close()
  expect(storiesOf()).toEqual(before)
  const asked = 'SELECT id FROM story WHERE search_stale = 1'
  expect(read(path, (database) => database.prepare(asked).all())).toEqual([{ id: 'two' }])
  const plan = read(path, (database) => database.prepare(`EXPLAIN QUERY PLAN ${asked}`).all())
  expect(JSON.stringify(plan)).toContain('story_stale')
})

it('a further migration has room for what was dismissed, says of no claim that it was proposed, and changes nothing else', async () => {
  const { folder, path } = await firstDesk()
  const write = new Database(path)
  write.exec(`
    INSERT INTO story SELECT 'story', 'slug', 'Headline', 'draft', 0, 1, 2, 3, 1, 1, 0, 0, NULL, NULL, 1, 1, 0, '', 0;
    INSERT INTO claim SELECT 'claim', 'story', 1, 'statement', 'inText', '23 dead', NULL, NULL, NULL, NULL, '', 0,
      NULL, id, 5, 1 FROM person;`)
  write.close()
  const rowsOf = (table: string) => read(path, (database) => database.prepare(`SELECT * FROM ${table}`).all())
  const at = migrations.findIndex(({ name }) => name === 'first pass')
  await (await openStore(folder, { migrations: migrations.slice(0, at) })).close()
  const before = [rowsOf('claim'), rowsOf('story')]
  await (await openStore(folder, { migrations: migrations.slice(0, at + 1) })).close()
  expect(before[0]).toHaveLength(1)
  expect(rowsOf('claim')).toEqual(before[0]?.map((row) => ({ ...Object(row), proposed_for: null })))
  expect(rowsOf('story')).toEqual(before[1])
  expect(rowsOf('dismissal')).toEqual([])
})
