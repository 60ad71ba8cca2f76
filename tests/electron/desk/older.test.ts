import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { type Desk, openDesk } from '../../../electron/desk/desk.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { stepJsonSchema } from '../../../shared/model/write.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { edit, find, findings, makeStory, settle, setUpBench, tag } from './bench.ts'

const writtenSchema = z.object({
  story: z.looseObject({
    schemaVersion: z.literal(1),
    story: z.looseObject({ version: z.int() }),
    document: z.looseObject({ type: z.literal('doc') }),
  }),
  steps: z.array(stepJsonSchema),
  result: z.looseObject({ type: z.literal('doc') }),
  words: z.record(z.string(), z.string()),
})

/** Every node and mark that there was, written by the code of that time. */
const written = writtenSchema.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/desk/version-1.json', import.meta.url), 'utf8')),
)

/** Changes a closed desk's database by hand. */
function change(folder: string, work: (database: Database.Database) => void): void {
  const database = new Database(`${folder}/stet.sqlite`)
  work(database)
  database.close()
}

it('snapshots and steps of the first schema open as they were, are written on, and verify clean', async () => {
  expect(schemaVersion).toBeGreaterThan(1)
  const folder = await temporaryFolder()
  let desk: Desk = await openDesk({ folder })
  onTestFinished(() => desk.close())
  const person = await desk.client({ personId: null, via: 'window' }).people.add({
    requestId: newRequestId(),
    person: { name: 'Ines Okafor', initials: 'IO', role: 'checker' },
  })
  let client = desk.client({ personId: person.id, via: 'window' })
  const { hash } = await desk.blobs.put(new TextEncoder().encode(JSON.stringify(written.story)))
  const { storyId } = await client.transfer.importFile({ requestId: newRequestId(), name: 'a.json', hash })
  const openAgain = async (): Promise<void> => {
    desk = await openDesk({ folder })
    client = desk.client({ personId: person.id, via: 'window' })
  }

  await desk.close()
  change(folder, (database) => {
    const document = JSON.stringify(written.story.document)
    expect(document).not.toContain('widthPx')
    database.prepare('UPDATE snapshot SET schema_version = 1, document = ?').run(document)
  })
  await openAgain()
  const opened = await client.stories.open({ storyId })
  expect(sameDocument(readDocument(opened.document), readDocument(written.story.document))).toBe(true)

  await client.stories.write({
    requestId: newRequestId(),
    storyId,
    atVersion: opened.version,
    clientId: 'an older window',
    schemaVersion: 1,
    steps: written.steps,
    claims: [],
  })
  await desk.close()
  change(folder, (database) => {
    const insert = database.prepare('UPDATE step SET schema_version = 1, step = ? WHERE version = ?')
    written.steps.forEach((step, index) => {
      insert.run(JSON.stringify(step), opened.version + index + 1)
    })
    database.prepare('DELETE FROM snapshot WHERE version > ?').run(opened.version)
    // A journal of that time had no hash over it: the one of today begins behind it.
    database.exec("UPDATE story SET journal_from = version, journal_head = ''")
  })
  await openAgain()

  const now = await client.stories.open({ storyId })
  expect(sameDocument(readDocument(now.document), readDocument(written.result))).toBe(true)
  const inText = now.claims.filter((claim) => claim.presence === 'inText')
  expect(Object.fromEntries(inText.map((claim) => [claim.id, claim.words]))).toEqual(written.words)
  expect((await client.desk.verify()).findings).toEqual([])
})

it('what an older Stet counted by the status alone is counted by what stands there', async () => {
  const folder = await temporaryFolder()
  const bench = await setUpBench({ folder })
  const storyId = await makeStory(bench.ada, ['About 400 people crossed it.'])
  const claim = await tag(bench.ada, storyId, 'About 400 people')
  await settle(bench.ada, claim, 'confirmed')
  await edit(bench.ada, storyId, (transform) => {
    const { from } = find(transform.doc, '400')
    transform.replaceWith(from, from + 1, schema.text('5', [schema.mark('claim', { id: claim.id })]))
  })
  await bench.desk.close()
  change(folder, (database) => {
    database.exec("UPDATE story SET open_count = 0; DELETE FROM setting WHERE name = 'countedBy'")
  })
  const again = await setUpBench({ folder })
  expect((await again.ada.stories.open({ storyId })).story.openCount).toBe(1)
  expect(await findings(again.ada)).toEqual([])
})
