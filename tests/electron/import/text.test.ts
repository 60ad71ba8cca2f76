import { describe, expect, it } from 'vitest'
import { changedParts, droppedParts, field, importText, outline } from './reading.ts'

const long =
  'A paragraph that is long enough to stand below a heading and to be read as what it is, a paragraph.'
const text = (...blocks: string[]) => importText(blocks.join('\n\n'), 'a.txt')

describe('plain text', () => {
  it('the first line is the headline, a short line above a paragraph a crosshead', () => {
    const story = text('Boats Return to Osterby', long, 'A Careful Sum', long)
    expect(field(story, 'headline')).toBe('Boats Return to Osterby')
    expect(outline(story)).toEqual([`paragraph: ${long}`, 'crosshead1: A Careful Sum', `paragraph: ${long}`])
  })

  it.each([
    'It ended like a sentence.',
    'Why did it end?',
    'and it began small',
    '“It was a quotation”',
    'This line has rather more words than any heading would have, so it is none',
    'It introduces something:',
  ])('no crosshead: %s', (line) => {
    expect(outline(text('Head', long, line, long))[1]).toBe(`paragraph: ${line}`)
  })

  it('short lines above short lines are no headings', () => {
    expect(outline(text('Head', long, 'Eggs', 'Milk', 'Bread'))).toEqual([
      `paragraph: ${long}`,
      'paragraph: Eggs',
      'paragraph: Milk',
      'paragraph: Bread',
    ])
  })

  it('a text that is one paragraph has no headline', () => {
    const story = text(long)
    expect(field(story, 'headline')).toBe('')
    expect(story.receipt.missing).toEqual(['headline', 'byline', 'dateline', 'date', 'address'])
  })

  it.each<[string, string, string]>([
    ['By Ada Roe', 'byline', 'By Ada Roe'],
    ['Von Erika Muster und Max Muster', 'byline', 'Von Erika Muster und Max Muster'],
    ['Published Nov. 10, 2025, 9:30 a.m.', 'dateline', 'Published Nov. 10, 2025, 9:30 a.m.'],
    ['10. November 2025', 'dateline', '10. November 2025'],
  ])('%s below the headline is the %s', (line, name, words) => {
    const story = text('Head', line, long)
    expect(field(story, name === 'byline' ? 'byline' : 'dateline')).toBe(words)
    expect(outline(story)).toEqual([`paragraph: ${long}`])
  })

  it.each(['By noon the boat had sailed', 'By Tuesday it rained.', 'Von dort fuhr sie weiter'])(
    'no byline: %s',
    (line) => {
      expect(field(text('Head', line, long), 'byline')).toBe('')
    },
  )

  it.each<[string, string, string]>([
    ['DAMASCUS, Nov. 10 (Agency) — The talks began.', 'DAMASCUS, Nov. 10 (Agency)', 'The talks began.'],
    ['BERLIN (dpa) - Die Gespräche begannen.', 'BERLIN (dpa)', 'Die Gespräche begannen.'],
    ['New York (Reuters) – The talks began.', 'New York (Reuters)', 'The talks began.'],
    ['OSTERBY, Norway — “We begin,” she said.', 'OSTERBY, Norway', '“We begin,” she said.'],
    ['EXCLUSIVE — The talks began.', '', 'EXCLUSIVE — The talks began.'],
    ['NATO — the alliance — began talks.', '', 'NATO — the alliance — began talks.'],
    ['The talks (long awaited) — began.', '', 'The talks (long awaited) — began.'],
    ['Osterby — the town — began.', '', 'Osterby — the town — began.'],
  ])('%s has the dateline "%s"', (paragraph, dateline, rest) => {
    const story = text('Head', `${paragraph} ${long}`)
    expect(field(story, 'dateline')).toBe(dateline)
    expect(outline(story)).toEqual([`paragraph: ${rest} ${long}`])
  })

  it('wrapped lines are joined, lines that end early are not', () => {
    const wrapped =
      'The boat that the town had waited for came in on a Tuesday, and the\nband that was to play for it came on the Wednesday, because somebody\nhad read the letter from the shipyard as carefully as it deserved.'
    const story = importText(`Head\n\n${wrapped}\n\nOne line\nAnother line\n`, 'a.txt')
    expect(outline(story)).toEqual([
      `paragraph: ${wrapped.replaceAll('\n', ' ')}`,
      'paragraph: One line',
      'paragraph: Another line',
    ])
    expect(changedParts(story)).toEqual(['2 wrapped lines joined'])
  })

  it('lines with bullets are a list', () => {
    const story = text('Head', long, '• one\n• two')
    expect(outline(story)[1]).toBe('bulletList: one / two')
  })

  it('a copied page without blank lines still has its paragraphs and headings', () => {
    const story = importText(`Head\n${long}\nA Careful Sum\n${long}\nComments\n`, 'a.txt')
    expect(outline(story)).toEqual([`paragraph: ${long}`, 'crosshead1: A Careful Sum', `paragraph: ${long}`])
    expect(droppedParts(story)).toEqual(['comment section: Comments'])
  })

  it('straight and curly quotation marks, dashes and capitals stay as they are', () => {
    const line = `"Straight" and 'so' – “curly” and ‘so’ — it’s it's … ... ${long}`
    expect(outline(text('Head', line))).toEqual([`paragraph: ${line}`])
  })
})
