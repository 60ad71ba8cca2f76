import { describe, expect, test } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { quoteSpans } from '../../../shared/document/quotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { proposeSpeaker, speakerInText } from '../../../shared/document/speakers.ts'
import { must } from '../../../shared/lib/assert.ts'

type Case = [text: string, quote: number, name: string | null, role?: string]

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
    expect(speakerInText(text, quote)).toEqual(name === null ? null : { name, role })
  })
})

describe('in a document', () => {
  const document = (...texts: string[]) =>
    buildDocument(
      {},
      texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
    )
  const stretch = (doc: ReturnType<typeof document>, words: string) => {
    let from = 0
    doc.descendants((node, position) => {
      if (node.isText && node.text?.includes(words)) from = position + node.text.indexOf(words)
    })
    return { from, to: from + words.length }
  }
  test('a pronoun takes the speaker of the paragraphs before', () => {
    const doc = document('“We go,” said Anna Berg.', 'It rained.', '“And we stay,” she said.')
    expect(proposeSpeaker(doc, stretch(doc, '“And we stay,”'))).toEqual({ name: 'Anna Berg', role: '' })
  })
  test('a quotation that its attribution splits has one speaker', () => {
    const text = '“We go,” said Mayor Anna Berg, “and stay.”'
    const doc = document(text)
    expect(proposeSpeaker(doc, stretch(doc, text))).toEqual({ name: 'Anna Berg', role: 'Mayor' })
  })
})
