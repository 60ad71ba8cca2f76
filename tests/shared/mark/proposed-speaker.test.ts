import { describe, expect, test } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { quoteSpans } from '../../../shared/document/quotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { proposeSpeaker } from '../../../shared/mark/proposed-speaker.ts'

type Case = [text: string, quote: number, name: string | null, role?: string]

const document = (...texts: string[]) =>
  buildDocument(
    { headline: 'The mill' },
    texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  )

function stretch(doc: ReturnType<typeof document>, words: string) {
  let from = -1
  doc.descendants((node, position) => {
    if (node.isText && from < 0 && node.text?.includes(words)) from = position + node.text.indexOf(words)
  })
  return { from, to: from + words.length }
}

const cases: Case[] = [
  ['“We go,” Amin said.', 0, 'Amin'],
  ['“We go,” al-Amin said at a press conference.', 0, 'al-Amin'],
  [
    '“We go,” said Dr. Lena Hart, a Nordic analyst at Fern House.',
    0,
    'Dr. Lena Hart',
    'Nordic analyst at Fern House',
  ],
  [
    '“We go,” said Aron Stone, director of research at the Fern Institute.',
    0,
    'Aron Stone',
    'director of research at the Fern Institute',
  ],
  [
    '“We go,” said U.S. Transport Secretary Mike Walsh. “We stay.”',
    0,
    'Mike Walsh',
    'U.S. Transport Secretary',
  ],
  [
    '“We go,” said U.S. Transport Secretary Mike Walsh. “We stay.”',
    1,
    'Mike Walsh',
    'U.S. Transport Secretary',
  ],
  ['“We go,” said police spokesman John Reed.', 0, 'John Reed', 'police spokesman'],
  ['“We go,” Dr. Hart said. “But not today.”', 1, 'Dr. Hart'],
  ['Mayor Anna Berg told reporters: “We go.”', 0, 'Anna Berg', 'Mayor'],
  ['Anna Berg, who runs the mill, said: “We go.”', 0, 'Anna Berg'],
  ['According to Anna Berg, a baker in Homs, it was “very loud.”', 0, 'Anna Berg', 'baker in Homs'],
  ['Oslo called the plan “a violation,” while Baltic state media accused Amin of “selling out.”', 0, 'Oslo'],
  [
    'Oslo called the plan “a violation,” while Baltic state media accused Amin of “selling out.”',
    1,
    'Baltic state media',
  ],
  ['Norway and Chile also issued statements, calling the plan “a critical step.”', 0, 'Norway and Chile'],
  ['While it rained, she called it “a fine day.”', 0, null],
  ['“We go,” he said.', 0, null],
  ['The word “go” is short.', 0, null],
]

describe('who said it is proposed from the paragraph', () => {
  test.each(cases)('%s (quotation %i): %s', (text, index, name, role = '') => {
    const quote = must(quoteSpans(text)[index], 'the quotation')
    const doc = document(text)
    const words = stretch(doc, text.slice(quote.from, quote.to))
    expect(proposeSpeaker(doc, words, 'en')).toEqual(name === null ? null : { name, role })
  })
})

describe('in a document', () => {
  test('a pronoun takes the speaker of the paragraphs before', () => {
    const doc = document('“We go,” said Anna Berg.', 'It rained.', '“And we stay,” she said.')
    expect(proposeSpeaker(doc, stretch(doc, '“And we stay,”'), 'en')).toEqual({ name: 'Anna Berg', role: '' })
  })
  test('a quotation that its attribution splits has one speaker', () => {
    const text = '“We go,” said Mayor Anna Berg, “and stay.”'
    const doc = document(text)
    expect(proposeSpeaker(doc, stretch(doc, text), 'en')).toEqual({ name: 'Anna Berg', role: 'Mayor' })
  })
  test('words that stand in no marks are taken as quoted', () => {
    const doc = document('We go tonight, Mayor Anna Berg said.')
    expect(proposeSpeaker(doc, stretch(doc, 'We go tonight,'), 'en')).toEqual({
      name: 'Anna Berg',
      role: 'Mayor',
    })
  })
  test('part of a quotation has the speaker of the whole', () => {
    const doc = document('“We go tonight and never come back,” Berg said.')
    expect(proposeSpeaker(doc, stretch(doc, 'never come'), 'en')).toEqual({ name: 'Berg', role: '' })
  })
  test('a surname far from where the story gave it in full is the same person', () => {
    const rain = Array.from({ length: 80 }, (_, day) => `It rained on day ${day}.`)
    const doc = document(
      'Dr. Lena Hart, a Nordic analyst at Fern House, spoke.',
      ...rain,
      '“We go,” Hart said.',
    )
    expect(proposeSpeaker(doc, stretch(doc, '“We go,”'), 'en')).toEqual({
      name: 'Dr. Lena Hart',
      role: 'Nordic analyst at Fern House',
    })
  })
  test('a German story is read as German', () => {
    const doc = document('„Wir gehen“, sagte die Bürgermeisterin Anna Berg.')
    expect(proposeSpeaker(doc, stretch(doc, '„Wir gehen“'), 'de')).toEqual({
      name: 'Anna Berg',
      role: 'Bürgermeisterin',
    })
  })
})
