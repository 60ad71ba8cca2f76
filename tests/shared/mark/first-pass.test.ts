import { describe, expect, it } from 'vitest'
import { type Facet, facets } from '../../../shared/mark/facet.ts'
import { firstPass, firstPassMarks } from '../../../shared/mark/first-pass.ts'
import { defaultFirstPass, type FirstPassSettings } from '../../../shared/mark/settings.ts'
import { passagesFor } from './story.ts'

const paragraphs = [
  'The mill at Fernholt was built in 1911, and 23 people were hurt when it burned down on 4 May 2019.',
  '“We heard it crack,” said Odile Brandt, the miller’s daughter, “and then we ran for the river.”',
  'It was a lovely evening.',
]

const settings = (given: Partial<FirstPassSettings> = {}): FirstPassSettings => ({
  ...defaultFirstPass,
  ...given,
})

const pass = (given?: Partial<FirstPassSettings>, texts = paragraphs) =>
  firstPass(passagesFor(texts, { headline: 'The largest mill is gone' }), 'en', settings(given))

describe('the first pass', () => {
  it('proposes statements and quotes in the order of the text, with reasons, and nothing of what nobody can check', () => {
    const found = pass()
    expect(found.map(({ passage, kind }) => `${passage} ${kind}`)).toEqual([
      '0 statement',
      ...found.filter((one) => one.passage === 1).map(() => '1 statement'),
      '2 quote',
    ])
    expect(found.filter((one) => one.passage === 1).length).toBeGreaterThan(0)
    for (const one of found) {
      expect(one.facets.length).toBeGreaterThan(0)
      expect(one.reasons.map((reason) => reason.facet)).toEqual(
        expect.arrayContaining([...new Set(one.reasons.map((reason) => reason.facet))]),
      )
    }
  })

  it('proposes a quote that its attribution splits as one, with who said it and all its parts', () => {
    const quote = pass().find((one) => one.kind === 'quote')
    const text = paragraphs[1] ?? ''
    expect(quote?.parts.map(({ from, to }) => text.slice(from, to))).toEqual([
      '“We heard it crack,”',
      '“and then we ran for the river.”',
    ])
    expect(quote).toMatchObject({
      passage: 2,
      words: '“We heard it crack,” “and then we ran for the river.”',
      facets: ['quote'],
      risk: 'quote',
      speaker: { name: 'Odile Brandt' },
    })
    expect(quote?.from).toBe(quote?.parts[0]?.from)
  })

  it('gives each candidate the very words at its place', () => {
    const passages = passagesFor(paragraphs, { headline: 'The largest mill is gone' })
    for (const { parts, words } of pass()) {
      const read = parts.map(({ passage, from, to }) => passages[passage]?.text.slice(from, to))
      expect(read.join(' ')).toBe(words)
    }
  })

  it('proposes nothing of who wrote it, and nothing twice that search engines are told', () => {
    const text = 'It is the largest mill, built in 1911'
    for (const where of ['byline', 'dateline', 'credit', 'altText', 'searchTitle', 'socialLine', 'pullQuote'])
      expect(firstPass([{ where, text }], 'en', settings({ eagerness: 'many' }))).toEqual([])
    expect(firstPass([{ where: 'caption', text }], 'en', settings({ eagerness: 'many' }))).not.toEqual([])
  })

  it('proposes only what the desk looks for, and names no other reason', () => {
    const only = (...wanted: Facet[]) => pass({ facets: wanted })
    expect(only('quote').map((one) => one.kind)).toEqual(['quote'])
    expect(only()).toEqual([])
    const dates = only('date')
    expect(dates.length).toBeGreaterThan(0)
    for (const one of dates) {
      expect(one.facets).toEqual(['date'])
      expect(new Set(one.reasons.map((reason) => reason.facet))).toEqual(new Set(['date']))
    }
  })

  it('proposes less the less a desk wants, and quotes and accusations always', () => {
    const words = (eagerness: FirstPassSettings['eagerness']) =>
      new Set(
        pass({ eagerness }, [
          ...paragraphs,
          'He moved to Fernholt in May.',
          'Veer was accused of fraud.',
        ]).map((one) => one.words),
      )
    const [few, usual, many] = [words('few'), words('usual'), words('many')]
    expect([...few].every((one) => usual.has(one))).toBe(true)
    expect([...usual].every((one) => many.has(one))).toBe(true)
    expect(few.size).toBeLessThan(many.size)
    expect([...few].some((one) => one.startsWith('“We heard'))).toBe(true)
    expect([...few].some((one) => one.includes('accused of fraud'))).toBe(true)
  })

  it('proposes nothing where it is off', () => {
    expect(pass({ isOn: false })).toEqual([])
  })

  it('reads German by the same tables as the rest of the first pass', () => {
    const texts = ['„Wir haben jeden Tag gezählt“, sagte Odile Brandt. Die Brücke wurde 1911 gebaut.']
    const found = firstPass(passagesFor(texts), 'de', settings())
    expect(found[0]).toMatchObject({ kind: 'quote', speaker: { name: 'Odile Brandt' } })
    expect(found.some((one) => one.facets.includes('date'))).toBe(true)
  })
})

describe('what is proposed', () => {
  it('is another where the language or the settings are others, or who a quote is by', () => {
    const same = settings()
    const passages = passagesFor(['“It was late,” she said.'])
    const before = firstPassMarks(passages, 'en', same)
    expect(firstPassMarks(passages, 'en', settings({ facets: [] }))).not.toEqual(before)
    const named = [...passagesFor(['Ada Lovelace, the mayor, came.']), ...passages]
    const [, marks] = firstPassMarks(named, 'en', same)
    expect(marks?.[0]?.speaker?.name).toBe('Ada Lovelace')
    expect(before[0]?.[0]?.speaker?.name).not.toBe('Ada Lovelace')
  })

  it('is another where a quote goes on in a later paragraph, and that one changed', () => {
    const same = settings()
    const [first, ...rest] = passagesFor(['“We heard it crack.', '“And then we ran,” said Odile Brandt.'])
    if (!first) throw new Error('there is a first')
    firstPassMarks([first, ...rest], 'en', same)
    const changed = passagesFor(['“And then we ran fast,” said Odile Brandt.'])
    const [marks] = firstPassMarks([first, ...changed], 'en', same)
    expect(marks?.[0]?.words).toBe('“We heard it crack. “And then we ran fast,”')
  })

  it('follows a quote over two paragraphs through an edit of the second that leaves all places as they were', () => {
    const same = settings()
    const [first, before] = passagesFor([
      'Anna Meier said: “We will rebuild the bridge by spring.',
      '“It will cost more than we hoped.”',
    ])
    const after = before && { ...before, text: before.text.replace('more', 'less') }
    if (!first || !before || !after) throw new Error('no passages')
    expect(firstPassMarks([first, before], 'en', same)[0]?.at(-1)?.words).toContain('cost more')
    expect(firstPassMarks([first, after], 'en', same)[0]?.at(-1)?.words).toContain('cost less')
  })

  it('knows every facet of the table as one that a desk may look for', () => {
    expect(defaultFirstPass.facets).toEqual([...facets])
  })
})
