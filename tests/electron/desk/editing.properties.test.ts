import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../../electron/desk/desk.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { anchorMemory } from '../../../shared/document/follow.ts'
import { schemaVersion } from '../../../shared/document/schema.ts'
import { type ClaimId, newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import { readByForce } from '../../shared/document/force.ts'
import { action, mixed, Player } from '../../shared/document/player.ts'
import { Writing } from '../../shared/document/writing.ts'

let folder: string
let desk: Desk
let client: DeskClient

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-editing-'))
  desk = await openDesk({ folder })
  const person = await desk.client({ personId: null, via: 'window' }).people.add({
    requestId: newRequestId(),
    person: { name: 'Ines Okafor', initials: 'IO', role: 'checker' },
  })
  client = desk.client({ personId: person.id, via: 'window' })
})

afterEach(async () => {
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

/** Sends what the editor has not sent yet, as the window does. */
async function send(writing: Writing, storyId: StoryId, known: Set<string>): Promise<void> {
  const ready = sendableSteps(writing.state)
  if (!ready) return
  const steps = ready.steps.map((step) => JSON.parse(JSON.stringify(step.toJSON())))
  const named = new Set(JSON.stringify(steps).match(/(?<="type":"claim","attrs":\{"id":")[^"]+/g) ?? [])
  const created = anchorMemory.getState(writing.state)?.created
  const claims = [...named]
    .filter((id) => !known.has(id))
    .map((id) => {
      const origin = created?.get(id)?.copiedFrom
      return {
        id: id as ClaimId,
        kind: 'statement' as const,
        ...(origin ? { copiedFrom: origin as ClaimId } : {}),
      }
    })
  for (const { id } of claims) known.add(id)
  await client.stories.write({
    requestId: newRequestId(),
    storyId,
    atVersion: ready.version,
    clientId: String(ready.clientID),
    schemaVersion,
    steps,
    claims,
  })
  writing.apply(
    receiveTransaction(
      writing.state,
      ready.steps,
      ready.steps.map(() => ready.clientID),
    ),
  )
}

test('after random edits the desk has the editor’s document, every claim is listed with its words, and verify finds nothing', async () => {
  const turn = fc.record({ action, send: fc.boolean() })
  let runs = 0
  const picture = await desk.blobs.put(new TextEncoder().encode('a picture'))
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 5, maxLength: 40 }), async (turns) => {
      const run = ++runs
      const story = await client.stories.create({ requestId: newRequestId() })
      const opened = await client.stories.open({ storyId: story.id })
      const blank = readDocument(opened.document)
      const writing = new Writing(
        blank,
        [collab({ version: opened.version, clientID: 'window' })],
        `run${run}-copy-`,
      )
      writing.apply(writing.state.tr.replaceWith(0, blank.content.size, mixed(picture.hash).content))
      const player = new Player(writing, `run${run}-claim-`)
      const known = new Set<string>()
      for (const { action: one, send: isSent } of turns) {
        player.play(one)
        if (isSent) await send(writing, story.id, known)
      }
      await send(writing, story.id, known)

      const now = await client.stories.open({ storyId: story.id })
      expect(sameDocument(readDocument(now.document), writing.state.doc)).toBe(true)
      const words = readByForce(writing.state.doc)
      const inText = now.claims.filter((claim) => claim.presence === 'inText')
      expect(new Map(inText.map((claim) => [claim.id as string, claim.words]))).toEqual(words)
      for (const claim of now.claims) if (claim.presence === 'removed') expect(claim.words).not.toBe('')
      expect(new Set(now.claims.map((claim) => claim.number)).size).toBe(now.claims.length)
      expect(now.story.claimCount).toBe(inText.length)
    }),
    { numRuns: 40 },
  )
  await desk.close()
  desk = await openDesk({ folder })
  expect((await desk.client({ personId: null, via: 'window' }).desk.verify()).findings).toEqual([])
}, 120_000)
