import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossesParts, deleteParts, nextTextblock, selectAllIn } from '../../../renderer/editor/parts.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { caretAt, lines, paragraph, placeOf, selecting, story } from './story.ts'

const figure = schema.node('figure', { hash: 'f'.repeat(64) }, [
  schema.node('caption', null, [schema.text('The bridge')]),
  schema.node('credit', null, [schema.text('Anna Berg')]),
  schema.node('altText'),
])
const document = story('One.', 'Two.', figure, 'Three.')

describe('deleting a selection', () => {
  test.each<[string, string, string, string[] | null]>([
    ['within the body is left to the editor', 'One', 'Two', null],
    ['within a field is left to the editor', 'Bridge', 'close', null],
    [
      'from the headline into the body keeps both apart',
      'close',
      'On',
      [
        'headline: Bridge to ',
        'paragraph: e.',
        'paragraph: Two.',
        'caption: The bridge',
        'credit: Anna Berg',
        'paragraph: Three.',
      ],
    ],
    [
      'from the body into a caption keeps the picture',
      'wo.',
      'The ',
      [
        'headline: Bridge to close',
        'paragraph: One.',
        'paragraph: T',
        'caption: bridge',
        'credit: Anna Berg',
        'paragraph: Three.',
      ],
    ],
    [
      'from a caption into its credit keeps both',
      'bridge',
      'Anna',
      [
        'headline: Bridge to close',
        'paragraph: One.',
        'paragraph: Two.',
        'caption: The ',
        'credit:  Berg',
        'paragraph: Three.',
      ],
    ],
    [
      'over a whole picture takes it along',
      'e.',
      'Thre',
      ['headline: Bridge to close', 'paragraph: One', 'paragraph: e.'],
    ],
  ])('%s', (_what, from, to, expected) => {
    const state = selecting(document, from === 'e.' ? '.' : from, to)
    const transaction = deleteParts(state)
    if (expected === null) expect(transaction).toBeNull()
    else if (transaction) expect(lines(transaction.doc)).toEqual(expected)
    else
      expect(lines(state.tr.deleteSelection().doc)).toEqual(['headline: Bridge to close', 'paragraph: Onee.'])
  })

  test('of everything leaves an empty story with all its fields', () => {
    const state = EditorState.create({ doc: document, selection: new AllSelection(document) })
    const after = must(deleteParts(state), 'a deletion').doc
    after.check()
    expect(lines(after)).toEqual([])
    expect(after.childCount).toBe(8)
  })

  test('anywhere keeps a story that the schema takes, with every field', () => {
    fc.assert(
      fc.property(fc.nat(document.content.size), fc.nat(document.content.size), (one, other) => {
        const selection = TextSelection.between(document.resolve(one), document.resolve(other))
        const state = EditorState.create({ doc: document, selection })
        const transaction = deleteParts(state)
        expect(transaction !== null).toBe(crossesParts(selection))
        if (!transaction) return
        transaction.doc.check()
        const kept =
          document.textBetween(0, selection.from, '') +
          document.textBetween(selection.to, document.content.size, '')
        expect(transaction.doc.textContent).toBe(kept)
      }),
    )
  })
})

test('Ctrl+A selects the field, then everything', () => {
  const state = caretAt(document, placeOf(document, 'Bridge') + 2)
  const field = state.apply(selectAllIn(state))
  expect(field.doc.textBetween(field.selection.from, field.selection.to)).toBe('Bridge to close')
  expect(field.apply(selectAllIn(field)).selection).toBeInstanceOf(AllSelection)
})

test('Ctrl+A in the body selects the body', () => {
  const state = caretAt(document, placeOf(document, 'Two'))
  const { selection } = state.apply(selectAllIn(state))
  expect(document.textBetween(selection.from, selection.to, '|')).toBe(
    'One.|Two.|The bridge|Anna Berg||Three.',
  )
})

test('Enter finds its way from field to field, into the body and to the end', () => {
  const doc = story(paragraph('Body'))
  const visited: string[] = []
  for (let at: number | null = 1; at !== null; at = nextTextblock(doc.resolve(at))) {
    visited.push(doc.resolve(at).parent.type.name)
  }
  expect(visited).toEqual([
    'headline',
    'dek',
    'byline',
    'dateline',
    'paragraph',
    'searchTitle',
    'searchDescription',
    'socialLine',
  ])
})
