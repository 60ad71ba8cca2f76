import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorSpan } from '../../../shared/document/anchors.ts'
import { Authors } from '../../../shared/document/authors.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { PersonId } from '../../../shared/model/ids.ts'
import { Writing } from './writing.ts'

const [ada, grace] = ['person-ada', 'person-grace'] as PersonId[]

/** Edits a text in turns and says who wrote the claim on `words`. */
function writersAfter(
  paragraph: string,
  words: string,
  edits: [PersonId | undefined, (one: Writing) => unknown][],
) {
  const writing = Writing.of(paragraph)
  const authors = new Authors(writing.state.doc.content.size)
  for (const [personId, edit] of edits) {
    const before = writing.steps.length
    edit(writing)
    for (const step of writing.steps.slice(before)) authors.take(step, personId ?? null)
  }
  writing.tag(words, 'a')
  expect(authors.size).toBe(writing.state.doc.content.size)
  return authors.writersOf(writing.state.doc, must(anchorSpan(writing.state.doc, 'a'), 'the claim'))
}

describe('who wrote a claim', () => {
  it.each<[string, string, [PersonId | undefined, (one: Writing) => unknown][], (PersonId | undefined)[]]>([
    ['is nobody here where it was imported', 'forty boats', [], []],
    [
      'is who typed a word of it',
      'forty old boats',
      [[ada, (one) => one.before('boats').type('old ')]],
      [ada],
    ],
    [
      'is not who mended a letter',
      'forty boats',
      [[ada, (one) => one.after('fort').backspace().type('t')]],
      [],
    ],
    [
      'is who typed one digit of a figure',
      '41 boats',
      [
        [ada, (one) => one.replace('forty', '40')],
        [grace, (one) => one.after('4').state && one.after('40').backspace().type('1')],
      ],
      [ada, grace],
    ],
    [
      'stays who it was when others split the paragraph before it',
      'forty old boats',
      [
        [ada, (one) => one.before('boats').type('old ')],
        [grace, (one) => one.before('forty').split()],
      ],
      [ada],
    ],
  ])('%s', (_, words, edits, expected) => {
    expect(writersAfter('It carries forty boats a day.', words, edits)).toEqual(expected)
  })

  it('is followed through any edits position by position', () => {
    const one = fc.record({
      at: fc.nat(40),
      length: fc.nat(5),
      text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1'), maxLength: 4 }),
      by: fc.constantFrom(ada, grace),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (edits) => {
        const writing = Writing.of('It carries forty boats a day.')
        const authors = new Authors(writing.state.doc.content.size)
        const plain = Array<PersonId | undefined>(writing.state.doc.content.size).fill(undefined)
        for (const { at, length, text, by } of edits) {
          const before = writing.steps.length
          const paragraph = must(writing.state.doc.resolve(writing.find('.').from).parent, 'a paragraph')
          const start = writing.find('.').from - paragraph.textContent.indexOf('.')
          const from = start + Math.min(at, paragraph.content.size - 1)
          const to = Math.min(from + length, start + paragraph.content.size - 1)
          writing.apply(
            text === '' ? writing.state.tr.delete(from, to) : writing.state.tr.insertText(text, from, to),
          )
          for (const step of writing.steps.slice(before)) authors.take(step, by ?? null)
          for (const step of writing.steps.slice(before)) {
            step.getMap().forEach((fromA, toA, fromB, toB) => {
              plain.splice(fromB, toA - fromA, ...Array<PersonId | undefined>(toB - fromB).fill(by))
            })
          }
        }
        const stop = writing.find('.').from
        const paragraph = writing.state.doc.resolve(stop).parent.textContent
        const tagged = paragraph.slice(0, paragraph.indexOf('.'))
        fc.pre(tagged.trim() !== '')
        writing.tagRange(stop - tagged.length, stop, 'a')
        const span = must(anchorSpan(writing.state.doc, 'a'), 'the claim')
        const wrote = new Set<PersonId>()
        const words = writing.state.doc.textBetween(span.from, span.to)
        for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}]+/gu)) {
          const by = plain.slice(span.from + index, span.from + index + word.length)
          const [first] = by
          if (first && by.every((one) => one === first)) wrote.add(first)
          by.forEach((one, i) => {
            if (one && /\d/u.test(word[i] ?? '')) wrote.add(one)
          })
        }
        expect(authors.size).toBe(plain.length)
        expect(authors.writersOf(writing.state.doc, span)).toEqual([...wrote].sort())
      }),
    )
  })
})
