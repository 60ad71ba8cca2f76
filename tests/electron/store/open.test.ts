import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, open, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { applicationId, migrations, newestVersion } from '../../../electron/store/migrate.ts'
import { openStore } from '../../../electron/store/open.ts'
import { must } from '../../../shared/lib/assert.ts'
import { temporaryFolder, temporaryStore, thrownBy } from './temporary.ts'

/** A desk that was used and closed. */
async function closedDesk(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  await store.transaction(async (tx) => {
    for (let i = 0; i < 200; i++) {
      await tx
        .insertInto('setting')
        .values({ name: `setting ${i}`, value: 'x'.repeat(1000) })
        .execute()
    }
  })
  await store.close()
  return { folder, path: join(folder, 'stet.sqlite') }
}

/** SHA-256 of every file in the folder but the lock's own. */
async function digest(folder: string): Promise<Record<string, string>> {
  const result: Record<string, string> = {}
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('desk.')) continue
    const path = join(folder, name)
    if ((await stat(path)).isFile()) {
      result[name] = createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    }
  }
  return result
}

async function overwrite(path: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.write(bytes, 0, bytes.byteLength, at)
  await handle.close()
}

describe('an empty folder', () => {
  it('becomes a desk, also when it does not exist yet', async () => {
    const folder = join(await temporaryFolder(), 'my', 'desk')
    const store = await openStore(folder)
    onTestFinished(() => store.close())
    expect(await readdir(folder)).toContain('stet.sqlite')
    const tables = await store.transaction((tx) => tx.introspection.getTables())
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(['story', 'claim', 'audit_event']),
    )
  })

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
    ['application_id', applicationId],
    ['user_version', newestVersion(migrations)],
  ])('is opened with %s = %s', async (name, value) => {
    const { store } = await temporaryStore()
    const { rows } = await store.transaction((tx) =>
      sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`.execute(tx),
    )
    expect(Object.values(must(rows[0], 'a row'))).toEqual([value])
  })

  it('keeps what was written over closing and opening', async () => {
    const { folder } = await closedDesk()
    const store = await openStore(folder)
    onTestFinished(() => store.close())
    const rows = await store.transaction((tx) => tx.selectFrom('setting').selectAll().execute())
    expect(rows).toHaveLength(200)
  })

  it('is made anew when the first start was killed in the midst of making it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'stet.sqlite.new'), 'half a database')
    const store = await openStore(folder)
    await store.close()
    expect((await readdir(folder)).sort()).toEqual(['desk.lock', 'stet.sqlite'])
  })
})

const tooNew = newestVersion(migrations) + 1

describe('a desk of a newer Stet', () => {
  it('is refused and left as it is, byte for byte', async () => {
    const { folder, path } = await closedDesk()
    const newer = new Database(path)
    newer.pragma(`user_version = ${tooNew}`)
    newer.close()
    const before = await digest(folder)
    const refused = await thrownBy(() => openStore(folder))
    expect(refused).toMatchObject({ name: 'DeskRefused', code: 'newer' })
    expect(String(refused)).toContain(`version ${tooNew}`)
    expect(await digest(folder)).toEqual(before)
  })

  it('is refused also when only its log tells, as after a killed migration', async () => {
    const { path } = await closedDesk()
    const newer = new Database(path)
    newer.pragma(`user_version = ${tooNew}`)
    // As a killed process leaves it: the log not yet brought into the file.
    const killed = await temporaryFolder()
    for (const suffix of ['', '-wal']) await copyFile(path + suffix, join(killed, `stet.sqlite${suffix}`))
    newer.close()
    const before = await digest(killed)
    await expect(openStore(killed)).rejects.toMatchObject({ code: 'newer' })
    expect(await digest(killed)).toMatchObject(before)
  })
})

describe('a damaged desk is refused and left as it is', () => {
  it.each<[string, (path: string, folder: string) => Promise<unknown>]>([
    ['a file that is no database', (path) => writeFile(path, 'Dear reader, this is a letter.'.repeat(50))],
    ['an empty file', (path) => truncate(path, 0)],
    ['a file cut off within its header', (path) => truncate(path, 50)],
    ['a file cut off later', async (path) => truncate(path, (await stat(path)).size - 8192)],
    ['a page overwritten', (path) => overwrite(path, 4096 * 6, new Uint8Array(4096).fill(0xa5))],
    ['a destroyed schema', (path) => overwrite(path, 100, new Uint8Array(2000).fill(0xa5))],
    [
      'the database of another program',
      async (path) => {
        await truncate(path, 0)
        const other = new Database(path)
        other.exec('CREATE TABLE bookmark (url TEXT)')
        other.close()
      },
    ],
  ])('%s', async (_, damage) => {
    const { folder, path } = await closedDesk()
    await damage(path, folder)
    const before = await digest(folder)
    await expect(openStore(folder)).rejects.toMatchObject({ name: 'DeskRefused', code: 'damaged' })
    expect(await digest(folder)).toMatchObject(before)
  })

  it('a missing database is not replaced by an empty one where copies or a log are left', async () => {
    const withCopies = await temporaryFolder()
    await mkdir(join(withCopies, 'backups'))
    await writeFile(join(withCopies, 'backups', 'stet-20260101T000000000Z-v1.sqlite'), 'x')
    await expect(openStore(withCopies)).rejects.toMatchObject({ code: 'damaged' })
    const withLog = await temporaryFolder()
    await writeFile(join(withLog, 'stet.sqlite-wal'), 'x')
    await expect(openStore(withLog)).rejects.toMatchObject({ code: 'damaged' })
    expect(await readdir(withLog)).not.toContain('stet.sqlite')
  })
})

it('a refusal gives the folder free again', async () => {
  const { folder, path } = await closedDesk()
  const whole = await readFile(path)
  await writeFile(path, 'no database')
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'damaged' })
  await writeFile(path, whole)
  const store = await openStore(folder)
  await store.close()
})

it('a file where the folder should be is refused', async () => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, '')
  await expect(openStore(path)).rejects.toMatchObject({ code: 'readOnly' })
})

describe.skipIf(process.platform === 'win32')('what may only be read is refused as such', () => {
  /** Tries to open the desk as somebody without rights; the superuser may write anywhere. */
  async function openWithoutRights(folder: string): Promise<string> {
    const script = `
      const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, '../../../electron/store/open.ts'))})
      const { default: Database } = await import('better-sqlite3')
      new Database(':memory:').close()
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
      const result = await openStore(${JSON.stringify(folder)}).then(() => 'opened', (error) => error.code)
      console.log(result)
      process.exit()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
    })
    await once(child, 'close')
    return output.trim()
  }

  it('a folder', async () => {
    const { folder } = await closedDesk()
    await chmod(folder, 0o555)
    onTestFinished(() => chmod(folder, 0o755))
    const before = await digest(folder)
    expect(await openWithoutRights(folder)).toBe('readOnly')
    expect(await digest(folder)).toEqual(before)
  })

  it('a database in a folder that may be written to', async () => {
    const { folder, path } = await closedDesk()
    await chmod(folder, 0o777)
    await chmod(join(folder, 'desk.lock'), 0o666)
    await chmod(path, 0o444)
    const before = await digest(folder)
    expect(await openWithoutRights(folder)).toBe('readOnly')
    expect(await digest(folder)).toMatchObject(before)
  })

  it('a folder that may be written to opens', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o777)
    expect(await openWithoutRights(folder)).toBe('opened')
  })
})

it('a database whose index alone is damaged is refused, and a backup with the index made anew is all of it', async () => {
  const { folder, path } = await closedDesk()
  const database = new Database(path)
  const { rootpage } = database
    .prepare<[], { rootpage: number }>(
      "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_setting_1'",
    )
    .get() ?? { rootpage: 0 }
  database.close()
  const bytes = await readFile(path)
  // One letter of a name as the index has it: well formed, and another name than the table's.
  const at = bytes.indexOf('setting 1', (rootpage - 1) * 4096)
  await overwrite(path, at, Buffer.from('S'))
  const before = await digest(folder)
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'damaged' })
  expect(await digest(folder)).toMatchObject(before)
  const [copy] = await readdir(join(folder, 'backups'))
  const rescued = new Database(join(folder, 'backups', copy ?? ''), { readonly: true })
  expect(rescued.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(rescued.prepare('SELECT count(*) AS rows FROM setting').get()).toEqual({ rows: 200 })
  rescued.close()
})
