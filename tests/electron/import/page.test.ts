import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../../electron/import/read.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { receiptSchema } from '../../../shared/model/receipt.ts'
import { droppedParts, field, importFixture, outline, sharedFolder } from './reading.ts'

const shape = { headlines: 1, crossheads: 4, paragraphs: 16, quotedSpans: 13 }
const crossheads = ['From Scrap to Service', 'A Careful Sum', 'The Island Answers', 'The Last Word']

describe('a page of news', () => {
  it.each(['harbour.txt', 'harbour.md', 'harbour.html'])(
    '%s comes in with every part in its place',
    (name) => {
      const story = importFixture(name)
      expect(story.receipt.kept).toMatchObject(shape)
      expect(field(story, 'headline')).toBe(
        'Harbour Town Votes to Bring Back Its Night Ferry After Twelve Years',
      )
      expect(outline(story).filter((line) => line.startsWith('crosshead'))).toEqual(
        crossheads.map((text) => `crosshead1: ${text}`),
      )
      expect(outline(story).at(-1)).toMatch(/^paragraph: “A timetable is a kind of promise,” Lie said/u)
      expect(receiptSchema.parse(story.receipt)).toEqual(story.receipt)
      expect(sameDocument(readDocument(story.document.toJSON()), story.document)).toBe(true)
    },
  )

  it.each([
    ['<html lang="de-AT">', 'de-AT'],
    ['<html lang="EN_us">', 'en-US'],
    ['<html lang="">', null],
    ['<html lang="auto">', null],
    ['<html>', null],
  ])('of %s is in the language that it names: %s', (tag, language) => {
    const page = `<!doctype html>${tag}<body><h1>Head</h1><p>${'Words of a story. '.repeat(20)}</p></body></html>`
    expect(readImport(new TextEncoder().encode(page), 'page.html').language).toBe(language)
  })

  it.each(['harbour.txt', 'harbour.md'])('%s leaves its six junk lines in the receipt alone', (name) => {
    const story = importFixture(name)
    expect(droppedParts(story)).toEqual([
      'comment section: Comments',
      'label at the end: 🚢 Harbour',
      'view all: View All →',
      'loading: Loading harbour posts...',
      'advertisement: Ads Placement',
      'advertisement: Ads Placement',
    ])
    expect(story.receipt.dropped.every((part) => part.beforeBlock === 20 && part.reason !== '')).toBe(true)
    expect(story.receipt.missing).toEqual(['byline', 'dateline', 'date', 'address'])
  })

  it('as HTML says what its head says and lists the rest of the page', () => {
    const story = importFixture('harbour.html')
    expect(field(story, 'byline')).toBe('By Runa Haug')
    expect(field(story, 'searchTitle')).toMatch(/The Osterby Lantern$/u)
    expect(field(story, 'searchDescription')).toBe('The council of Osterby reopens the crossing to Lund.')
    expect(field(story, 'socialLine')).toBe('The Marit sails again.')
    expect(story.receipt.missing).toEqual(['dateline'])
    expect(droppedParts(story)).toEqual([
      'site control: Skip to content',
      'navigation: Home\nHarbour\nMarket',
      'cookies: We use cookies to improve your experience of The Osterby Lantern, and you can change your settings.\nAccept all',
      'share bar: Share Tweet Print',
      'comments: Comments\nI took the last boat in 2013, and I cried the whole way across to the other side of the water.',
      'outside the story: 🚢 Harbour',
      'view all: View All →',
      'loading: Loading harbour posts...',
      'advertisement: Ads Placement',
      'advertisement: Ads Placement',
      'side column: Most read\nThe eel that came back',
      'footer: © 2025 The Osterby Lantern. All rights reserved.',
    ])
  })

  const seed = new URL('seed/syria-coalition-page.txt', sharedFolder)
  it.skipIf(!existsSync(seed))(
    'of the outside world comes in whole (skipped where ../shared is absent)',
    () => {
      const bytes = readFileSync(seed)
      const story = readImport(bytes, 'syria-coalition-page.txt')
      expect(story.receipt.kept).toMatchObject(shape)
      expect(story.receipt.dropped).toHaveLength(6)
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const text = story.document.textBetween(0, story.document.content.size, '\n')
      expect(text.split('\n').filter((line) => line !== '')).toEqual(lines.slice(0, 21))
      expect(story.receipt.dropped.map((part) => part.text)).toEqual(lines.slice(21))
    },
  )
})
