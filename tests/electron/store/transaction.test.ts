import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Store, Tx } from '../../../electron/store/transaction.ts'
import { must } from '../../../shared/lib/assert.ts'
import { temporaryStore } from './temporary.ts'

const write = (tx: Tx, name: string, value = '') => tx.insertInto('setting').values({ name, value }).execute()

async function names(store: Store): Promise<string[]> {
  const rows = await store.transaction((tx) =>
    tx.selectFrom('setting').select('name').orderBy('name').execute(),
  )
  return rows.map((row) => row.name)
}

it('commits when the work resolves and hands its value on', async () => {
  const { store } = await temporaryStore()
  expect(await store.transaction((tx) => write(tx, 'a').then(() => 'done'))).toBe('done')
  expect(await names(store)).toEqual(['a'])
})

it('rolls everything back when the work throws, and the next transaction is none the worse', async () => {
  const { store } = await temporaryStore()
  const failed = store.transaction(async (tx) => {
    await write(tx, 'a')
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  await store.transaction((tx) => write(tx, 'b'))
  expect(await names(store)).toEqual(['b'])
})

it('rolls back when a query fails', async () => {
  const { store } = await temporaryStore()
  const failed = store.transaction(async (tx) => {
    await write(tx, 'a')
    await write(tx, 'a')
  })
  await expect(failed).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' })
  expect(await names(store)).toEqual([])
})

it('calls made at once run one after another, in their order', async () => {
  const { store } = await temporaryStore()
  const seen: string[] = []
  const calls = [...'abcdefgh'].map((name, index) =>
    store.transaction(async (tx) => {
      seen.push(`${name} begins`)
      // Even a work that waits lets nobody in between.
      if (index % 3 === 0) await wait(5)
      await write(tx, name)
      seen.push(`${name} ends`)
    }),
  )
  await Promise.all(calls)
  expect(seen).toEqual([...'abcdefgh'].flatMap((name) => [`${name} begins`, `${name} ends`]))
})

it('a failing call lets those behind it through', async () => {
  const { store } = await temporaryStore()
  const failed = store.transaction(() => Promise.reject(new Error('no')))
  const next = store.transaction((tx) => write(tx, 'b'))
  await expect(failed).rejects.toThrow('no')
  await next
  expect(await names(store)).toEqual(['b'])
})

it('a transaction inside another is refused instead of waiting for ever', async () => {
  const { store } = await temporaryStore()
  const outer = store.transaction(async (tx) => {
    await write(tx, 'a')
    await store.transaction((inner) => write(inner, 'b'))
  })
  await expect(outer).rejects.toThrow('inside another')
  const deep = store.transaction(async () => {
    await wait(1)
    await Promise.all([Promise.resolve().then(() => names(store))])
  })
  await expect(deep).rejects.toThrow('inside another')
  expect(await names(store)).toEqual([])
})

it('closing inside a transaction is refused instead of waiting for ever', async () => {
  const { store } = await temporaryStore()
  await expect(store.transaction(() => store.close())).rejects.toThrow('inside a transaction')
})

it('what a finished transaction set going may open one of its own', async () => {
  const { store } = await temporaryStore()
  const { later } = await store.transaction(async (tx) => {
    await write(tx, 'a')
    return { later: wait(20).then(() => names(store)) }
  })
  expect(await later).toEqual(['a'])
})

it('a transaction that has ended takes no more queries', async () => {
  const { store } = await temporaryStore()
  let kept: Tx | undefined
  await store.transaction(async (tx) => {
    kept = tx
  })
  await expect(write(must(kept, 'a transaction'), 'late')).rejects.toThrow('committed')
  expect(await names(store)).toEqual([])
})

it('after closing, calls are rejected clearly; those made before are carried out', async () => {
  const { store, folder } = await temporaryStore()
  const before = store.transaction((tx) => write(tx, 'a'))
  const closing = store.close()
  await expect(store.transaction((tx) => write(tx, 'b'))).rejects.toThrow('the desk is closed')
  await before
  await closing
  await store.close()
  const { openStore } = await import('../../../electron/store/open.ts')
  const again = await openStore(folder)
  expect(await names(again)).toEqual(['a'])
  await again.close()
})

it('takes the right to write at its beginning', async () => {
  const { store, folder } = await temporaryStore()
  const { default: Database } = await import('better-sqlite3')
  const other = new Database(`${folder}/stet.sqlite`, { timeout: 0 })
  try {
    await store.transaction(async () => {
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked')
    })
    other.exec('BEGIN IMMEDIATE; ROLLBACK')
  } finally {
    other.close()
  }
})

it('when the disk is full nothing is written and the reason is told; with room again it goes on', async () => {
  const { store } = await temporaryStore()
  const limitPages = (pages: number) =>
    store.transaction((tx) => sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(tx))
  await limitPages(1)
  const full = store.transaction(async (tx) => {
    await write(tx, 'a')
    await write(tx, 'b', 'x'.repeat(1_000_000))
  })
  await expect(full).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  expect(await names(store)).toEqual([])
  await limitPages(1_000_000)
  await store.transaction((tx) => write(tx, 'c'))
  expect(await names(store)).toEqual(['c'])
})

it('once the database has given a transaction up, what is left of the work is not written on its own', async () => {
  const { store } = await temporaryStore()
  const work = store.transaction(async (tx) => {
    await write(tx, 'a')
    await sql`ROLLBACK`.execute(tx)
    await write(tx, 'b').catch(() => undefined)
  })
  await expect(work).rejects.toThrow('gave the transaction up')
  expect(await names(store)).toEqual([])
})
