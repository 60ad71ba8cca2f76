import { describe, expect, test } from 'vitest'
import { occurrencesOf } from '../../../electron/cli/occurrences.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { textOf } from '../../../shared/document/text.ts'

const { node, text, mark } = {
  node: schema.node.bind(schema),
  text: schema.text.bind(schema),
  mark: schema.mark.bind(schema),
}

function story(...paragraphs: string[]) {
  return buildDocument(
    { headline: 'The tide came in' },
    paragraphs.map((words) => node('paragraph', null, [text(words)])),
  )
}

function found(document: ReturnType<typeof story>, words: string): string[] {
  return occurrencesOf(document, words).map(({ fromA, toA }) =>
    textOf(document, 'accepted', { from: fromA, to: toA }),
  )
}

describe('the exact words', () => {
  test('are found in every part of the story, the headline too', () => {
    expect(found(story('It was noon when the tide turned.', 'the tide'), 'the tide')).toEqual([
      'the tide',
      'the tide',
    ])
    expect(found(story('Nothing.'), 'The tide')).toEqual(['The tide'])
  })

  test('are found across bold words, links and other claims', () => {
    const document = buildDocument({}, [
      node('paragraph', null, [
        text('Some '),
        text('three', [mark('bold')]),
        text(' hun', [mark('claim', { id: 'one' })]),
        text('dred', [mark('claim', { id: 'one' }), mark('link', { href: 'https://example.org' })]),
        text(' boats.'),
      ]),
    ])
    expect(found(document, 'three hundred boats')).toEqual(['three hundred boats'])
  })

  test('are found across paragraphs where the line is broken, and only there', () => {
    const document = story('It ended there.', 'Nobody left.')
    expect(found(document, 'there.\nNobody')).toEqual(['there.\nNobody'])
    expect(found(document, 'there.\n\nNobody')).toEqual(['there.\nNobody'])
    expect(found(document, 'there. Nobody')).toEqual([])
  })

  test('may be given wrapped over lines and with other white space than stands in the story', () => {
    const document = story('A total of\u00a0300 boats lay in the bay.')
    expect(found(document, 'total of 300\nboats')).toEqual(['total of\u00a0300 boats'])
  })

  test('count as whole words where they stand as whole words anywhere', () => {
    const document = story('Syria and the Syrian coast; Syria again.')
    expect(found(document, 'Syria')).toHaveLength(2)
    expect(found(story('300 boats, 30 crews'), '30')).toEqual(['30'])
  })

  test('are found inside a longer word where they stand nowhere else', () => {
    expect(found(story('300 boats'), '30')).toEqual(['30'])
  })

  test('overlap where they repeat within themselves', () => {
    expect(found(story('ha ha ha'), 'ha ha')).toHaveLength(2)
  })

  test('are taken as they are, whatever a pattern would make of them', () => {
    expect(
      found(story('It cost (about) $5.00 [sic] – or more?'), '(about) $5.00 [sic] – or more?'),
    ).toHaveLength(1)
    expect(found(story('It cost 5x00'), '5.00')).toEqual([])
  })

  test('are found with other quotation marks, dashes and dots where they stand nowhere as given', () => {
    const document = story('“It’s over – for good…” she said, 10\u2011year\u2011old.')
    expect(found(document, '"It\'s over - for good..."')).toEqual(['“It’s over – for good…”'])
    expect(found(document, 'good...')).toEqual(['good…'])
    expect(found(document, '10-year-old')).toEqual(['10\u2011year\u2011old'])
    expect(found(document, 'good..')).toEqual([])
    expect(found(document, '"It is over"')).toEqual([])
  })

  test('are found only as given where they stand so', () => {
    const document = story('It cost "forty", not “forty” and not «forty».')
    expect(found(document, '"forty"')).toEqual(['"forty"'])
    expect(found(document, '„forty“')).toEqual(['"forty"', '“forty”', '«forty»'])
  })

  test('are found however their accents are written, and never without them', () => {
    const document = story('A re\u0301sume\u0301, a r\u00e9sum\u00e9, a cafe\u0301.')
    expect(found(document, 'a r\u00e9sum\u00e9')).toEqual(['a r\u00e9sum\u00e9'])
    expect(found(document, 'A r\u00e9sum\u00e9')).toEqual(['A re\u0301sume\u0301'])
    expect(found(document, 'resume')).toEqual([])
    expect(found(document, 'cafe')).toEqual([])
    expect(found(document, 'A Cafe\u0301')).toEqual([])
  })

  test('keep their places beside characters of two code units', () => {
    expect(found(story('🌍🌍 “Peace” 🌍'), '“Peace” 🌍')).toEqual(['“Peace” 🌍'])
  })
})
