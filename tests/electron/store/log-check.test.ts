import { cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { checkLog } from '../../../electron/store/log-check.ts'
import { openStore } from '../../../electron/store/open.ts'
import { temporaryFolder, temporaryStore } from './temporary.ts'

const transactions = 12

/** A desk as a killed process leaves it, with a log of `transactions`. */
async function killedDesk(): Promise<{ folder: string; log: string }> {
  const { store, folder: used } = await temporaryStore()
  for (let count = 0; count < transactions; count++) {
    await store.transaction((tx) =>
      tx
        .insertInto('setting')
        .values({ name: `${count}`, value: 'x' })
        .execute(),
    )
  }
  const folder = await temporaryFolder()
  for (const name of ['stet.sqlite', 'stet.sqlite-wal']) await cp(join(used, name), join(folder, name))
  return { folder, log: join(folder, 'stet.sqlite-wal') }
}

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  await writeFile(path, bytes)
}

async function rows(folder: string): Promise<number> {
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  return (await store.transaction((tx) => tx.selectFrom('setting').selectAll().execute())).length
}

it('counts the transactions of a whole log, as many as SQLite reads', async () => {
  const { folder, log } = await killedDesk()
  expect(await checkLog(log)).toEqual({ readable: transactions, lost: 0 })
  expect(await rows(folder)).toBe(transactions)
})

it('a log that ends in the midst of a frame loses nothing that was acknowledged', async () => {
  const { log } = await killedDesk()
  await truncate(log, (await stat(log)).size - 100)
  expect(await checkLog(log)).toMatchObject({ readable: transactions - 1, lost: 0 })
})

it('tells how many transactions stand behind a place that cannot be read, and the desk is refused', async () => {
  const { folder, log } = await killedDesk()
  await flip(log, Math.floor((await stat(log)).size / 2))
  const check = await checkLog(log)
  expect(check?.lost).toBeGreaterThan(1)
  expect((check?.lost ?? 0) + (check?.readable ?? 0)).toBe(transactions)
  const before = await readFile(log)
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'damaged' })
  expect(await readFile(log)).toEqual(before)
  // What could be read is a backup now, once however often it is tried.
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'damaged' })
  expect((await readdir(join(folder, 'backups'))).length).toBe(1)
  expect(await readdir(join(folder, 'set-aside')).catch(() => [])).toEqual([])
})

it('a log whose header is gone is refused', async () => {
  const { folder, log } = await killedDesk()
  await flip(log, 20)
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'damaged' })
})

it('of a log whose last write alone cannot be read the desk opens, and the log’s bytes are kept', async () => {
  const { folder, log } = await killedDesk()
  await flip(log, (await stat(log)).size - 50)
  const before = await readFile(log)
  expect(await checkLog(log)).toEqual({ readable: transactions - 1, lost: 1 })
  expect(await rows(folder)).toBe(transactions - 1)
  const [aside] = await readdir(join(folder, 'set-aside'))
  expect(await readFile(join(folder, 'set-aside', aside ?? '', 'stet.sqlite-wal'))).toEqual(before)
})

it('where there is no log, or an empty one, there is nothing to tell', async () => {
  const folder = await temporaryFolder()
  expect(await checkLog(join(folder, 'none'))).toBeNull()
  await writeFile(join(folder, 'empty'), '')
  expect(await checkLog(join(folder, 'empty'))).toBeNull()
})
