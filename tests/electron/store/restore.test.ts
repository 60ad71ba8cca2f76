import { createHash } from 'node:crypto'
import { cp, mkdir, open, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { copyDesk } from '../../../electron/store/copies.ts'
import { openStore } from '../../../electron/store/open.ts'
import { CopyRefused, findCopy, stageRestore } from '../../../electron/store/restore.ts'
import type { Store } from '../../../electron/store/transaction.ts'
import { temporaryFolder } from './temporary.ts'

const write = (store: Store, name: string) =>
  store.transaction((tx) => tx.insertInto('setting').values({ name, value: 'x' }).execute())

async function namesIn(store: Store): Promise<string[]> {
  const rows = await store.transaction((tx) => tx.selectFrom('setting').select('name').execute())
  return rows.map((row) => row.name).sort()
}

async function read(folder: string): Promise<string[]> {
  const store = await openStore(folder)
  try {
    return await namesIn(store)
  } finally {
    await store.close()
  }
}

/** A desk with a backup of "old" alone, and "new" in the log that its killed process left. */
async function deskWithCopy(): Promise<{ folder: string; copy: string }> {
  const used = await temporaryFolder()
  const store = await openStore(used)
  onTestFinished(() => store.close())
  await write(store, 'old')
  const copy = basename(await copyDesk(used, { occasion: 'asked' }))
  await write(store, 'new')
  const folder = await temporaryFolder()
  for (const name of ['stet.sqlite', 'stet.sqlite-wal', 'backups']) {
    await cp(join(used, name), join(folder, name), { recursive: true })
  }
  return { folder, copy: join(folder, 'backups', copy) }
}

const digestOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

describe('a restored backup', () => {
  it('takes the desk’s place at the next opening, and the database before is set aside byte for byte', async () => {
    const { folder, copy } = await deskWithCopy()
    const names = ['stet.sqlite', 'stet.sqlite-wal']
    const before = await Promise.all(names.map((name) => digestOf(join(folder, name))))
    const copyBefore = await digestOf(copy)
    const setAside = await (await stageRestore(folder, copy)).commit()
    expect(await read(folder)).toEqual(['old'])
    expect(await Promise.all(names.map((name) => digestOf(join(folder, setAside, name))))).toEqual(before)
    expect(await digestOf(copy)).toBe(copyBefore)
    expect(await readdir(folder)).toEqual(
      expect.not.arrayContaining(['restore.json', 'stet.sqlite.restoring']),
    )
    await (await stageRestore(folder, join(folder, setAside, 'stet.sqlite'))).commit()
    expect(await read(folder)).toEqual(['new', 'old'])
  })

  it('changes nothing where it was made ready but never ordered', async () => {
    const { folder, copy } = await deskWithCopy()
    await stageRestore(folder, copy)
    expect(await read(folder)).toEqual(['new', 'old'])
  })

  /** What a process that was killed at that moment leaves. */
  const moments: [name: string, leave: (folder: string, aside: string) => Promise<void>][] = [
    ['before anything was moved', async () => {}],
    [
      'after the database was set aside, before its log was',
      async (folder, aside) => {
        await mkdir(aside, { recursive: true })
        await rename(join(folder, 'stet.sqlite'), join(aside, 'stet.sqlite'))
      },
    ],
    [
      'after all was set aside, before the backup came in',
      async (folder, aside) => {
        await mkdir(aside, { recursive: true })
        for (const name of ['stet.sqlite', 'stet.sqlite-wal'])
          await rename(join(folder, name), join(aside, name))
      },
    ],
    [
      'after the backup came in, before the order was taken away',
      async (folder, aside) => {
        await mkdir(aside, { recursive: true })
        for (const name of ['stet.sqlite', 'stet.sqlite-wal'])
          await rename(join(folder, name), join(aside, name))
        await rename(join(folder, 'stet.sqlite.restoring'), join(folder, 'stet.sqlite'))
      },
    ],
  ]
  it.each(moments)('killed %s, is brought to its end by the next opening', async (_, leave) => {
    const { folder, copy } = await deskWithCopy()
    const aside = join(folder, await (await stageRestore(folder, copy)).commit())
    await leave(folder, aside)
    expect(await read(folder)).toEqual(['old'])
    expect((await readdir(aside)).filter((name) => !name.endsWith('-shm')).sort()).toEqual([
      'stet.sqlite',
      'stet.sqlite-wal',
    ])
    expect(await read(folder)).toEqual(['old'])
  })
})

describe('is refused, with nothing changed,', () => {
  it.each<[string, (copy: string) => Promise<unknown>]>([
    ['a backup that is cut off', (copy) => truncate(copy, 9000)],
    [
      'a backup with a page overwritten',
      async (copy) => {
        const handle = await open(copy, 'r+')
        await handle.write(new Uint8Array(4096).fill(0xa5), 0, 4096, 4096 * 30)
        await handle.close()
      },
    ],
    ['a backup that is no database', (copy) => writeFile(copy, 'Dear reader')],
    [
      'a backup of another program’s',
      async (copy) => {
        await rm(copy)
        const other = new Database(copy)
        other.exec('CREATE TABLE bookmark (url TEXT)')
        other.close()
      },
    ],
    [
      'a backup of a newer Stet',
      async (copy) => {
        const newer = new Database(copy)
        newer.pragma('user_version = 99')
        newer.close()
      },
    ],
  ])('%s', async (_, harm) => {
    const { folder, copy } = await deskWithCopy()
    await harm(copy)
    await expect(stageRestore(folder, copy)).rejects.toBeInstanceOf(CopyRefused)
    expect(await read(folder)).toEqual(['new', 'old'])
  })

  it('a name that leads out of the folder', async () => {
    const { folder, copy } = await deskWithCopy()
    await cp(copy, join(folder, '..', `${basename(folder)}-other.sqlite`))
    onTestFinished(() => rm(join(folder, '..', `${basename(folder)}-other.sqlite`)))
    for (const name of [
      `../${basename(folder)}-other.sqlite`,
      `backups/../../${basename(folder)}-other.sqlite`,
      'set-aside/../stet.sqlite',
      copy,
      '/etc/passwd',
    ]) {
      await expect(findCopy(folder, name, false)).rejects.toBeInstanceOf(CopyRefused)
    }
    expect(await findCopy(folder, `backups/${basename(copy)}`, false)).toBe(copy)
  })
})
