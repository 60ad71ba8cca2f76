import { describe, expect, test } from 'vitest'
import { firstRung, narrowerRung, tagLadder, widerRung } from '../../../renderer/editor/tagging.ts'
import { must } from '../../../shared/lib/assert.ts'
import { placeOf, story } from './story.ts'

const document = story(
  'The bridge, a steel one, opened in 1931. It carries 40,000 cars a day.',
  'It was Monday. “We are closing it,” said Mayor Anna Berg on the square. Nobody knows why.',
  'Ruiz called it “a shame,” while Berg spoke of “a beginning.”',
  '“We go. We stay,” she said.',
)

function ladderAt(words: string): string[] {
  return tagLadder(document, placeOf(document, words) + 1).map(
    (rung) => `${rung.name}: ${document.textBetween(rung.from, rung.to)}`,
  )
}

describe('a tag at the caret goes through', () => {
  test.each<[string, string[]]>([
    [
      '1931',
      [
        'word: 1931',
        'clause: opened in 1931.',
        'sentence: The bridge, a steel one, opened in 1931.',
        'paragraph: The bridge, a steel one, opened in 1931. It carries 40,000 cars a day.',
      ],
    ],
    [
      'steel',
      [
        'word: steel',
        'clause: a steel one',
        'sentence: The bridge, a steel one, opened in 1931.',
        'paragraph: The bridge, a steel one, opened in 1931. It carries 40,000 cars a day.',
      ],
    ],
    [
      'closing',
      [
        'word: closing',
        'quote: “We are closing it,”',
        'sentence: “We are closing it,” said Mayor Anna Berg on the square.',
        'paragraph: It was Monday. “We are closing it,” said Mayor Anna Berg on the square. Nobody knows why.',
      ],
    ],
    [
      'beginning',
      [
        'word: beginning',
        'quote: “a beginning.”',
        'quoteWithAttribution: while Berg spoke of “a beginning.”',
        'paragraph: Ruiz called it “a shame,” while Berg spoke of “a beginning.”',
      ],
    ],
  ])('from “%s”', (words, rungs) => {
    expect(ladderAt(words)).toEqual(rungs)
  })

  test.each<[string, string]>([
    ['1931', 'The bridge, a steel one, opened in 1931.'],
    ['closing', '“We are closing it,”'],
    ['said Mayor', '“We are closing it,” said Mayor Anna Berg on the square.'],
    ['We stay', '“We go. We stay,”'],
    ['she said', 'We stay,” she said.'],
    ['Bridge to', 'Bridge to close'],
  ])('and begins, from “%s”, with “%s”', (words, first) => {
    const rung = must(firstRung(tagLadder(document, placeOf(document, words) + 1)), 'a first rung')
    expect(document.textBetween(rung.from, rung.to)).toBe(first)
  })

  test('ever wider and ever narrower stretches, each within the next', () => {
    for (let position = 0; position < document.content.size; position++) {
      const ladder = tagLadder(document, position)
      ladder.forEach((rung, i) => {
        const next = ladder[i + 1]
        expect(widerRung(ladder, rung)).toEqual(next ?? null)
        if (next) expect(narrowerRung(ladder, next)).toEqual(rung)
        if (next) expect(rung.from >= next.from && rung.to <= next.to).toBe(true)
      })
    }
  })
})
