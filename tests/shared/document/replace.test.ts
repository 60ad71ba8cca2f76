import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { anchorWords } from '../../../shared/document/anchors.ts'
import { bodyOf, buildDocument } from '../../../shared/document/build.ts'
import { hunksOf, makeEdit, rewriteRange } from '../../../shared/document/replace.ts'
import { schema } from '../../../shared/document/schema.ts'
import { mappedText, textOf } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'

const claim = (id: string) => schema.mark('claim', { id })
const text = (words: string, ...marks: ReturnType<typeof claim>[]) => schema.text(words, marks)
const paragraph = (...nodes: Node[]) => schema.node('paragraph', null, nodes)
const story = (...blocks: Node[]) => buildDocument({ headline: 'Boats' }, blocks)

const host = {
  knows: () => true,
  removed: () => [],
  newId: () => 'a-new-claim',
}

function find(document: Node, words: string): { from: number; to: number } {
  const mapped = mappedText(document, 'both', { from: 0, to: document.content.size })
  const at = mapped.text.indexOf(words)
  const from = must(mapped.positions[at], 'the words stand there')
  return { from, to: must(mapped.positions[at + words.length - 1], 'the words stand there') + 1 }
}

function rewrite(document: Node, words: string, by: string): Node | null {
  const range = find(document, words)
  return makeEdit(document, host, [(tr) => rewriteRange(tr, range, by)])?.document ?? null
}

describe('what turns one text into another', () => {
  it.each([
    ['Forty boats lay there.', 'Forty ships lay there.', ['boats→ships']],
    ['Forty boats lay there.', 'Four ships lay there.', ['Forty boats→Four ships']],
    ['Forty boats lay there.', 'Forty boats lay there, still.', ['→, still']],
    ['It cost 4.5 million.', 'It cost 4.7 million.', ['5→7']],
    ['one', '', ['one→']],
    ['', 'one', ['→one']],
    ['same', 'same', []],
  ])('%s to %s', (before, after, expected) => {
    const hunks = hunksOf(before, after)
    expect(hunks.map((hunk) => `${before.slice(hunk.from, hunk.to)}→${hunk.text}`)).toEqual(expected)
  })

  it('is found for any two texts, and makes the one of the other', () => {
    const words = fc.array(fc.constantFrom('a', 'b', ' ', '  ', ',', '“', 'ü', '\n', '30'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const made = hunksOf(before, after)
          .toReversed()
          .reduce((sum, { from, to, text: by }) => sum.slice(0, from) + by + sum.slice(to), before)
        expect(made).toBe(after)
      }),
    )
  })
})

describe('rewriting a stretch of a story', () => {
  it('keeps a claim on the words that take the place of its own, and others where they stand', () => {
    const document = story(
      paragraph(text('Forty', claim('one')), text(' boats lay there, '), text('and no ship', claim('two'))),
    )
    const after = must(rewrite(document, 'Forty boats', 'Some 41 boats'), 'the edit')
    expect(textOf(after, 'accepted')).toContain('Some 41 boats lay there, and no ship')
    expect([anchorWords(after, 'one'), anchorWords(after, 'two')]).toEqual(['Some 41', 'and no ship'])
  })

  it('keeps bold type and footnotes within it', () => {
    const reference = schema.node('footnoteReference', { id: 'note-0001' })
    const note = schema.node('footnote', { id: 'note-0001' }, [schema.text('A note.')])
    const base = story(
      paragraph(text('It had '), schema.text('forty', [schema.mark('bold')]), reference, text(' boats')),
    )
    const children = Array.from({ length: base.childCount }, (_, index) => base.child(index))
    const body = children.findLastIndex((child) => child.type.spec.group === 'block')
    const document = base.type.create(
      null,
      children.toSpliced(body + 1, 0, schema.node('footnotes', null, [note])),
    )
    document.check()
    const after = must(rewrite(document, 'had forty boats', 'had four ships'), 'the edit')
    const block = must(bodyOf(after)[0], 'a paragraph')
    expect(block.textContent).toBe('It had four ships')
    expect(JSON.stringify(block.toJSON())).toContain('note-0001')
    expect(after.textContent).toContain('A note.')
    after.check()
  })

  it('keeps paragraphs apart, and says so where the new words do not', () => {
    const document = story(paragraph(text('One stays.')), paragraph(text('Two goes.')))
    expect(rewrite(document, 'One stays.\nTwo goes.', 'One stays. Two goes.')).toBeNull()
    const after = must(rewrite(document, 'One stays.\nTwo goes.', 'One stayed.\nTwo went.'), 'the edit')
    expect(bodyOf(after).map((block) => block.textContent)).toEqual(['One stayed.', 'Two went.'])
  })

  it('a claim whose words are all taken out is gone', () => {
    const document = story(paragraph(text('Here. '), text('Gone.', claim('one')), text(' There.')))
    expect(anchorWords(must(rewrite(document, 'Gone.', ''), 'the edit'), 'one')).toBeUndefined()
  })

  it('makes the words read as wished, whatever they are, and leaves what stands beside them alone', () => {
    const word = fc.constantFrom('forty', 'boats', 'lay', '“there', '30', 'über', 'in', ',')
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, fc.option(words), (old, by, inner) => {
        const claimed = text(old, claim('one'), ...(inner === null ? [] : [claim('two')]))
        const document = story(
          paragraph(text('before ', claim('left')), claimed, text(' behind', claim('right'))),
        )
        const range = { from: find(document, 'before ').to, to: find(document, ' behind').from }
        const made = must(makeEdit(document, host, [(tr) => rewriteRange(tr, range, by)]), 'the edit')
        made.document.check()
        expect(must(bodyOf(made.document)[0], 'a paragraph').textContent).toBe(`before ${by} behind`)
        expect(made.created).toEqual([])
        const now = made.map(range)
        expect(made.document.textBetween(now.from, now.to)).toBe(by)
        expect([anchorWords(made.document, 'left'), anchorWords(made.document, 'right')]).toEqual([
          'before',
          'behind',
        ])
      }),
    )
  })
})
