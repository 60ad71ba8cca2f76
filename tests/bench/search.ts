import { join } from 'node:path'
import { Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import { makeDesk, openDesk } from '../../electron/desk/desk.ts'
import { openStore } from '../../electron/store/open.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { buildDocument } from '../../shared/document/build.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import { type Article, openLibrary } from './articles.ts'
import { aim, type Row, rowOf } from './measure.ts'
import { STET } from './parties.ts'
import { joinDesk } from './places.ts'
import { queriesOf } from './queries.ts'

const HITS = 20

/** A story as a window makes it: an empty one, then its text in one step. */
async function write(client: DeskClient, { headline, byline, body }: Article): Promise<void> {
  const { id: storyId, version } = await client.stories.create({ requestId: newRequestId(), headline: '' })
  const empty = buildDocument({ headline: '' }, [])
  const whole = buildDocument(
    { headline, byline },
    body.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  )
  const step = new ReplaceStep(0, empty.content.size, new Slice(whole.content, 0, 0))
  await client.stories.write({
    requestId: newRequestId(),
    storyId,
    atVersion: version,
    clientId: 'bench',
    schemaVersion,
    steps: [step.toJSON() as StepJson],
    claims: [],
  })
}

/** Fills a desk without waiting for the disk at each story, which is not what is measured; closed, it is as any other. */
async function fill(folder: string, articles: readonly Article[]): Promise<void> {
  const store = await openStore(folder)
  await store.apart((database) => database.pragma('synchronous = off'))
  const desk = await makeDesk(store, folder)
  const client = desk.client({ personId: await joinDesk(desk), via: 'window' })
  for (const article of articles) await write(client, article)
  // The first search indexes whatever was written since the last.
  await client.desk.search({ words: 'harbour', limit: HITS })
  await desk.close()
}

/** From the call to its hits, over a library of stories; each kind of query in turn. */
export async function measureSearch(
  folder: string,
  given: { stories: number; queries: number; isJudged: boolean },
): Promise<Row[]> {
  const { from, articles } = await openLibrary(folder, given.stories)
  const place = join(folder, 'library')
  await fill(place, articles)
  const desk = await openDesk({ folder: place })
  const client = desk.client({ personId: null, via: 'window' })
  const kinds = queriesOf(articles, given.queries).map((kind) => ({ ...kind, takenMs: [] as number[] }))
  const longest = Math.max(...kinds.map(({ queries }) => queries.length))
  for (let at = 0; at < longest; at++) {
    for (const { queries, takenMs } of kinds) {
      const words = queries[at]
      if (!words) continue
      const fromMs = performance.now()
      await client.desk.search({ words, limit: HITS })
      takenMs.push(performance.now() - fromMs)
    }
  }
  await desk.close()
  const section = `Search over ${articles.length.toLocaleString('en')} stories of ${from}`
  const row = (name: string, values: readonly number[]) =>
    rowOf({ section, name, who: STET, unit: 'ms', values })
  const all = row(
    `${given.queries} fixed queries`,
    kinds.flatMap(({ isCounted, takenMs }) => (isCounted ? takenMs : [])),
  )
  return [
    given.isJudged ? aim(all, 'p95 < 20 ms', (all.p95 ?? 99) < 20) : all,
    ...kinds.map(({ name, takenMs }) => row(name, takenMs)),
  ]
}
