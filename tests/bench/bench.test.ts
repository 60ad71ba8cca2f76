import { describe, expect, it } from 'vitest'
import { anchorSpans } from '../../shared/document/anchors.ts'
import { readDocument } from '../../shared/document/build.ts'
import { wordCount } from '../../shared/document/count.ts'
import { countWords } from '../../shared/document/text.ts'
import { wordsOf } from '../../shared/document/words.ts'
import { must } from '../../shared/lib/assert.ts'
import { makeArticles } from './articles.ts'
import { bundleOf, headlineOf, paragraphsOf, type Size, sizesOf } from './book.ts'
import { blocksOf } from './mark.ts'
import { aim, quantile, rowOf, rowsAgainst } from './measure.ts'
import { inTurn } from './parties.ts'
import { queriesOf } from './queries.ts'
import { tableOf } from './report.ts'

const { small, middle, nested } = sizesOf(false)

describe('the text that is measured', () => {
  it.each([small, middle, nested])(
    'of $name has its words, and its claims on their own words',
    (size: Size) => {
      const { document: json, claims } = bundleOf(size)
      const document = readDocument(json)
      document.check()
      const spans = anchorSpans(document)
      expect(wordCount(document)).toBe(size.words + headlineOf(size).split(' ').length)
      expect(spans.size).toBe(size.claims)
      for (const { id, words } of claims) {
        expect(wordsOf(document, must(spans.get(id), 'a claim in the text'))).toBe(words)
      }
    },
  )

  it('is the same for peers', () => {
    const document = readDocument(bundleOf(small).document)
    const texts: string[] = []
    document.forEach((block) => {
      if (block.type.name === 'paragraph') texts.push(block.textContent)
    })
    expect(paragraphsOf(small)).toEqual(texts)
  })

  it('has claims in one another where they are to be nested', () => {
    const spans = [...anchorSpans(readDocument(bundleOf(nested).document)).values()]
    const within = spans.filter((one) =>
      spans.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
    )
    expect(within.length).toBeGreaterThan(spans.length / 2)
  })
})

describe('what comes of it', () => {
  it('is the value that a share of the sorted ones lie at or below', () => {
    const values = [9, 1, 3, 5, 7]
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0)]).toEqual([5, 9, 1])
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('is held against the peer and says what was reached', () => {
    const row = (who: string, values: number[]) =>
      rowOf({ section: 'Typing', name: '1,000 words', who, unit: 'ms', values })
    const [stet, peer] = rowsAgainst([row('Stet', [30, 20]), row('a peer', [10, 10])], 'a peer')
    expect(peer?.ratio).toBeNull()
    expect(stet?.ratio).toEqual({ to: 'a peer', p50: 2, p95: 3 })
    const table = tableOf([aim(must(stet, 'a row'), '≤ 1.0 ×', false), must(peer, 'a row')])
    expect(table).toContain('| Stet | 20 | 30 | ms | 2 | 2.00 / 3.00 of a peer | ≤ 1.0 ×: MISSED |')
    expect(tableOf([aim(must(stet, 'a row'), '≤ 3.0 ×', true)])).toContain('≤ 3.0 ×: reached')
  })

  it('lets somebody else begin in every round', () => {
    expect([0, 1, 2, 3].map((round) => inTurn(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ])
  })
})

describe('the library where no other is at hand', () => {
  const articles = makeArticles(400)

  it('is the same each time, with words that are common and words that are rare', () => {
    expect(makeArticles(400)).toEqual(articles)
    const stories = articles.map(
      ({ body }) =>
        new Set(
          body
            .join(' ')
            .toLowerCase()
            .match(/\p{L}+/gu),
        ),
    )
    const shareOf = (word: string) => stories.filter((words) => words.has(word)).length / stories.length
    const words = [...new Set(stories.flatMap((one) => [...one]))]
    expect(words.filter((word) => shareOf(word) > 0.9).length).toBeGreaterThan(5)
    expect(words.filter((word) => shareOf(word) < 0.01).length).toBeGreaterThan(words.length / 2)
  })

  it('is asked for half one word, a quarter two words, a quarter phrases, and others apart', () => {
    const kinds = queriesOf(articles, 40)
    expect(queriesOf(articles, 40)).toEqual(kinds)
    expect(kinds.map(({ isCounted, queries }) => [isCounted, new Set(queries).size])).toEqual([
      [true, 20],
      [true, 10],
      [true, 10],
      [false, 5],
      [false, 5],
    ])
  })
})

describe('the text of the first pass', () => {
  it('has its words, and no paragraph of it stands in it twice', () => {
    const texts = blocksOf(5000)
      .flat()
      .map((one) => one.text)
    const words = texts.slice(1).reduce((sum, text) => sum + countWords(text), 0)
    expect(words).toBeGreaterThanOrEqual(5000)
    expect(words).toBeLessThan(5100)
    const figured = texts.filter((text) => /\d/u.test(text))
    expect(new Set(figured).size).toBe(figured.length)
  })
})
