import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  find,
  findAll,
  findKey,
  openFind,
  replaceAll,
  replaceCurrent,
  setFind,
  stepFind,
} from '../../../renderer/editor/find.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { lines, placeOf, story } from './story.ts'

const document = story('It’s a “rope-bridge” bridge.', 'A bridge; (1.5) Bridges.')

describe('finding', () => {
  test.each<[string, { matchCase?: boolean; wholeWords?: boolean }, string[]]>([
    ['bridge', {}, ['Bridge', 'bridge', 'bridge', 'bridge', 'Bridge']],
    ['bridge', { matchCase: true }, ['bridge', 'bridge', 'bridge']],
    ['bridge', { wholeWords: true }, ['Bridge', 'bridge', 'bridge', 'bridge']],
    ["it's", {}, ['It’s']],
    ['"rope', {}, ['“rope']],
    ['(1.5)', {}, ['(1.5)']],
    ['', {}, []],
    ['close It', {}, []],
  ])('“%s” with %o', (query, options, expected) => {
    expect(findAll(document, query, options).map(({ from, to }) => document.textBetween(from, to))).toEqual(
      expected,
    )
  })
})

function searching(query: string): EditorState {
  const state = EditorState.create({ doc: document, plugins: [find()] })
  return state.apply(setFind(state, { isOpen: true, query }))
}

const selected = (state: EditorState): string =>
  state.doc.textBetween(state.selection.from, state.selection.to)

test('going on selects one match after the other, round the end and back', () => {
  let state = searching('bridge')
  const places: number[] = []
  for (let i = 0; i < 6; i++) {
    state = state.apply(must(stepFind(state, 1), 'a match'))
    places.push(state.selection.from)
  }
  expect(new Set(places).size).toBe(5)
  expect(places[5]).toBe(places[0])
  state = state.apply(must(stepFind(state, -1), 'a match'))
  expect(state.selection.from).toBe(places[4])
})

test('the selected words are what is looked for', () => {
  const state = EditorState.create({
    doc: document,
    plugins: [find()],
    selection: TextSelection.create(document, placeOf(document, 'rope'), placeOf(document, 'rope') + 4),
  })
  expect(findKey.getState(state.apply(openFind(state, false)))).toMatchObject({ query: 'rope', isOpen: true })
})

test('replacing takes the current match and goes on behind it', () => {
  let state = searching('bridge')
  state = state.apply(must(stepFind(state, 1), 'a match'))
  state = state.apply(must(replaceCurrent(state, 'Bridge bridge'), 'a replacement'))
  expect(lines(state.doc)[0]).toBe('headline: Bridge bridge to close')
  state = state.apply(must(stepFind(state, 1), 'a match'))
  expect(selected(state)).toBe('bridge')
  expect(state.selection.$from.parent.type.name).toBe('paragraph')
})

test('replacing all replaces all at once, also with nothing', () => {
  const state = searching('bridge')
  const after = state.apply(must(replaceAll(state, ''), 'a replacement'))
  expect(lines(after.doc)).toEqual([
    'headline:  to close',
    'paragraph: It’s a “rope-” .',
    'paragraph: A ; (1.5) s.',
  ])
  expect(findKey.getState(after)?.matches).toEqual([])
})

test('matches follow what is written while the bar is open', () => {
  let state = searching('bridge')
  state = state.apply(state.tr.insertText('bridge ', placeOf(state.doc, 'A bridge')))
  expect(findKey.getState(state)?.matches).toHaveLength(6)
})

test('while the bar is open, what is typed, in lists and figures too, is found where it stands', () => {
  const item = schema.node('listItem', null, [schema.node('paragraph', null, [schema.text('A bridge too')])])
  const parts = story('A bridge.', schema.node('bulletList', null, [item, item]), 'The bridge.')
  let state = EditorState.create({ doc: parts, plugins: [find()] })
  state = state.apply(setFind(state, { isOpen: true, query: 'bridge' }))
  for (const [text, words] of [
    ['bridge ', 'too'],
    ['x', 'bridge.'],
    ['old bridge ', 'A bridge'],
  ] as const) {
    state = state.apply(state.tr.insertText(text, placeOf(state.doc, words)))
    const { matches, drawn } = must(findKey.getState(state), 'the state of finding')
    expect(matches).toEqual(findAll(state.doc, 'bridge'))
    for (const { from, to } of matches) expect(state.doc.textBetween(from, to).toLowerCase()).toBe('bridge')
    expect(drawn.find().map(({ from, to }) => ({ from, to }))).toEqual(matches)
  }
})
