import { describe, expect, test } from 'vitest'
import { makeExport } from '../../../electron/export/make.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { ExportFormat } from '../../../shared/model/export.ts'
import { block, bundleOf, claimOf, figure, fileOf, storyOf, tag, text } from './fixture.ts'
import { readDocx } from './read-docx.ts'

const cell = (kind: 'tableHeader' | 'tableCell', words: string) =>
  schema.node(kind, null, words === '' ? [] : [text(words)])
const reference = (id: string) => schema.node('footnoteReference', { id })

/** A text with two footnotes and a table, the notes in another order than their references. */
function story() {
  const document = storyOf(
    [
      block('paragraph', 'The wall is old', reference('a'), ', and low.', reference('b')),
      schema.node('table', null, [
        schema.node('tableRow', null, [cell('tableHeader', 'Year'), cell('tableHeader', 'Cost')]),
        schema.node('tableRow', null, [cell('tableCell', '1986'), cell('tableCell', '£3 million')]),
        schema.node('tableRow', null, [cell('tableCell', '2024')]),
      ]),
      block('paragraph', 'So much for that.'),
    ],
    { headline: 'The wall' },
  )
  const children = [...document.children]
  const notes = schema.node('footnotes', null, [
    schema.node('footnote', { id: 'b' }, [text('By the minutes.')]),
    schema.node('footnote', { id: 'a' }, [text('Built in 1986.')]),
  ])
  children.splice(-3, 0, notes)
  const whole = schema.node('doc', null, children)
  return tag(tag(whole, 'claim-000001', '£3 million'), 'claim-000002', 'minutes')
}

async function made(as: ExportFormat, files: { hash: string; base64: string }[] = [], document = story()) {
  const claims = document.textContent.includes('£3 million') ? [claimOf(1), claimOf(2)] : []
  const bundle = bundleOf(document, { claims, files })
  return (await makeExport(bundle, as, { withConfidential: true })).bytes
}
const textOf = async (as: ExportFormat) => new TextDecoder().decode(await made(as))

describe('a table and footnotes', () => {
  test('in plain text are lines with tabs and notes by number, before what is for search', async () => {
    expect(await textOf('txt')).toBe(
      'The wall\n\nThe wall is old[1], and low.[2]\n\nYear\tCost\n1986\t£3 million\n2024\n\nSo much for that.\n\n[1] Built in 1986.\n[2] By the minutes.\n',
    )
  })

  test('in Markdown are a table of pipes, its rows filled up, and footnotes', async () => {
    expect(await textOf('md')).toBe(
      '# The wall\n\nThe wall is old[^1], and low.[^2]\n\n| Year | Cost |\n| --- | --- |\n| 1986 | £3 million |\n| 2024 |  |\n\nSo much for that.\n\n[^1]: Built in 1986.\n\n[^2]: By the minutes.\n',
    )
  })

  test('in HTML are a table, and notes that link to their references and back', async () => {
    const html = await textOf('html')
    expect(html).toContain('<tr><th dir="auto">Year</th><th dir="auto">Cost</th></tr>')
    expect(html).toContain('<tr><td dir="auto">2024</td><td></td></tr>')
    expect(html).toContain('old<sup><a href="#note-1" id="reference-1" role="doc-noteref">1</a></sup>, and')
    expect(html).toContain(
      '<li id="note-1"><p dir="auto">Built in 1986. <a href="#reference-1" role="doc-backlink" aria-label="Back to the text">↩</a></p></li>',
    )
  })

  test('in Word are its own table and footnotes', async () => {
    const { xml, footnotes, paragraphs } = readDocx(await made('docx'))
    expect(footnotes).toEqual(['Built in 1986.', 'By the minutes.'])
    expect(xml('word/document.xml').match(/<w:footnoteReference w:id="\d"\/>/gu)).toHaveLength(2)
    expect(xml('word/document.xml').match(/<w:tc>/gu)).toHaveLength(6)
    expect(paragraphs.map(({ text: words }) => words)).toContain('£3 million')
  })

  test('in Word with the backup have their claims as comments on their very words, the notes behind the text', async () => {
    const { comments, footnotes, paragraphs } = readDocx(await made('docx-backup'))
    expect(comments.map((comment) => comment.anchor)).toEqual(['£3 million', 'minutes'])
    expect(footnotes).toEqual([])
    expect(
      paragraphs.filter(({ style }) => style === 'FootnoteText').map(({ text: words }) => words),
    ).toEqual(['1 Built in 1986.', '2 By the minutes.'])
  })
})

const ascii = (words: string): number[] => [...words].map((character) => character.charCodeAt(0))
const webp = fileOf(
  new Uint8Array([
    ...ascii('RIFF'),
    ...[30, 0, 0, 0],
    ...ascii('WEBPVP8X'),
    ...[10, 0, 0, 0, 0, 0, 0, 0],
    ...[0x1f, 0x03, 0, 0x57, 0x02, 0],
  ]),
)
/** 600 by 300 pixels as stored, lying on its side by its EXIF orientation. */
const turned = fileOf(
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe1, 0, 34, ...ascii('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
    ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0x2c, 0x02, 0x58, 0x01, 0x00, 0x00, 0x00],
    ...[0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0],
  ]),
)

describe('a picture', () => {
  test('that Word does not show is told by its description there, and stands in the page', async () => {
    const document = storyOf([figure(webp.hash, 'The wall.', '', 'A low wall')])
    const { paragraphs, parts } = readDocx(await made('docx', [webp], document))
    expect(paragraphs.map(({ text: words }) => words)).toContain('Image: A low wall')
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([])
    const html = new TextDecoder().decode(await made('html', [webp], document))
    expect(html).toContain(
      `<img src="data:image/webp;base64,${webp.base64}" alt="A low wall" width="800" height="600">`,
    )
  })

  test('that lies on its side is turned for Word, which does not do it by itself', async () => {
    const document = storyOf([figure(turned.hash, '', '', 'A low wall')])
    const { xml } = readDocx(await made('docx', [turned], document))
    expect(xml('word/document.xml')).toContain('rot="5400000"')
    const [, cx, cy] = /<a:ext cx="(\d+)" cy="(\d+)"/u.exec(xml('word/document.xml')) ?? []
    expect(Number(cx) / Number(cy)).toBe(2)
    const html = new TextDecoder().decode(await made('html', [turned], document))
    expect(html).toContain('width="300" height="600"')
  })
})
