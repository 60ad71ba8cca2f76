import fc from 'fast-check'
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { type ClaimBook, keepClaims } from '../../../renderer/state/session-claims.ts'
import { compareWords, readsSame } from '../../../shared/check/changed.ts'
import { type ClaimChanges, changesOf } from '../../../shared/check/standing.ts'
import { hasMoved, quoteBlocksOf } from '../../../shared/check/surroundings.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { anchorMemory } from '../../../shared/document/follow.ts'
import { anchorPlace } from '../../../shared/document/place.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { type ClaimId, newRequestId, type PersonId, type StoryId } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/place.ts'
import { readByForce } from '../../shared/document/force.ts'
import { action, mixed, Player } from '../../shared/document/player.ts'
import { Writing } from '../../shared/document/writing.ts'
import { type Bench, findings, setUpBench } from './bench.ts'

const tagged = [
  'At least 23 people',
  '“We are leaving,”',
  'be back.”',
  'U.S.-led force',
  'million in',
  'bridge in May',
  'Nobody knows',
  'Red Crescent',
]

type Client = Bench['ada']

/** One window: an editor, the records of claims that it shows, and its way to a real desk. */
interface Window {
  readonly writing: Writing
  readonly book: ClaimBook
  readonly storyId: StoryId
  send(): Promise<void>
  /** What the desk has of claims, and the window takes in. */
  news(): Promise<readonly Claim[]>
  /** An edit, as the window follows it. */
  edit(work: () => void): void
}

async function openWindow(client: Client, personId: PersonId, run: number, hash: string): Promise<Window> {
  const story = await client.stories.create({ requestId: newRequestId() })
  const opened = await client.stories.open({ storyId: story.id })
  const blank = readDocument(opened.document)
  const writing = new Writing(
    blank,
    [collab({ version: opened.version, clientID: 'window' })],
    `run${run}-copy-`,
  )
  const book = keepClaims({
    storyId: story.id,
    personId,
    claims: [],
    document: blank,
    now: () => 1,
    onChange: () => {},
  })
  const edit = (work: () => void): void => {
    const before = writing.state.doc
    work()
    book.follow(before, writing.state)
  }
  edit(() => writing.apply(writing.state.tr.replaceWith(0, blank.content.size, mixed(hash).content)))
  return {
    writing,
    book,
    storyId: story.id,
    edit,
    async send() {
      const ready = sendableSteps(writing.state)
      if (!ready) return
      const steps = ready.steps.map((step) => JSON.parse(JSON.stringify(step.toJSON())))
      const named = new Set(JSON.stringify(steps).match(/(?<="type":"claim","attrs":\{"id":")[^"]+/g) ?? [])
      const created = anchorMemory.getState(writing.state)?.created
      const claims = [...named].flatMap((id) => {
        if (book.isBorn(id)) return []
        const copiedFrom = created?.get(id)?.copiedFrom as ClaimId | undefined
        return [{ id: id as ClaimId, kind: 'statement' as const, ...(copiedFrom ? { copiedFrom } : {}) }]
      })
      await client.stories.write({
        requestId: newRequestId(),
        storyId: story.id,
        atVersion: ready.version,
        clientId: 'window',
        schemaVersion,
        steps,
        claims,
      })
      book.bear(claims)
      writing.apply(
        receiveTransaction(
          writing.state,
          ready.steps,
          ready.steps.map(() => ready.clientID),
        ),
      )
    },
    async news() {
      const { claims } = await client.stories.open({ storyId: story.id })
      book.receive(claims)
      return claims
    },
  }
}

interface Settled {
  readonly words: string
  readonly place: Place | null
}

/** Read in a copy of the document of which nothing was kept; the words letter by letter. */
function readAnew(document: Node): Map<string, Settled> {
  const copy = Node.fromJSON(schema, document.toJSON())
  return new Map([...readByForce(copy)].map(([id, words]) => [id, { words, place: anchorPlace(copy, id) }]))
}

/** What is to be said of a claim that was settled then and reads so now. */
function expected(then: Settled, now: Settled): Pick<ClaimChanges, 'changed' | 'context'> {
  const [before, after] = [must(then.place, 'a place'), must(now.place, 'a place')]
  const isOther =
    compareWords(
      { words: then.words, startsSentence: before.startsSentence },
      { words: now.words, startsSentence: after.startsSentence },
    ) === 'different'
  const changed: ClaimChanges['changed'] = [
    ...(isOther ? (['words'] as const) : []),
    ...(quoteBlocksOf(before) === quoteBlocksOf(after) ? [] : (['block'] as const)),
    ...(before.isQuoted === after.isQuoted ? [] : (['marks'] as const)),
  ]
  if (changed.length > 0) return { changed, context: [] }
  return {
    changed,
    context: [
      ...(readsSame(before.sentence, after.sentence) ? [] : (['sentence'] as const)),
      ...(hasMoved(before, after) ? (['place'] as const) : []),
    ],
  }
}

const saidOf = (claim: Claim | undefined) => {
  if (claim?.presence !== 'inText') return null
  const { changed, context } = changesOf(claim)
  return { changed, context, place: claim.place }
}

test('after every edit the window at once and the desk when it has it say the same of each settled claim, which is what its words and place say', async () => {
  const { ada, adaId, desk } = await setUpBench()
  const { hash } = await desk.blobs.put(new TextEncoder().encode('a picture'))
  const turn = fc.record({ action, isSent: fc.boolean() })
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 4, maxLength: 18, size: 'max' }), async (turns) => {
      const run = ++runs
      const window = await openWindow(ada, adaId, run, hash)
      const { writing, book } = window
      for (const [index, words] of tagged.entries()) {
        window.edit(() => writing.tag(words, `run${run}-settled-${index}`))
      }
      await window.send()
      const settled = readAnew(writing.state.doc)
      for (const claim of await window.news()) {
        book.receive([
          await ada.claims.settle({
            requestId: newRequestId(),
            claimId: claim.id,
            status: 'confirmed',
            note: '',
            seenWords: claim.words,
          }),
        ])
      }
      const asIs = (now: Map<string, Settled>) =>
        new Map(
          [...settled].map(([id, then]) => {
            const one = now.get(id)
            return [id, one ? { ...expected(then, one), place: one.place } : null]
          }),
        )
      const saidBy = (claimOf: (id: ClaimId) => Claim | undefined) =>
        new Map([...settled.keys()].map((id) => [id, saidOf(claimOf(id as ClaimId))]))
      const player = new Player(writing, `run${run}-claim-`)
      for (const { action: one, isSent } of turns) {
        window.edit(() => player.play(one))
        const should = asIs(readAnew(writing.state.doc))
        expect(saidBy((id) => book.claims().get(id))).toEqual(should)
        if (!isSent) continue
        await window.send()
        const atDesk = new Map((await window.news()).map((claim) => [claim.id, claim]))
        expect(saidBy((id) => atDesk.get(id))).toEqual(should)
        expect(saidBy((id) => book.claims().get(id))).toEqual(should)
      }
      await window.send()
    }),
    { numRuns: 25 },
  )
  expect(await findings(ada)).toEqual([])
}, 120_000)
