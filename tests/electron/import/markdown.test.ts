import { describe, expect, it } from 'vitest'
import { droppedParts, field, importText, outline } from './reading.ts'

const markdown = (text: string) => importText(text, 'a.md')

describe('Markdown', () => {
  it('comes in with its structure and by the same door as HTML', () => {
    const story = markdown(
      '# Head\n\n*What it is about.*\n\nBy Ada Roe\n\nOne **bold** [link](https://a.example/) and [bad](javascript:alert).\n\n## Part\n\n> Said.\n>\n> Said more.\n\n- a\n  - b\n\n1. c\n\n---\n\n<script>alert(1)</script>\n\n<div class="ad-slot">Buy</div>\n',
    )
    expect(field(story, 'headline')).toBe('Head')
    expect(field(story, 'dek')).toBe('What it is about.')
    expect(field(story, 'byline')).toBe('By Ada Roe')
    expect(outline(story)).toEqual([
      'paragraph: One bold link and [bad](javascript:alert).',
      'crosshead1: Part',
      'blockquote: Said. / Said more.',
      'bulletList: a / b',
      'orderedList: c',
      'rule: ',
    ])
    expect(droppedParts(story)).toEqual(['advertisement: Buy'])
    expect(story.receipt.kept).toMatchObject({ blockquotes: 1, lists: 2, links: 1 })
  })

  it('never makes straight marks curly or bare addresses links', () => {
    expect(outline(markdown('"a" -- b... (c) https://a.example'))).toEqual([
      'paragraph: "a" -- b... (c) https://a.example',
    ])
  })

  it('front matter fills the fields, and what has none is listed', () => {
    const story = markdown(
      '---\ntitle: "Head"\nauthor: Ada Roe\ndescription: About it.\ndate: 2025-11-10\nlayout: post\n---\n\nText.\n',
    )
    expect(field(story, 'headline')).toBe('Head')
    expect(field(story, 'byline')).toBe('Ada Roe')
    expect(field(story, 'searchDescription')).toBe('About it.')
    expect(droppedParts(story)).toEqual(['front matter: layout: post'])
    expect(story.receipt.missing).toEqual(['dateline', 'address'])
  })

  it('a rule at the start is no front matter', () => {
    expect(outline(markdown('---\n\nText.\n\n---\n\nMore.'))).toEqual([
      'rule: ',
      'paragraph: Text.',
      'rule: ',
      'paragraph: More.',
    ])
  })

  it('lists in lists keep their words as deep as a page may go', () => {
    const deep = Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- word${i}`).join('\n')
    const [list = ''] = outline(markdown(deep))
    expect(list.match(/word\d+/gu)).toHaveLength(200)
  })

  it('a table of pipes is a table', () => {
    const story = markdown('| a | b |\n|---|---|\n| c | d |\n')
    expect(outline(story)).toEqual(['table: a / b / c / d'])
    expect(story.document.child(4).firstChild?.firstChild?.type.name).toBe('tableHeader')
    expect(outline(markdown('|  |  |\n|---|---|\n| c | d |\n'))).toEqual(['table: c / d'])
  })
})
