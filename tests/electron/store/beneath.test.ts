import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDesk } from '../../../electron/desk/desk.ts'
import { restoreClosed } from '../../../electron/desk/restoring.ts'
import { listCopies } from '../../../electron/store/copy-list.ts'
import { migrations, newestVersion } from '../../../electron/store/migrate.ts'
import type { Store } from '../../../electron/store/transaction.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { temporaryFolder, temporaryStore } from './temporary.ts'

const write = (store: Store, name: string) =>
  store.transaction((tx) => tx.insertInto('setting').values({ name, value: 'x' }).execute())

const harms: [name: string, harm: (path: string) => Promise<unknown>][] = [
  ['the database is removed', (path) => rm(path)],
  ['the database is moved away', (path) => rename(path, `${path}.elsewhere`)],
  [
    'another database is put in its place',
    async (path) => {
      await copyFile(path, `${path}.other`)
      await rename(`${path}.other`, path)
    },
  ],
  ['its log is removed', (path) => rm(`${path}-wal`)],
]

it.each(harms)('%s while it is open: nothing more is written, and that is said', async (_, harm) => {
  const { store, folder } = await temporaryStore()
  await write(store, 'before')
  await harm(join(folder, 'stet.sqlite'))
  let isBegun = false
  const writing = store.transaction(async (tx) => {
    isBegun = true
    await tx.insertInto('setting').values({ name: 'after', value: 'x' }).execute()
  })
  await expect(writing).rejects.toThrow(/was (removed|replaced) while the desk was open/)
  expect(isBegun).toBe(false)
  expect(await store.gone).toMatchObject({ name: 'DatabaseGone' })
  await expect(store.transaction((tx) => tx.selectFrom('setting').selectAll().execute())).rejects.toThrow()
})

it('a write that is under way when the file goes is not acknowledged', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 'before')
  const writing = store.transaction(async (tx) => {
    await tx.insertInto('setting').values({ name: 'meanwhile', value: 'x' }).execute()
    await rm(join(folder, 'stet.sqlite'))
  })
  await expect(writing).rejects.toThrow('was removed')
})

it('it is noticed also while nobody writes', async () => {
  const { store, folder } = await temporaryStore()
  await write(store, 'before')
  store.look()
  await rm(join(folder, 'stet.sqlite'))
  store.look()
  expect(await store.gone).toMatchObject({ name: 'DatabaseGone' })
})

it('everything that was acknowledged is rescued into a backup, from which the desk opens with the same versions', async () => {
  const folder = await temporaryFolder()
  const wanted = Promise.withResolvers<void>()
  const desk = await openDesk({ folder, reopen: () => wanted.resolve() })
  const nobody = desk.client({ personId: null, via: 'window' })
  const person = { name: 'Ada Quill', initials: 'AQ', role: 'checker' as const }
  const { id } = await nobody.people.add({ requestId: newRequestId(), person })
  const ada = desk.client({ personId: id, via: 'window' })
  for (const headline of ['One', 'Two', 'Three']) {
    await ada.stories.create({ requestId: newRequestId(), headline })
  }
  const { life } = await nobody.desk.hello()
  await rm(join(folder, 'stet.sqlite'))
  const refused = await ada.stories
    .create({ requestId: newRequestId(), headline: 'Four' })
    .catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'NOT_SAVED' })
  await wanted.promise
  await desk.close()
  await expect(openDesk({ folder })).rejects.toMatchObject({ code: 'damaged' })

  const [copy] = await listCopies(folder, newestVersion(migrations))
  expect(copy).toMatchObject({ occasion: 'rescue', stories: 3, trouble: null })
  const by = { personId: null, via: 'commandLine' as const }
  await restoreClosed(folder, must(copy, 'a copy').name, by, { anywhere: false })
  const again = await openDesk({ folder })
  const client = again.client({ personId: null, via: 'window' })
  expect((await client.stories.list({})).map((story) => story.headline).sort()).toEqual([
    'One',
    'Three',
    'Two',
  ])
  expect((await client.desk.hello()).life).toBe(life)
  expect((await client.desk.verify()).findings).toEqual([])
  await again.close()
  expect(await readdir(folder)).not.toContain('restore.json')
})
