import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepLanes, lanesOf } from '../../../renderer/editor/lanes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { history } from '../../shared/document/claimed.ts'
import { story } from './story.ts'

test('claims that overlap get lines of their own, the longer one nearest to the words', () => {
  const claim = (id: string) => schema.mark('claim', { id })
  const text = (words: string, ...ids: string[]) => schema.text(words, ids.map(claim))
  const document = story(
    schema.node('paragraph', null, [
      text('a', 'whole'),
      text('b', 'whole', 'inner'),
      text('c', 'whole', 'inner', 'third'),
    ]),
    schema.node('paragraph', null, [text('d', 'alone')]),
  )
  const lanes = lanesOf(document)
  expect([lanes.get('whole'), lanes.get('inner'), lanes.get('third'), lanes.get('alone')]).toEqual([
    undefined,
    1,
    2,
    undefined,
  ])
})

test('lanes that are kept through edits are those of the document as it stands, and the claims that changed theirs are named', () => {
  fc.assert(
    fc.property(history, (documents) => {
      const lanes = keepLanes()
      const drawn = new Map<string, number>()
      for (const document of documents) {
        for (const id of lanes.follow(document)) drawn.set(id, lanes.of(id))
        const inOthers = [...drawn].filter(([, lane]) => lane > 0)
        expect(new Map(inOthers.sort())).toEqual(new Map([...lanesOf(document)].sort()))
      }
    }),
    { numRuns: 200 },
  )
})
