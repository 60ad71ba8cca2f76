import { describe, expect, it } from 'vitest'
import { readImport } from '../../../electron/import/read.ts'
import { changedParts, field, importText, outline } from './reading.ts'

const words = 'Öre — “naïve” 10 €'
const text = `${words}\n\nEin Satz über das Meer, der lang genug ist, um ein Absatz zu sein und zu bleiben.\n`
const utf16 = (isLittle: boolean, withMark: boolean): Uint8Array => {
  const bytes = Buffer.from((withMark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(isLittle ? bytes : bytes.swap16())
}
const windows1252 = (html: string): Uint8Array => {
  const high: Record<string, number> = { '—': 0x97, '“': 0x93, '”': 0x94, '€': 0x80, '’': 0x92 }
  return Uint8Array.from(html, (character) => high[character] ?? character.charCodeAt(0))
}

describe('the encoding is found', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['UTF-8', new TextEncoder().encode(text), []],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), []],
    ['UTF-16 little-endian', utf16(true, true), ['1 read as UTF-16LE']],
    ['UTF-16 big-endian', utf16(false, true), ['1 read as UTF-16BE']],
    ['UTF-16 without its mark', utf16(true, false), ['1 read as UTF-16LE']],
    ['windows-1252', windows1252(text), ['1 read as windows-1252']],
  ])('%s', (_what, bytes, changed) => {
    const story = readImport(bytes, 'a.txt')
    expect(field(story, 'headline')).toBe(words)
    expect(changedParts(story)).toEqual(changed)
  })

  it('a page that names its encoding is read by it', () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from([0xcc, 0xee, 0xf0, 0xe5]),
      Buffer.from('</p></body></html>'),
    ])
    expect(outline(readImport(page, 'a.html'))).toEqual(['paragraph: Море'])
  })

  it('a page saved anew in UTF-8 under its old label is read as UTF-8', () => {
    expect(outline(importText('<meta charset="euc-kr"><p>바다</p>', 'a.html'))).toEqual(['paragraph: 바다'])
  })

  it('damaged UTF-8 says how many characters are lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=utf-8><p>Möwe '),
      Buffer.from([0xff]),
      Buffer.from('</p>'),
    ])
    const story = readImport(bytes, 'a.html')
    expect(outline(story)).toEqual(['paragraph: Möwe \ufffd'])
    expect(changedParts(story)).toEqual(['1 characters that could not be read, now \ufffd'])
  })

  it('text in UTF-8 with one damaged byte keeps all its other letters', () => {
    const bytes = Buffer.concat([
      Buffer.from('Häfen\n\n“Möwe” '),
      Buffer.from([0xff]),
      Buffer.from(' — Öre\n'),
    ])
    const story = readImport(bytes, 'a.txt')
    expect(outline(story)).toEqual(['paragraph: “Möwe” \ufffd — Öre'])
    expect(changedParts(story)).toEqual(['1 characters that could not be read, now \ufffd'])
  })

  it('a zero byte in a text that is whole otherwise is taken out and counted', () => {
    const story = importText('Head\n\nOne \0word — and another.\n', 'a.txt')
    expect(outline(story)).toEqual(['paragraph: One word — and another.'])
    expect(changedParts(story)).toEqual(['1 control characters taken out'])
  })

  it('a text that begins with the name of a format is a text', () => {
    expect(outline(importText('SQLite is a library. It is small.', 'a.txt'))).toEqual([
      'paragraph: SQLite is a library. It is small.',
    ])
    expect(outline(importText('GIF8 is no format.', 'a.txt'))).toEqual(['paragraph: GIF8 is no format.'])
  })
})

describe('the format of a file without a telling name is judged by its text', () => {
  it.each<[string, string, string]>([
    ['text', 'text', 'A line.\n\nAnother line.'],
    ['a page', 'html', '<!DOCTYPE html><title>A</title><p>B'],
    ['a part of a page', 'html', '<p>One</p><p>Two</p>'],
    ['Markdown', 'markdown', '# One\n\nTwo'],
    ['text that begins with an angle', 'text', '<3 is a heart, and less than four.'],
  ])('%s', (_what, format, content) => {
    expect(importText(content, '').receipt.format).toBe(format)
    expect(importText(content, 'clip.unknown').receipt.format).toBe(format)
  })
})

describe('characters that nobody sees', () => {
  it('go, and are counted; those that mean something stay', () => {
    const story = importText('Fer\u00adry \u200bboat\ufeff 10\u00a0km \u0007“so” "so" 👩\u200d🚒\n', 'a.txt')
    expect(outline(story).concat(field(story, 'headline'))).toContain(
      'paragraph: Ferry boat 10\u00a0km “so” "so" 👩\u200d🚒',
    )
    expect(changedParts(story)).toEqual([
      '1 soft hyphens taken out',
      '2 zero-width characters taken out',
      '1 control characters taken out',
    ])
  })
})
