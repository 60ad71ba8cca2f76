import type { KyselyPlugin } from 'kysely'
import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { expect, it, onTestFinished, vi } from 'vitest'
import { makeDesk } from '../../../electron/desk/desk.ts'
import { openStore } from '../../../electron/store/open.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { newClaimId, newRequestId } from '../../../shared/model/ids.ts'
import type { NewClaim } from '../../../shared/model/write.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { findings, stepsOf } from './bench.ts'

/** What one keystroke costs, counted and not timed. */
interface Cost {
  queries: number
  /** Characters of JSON that went to the database and came from it. */
  moved: number
  /** Nodes held against the schema. */
  checked: number
}

/** A story of `words` words with a claim in every paragraph of fifty, and one keystroke in its midst. */
async function costAt(words: number): Promise<Cost> {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  const cost: Cost = { queries: 0, moved: 0, checked: 0 }
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      cost.queries++
      cost.moved += JSON.stringify(node).length
      return node
    },
    async transformResult({ result }) {
      cost.moved += JSON.stringify(result.rows).length
      return result
    },
  }
  const desk = await makeDesk(
    {
      ...store,
      transaction: (work) => store.transaction((tx) => work(tx.withPlugin(counter))),
      apart: (work) => store.apart(work),
      close: () => store.close(),
    },
    folder,
  )
  onTestFinished(() => desk.close())
  const person = await desk
    .client({ personId: null, via: 'window' })
    .people.add({ requestId: newRequestId(), person: { name: 'Ada Quill', initials: 'AQ', role: 'checker' } })
  const client = desk.client({ personId: person.id, via: 'window' })
  const story = await client.stories.create({ requestId: newRequestId(), headline: 'Long' })

  const claims: NewClaim[] = []
  const blocks: Node[] = []
  for (let count = 0; count < words; count += 50) {
    const id = newClaimId()
    claims.push({ id, kind: 'statement' })
    blocks.push(
      schema.node('paragraph', null, [
        schema.text('ten words that are tagged as one claim of many', [schema.mark('claim', { id })]),
        schema.text(' and some that are not'.repeat(8)),
      ]),
    )
  }
  const empty = buildDocument({ headline: 'Long' }, [])
  const whole = buildDocument({ headline: 'Long' }, blocks)
  const transform = new Transform(empty).replaceWith(0, empty.content.size, whole.content)
  const write = (atVersion: number, steps: ReturnType<typeof stepsOf>, born: NewClaim[]) =>
    client.stories.write({
      requestId: newRequestId(),
      storyId: story.id,
      atVersion,
      clientId: 'window',
      schemaVersion,
      steps,
      claims: born,
    })
  await write(0, stepsOf(transform), claims)

  const position = whole.resolve(Math.floor(whole.content.size / 2)).start() + 12
  const keystroke = stepsOf(new Transform(whole).insert(position, schema.text('x')))
  Object.assign(cost, { queries: 0, moved: 0 } satisfies Partial<Cost>)
  const check = vi.spyOn(Node.prototype, 'check')
  await write(1, keystroke, [])
  cost.checked = check.mock.calls.length
  check.mockRestore()
  const counted = { ...cost }
  expect((await client.stories.open({ storyId: story.id })).story).toMatchObject({
    version: 2,
    claimCount: claims.length,
  })
  expect(await findings(client)).toEqual([])
  return counted
}

it('a keystroke costs a story of 100,000 words what it costs one of 1,000', async () => {
  const short = await costAt(1000)
  const long = await costAt(100_000)
  expect(long.queries).toBe(short.queries)
  expect(long.checked).toBe(short.checked)
  expect(long.checked).toBeLessThan(10)
  // Numbers have more digits in a longer story.
  expect(long.moved / short.moved).toBeLessThan(1.05)
})
