import { describe, expect, it } from 'vitest'
import { type Pattern, patternOf } from '../../../../electron/desk/striking/pattern.ts'
import { must } from '../../../../shared/lib/assert.ts'

const of = (words: string, wholeWords = false): Pattern => must(patternOf(words, { wholeWords }), 'a pattern')

describe('words are found', () => {
  it.each<[string, string, string]>([
    ['in any case', 'Karla Meier', 'KARLA meier'],
    ['across a line and several spaces', 'Karla Meier', 'Karla \n  Meier'],
    ['joined by a hyphen, a dot, an underscore or nothing', 'Karla Meier', 'karla-meier'],
    ['joined by nothing', 'Karla Meier', 'KarlaMeier'],
    ['in an address', 'Karla Meier', 'Karla%20Meier'],
    ['with a soft hyphen inside', 'Karla Meier', 'Kar\u00adla Mei\u00ader'],
    ['with the last name first', 'Karla Meier', 'Meier, Karla'],
    ['with accents that were not given', 'Andre', 'André'],
    ['without accents that were given', 'André', 'andre'],
    ['with accents of their own code points', 'André', 'Andre\u0301'],
    ['with an umlaut written out', 'Jürgen', 'Juergen'],
    ['with an umlaut for what was written out', 'Juergen', 'JÜRGEN'],
    ['with a sharp s either way', 'Strasser', 'Straßer'],
    ['with a sharp s either way again', 'Straßer', 'STRASSER'],
    ['with a stroke through a letter', 'Lukasz Ostbo', 'Łukasz Østbø'],
    ['with any apostrophe or none', 'O’Brien', "o'brien"],
    ['with an apostrophe that was not given', 'OBrien', 'O’Brien'],
    ['in wide letters', 'Karla', 'Ｋａｒｌａ'],
    ['in a script without spaces', '王小明', '王小明'],
    ['in Cyrillic', 'Ирина', 'ИРИНА'],
  ])('%s', (_, words, text) => {
    const struck = of(words).strike(`and ${text}, said`)
    expect(struck).toHaveLength(`and ${text}, said`.length)
    expect(struck.replace(/[^\p{L}\p{N}]/gu, '')).toBe('andsaid')
  })
})

describe('words are not found', () => {
  it.each<[string, string, string]>([
    ['in an id', 'Ada', '0193adad-ada0-7ada-8ada-adaadaadaada'],
    ['in a hash', 'Abe', `${'0abe'.repeat(16)}`],
    ['where another word stands between them', 'Karla Meier', 'Karla von Meier'],
    ['where letters are missing', 'Karla Meier', 'Karl Meier'],
  ])('%s', (_, words, text) => {
    expect(of(words).has(text)).toBe(false)
  })

  it('inside a longer word where whole words are asked for', () => {
    expect(of('Ann', true).strike('Ann, annual, channel, Ann’s')).toBe('███, annual, channel, ███’s')
    expect(of('Ann').strike('Ann, annual')).toBe('███, ███ual')
  })
})

it('fewer than three letters are none to strike', () => {
  expect([patternOf('Al'), patternOf(' K. A. '), patternOf(''), patternOf('…')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(patternOf('王伟')).not.toBeNull()
})

it('an address stays one', () => {
  expect(of('Karla Meier').strike('https://example.org/karla-meier/1')).toBe('https://example.org/struck/1')
  expect(of('Karla Meier').strikeSlug('karla-meier-speaks-of-karla')).toBe('struck-speaks-of-struck')
})

it('ten million letters are looked through in a moment', () => {
  const text = 'lorem ipsum dolor sit amet, kar la mei er '.repeat(250_000)
  const startMs = performance.now()
  expect(of('Karla Meier Jürgens').has(text)).toBe(false)
  expect(performance.now() - startMs).toBeLessThan(5000)
})
