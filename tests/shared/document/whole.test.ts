import { describe, expect, test } from 'vitest'
import { anchorMemory } from '../../../shared/document/follow.ts'
import { schema } from '../../../shared/document/schema.ts'
import { runLastsMs } from '../../../shared/document/whole.ts'
import { Writing } from './writing.ts'

const siege = () => Writing.of('At least 23 dead in Homs. The siege goes on.').tag('23 dead', 'a')

/** The words with which a claim that left the text is listed. */
const lastWords = (writing: Writing): string | undefined =>
  anchorMemory.getState(writing.state)?.gone.get('a')?.words

/** Backspaces with `pauseMs` before each letter. */
function backspaceSlowly(writing: Writing, times: number, pauseMs: number): Writing {
  let atMs = Date.now()
  for (let i = 0; i < times; i++) {
    atMs += pauseMs
    const { from } = writing.state.selection
    writing.apply(writing.state.tr.delete(from - 1, from).setTime(atMs))
  }
  return writing
}

describe('a claim is listed with the words that it last had as a whole', () => {
  test('when it was backspaced letter by letter', () => {
    expect(lastWords(siege().after('23 dead').backspace(7))).toBe('23 dead')
  })
  test('when it was backspaced past its start', () => {
    expect(lastWords(siege().after('23 dead').backspace(12))).toBe('23 dead')
  })
  test('when it was deleted from both ends and the middle', () => {
    const writing = siege().after('dea').backspace(2).after('23').backspace(2)
    expect(lastWords(writing.selectWords(' dd').backspace())).toBe('23 dead')
  })
  test('when it reaches over two paragraphs', () => {
    const writing = Writing.of('One ends here.', 'Two begins here.')
    writing.tagRange(writing.find('here').from, writing.find('Two').to, 'a').after('Two')
    writing.backspace(3)
    const { $from } = writing.state.selection
    writing.apply(writing.state.tr.join($from.before())).backspace(5)
    expect(lastWords(writing)).toBe('here.\nTwo')
  })
  test('which are those that stood when what was written into it ended', () => {
    const writing = siege().after('23 dead').backspace(2).type('feated').backspace(12)
    expect(lastWords(writing)).toBe('23 defeated')
  })
  test('which are those that stood after a rest', () => {
    const writing = backspaceSlowly(siege().after('23 dead'), 5, 100)
    expect(lastWords(backspaceSlowly(writing, 2, runLastsMs + 1))).toBe('2')
  })
  test('however long the whole run takes', () => {
    expect(lastWords(backspaceSlowly(siege().after('23 dead'), 7, runLastsMs - 1))).toBe('23 dead')
  })
  test('which are those that its tag was narrowed to', () => {
    const writing = siege()
    const { from, to } = writing.find('23 ')
    writing.apply(writing.state.tr.removeMark(from, to, schema.mark('claim', { id: 'a' })))
    expect(lastWords(writing.selectWords('dead ').backspace())).toBe('dead')
  })
  test('which are those that an undo put back', () => {
    const writing = backspaceSlowly(siege().after('23 dead'), 2, 1000).undo().undo()
    expect(writing.words('a')).toBe('23 dead')
    expect(lastWords(writing.selectWords('23 dead ').backspace())).toBe('23 dead')
  })
  test('and those very words, typed again in its place, bring it back', () => {
    const writing = siege().after('23 dead').backspace(7).before('The siege').after('least ')
    expect(writing.type('23 dead').words('a')).toBe('23 dead')
  })
})
