import { describe, expect, test } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { sentenceAt, sentenceRanges } from '../../../shared/document/sentences.ts'

/** Sentences are set apart by " | ". */
const cases: [string, string][] = [
  ['two plain sentences', 'The bridge opened in 1931. | It carries cars.'],
  ['a title before a name', 'We met Dr. Anna Berg. | She spoke to Gov. Ruiz and Lt. Col. Hart.'],
  ['initials of a name', 'It was J. K. Harlow who wrote it. | The end.'],
  ['a country before a name', 'The U.S. Coast Guard came. | It left.'],
  ['a country at the end of a sentence', 'He flew to the U.S. | The visit was short.'],
  ['a company in the midst of a sentence', 'Harlow Inc. Chief Anna Berg left. | Nobody came.'],
  ['a figure with a point', 'It cost $3.5 million. | That is much.'],
  ['a time of day', 'At 5 p.m. Tuesday it began. | It ended.'],
  ['a date', 'It closed on Jan. 5 for good. | It opened again.'],
  ['a German date', 'Der Rat tagt am 16. und 17. Oktober. | Dann reist er ab.'],
  ['a German ordinal', 'Es stammt aus dem 19. Jahrhundert. | Heute gehört es der Stadt.'],
  ['German magnitudes cut short', 'Es kostet 3,5 Mrd. Euro und 2 Mio. Dollar. | Mehr nicht.'],
  ['a German magnitude at the end of a sentence', 'Es kostet 3,5 Mrd. | Der Rat weiß das.'],
  ['“z. B.”, “d. h.” and “u. a.”', 'Er zahlt, d. h. viel, z. B. Berta u. a. Kosten. | Gut.'],
  ['a German law', 'Er kam gem. § 12 Abs. 3 Satz 1 bzw. Nr. 4 an. | Sie ging.'],
  ['an English gem', 'The park is a gem. | The city owns it.'],
  ['several German titles', 'Prof. Dr. med. Anna Holm kam. | Der sog. Experte ging.'],
  ['a councillor', '“No,” said Cllr. Maeve Lane. | “Yes,” said Ald. Tom Reed.'],
  ['an age at the end of a sentence', 'I am 10. | He is 12. | October came.'],
  ['a question within a quotation', '“Really?” she asked. | Nobody answered.'],
  ['a call before a lower-case name', '“Go!” al-Amin said. | They went.'],
  ['a closing mark behind the full stop', '“We left.” | “They stayed.”'],
  ['an ellipsis', 'They waited … and left. | Then it rained.'],
  ['a question', 'Who knew? | Nobody did!'],
  ['one without an end', 'No full stop here'],
]

describe('sentences are found around', () => {
  test.each(cases)('%s', (_what, marked) => {
    const text = marked.replaceAll(' | ', ' ')
    expect(sentenceRanges(text).map(({ from, to }) => text.slice(from, to))).toEqual(marked.split(' | '))
  })
})

test('white space alone is no sentence', () => {
  expect(sentenceRanges('   ')).toEqual([])
})

describe('the sentence around a position', () => {
  const text = 'First one. Second one.'
  const document = buildDocument({ headline: 'Head' }, [schema.node('paragraph', null, [schema.text(text)])])
  let start = 0
  document.descendants((node, position) => {
    if (node.type.name === 'paragraph') start = position + 1
  })
  const at = (offset: number): string => {
    const found = sentenceAt(document, start + offset)
    return found ? document.textBetween(found.from, found.to) : ''
  }
  test.each([
    [0, 'First one.'],
    [9, 'First one.'],
    [10, 'First one.'],
    [11, 'Second one.'],
    [22, 'Second one.'],
  ])('at letter %i is found in the document', (offset, sentence) => {
    expect(at(offset)).toBe(sentence)
  })
  test('is nothing in an empty field', () => {
    expect(sentenceAt(document, 7)).toBeNull()
  })
})
