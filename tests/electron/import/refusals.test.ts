import { describe, expect, it } from 'vitest'
import { limits } from '../../../electron/import/limits.ts'
import { readImport, Unreadable } from '../../../electron/import/read.ts'
import { importText } from './reading.ts'

const bytesOf = (...bytes: number[]): Uint8Array =>
  new Uint8Array([...bytes, ...new Array<number>(40).fill(1)])

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
  return 'not refused'
}

describe('a file that is no story is refused with what to do', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(), 'a.txt', /^The file is empty/u],
    ['a file of white space', new TextEncoder().encode(' \n\t\n'), 'a.txt', /no words/u],
    ['a picture named .txt', bytesOf(0x89, 0x50, 0x4e, 0x47), 'a.txt', /PNG picture.*Choose/u],
    ['a Word file named .html', bytesOf(0x50, 0x4b, 3, 4), 'a.html', /Word.*save it as/u],
    ['a PDF named .md', new TextEncoder().encode('%PDF-1.7 and so on'), 'a.md', /PDF.*paste/u],
    ['a PDF behind blank lines', new TextEncoder().encode('\n\n%PDF-1.7 and so on'), 'a.txt', /PDF.*paste/u],
    ['an RTF behind its mark', new TextEncoder().encode('\ufeff{\\rtf1 and so on'), 'a.txt', /RTF.*Save it/u],
    ['a database', new TextEncoder().encode('SQLite format 3\0and so on'), 'a.txt', /database.*folder/u],
    ['bytes of no kind', bytesOf(0, 1, 2, 3), 'a.txt', /no text that can be read/u],
    [
      'UTF-16 that nothing tells',
      new Uint8Array(Buffer.from('标题在此\n\n段', 'utf16le')),
      'a.txt',
      /no text/u,
    ],
    ['more than the size limit', new Uint8Array(50 * 1024 * 1024).fill(97), 'a.txt', /50 MB; at most 8 MB/u],
    [
      '20 MB of page text',
      new TextEncoder().encode(`<p>${'ab '.repeat(7_000_000)}`),
      'a.html',
      /more text than any story/u,
    ],
    ['a page of nothing', new TextEncoder().encode('<html><body></body></html>'), 'a.html', /no words/u],
  ])('%s', (_what, bytes, name, reason) => {
    expect(refusal(() => readImport(bytes, name))).toMatch(reason)
  })

  it.each<[string, () => string, string, RegExp]>([
    ['20,000 nested elements', () => '<div>'.repeat(20_000), 'a.html', /nested too deep/u],
    [
      '20,000 nested spans in a paragraph',
      () => `<p>${'<span>'.repeat(20_000)}word`,
      'a.html',
      /nested too deep/u,
    ],
    ['a million elements', () => '<p>a'.repeat(1_000_000), 'a.html', /too many parts/u],
    [
      'misnested tags that multiply',
      () =>
        `<p>${Array.from({ length: 400 }, (_, i) => `<b id=${i}>`).join('')}</p>${'<p>a</p>'.repeat(5000)}`,
      'a.html',
      /too many parts/u,
    ],
    [
      'a tag of a million attributes',
      () => `<p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}`).join(' ')}>word`,
      'a.html',
      /too many attributes/u,
    ],
    ['60,000 paragraphs', () => 'word\n\n'.repeat(60_000), 'a.txt', /more than 50000 paragraphs/u],
    ['20,000 quotation marks in Markdown', () => `${'>'.repeat(20_000)} word`, 'a.md', /nested too deep/u],
    [
      '1,100 lists in each other in Markdown',
      () => Array.from({ length: 1100 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      'a.md',
      /nested too deep/u,
    ],
    [
      '20,000 nested JSON arrays',
      () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'a.json',
      /nested too deep/u,
    ],
  ])('%s, at once', (_what, make, name, reason) => {
    const text = make()
    const start = performance.now()
    expect(refusal(() => importText(text, name))).toMatch(reason)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('junk that can be read is read in bounded time', () => {
  it.each<[string, string, string]>([
    ['brackets in Markdown', '[a]('.repeat(50_000), 'a.md'],
    ['stars in Markdown', '*a **b '.repeat(50_000), 'a.md'],
    ['one line of 6 MB', 'ab '.repeat(2_000_000), 'a.txt'],
    ['text before a table', `<table>${'<b>a</b>'.repeat(40_000)}</table>`, 'a.html'],
    ['100 lists in each other', '<ul><li>a'.repeat(100), 'a.html'],
    ['100 quotations in each other', '<blockquote>a'.repeat(100), 'a.html'],
    ['unclosed quotation marks', '“a '.repeat(200_000), 'a.txt'],
    ['shares without end', 'share'.repeat(100), 'a.txt'],
  ])('%s', (_what, text, name) => {
    expect(text.length).toBeLessThan(limits.textBytes)
    const start = performance.now()
    const reason = refusal(() => importText(text, name))
    expect(['not refused', 'There are no words in this file. Choose one that holds the story.']).toContain(
      reason,
    )
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
