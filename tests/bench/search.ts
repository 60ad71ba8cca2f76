import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import { openDesk } from '../../electron/desk/desk.ts'
import { buildDocument } from '../../shared/document/build.ts'
import { schema, schemaVersion } from '../../shared/document/schema.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import { aim, type Row, rowOf } from './measure.ts'
import { joinDesk } from './places.ts'

const maker = resolve(import.meta.dirname, '../../../shared/corpora/tools/make_articles.mjs')

interface Article {
  readonly headline: string
  readonly byline: string
  readonly body: readonly string[]
}

/** Articles made of texts in the public domain; null where the corpus is not beside this folder. */
async function readArticles(folder: string, count: number): Promise<Article[] | null> {
  if (!existsSync(maker)) return null
  const path = join(folder, 'articles.jsonl')
  await promisify(execFile)(process.execPath, [maker, String(count), path], { maxBuffer: 1e8 })
  return (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Article)
}

/** The same queries for the same articles, by kind. */
function queriesOf(articles: readonly Article[], count: number): Record<string, string[]> {
  const documents = new Map<string, number>()
  const pairs: string[] = []
  const phrases: string[] = []
  for (const { body } of articles.slice(0, 5000)) {
    const words =
      body
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{3,}/gu) ?? []
    for (const word of new Set(words)) documents.set(word, (documents.get(word) ?? 0) + 1)
    const at = Math.floor(words.length / 3)
    const [one, other] = [words[at], words[at + 7]]
    if (one && other) pairs.push(`${one} ${other}`)
    const phrase = /\p{Ll}{3,} \p{Ll}{2,} \p{Ll}{3,}/u.exec(body.at(-1) ?? '')?.[0]
    if (phrase) phrases.push(`"${phrase}"`)
  }
  const byFrequency = [...documents].sort(([, one], [, other]) => other - one).map(([word]) => word)
  const spread = (from: readonly string[], wanted: number) =>
    Array.from({ length: wanted }, (_, index) => from[Math.floor((index * from.length) / wanted)] ?? '')
  const mid = byFrequency.filter((word) => {
    const share = (documents.get(word) ?? 0) / 5000
    return share > 0.005 && share < 0.05
  })
  return {
    'one word of middling frequency': spread(mid, count / 2),
    'two words': spread(pairs, count / 4),
    'a phrase': spread(phrases, count / 4),
    'the commonest words': byFrequency.slice(0, count / 8),
    'beginnings of words': spread(
      mid.filter((word) => word.length > 5).map((word) => `${word.slice(0, 4)}*`),
      count / 8,
    ),
  }
}

/** Search over a library of stories; none where the corpus is not there, which is said. */
export async function measureSearch(
  folder: string,
  given: { stories: number; queries: number },
): Promise<Row[]> {
  const articles = await readArticles(folder, given.stories)
  if (!articles) {
    console.log('Search is not measured: ../shared/corpora is not beside this folder.')
    return []
  }
  const desk = await openDesk({ folder: join(folder, 'library') })
  const personId = await joinDesk(desk)
  const client = desk.client({ personId, via: 'window' })
  for (const { headline, byline, body } of articles) {
    const story = await client.stories.create({ requestId: newRequestId(), headline: '' })
    const opened = await client.stories.open({ storyId: story.id })
    const empty = schema.nodeFromJSON(opened.document)
    const whole = buildDocument(
      { headline, byline },
      body.map((text) => schema.node('paragraph', null, [schema.text(text)])),
    )
    const step = new ReplaceStep(0, empty.content.size, new Slice(whole.content, 0, 0))
    await client.stories.write({
      requestId: newRequestId(),
      storyId: story.id,
      atVersion: opened.version,
      clientId: 'bench',
      schemaVersion,
      steps: [step.toJSON() as StepJson],
      claims: [],
    })
  }
  await client.desk.search({ words: 'harbour' })
  const section = `Search over ${articles.length.toLocaleString('en')} stories`
  const byKind = Object.entries(queriesOf(articles, given.queries)).map(
    ([name, queries]) => [name, queries, [] as number[]] as const,
  )
  const longest = Math.max(...byKind.map(([, queries]) => queries.length))
  for (let at = 0; at < longest; at++) {
    for (const [, queries, taken] of byKind) {
      const words = queries[at]
      if (!words) continue
      const fromMs = performance.now()
      await client.desk.search({ words, limit: 20 })
      taken.push(performance.now() - fromMs)
    }
  }
  await desk.close()
  const fixed = byKind.slice(0, 3).flatMap(([, , taken]) => taken)
  const all = rowOf({
    section,
    name: `${given.queries} fixed queries`,
    who: 'Stet',
    unit: 'ms',
    values: fixed,
  })
  return [
    aim(all, 'p95 < 20 ms', (all.p95 ?? 99) < 20),
    ...byKind.map(([name, , values]) => rowOf({ section, name, who: 'Stet', unit: 'ms', values })),
  ]
}
