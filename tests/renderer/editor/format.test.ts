import type { Editor } from '@tiptap/core'
import { history } from '@tiptap/pm/history'
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { lengthNote } from '../../../renderer/editor/block-views.ts'
import { createEditor } from '../../../renderer/editor/editor.ts'
import { completeHref, format, linkAt, setLink } from '../../../renderer/editor/format.ts'
import type { FormatCommand } from '../../../renderer/state/session.ts'
import { lines, placeOf, story } from './story.ts'

function editing(words: string, blocks = ['One two three.', 'Four five.']): Editor {
  const editor = createEditor(story(...blocks), [history()])
  select(editor, words)
  return editor
}

function select(editor: Editor, words: string): void {
  const from = placeOf(editor.state.doc, words)
  const selection = TextSelection.create(editor.state.doc, from, from + words.length)
  editor.view.dispatch(editor.state.tr.setSelection(selection))
}

const blockOf = (editor: Editor): string => editor.state.doc.child(4).toString()

describe('a command of the text', () => {
  test.each<[FormatCommand, string]>([
    ['crosshead1', 'crosshead("One two three.")'],
    ['crosshead2', 'crosshead("One two three.")'],
    ['pullQuote', 'pullQuote("One two three.")'],
    ['editorsNote', 'editorsNote("One two three.")'],
    ['blockquote', 'blockquote(paragraph("One two three."))'],
    ['bulletList', 'bulletList(listItem(paragraph("One two three.")))'],
    ['orderedList', 'orderedList(listItem(paragraph("One two three.")))'],
    ['bold', 'paragraph("One ", bold("two"), " three.")'],
  ])('%s makes it so, and again undoes it', (command, expected) => {
    const editor = editing('two')
    format(editor, command)
    editor.state.doc.check()
    expect(blockOf(editor)).toBe(expected)
    format(editor, command)
    expect(blockOf(editor)).toBe('paragraph("One two three.")')
  })

  test('makes a crosshead of what stands in a list', () => {
    const editor = editing('two')
    format(editor, 'bulletList')
    format(editor, 'crosshead1')
    editor.state.doc.check()
    expect(blockOf(editor)).toBe('crosshead("One two three.")')
  })

  test('turns one kind of list into the other', () => {
    const editor = editing('two')
    format(editor, 'bulletList')
    format(editor, 'orderedList')
    editor.state.doc.check()
    expect(blockOf(editor)).toBe('orderedList(listItem(paragraph("One two three.")))')
  })

  test('for blocks leaves a field alone', () => {
    const editor = editing('Bridge')
    const before = editor.state.doc
    for (const command of ['crosshead1', 'bulletList', 'blockquote', 'rule', 'paragraph'] as const) {
      expect(format(editor, command)).toBe(false)
    }
    expect(editor.state.doc.eq(before)).toBe(true)
  })

  test('puts a rule behind the block', () => {
    const editor = editing('two')
    format(editor, 'rule')
    expect(editor.state.doc.child(5).type.name).toBe('rule')
  })

  test('undoes and does again', () => {
    const editor = editing('two')
    format(editor, 'bold')
    format(editor, 'undo')
    expect(blockOf(editor)).toBe('paragraph("One two three.")')
    format(editor, 'redo')
    expect(blockOf(editor)).toContain('bold')
  })
})

describe('a link', () => {
  test.each<[string, string | null]>([
    ['https://example.org/a', 'https://example.org/a'],
    ['example.org', 'https://example.org'],
    ['www.example.org/a?b#c', 'https://www.example.org/a?b#c'],
    ['anna@example.org', 'mailto:anna@example.org'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words', null],
    ['', null],
  ])('typed as %j is %j', (typed, href) => {
    expect(completeHref(typed)).toBe(href)
  })

  test('is set on the selection, found at the caret, changed there and taken off', () => {
    const editor = editing('two')
    expect(setLink(editor, 'example.org')).toBe(true)
    const at = placeOf(editor.state.doc, 'two') + 1
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)))
    expect(linkAt(editor.state)?.href).toBe('https://example.org')
    setLink(editor, 'https://example.com/')
    expect(blockOf(editor)).toBe('paragraph("One ", link("two"), " three.")')
    expect(linkAt(editor.state)?.href).toBe('https://example.com/')
    setLink(editor, null)
    expect(blockOf(editor)).toBe('paragraph("One two three.")')
  })

  test('is found whole where other marks cut it apart', () => {
    const editor = editing('One two')
    setLink(editor, 'example.org')
    select(editor, 'two')
    format(editor, 'bold')
    const link = linkAt(editor.state)
    expect(link && editor.state.doc.textBetween(link.from, link.to)).toBe('One two')
  })

  test('to an unfit address changes nothing', () => {
    const editor = editing('two')
    expect(setLink(editor, 'javascript:alert(1)')).toBe(false)
    expect(lines(editor.state.doc)).toContain('paragraph: One two three.')
    expect(blockOf(editor)).not.toContain('link')
  })
})

test.each<[string, number, string | null]>([
  ['searchTitle', 0, '0 / 60 empty'],
  ['searchTitle', 60, '60 / 60 fits'],
  ['searchTitle', 61, '61 / 60 long'],
  ['searchDescription', 119, '119 / 120–160 short'],
  ['searchDescription', 120, '120 / 120–160 fits'],
  ['searchDescription', 161, '161 / 120–160 long'],
  ['headline', 10, null],
])('the length of %s at %i characters is noted as %s', (name, length, expected) => {
  const note = lengthNote(name, length)
  expect(note && `${note.text} ${note.fit}`).toBe(expected)
})
