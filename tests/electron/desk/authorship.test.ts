import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openAuthorship } from '../../../electron/desk/authorship.ts'
import { needStory } from '../../../electron/desk/find.ts'
import { anchorSpan } from '../../../shared/document/anchors.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newStoryId } from '../../../shared/model/ids.ts'
import { documentOf, edit, find, makeStory, setUpBench, tag } from './bench.ts'

test('a journal that was read ahead is not read again to say who wrote a claim, and what came since is', async () => {
  const { ada, grace, adaId, graceId, store } = await setUpBench()
  const storyId = await makeStory(ada, ['About 400 people crossed it.'])
  const claim = await tag(ada, storyId, 'About 400 people')
  const authorship = openAuthorship()
  await authorship.prepare(store, storyId)

  /** As it is told where the journal up to some version is gone. */
  async function writersWithout(upToVersion: number) {
    const document = await documentOf(ada, storyId)
    let writers: string[] | null = null
    const undone = new Error('the journal stands')
    const asking = store.transaction(async (tx) => {
      const story = await needStory(tx, storyId)
      await sql`DELETE FROM step WHERE story_id = ${storyId} AND version <= ${upToVersion}`.execute(tx)
      const span = must(anchorSpan(document, claim.id), 'the claim')
      writers = (await authorship.of(tx, story, document)).writersOf(document, span)
      throw undone
    })
    await expect(asking).rejects.toBe(undone)
    return writers
  }

  const { version } = (await ada.stories.open({ storyId })).story
  expect(await writersWithout(version)).toEqual([adaId])
  await edit(grace, storyId, (transform) => {
    const { from } = find(transform.doc, 'people')
    transform.insert(from, schema.text('old ', transform.doc.resolve(from + 1).marks()))
  })
  expect(await writersWithout(version)).toEqual([adaId, graceId].sort())
})

test('reading ahead in a story that is not there is no error: who asks for it is told by what they asked for', async () => {
  const { store } = await setUpBench()
  await expect(openAuthorship().prepare(store, newStoryId())).resolves.toBeUndefined()
})
