import { Slice } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { insertSlice, withOwnAnchors, withoutAnchors } from '../../../renderer/editor/clipboard.ts'
import { findCopied, keepCopied } from '../../../renderer/editor/slice-store.ts'
import { schema } from '../../../shared/document/schema.ts'
import { caretAt, lines, placeOf, selecting, story } from './story.ts'

const claim = (id: string, text: string) => schema.text(text, [schema.mark('claim', { id })])
const tagged = story(
  schema.node('paragraph', null, [schema.text('It has '), claim('a', '40 rooms'), schema.text('.')]),
  schema.node('crosshead', { level: 1 }, [claim('b', 'Why')]),
  schema.node('bulletList', null, [
    schema.node('listItem', null, [schema.node('paragraph', null, [claim('a', 'rooms again')])]),
  ]),
)
const whole = tagged.slice(0, tagged.content.size)
const host = (known: string[]) => {
  const copies: string[] = []
  return {
    copies,
    knows: (id: string) => known.includes(id),
    kindOf: () => 'statement' as const,
    copyOf(id: string, kind: string) {
      copies.push(`${id} ${kind}`)
      return `copy-of-${id}`
    },
  }
}

describe('claims in what is pasted', () => {
  test('are taken off what comes from outside, at any depth', () => {
    expect(JSON.stringify(withoutAnchors(whole).toJSON())).not.toContain('claim')
  })

  test('of this story keep their ids, for the rules of moving and copying to judge', () => {
    const here = host(['a', 'b'])
    expect(withOwnAnchors(whole, here, {}).eq(whole)).toBe(true)
    expect(here.copies).toEqual([])
  })

  test('of another story become one copy each, of the same kind', () => {
    const here = host([])
    const pasted = withOwnAnchors(whole, here, { a: 'quote', b: 'statement' })
    expect(here.copies).toEqual(['a quote', 'b statement'])
    expect(JSON.stringify(pasted.toJSON())).not.toMatch(/"id":"[ab]"/)
  })
})

describe('what is pasted', () => {
  test('into a field becomes one line, with its claims', () => {
    const state = selecting(story('Body.'), 'to close')
    expect(lines(insertSlice(state, whole).doc)).toEqual([
      'headline: Bridge Bridge to close It has [a:40 rooms]. [b:Why] [a:rooms again]',
      'paragraph: Body.',
    ])
  })

  test('of a field into the body is words alone', () => {
    const doc = story('Body.')
    const slice = doc.slice(placeOf(doc, 'Bridge'), placeOf(doc, ' to close'), true)
    const state = caretAt(doc, placeOf(doc, 'Body') + 4)
    expect(lines(insertSlice(state, slice).doc)).toEqual([
      'headline: Bridge to close',
      'paragraph: BodyBridge.',
    ])
  })

  test('of the whole story into a body comes as paragraphs, and every field stays', () => {
    const doc = story('Body.')
    const after = insertSlice(caretAt(doc, placeOf(doc, 'Body') + 5), whole).doc
    after.check()
    expect(lines(after)).toEqual([
      'headline: Bridge to close',
      'paragraph: Body.',
      'paragraph: Bridge to close',
      'paragraph: It has [a:40 rooms].',
      'crosshead: [b:Why]',
      'paragraph: [a:rooms again]',
    ])
  })

  test('over a selection that reaches across parts leaves the parts standing', () => {
    const doc = story('Body.')
    const after = insertSlice(
      selecting(doc, 'close', 'Bod'),
      new Slice(schema.node('paragraph', null, [schema.text('open')]).content, 0, 0),
    ).doc
    after.check()
    expect(lines(after)).toEqual(['headline: Bridge to open', 'paragraph: y.'])
  })
})

describe('what was copied', () => {
  test('is found again by its token, and by no other', () => {
    const token = keepCopied({ slice: { content: [] }, kinds: { a: 'quote' }, notes: {} })
    expect(findCopied(token)).toEqual({ slice: { content: [] }, kinds: { a: 'quote' }, notes: {} })
    expect(findCopied('another')).toBeNull()
  })

  test('is forgotten after a few more', () => {
    const first = keepCopied({ slice: {}, kinds: {}, notes: {} })
    for (let i = 0; i < 5; i++) keepCopied({ slice: {}, kinds: {}, notes: {} })
    expect(findCopied(first)).toBeNull()
  })
})
