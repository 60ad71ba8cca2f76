import { cp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { checkCopies, copyDesk } from '../../../electron/store/copies.ts'
import { migrations, newestVersion } from '../../../electron/store/migrate.ts'
import { rewriteCopies } from '../../../electron/store/rewrite-copies.ts'
import type { Store } from '../../../electron/store/transaction.ts'
import { temporaryFolder, temporaryStore } from './temporary.ts'

async function write(store: Store, from: number, count: number): Promise<void> {
  await store.transaction(async (tx) => {
    for (let i = from; i < from + count; i++) {
      await tx
        .insertInto('setting')
        .values({ name: `${i}`, value: 'x'.repeat(500) })
        .execute()
    }
  })
}

function count(path: string): number {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM setting').get()?.rows ?? -1
  } finally {
    database.close()
  }
}

it('copies an open desk, what stands in its log included, into one file', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 0, 100)
  const path = await copyDesk(folder, { occasion: 'asked', now: () => Date.UTC(2026, 0, 2, 3, 4, 5, 6) })
  expect(basename(path)).toBe(`stet-20260102T030405006Z-v${newestVersion(migrations)}-asked.sqlite`)
  expect(count(path)).toBe(100)
  expect(await readdir(join(folder, 'backups'))).toEqual([basename(path)])
})

it('a copy is of one moment, however much is written meanwhile, and writing goes on', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 0, 3000)
  let copied = false
  const copying = copyDesk(folder, { occasion: 'day' }).finally(() => {
    copied = true
  })
  let written = 3000
  let rounds = 0
  while (!copied) {
    await write(store, written, 50)
    written += 50
    rounds++
    await new Promise((resolve) => setImmediate(resolve))
  }
  const rows = count(await copying)
  expect(rounds).toBeGreaterThan(1)
  expect(rows % 50).toBe(0)
  expect(rows).toBeLessThan(written)
})

it('keeps the number of copies asked for, the newest ones, and never clears away those made before migrating', async () => {
  const { folder } = await temporaryStore()
  let atMs = Date.UTC(2026, 0, 1)
  const first = basename(await copyDesk(folder, { occasion: 'day', now: () => atMs }))
  const before = 'stet-20250101T000000000Z-v0-before-v1.sqlite'
  await writeFile(join(folder, 'backups', before), '')
  const kept: string[] = []
  for (let i = 0; i < 3; i++) {
    atMs += 86_400_000
    kept.push(basename(await copyDesk(folder, { occasion: 'day', keep: 2, now: () => atMs })))
  }
  const names = (await readdir(join(folder, 'backups'))).sort()
  expect(names).toEqual([before, ...kept.slice(-2)])
  expect(names).not.toContain(first)
})

it('finds a copy that cannot be relied upon, and clears away half of one', async () => {
  const { folder } = await temporaryStore()
  await copyDesk(folder, { occasion: 'day' })
  expect(await checkCopies(folder)).toEqual([])
  await writeFile(join(folder, 'backups', 'stet-20260101T000000000Z-v1-day.sqlite'), 'not a database at all')
  await writeFile(join(folder, 'backups', 'stet-20260101T000000000Z-v1-day.sqlite.1.part'), 'half')
  expect((await checkCopies(folder)).map((copy) => copy.name)).toEqual([
    'stet-20260101T000000000Z-v1-day.sqlite',
  ])
  await copyDesk(folder, { occasion: 'day' })
  expect((await readdir(join(folder, 'backups'))).filter((name) => name.endsWith('.part'))).toEqual([])
})

it('a copy of a database that went bad clears no sound copy away', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 0, 500)
  const sound = basename(await copyDesk(folder, { occasion: 'day', keep: 1 }))
  await store.apart((database) => database.pragma('wal_checkpoint(TRUNCATE)'))
  const handle = await open(join(folder, 'stet.sqlite'), 'r+')
  const { size } = await handle.stat()
  await handle.write(new Uint8Array(4096).fill(0xa5), 0, 4096, size - 4096 * 20)
  await handle.close()
  await expect(copyDesk(folder, { occasion: 'day', keep: 1 })).rejects.toThrow('is not sound')
  expect(await readdir(join(folder, 'backups'))).toContain(sound)
})

it('what must reach every copy reaches databases that were set aside, their logs included', async () => {
  const { store, folder: used } = await temporaryStore()
  await write(store, 0, 50)
  const folder = await temporaryFolder()
  const aside = join(folder, 'set-aside', '20260101T000000000Z')
  for (const name of ['stet.sqlite', 'stet.sqlite-wal']) await cp(join(used, name), join(aside, name))
  const { rewritten } = await rewriteCopies(folder, async (copy) => {
    await copy.transaction((tx) => tx.deleteFrom('setting').where('name', '!=', '7').execute())
    return true
  })
  expect(rewritten).toBe(1)
  expect(await readdir(aside)).toEqual(['stet.sqlite'])
  expect(count(join(aside, 'stet.sqlite'))).toBe(1)
})

it('a copy that is cleared away while the copies are checked is no bad one', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 0, 10)
  for (let count = 0; count < 4; count++) await copyDesk(folder, { occasion: 'day' })
  const names = (await readdir(join(folder, 'backups'))).sort()
  const checking = checkCopies(folder)
  for (const name of names.slice(1)) await rm(join(folder, 'backups', name))
  expect(await checking).toEqual([])
})
