import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeExport } from '../../../electron/export/make.ts'
import { bodyOf } from '../../../shared/document/build.ts'
import { footnotesOf } from '../../../shared/document/footnotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { block, bundleOf, storyOf, text } from '../export/fixture.ts'
import { allWords, droppedParts, importText, outline, wordCounts } from './reading.ts'

/** The text with its references as numbers in brackets, then the notes. */
function noted(source: string, name = 'a.html'): string[] {
  const { document } = importText(source, name)
  const { notes, numbers } = footnotesOf(document)
  const lines = bodyOf(document).map((node) =>
    node.textBetween(0, node.content.size, ' / ', (leaf) => `[${numbers.get(String(leaf.attrs.id))}]`),
  )
  return [...lines, ...notes.map(({ id, node }) => `${numbers.get(id)}: ${node.textContent}`)]
}

const long =
  'The harbour dug deeper than its permit, and the town that stands on it knew for years and said nothing.'

describe('footnotes come in from', () => {
  it('a page, with their words wherever it keeps them', () => {
    expect(
      noted(
        `<article><p>${long}<sup id="r1"><a href="#n1">1</a></sup> So it was.<sup><a id="r2" href="#n2">[2]</a></sup></p></article>` +
          '<footer><ol><li id="n1"><p>Minutes of <i>May</i>. <a href="#r1">↩</a></p></li><li id="n2"><a href="#r2">^</a> Ibid.</li></ol></footer>',
      ),
    ).toEqual([`${long}[1] So it was.[2]`, '1: Minutes of May.', '2: Ibid.'])
  })

  it('a wiki, a note of several references once for each', () => {
    const story =
      `<p>${long}<sup id="cite_ref-a_1-0"><a href="#cite_note-a-1"><span>[</span>1<span>]</span></a></sup></p>` +
      '<p>Again.<sup id="cite_ref-a_1-1"><a href="#cite_note-a-1">[1]</a></sup></p>' +
      '<ol class="references"><li id="cite_note-a-1"><span>^ <a href="#cite_ref-a_1-0">a</a> <a href="#cite_ref-a_1-1">b</a></span> <span>The book, p. 3.</span></li></ol>'
    expect(noted(story)).toEqual([`${long}[1]`, 'Again.[2]', '1: ^ The book, p. 3.', '2: ^ The book, p. 3.'])
    expect(importText(story, 'a.html').receipt.changed.map(({ what }) => what)).toContain(
      'footnotes that are referred to more than once, given again each time',
    )
  })

  it('a word processor, whose notes begin with a named anchor', () => {
    expect(
      noted(
        `<p>${long}<a name="_ftnref1" href="#_ftn1"><sup>[1]</sup></a></p><hr><div><p><a name="_ftn1" href="#_ftnref1">[1]</a> The note.</p></div>`,
      ),
    ).toEqual([`${long}[1]`, '', '1: The note.'])
  })

  it('Markdown, inline ones too', () => {
    expect(
      noted(`# H\n\n${long}[^x] And more.^[Said *there*.]\n\n[^x]: The note,\n    on two lines.\n`, 'a.md'),
    ).toEqual([`${long}[1] And more.[2]`, '1: The note, on two lines.', '2: Said there.'])
  })

  it('a page of tens of thousands of links to and fro in no more time than its size wants', () => {
    const many = '<a id="r" href="#n">1</a> '.repeat(12_000)
    const story = importText(
      `<p>${long}</p><p>${many}</p><div id="n">${'<a href="#r"></a>'.repeat(12_000)}</div>`,
      'a.html',
    )
    expect(allWords(story)).toContain(long)
  }, 15_000)

  it('nothing that is linked to and fro without being one', () => {
    const story = `<article id="top"><p>${long}</p><p><a href="#comments">Go to the comments</a></p><p>${long}</p></article><div id="comments"><p>Well said, all of it. <a href="#top">1</a></p></div>`
    expect(footnotesOf(importText(story, 'a.html').document).notes).toEqual([])
  })
})

describe('no footnote is lost', () => {
  it('whose reference stands in the headline: its words are in the receipt', () => {
    const story = importText(
      `<h1>The title<sup><a id="r" href="#n">*</a></sup></h1><p>${long}</p><p id="n"><a href="#r">*</a> The first of its kind.</p>`,
      'a.html',
    )
    expect(outline(story)).toEqual([`paragraph: ${long}`])
    expect(droppedParts(story)).toEqual(['footnote: The first of its kind.'])
  })

  it('whose reference was left out with its place', () => {
    const story = importText(
      `<article><p>${long}</p><p>${long}</p></article><nav><p>Menu<sup><a id="r" href="#n">1</a></sup></p></nav><ol><li id="n">Lost and found. <a href="#r">↩</a></li></ol>`,
      'a.html',
    )
    expect(droppedParts(story).join()).toContain('Lost and found.')
  })

  it('in any page of references and notes in any order', () => {
    const piece = fc.oneof(
      fc.nat({ max: 3 }).map((n) => `<p>w${n} <sup><a id="r${n}" href="#n${n}">${n}</a></sup> x${n}</p>`),
      fc.nat({ max: 3 }).map((n) => `<div id="n${n}"><p>y${n} <a href="#r${n}">↩</a></p><p>z${n}</p></div>`),
      fc.nat({ max: 3 }).map((n) => `<nav><a id="r${n}" href="#n${n}">${n}</a></nav>`),
      fc.constant('<p>The boat, the pier and the town, and all who stood there.</p>'),
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const source = pieces.join('')
        const story = importText(`<p>Begun.</p>${source}`, 'a.html')
        const found = wordCounts(allWords(story))
        for (const [word, count] of wordCounts(source.replace(/<[^>]*>/gu, ' ')))
          if (/^[wxyz]/u.test(word))
            expect([word, found.get(word) ?? 0]).toEqual([word, Math.max(count, found.get(word) ?? 0)])
        const { references, notes } = footnotesOf(story.document)
        expect(notes.map(({ id }) => id)).toEqual(references.map(({ id }) => id))
      }),
      { numRuns: 300 },
    )
  })
})

it.each(['html', 'md'] as const)(
  'what is exported as %s comes in again with its table and footnotes',
  async (as) => {
    const cell = (kind: 'tableHeader' | 'tableCell', words: string) =>
      schema.node(kind, null, words === '' ? [] : [text(words)])
    const reference = (id: string) => schema.node('footnoteReference', { id })
    const document = storyOf([
      block('paragraph', long, reference('b'), ' So it was.', reference('a')),
      schema.node('table', null, [
        schema.node('tableRow', null, [cell('tableHeader', 'Year'), cell('tableHeader', 'A|B')]),
        schema.node('tableRow', null, [cell('tableCell', '2019'), cell('tableCell', '')]),
      ]),
      block('paragraph', 'The end of it all, as far as anybody who was there could tell the committee.'),
    ])
    const children = [...document.children]
    children.splice(
      children.length - 3,
      0,
      schema.node('footnotes', null, [
        schema.node('footnote', { id: 'b' }, [text('Minutes, p. 3.')]),
        schema.node('footnote', { id: 'a' }, [text('Ibid.')]),
      ]),
    )
    const whole = schema.node('doc', null, children)
    const { bytes, name } = await makeExport(bundleOf(whole), as, { withConfidential: false })
    const again = importText(new TextDecoder().decode(bytes), name)
    expect(noted(new TextDecoder().decode(bytes), name)).toEqual([
      `${long}[1] So it was.[2]`,
      'Year / A|B / 2019 / ',
      'The end of it all, as far as anybody who was there could tell the committee.',
      '1: Minutes, p. 3.',
      '2: Ibid.',
    ])
    expect(droppedParts(again)).toEqual([])
  },
)
