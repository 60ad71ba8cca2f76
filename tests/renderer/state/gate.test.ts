import { expect, onTestFinished, test, vi } from 'vitest'
import { gateNow, watchGate } from '../../../renderer/state/gate.ts'
import { judging } from '../../../renderer/state/judging.ts'
import { openSession, type StorySession } from '../../../renderer/state/session.ts'
import { type Gate, isCleared } from '../../../shared/check/gate.ts'
import { asRead } from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import type { GateAnswer } from '../../../shared/contract/gate.ts'
import { newRequestId, type StoryId } from '../../../shared/model/ids.ts'
import {
  addBackup,
  addSource,
  type Bench,
  documentOf,
  edit,
  find,
  makeStory,
  settle,
  setUpBench,
  suggest,
  tag,
} from '../../electron/desk/bench.ts'

/** A window on a story of a real desk, with somebody looking at its gate. */
async function look(bench: Bench, storyId: StoryId): Promise<StorySession> {
  const client = bench.ada
  const sources = new Map((await client.sources.list()).map((source) => [source.id, source]))
  const rules = await client.desk.rules()
  const people = await client.people.list()
  judging.set(() => ({ rules, sources, isDeskOfOne: people.length === 1, nowMs: bench.clock.nowMs }))
  const session = await openSession(
    {
      client,
      state: () => 'open',
      subscribe: () => () => undefined,
      blobUrl: (hash) => hash,
      putBlob: () => Promise.reject(new Error('none here')),
    },
    storyId,
  )
  onTestFinished(() => session.close())
  onTestFinished(watchGate(session).subscribe(() => undefined))
  return session
}

/** What both say, without the objects that only one has. */
function said({ blocks, asks, excused }: Pick<GateAnswer, 'blocks' | 'asks' | 'excused'> | Gate) {
  return { blocks, asks, excused: excused.map(({ line, excuse }) => [line, excuse.reason]) }
}

function retype(session: StorySession, words: string, by: string): void {
  const { from, to } = find(session.editor.state.doc, words)
  session.editor.view.dispatch(session.editor.state.tr.insertText(by, from, to))
}

async function agree(bench: Bench, session: StorySession): Promise<void> {
  const { storyId } = session
  const desk = await bench.ada.gate.of({ storyId })
  await expect
    .poll(() => gateNow(session) && said(gateNow(session) as Gate), { timeout: 4000 })
    .toEqual(said(desk))
  await expect
    .poll(() => gateNow(session)?.cleared?.differences ?? [], { timeout: 4000 })
    .toEqual(desk.differences)
}

test('a window says what the desk says, while the story is written, read, checked, let pass, cleared and edited', async () => {
  const bench = await setUpBench()
  const person = { name: 'Edith Stone', initials: 'ES', role: 'editor' as const }
  const { id: personId } = await bench.nobody.people.add({ requestId: newRequestId(), person })
  const editor = bench.desk.client({ personId, via: 'window' })
  const storyId = await makeStory(bench.ada, ['Forty boats lay there. TK came.', 'The bell rang twice.'])
  const register = await addSource(bench.ada, 'The register')
  const session = await look(bench, storyId)
  await agree(bench, session)

  const boats = await tag(bench.ada, storyId, 'Forty boats')
  await tag(bench.ada, storyId, 'The bell rang')
  await addBackup(bench.ada, boats.id, register)
  await settle(bench.ada, boats, 'confirmed')
  await agree(bench, session)

  const sentences = sentencesOf(await documentOf(bench.ada, storyId)).map(asRead)
  await bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences })
  await agree(bench, session)
  await bench.ada.stories.takeBackRead({ requestId: newRequestId(), storyId })
  await agree(bench, session)
  await bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences })

  await suggest(bench.ada, boats, 'Fifty boats')
  await agree(bench, session)
  retype(session, 'Forty', 'Fifty')
  await expect.poll(() => session.hasUnsaved()).toBe(false)
  await agree(bench, session)
  expect(gateNow(session)?.blocks.map((line) => line.kind)).toContain('changed')
  session.format('undo')
  await expect.poll(() => session.hasUnsaved()).toBe(false)
  await agree(bench, session)

  await bench.ada.fixes.withdraw({ requestId: newRequestId(), fixId: (await fixOf(bench, storyId)) as never })
  await edit(bench.ada, storyId, (transform) => {
    const at = transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1
    transform.insert(at, transform.doc.type.schema.text('By Ada Quill'))
    const { from, to } = find(transform.doc, ' TK came.')
    transform.delete(from, to)
  })
  const bell = (await bench.ada.stories.open({ storyId })).claims[1]
  if (!bell) throw new Error('two claims were tagged')
  const wrong = await settle(bench.ada, bell, 'wrong')
  const line = { claimId: wrong.id, kind: 'wrong' as const, seenWords: wrong.words }
  await editor.gate.override({ requestId: newRequestId(), storyId, lines: [line], reason: 'in the letter' })
  const all = sentencesOf(await documentOf(bench.ada, storyId)).map(asRead)
  await bench.ada.stories.markRead({ requestId: newRequestId(), storyId, sentences: all })
  await agree(bench, session)
  expect(gateNow(session)).toMatchObject({ clear: true, excused: [{ line: { kind: 'wrong' } }] })

  const { version: atVersion, asks } = await editor.gate.of({ storyId })
  const known = asks.map(({ kind, claimId, words }) => ({ kind, claimId: claimId ?? ('' as never), words }))
  await editor.gate.clear({ requestId: newRequestId(), storyId, atVersion, asks: known })
  await expect.poll(() => isCleared(gateNow(session) as Gate), { timeout: 4000 }).toBe(true)
  retype(session, 'twice', 'thrice')
  await expect.poll(() => session.hasUnsaved()).toBe(false)
  await agree(bench, session)
  expect(gateNow(session)?.cleared?.differences).toMatchObject([{ after: 'The bell rang thrice.' }])
}, 60_000)

async function fixOf(bench: Bench, storyId: StoryId): Promise<string | undefined> {
  const { claims } = await bench.ada.stories.open({ storyId })
  return claims.flatMap((claim) => claim.fixes)[0]?.id
}

test('nothing of it is worked out at a key, and once when typing has paused', async () => {
  const bench = await setUpBench()
  const storyId = await makeStory(bench.ada, ['The bell rang twice.'])
  const session = await look(bench, storyId)
  await expect.poll(() => gateNow(session)).not.toBeNull()
  const told = vi.fn()
  onTestFinished(watchGate(session).subscribe(told))
  const before = gateNow(session)
  for (const letter of 'a bell') {
    session.editor.view.dispatch(session.editor.state.tr.insertText(letter, 1))
    await Promise.resolve()
  }
  expect(told).not.toHaveBeenCalled()
  expect(gateNow(session)).toBe(before)
  await expect.poll(() => told.mock.calls.length, { timeout: 4000 }).toBe(1)
  expect(gateNow(session)).not.toBe(before)
})
