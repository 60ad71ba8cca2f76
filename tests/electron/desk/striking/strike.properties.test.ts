import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { patternOf } from '../../../../electron/desk/striking/pattern.ts'
import { planStory } from '../../../../electron/desk/striking/plan-story.ts'
import { readDocument } from '../../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../../shared/document/schema.ts'
import { textOf } from '../../../../shared/document/text.ts'
import { must } from '../../../../shared/lib/assert.ts'
import { newClaimId, newRequestId, type StoryId } from '../../../../shared/model/ids.ts'
import { claimOf, documentOf, makeStory, settle, stepsOf } from '../bench.ts'
import { type StrikingBench, setUpStriking, strike } from './desk.ts'
import { tracesOf } from './traces.ts'

/** Words that nothing of Stet's own holds. */
const name = 'Quxilda Zwoboda'
const forms = [
  'Quxilda Zwoboda',
  'quxilda zwoboda',
  'Quxílda\u00a0Zwobóda',
  'ZWOBODA, Quxilda',
  'Quxilda Zwobodas',
]

/** Where a thing is done, as a part of the text's length; positions that do not fit are moved to the next that does. */
const place = fc.double({ min: 0, max: 1, noNaN: true })
const edit = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, form: fc.nat(4), way: fc.nat(3) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: place,
      size: fc.integer({ min: 1, max: 12 }),
    }),
  },
  fc.record({ kind: fc.constant('split' as const), at: place }),
  fc.record({ kind: fc.constant('join' as const), at: place }),
  fc.record({ kind: fc.constant('mark' as const), at: place, size: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('claim' as const), at: place, size: fc.integer({ min: 4, max: 30 }) }),
  fc.record({
    kind: fc.constant('copy' as const),
    at: place,
    to: place,
    size: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('undo' as const), steps: fc.integer({ min: 1, max: 6 }) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function insideText(document: Node, at: number): number {
  const wanted = Math.floor(at * document.content.size)
  let found = 1
  document.descendants((node, position) => {
    if (node.isTextblock && position + 1 <= Math.max(1, wanted)) {
      found = Math.min(position + 1 + node.content.size, Math.max(position + 1, wanted))
    }
  })
  return found
}

function typeIn(transform: Transform, start: number, form: string, way: number): void {
  let at = start
  const put = (text: string) => {
    transform.insert(at, schema.text(text))
    at += text.length
  }
  if (way === 0) put(form)
  else if (way === 1) for (const letter of form) put(letter)
  else if (way === 2) {
    // The second half first, then the first half before it.
    transform.insert(at, schema.text(form.slice(6)))
    put(form.slice(0, 6))
  } else {
    for (const [index, letter] of [...form].entries()) {
      put(letter)
      if (index % 4 !== 3) continue
      put('x')
      transform.delete(at - 1, at--)
    }
  }
}

/** One edit; what the schema refuses is not done. */
function play(transform: Transform, one: Edit, claims: string[]): void {
  const { doc } = transform
  const before = transform.steps.length
  const end = (from: number, size: number) => Math.min(doc.resolve(from).end(), from + size)
  try {
    switch (one.kind) {
      case 'type':
        typeIn(transform, insideText(doc, one.at), must(forms[one.form], 'a form'), one.way)
        return
      case 'delete': {
        const from = insideText(doc, one.at)
        transform.delete(from, end(from, one.size))
        return
      }
      case 'split': {
        const at = insideText(doc, one.at)
        if (doc.resolve(at).parent.type.name === 'paragraph') transform.split(at)
        return
      }
      case 'join': {
        const $at = doc.resolve(insideText(doc, one.at))
        if (
          $at.parent.type.name === 'paragraph' &&
          doc.childAfter($at.after()).node?.type.name === 'paragraph'
        ) {
          transform.join($at.after())
        }
        return
      }
      case 'mark': {
        const from = insideText(doc, one.at)
        transform.addMark(from, end(from, one.size), schema.mark('bold'))
        return
      }
      case 'claim': {
        const from = insideText(doc, one.at)
        const to = end(from, one.size)
        if (doc.textBetween(from, to).trim() === '') return
        const id = newClaimId()
        claims.push(id)
        transform.addMark(from, to, schema.mark('claim', { id }))
        return
      }
      case 'copy': {
        const from = insideText(doc, one.at)
        transform.replace(insideText(doc, one.to), undefined, doc.slice(from, end(from, one.size)))
        return
      }
      case 'undo': {
        const count = Math.min(one.steps, before)
        for (let index = before - 1; index >= before - count; index--) {
          const step = must(transform.steps[index], 'a step')
          transform.step(step.invert(must(transform.docs[index], 'the document before it')))
        }
        return
      }
    }
  } catch {
    // Part of what it did stands; the next edit goes on from there.
  }
}

async function write(bench: StrikingBench, storyId: StoryId, edits: readonly Edit[]): Promise<string[]> {
  const opened = await bench.ada.stories.open({ storyId })
  const transform = new Transform(readDocument(opened.document))
  const claims: string[] = []
  for (const one of edits) play(transform, one, claims)
  if (transform.steps.length === 0) return []
  await bench.ada.stories.write({
    requestId: newRequestId(),
    storyId,
    atVersion: opened.version,
    clientId: 'random',
    schemaVersion,
    steps: stepsOf(transform),
    claims: claims.map((id) => ({ id: id as ReturnType<typeof newClaimId>, kind: 'statement' as const })),
  })
  return claims
}

test('whatever was written, nothing of a struck name is left, all else stays, and verify finds nothing', async () => {
  const bench = await setUpStriking()
  const pattern = must(patternOf(name), 'a pattern')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      async (writes) => {
        const storyId = await makeStory(bench.ada, ['The pumps failed in the night.', 'Nobody called back.'])
        for (const edits of writes) {
          for (const id of await write(bench, storyId, edits)) {
            const claim = (await bench.ada.stories.open({ storyId })).claims.find((one) => one.id === id)
            if (claim?.presence === 'inText') await settle(bench.grace, claim, 'confirmed')
          }
        }
        const before = await documentOf(bench.ada, storyId)
        const { claims } = await bench.ada.stories.open({ storyId })
        await strike(bench.mary, name)

        // A part of the name that was copied elsewhere is no name.
        expect(tracesOf(bench.folder, forms)).toEqual([])
        expect((await bench.mary.desk.verify()).findings).toEqual([])
        const { version } = await bench.ada.stories.open({ storyId })
        const read = bench.store.transaction
        expect(await planStory(read, storyId, version, pattern)).toBeNull()
        const after = await documentOf(bench.ada, storyId)
        expect(after.content.size).toBe(before.content.size)
        const text = textOf(after, 'both')
        const original = textOf(before, 'both')
        for (let at = 0; at < text.length; at++) if (text[at] !== '█') expect(text[at]).toBe(original[at])
        const now = (await bench.ada.stories.open({ storyId })).claims
        expect(now.map((claim) => [claim.id, claim.presence, claim.status])).toEqual(
          claims.map((claim) => [claim.id, claim.presence, claim.status]),
        )
        for (const claim of claims) {
          if (claim.settling?.words !== claim.words) continue
          const same = await claimOf(bench.ada, storyId, claim.id)
          if (same.presence === 'inText') expect(same.settling?.words).toBe(same.words)
        }
      },
    ),
    { numRuns: 40, endOnFailure: true, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: false },
  )
}, 180_000)
