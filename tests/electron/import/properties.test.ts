import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Changes } from '../../../electron/import/changes.ts'
import { tidyCharacters } from '../../../electron/import/characters.ts'
import { readImport, Unreadable } from '../../../electron/import/read.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { receiptSchema } from '../../../shared/model/receipt.ts'
import { allWords, importText, wordCounts } from './reading.ts'

/** Imports, or refuses in words; anything else thrown fails the test. */
function importOrNull(text: string, name: string) {
  try {
    return importText(text, name)
  } catch (error) {
    if (error instanceof Unreadable && error.reason !== '') return null
    throw error
  }
}

function expectSound(story: NonNullable<ReturnType<typeof importOrNull>>): void {
  expect(sameDocument(readDocument(story.document.toJSON()), story.document)).toBe(true)
  expect(receiptSchema.safeParse(story.receipt).success).toBe(true)
}

function expectWords(story: NonNullable<ReturnType<typeof importOrNull>>, text: string): void {
  const found = wordCounts(allWords(story))
  for (const [word, count] of wordCounts(text))
    expect([word, found.get(word) ?? 0]).toEqual([word, Math.max(count, found.get(word) ?? 0)])
}

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'Comments',
    'View All →',
    '• one',
    '• two',
    'By Ada Roe',
    'OSLO (AP) — It began.',
    'Share',
    'A Heading',
    '“Quoted,” she said.',
    '---',
    '> said',
    '2 Nov. 2025',
    'Facebook',
    '🌍 World',
  ),
  fc.constant(
    'The boat came in on a Tuesday, late, with its lamps lit, and the whole town stood on the pier to see it.',
  ),
)

it('any text comes in with all its words in the story or its receipt', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n\n'), (lines, gap) => {
      const text = lines.join(gap)
      const story = importOrNull(text, 'a.txt')
      if (!story) return
      expectSound(story)
      const before = wordCounts(tidyCharacters(text.replace(/^\ufeff/u, ''), new Changes()))
      expect([...wordCounts(allWords(story))].sort()).toEqual([...before].sort())
    }),
    { numRuns: 400 },
  )
})

interface Piece {
  html: string
  words: string
}
const word = fc
  .integer({ min: 0, max: 1e6 })
  .map((number): Piece => ({ html: ` w${number} `, words: `w${number} ` }))
const names =
  'div p span section article main aside nav footer header h1 h2 h3 ul ol li dl dt dd blockquote figure figcaption table tr td th pre a b em u s sup q form label button details summary address center video object svg option noscript font x-note br hr'.split(
    ' ',
  )
const classes = [
  '',
  'ad',
  'related',
  'comments',
  'byline',
  'dek',
  'pull-quote',
  'caption',
  'sr-only',
  'share-bar',
  'story',
  'editors-note',
]
const tree = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    word,
    fc.constantFrom<Piece>(
      { html: ' Comments ', words: 'Comments' },
      {
        html: '<p>The boat, the pier and the town, and all who stood there, saw it come in late on that Tuesday, with its lamps lit.</p>',
        words:
          'The boat the pier and the town and all who stood there saw it come in late on that Tuesday with its lamps lit',
      },
      { html: '<script>var no</script>', words: '' },
      // Inside it parsers, as browsers do, drop all markup; so it stands by itself.
      { html: '<select><option>chosen</option></select>', words: 'chosen' },
      { html: '<img src="data:," alt="picture"> ', words: 'picture' },
      { html: '<p style="display:none">unseen</p>', words: 'unseen' },
    ),
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom(...classes), fc.array(tie('piece'), { maxLength: 5 }))
      .map(([name, className, inside]): Piece => {
        const words = inside.map((piece) => piece.words).join(' ')
        const html = inside.map((piece) => piece.html).join('')
        return { html: `<${name} class="${className}">${html}</${name}>`, words }
      }),
  ),
})).piece

it('any page comes in with all its words in the story or its receipt', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (pieces) => {
      const story = importOrNull(pieces.map((piece) => piece.html).join(''), 'a.html')
      const words = pieces.map((piece) => piece.words).join(' ')
      if (!story) {
        expect(words.trim()).toBe('')
        return
      }
      expectSound(story)
      expectWords(story, words)
    }),
    { numRuns: 600 },
  )
})

it('any bytes under any name come in sound or are refused in words', () => {
  const markup = fc.constantFrom(
    '<',
    '>',
    '</',
    '<p',
    '"',
    "'",
    '=',
    '&#0;',
    '&#xd800;',
    '<!--',
    '-->',
    '<table>',
    '<td>',
    '<b>',
    '</p>',
    '<svg>',
    '<math>',
    '<select>',
    '<template>',
    '<frameset>',
    '<plaintext>',
    '{"format":"stet-story"',
    '[',
    '](',
    '`',
    '*',
    '_',
    '#',
    '\n',
    'word ',
    '\u0000',
  )
  const text = fc
    .array(fc.oneof(markup, fc.string({ maxLength: 6 })), { maxLength: 60 })
    .map((parts) => new TextEncoder().encode(parts.join('')))
  fc.assert(
    fc.property(
      fc.oneof(text, fc.uint8Array({ maxLength: 200 })),
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.json', '', 'a.docx'),
      (bytes, name) => {
        try {
          expectSound(readImport(bytes, name))
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error
        }
      },
    ),
    { numRuns: 1500 },
  )
})

it('the same bytes give the same story and receipt', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (pieces) => {
      const text = `word ${pieces.map((piece) => piece.html).join('')}`
      const [one, other] = [importText(text, 'a.html'), importText(text, 'a.html')]
      expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    }),
    { numRuns: 60 },
  )
})
