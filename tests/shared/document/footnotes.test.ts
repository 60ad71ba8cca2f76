import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../shared/document/build.ts'
import { wordCount } from '../../../shared/document/count.ts'
import { footnotesOf } from '../../../shared/document/footnotes.ts'
import { acrossFootnote, deleteFootnote, insertFootnote } from '../../../shared/document/pairing.ts'
import { schema } from '../../../shared/document/schema.ts'
import { sentenceAt } from '../../../shared/document/sentences.ts'
import { textOf } from '../../../shared/document/text.ts'
import { tagRefusal } from '../../../shared/document/zones.ts'
import { proposeSpeaker } from '../../../shared/mark/proposed-speaker.ts'
import { Writing } from './writing.ts'

const sea = 'The sea wall is forty years old. It has never been raised. Nobody checked.'

/** A text with two footnotes, put in from the last to the first. */
function noted(): Writing {
  return Writing.of(sea)
    .after('raised.')
    .note('Council minutes, 3 May.')
    .after('old')
    .note('It was built in 1986.')
}

describe('putting a footnote in', () => {
  test('opens its note, and notes are numbered by the order of their references', () => {
    const writing = Writing.of(sea).after('raised.').note('Council minutes, 3 May.')
    expect(writing.state.selection.$head.parent.type.name).toBe('footnote')
    writing.after('old').note('It was built in 1986.')
    expect(writing.notes()).toEqual(['1 It was built in 1986.', '2 Council minutes, 3 May.'])
    expect(() => writing.state.doc.check()).not.toThrow()
  })

  test('puts no number into the words of the text or of a claim around it', () => {
    const writing = noted().tag('It has never', 'c1')
    writing.tagRange(writing.find('sea wall').from, writing.find('never').to, 'c2')
    expect(textOf(writing.state.doc, 'accepted')).toBe(
      `A headline\n${sea}\nIt was built in 1986.\nCouncil minutes, 3 May.`,
    )
    expect(writing.words('c2')).toBe('sea wall is forty years old. It has never')
    expect(wordCount(writing.state.doc)).toBe(2 + 14 + 5 + 4)
  })

  test('is refused where none may stand: in the headline and in a note', () => {
    const writing = noted()
    expect(insertFootnote(writing.after('A headline').state, 'x')).toBeNull()
    expect(insertFootnote(writing.after('1986').state, 'x')).toBeNull()
  })

  test('is undone as one edit', () => {
    const writing = Writing.of(sea)
    const before = writing.state.doc
    writing.after('raised.').note().undo()
    expect(writing.state.doc.eq(before)).toBe(true)
  })
})

describe('the caret', () => {
  test('goes from a reference to its note and back', () => {
    const writing = noted().before('. It has')
    const there = acrossFootnote(writing.state)
    if (there) writing.apply(there)
    expect(writing.state.selection.$head.parent.textContent).toBe('It was built in 1986.')
    const back = acrossFootnote(writing.state)
    if (back) writing.apply(back)
    expect(writing.type('!').text()).toContain('forty years old!. It has')
  })
})

describe('a reference that is deleted', () => {
  test('takes its note along, and undo brings both back', () => {
    const writing = noted().before('. It has').backspace()
    expect(writing.notes()).toEqual(['1 Council minutes, 3 May.'])
    writing.undo()
    expect(writing.notes()).toEqual(['1 It was built in 1986.', '2 Council minutes, 3 May.'])
  })

  test('with the last note leaves no block of notes behind', () => {
    const writing = Writing.of(sea).after('raised.').note('Minutes.')
    writing.select(writing.find('It has').from, writing.find(' checked').to).backspace()
    expect(writing.state.doc.eq(Writing.of('The sea wall is forty years old. .').state.doc)).toBe(true)
  })

  test('removes the claims of its note with their last words, and undo returns them', () => {
    const writing = noted().tag('built in 1986', 'c1').before('. It has').backspace()
    expect(writing.words('c1')).toBeUndefined()
    expect(writing.records.get('c1')).toBe('built in 1986')
    expect(writing.undo().words('c1')).toBe('built in 1986')
  })

  test('leaves the gap in a claim of the text open, whatever the note loses: what is typed next replaces its words', () => {
    const writing = noted().tag('built in 1986', 'c2')
    writing.tagRange(writing.find('forty').from, writing.find('old').to, 'c1')
    writing
      .select(writing.find('forty').from, writing.find('old').to + 1)
      .backspace()
      .type('fifty')
    expect(writing.words('c1')).toBe('fifty')
  })
})

describe('a note that is deleted', () => {
  test('takes its reference along', () => {
    const writing = noted().after('Council')
    const deletion = deleteFootnote(writing.state)
    if (deletion) writing.apply(deletion)
    expect(footnotesOf(writing.state.doc).references).toHaveLength(1)
    expect(writing.notes()).toEqual(['1 It was built in 1986.'])
  })

  test('takes its reference along also when something else deleted it', () => {
    const writing = noted()
    const note = footnotesOf(writing.state.doc).notes[1]
    if (note) writing.apply(writing.state.tr.delete(note.at, note.at + note.node.nodeSize))
    expect(footnotesOf(writing.state.doc).references).toHaveLength(1)
    writing.undo()
    expect(writing.notes()).toEqual(['1 It was built in 1986.', '2 Council minutes, 3 May.'])
  })
})

describe('what is carried elsewhere', () => {
  test('cut and pasted moves with its note and the claims in it', () => {
    const writing = noted().tag('minutes, 3 May', 'c1')
    const slice = writing
      .selectWords('It has never been raised.')
      .select(writing.state.selection.from, writing.find(' Nobody').from)
      .cut()
    expect(writing.notes()).toEqual(['1 It was built in 1986.'])
    writing.before('The sea').paste(slice)
    expect(writing.notes()).toEqual(['1 Council minutes, 3 May.', '2 It was built in 1986.'])
    expect(writing.words('c1')).toBe('minutes, 3 May')
    expect(writing.claims()).toEqual(['c1'])
  })

  test('dragged past another footnote has its note in the new order', () => {
    const writing = noted().tag('minutes, 3 May', 'c1')
    writing
      .select(writing.find('It has').from, writing.find(' Nobody').from)
      .drag(writing.find('The sea').from)
    expect(writing.notes()).toEqual(['1 Council minutes, 3 May.', '2 It was built in 1986.'])
    expect(writing.claims()).toEqual(['c1'])
  })

  test('copied has a note of its own, whose claims are copies', () => {
    const writing = noted().tag('minutes, 3 May', 'c1')
    const slice = writing.select(writing.find('It has').from, writing.find(' Nobody').from).copy()
    writing.after('checked.').paste(slice)
    expect(writing.notes()).toEqual([
      '1 It was built in 1986.',
      '2 Council minutes, 3 May.',
      '3 Council minutes, 3 May.',
    ])
    const ids = footnotesOf(writing.state.doc).references.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    const copy = writing.claims().find((id) => id !== 'c1')
    expect(copy && writing.copiedFrom(copy)).toBe('c1')
    expect(copy && writing.words(copy)).toBe('minutes, 3 May')
  })
})

test('a claim does not reach from the text into a note, nor from one note or cell into the next', () => {
  const writing = noted()
  const across = { from: writing.find('Nobody').from, to: writing.find('built').to }
  expect(tagRefusal(writing.state.doc, across)).toEqual({ kind: 'acrossParts', parts: ['body', 'footnote'] })
  const notes = { from: writing.find('built').from, to: writing.find('Council').to }
  expect(tagRefusal(writing.state.doc, notes)).toEqual({
    kind: 'acrossParts',
    parts: ['footnote', 'footnote'],
  })
  const cell = (text: string) => schema.node('tableCell', null, schema.text(text))
  const table = schema.node('table', null, schema.node('tableRow', null, [cell('2019'), cell('3.5 million')]))
  writing.apply(
    writing.state.tr.insert(writing.state.doc.resolve(writing.find('The sea').from).before(), table),
  )
  const cells = { from: writing.find('2019').from, to: writing.find('million').to }
  expect(tagRefusal(writing.state.doc, cells)).toEqual({
    kind: 'acrossParts',
    parts: ['tableCell', 'tableCell'],
  })
  const within = writing.find('3.5 million')
  expect(tagRefusal(writing.state.doc, within)).toBeNull()
})

test('a reference behind a full stop belongs to the sentence that it ends, and says nothing of who spoke', () => {
  const writing = Writing.of('It is forty years old. It was never raised.').after('old.').note('Minutes.')
  const { doc } = writing.state
  const { from, to } = writing.find('It was never raised.')
  expect(sentenceAt(doc, from + 3)).toEqual({ from, to })
  const first = writing.find('It is forty years old.')
  expect(sentenceAt(doc, first.from + 3)).toEqual(first)
  const quote = Writing.of('“We knew,” said Anna Berg, the clerk.').after('“We knew,”').note('On the phone.')
  expect(proposeSpeaker(quote.state.doc, quote.find('“We knew,”'), 'en')).toEqual({
    name: 'Anna Berg',
    role: 'clerk',
  })
})

test('what two windows left at odds is not deleted by a later edit', () => {
  const orphan = schema.node(
    'footnotes',
    null,
    schema.node('footnote', { id: 'lost' }, schema.text('Still here.')),
  )
  const writing = Writing.of(sea)
  const at = writing.state.doc.content.size - 6
  const document = readDocument(writing.state.tr.insert(at, orphan).doc.toJSON())
  const other = new Writing(document)
  other.after('raised.').note('Minutes.').before('The sea').type('x').undo()
  expect(other.notes()).toEqual(['1 Minutes.', '2 Still here.'])
})
