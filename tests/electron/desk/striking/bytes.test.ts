import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fileHas } from '../../../../electron/desk/striking/bytes.ts'
import { patternOf } from '../../../../electron/desk/striking/pattern.ts'
import { must } from '../../../../shared/lib/assert.ts'
import { temporaryFolder } from '../../store/temporary.ts'

const pattern = must(patternOf('Karla Meißner'), 'a pattern')

async function isFound(bytes: Uint8Array): Promise<boolean> {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, bytes)
  return fileHas(path, pattern)
}

const text = (words: string) => Buffer.from(words, 'utf8')
const wide = (words: string) => Buffer.from(words, 'utf16le')
const packed = (words: string) => zipSync({ 'word/document.xml': strToU8(words) })
const filling = '0123456789 '.repeat(200_000)

function pdf(content: string): Buffer {
  const stream = deflateSync(text(content))
  return Buffer.concat([text('%PDF-1.7\n1 0 obj <<>> stream\n'), stream, text('\nendstream endobj')])
}

describe('a file holds the name', () => {
  it.each<[string, Uint8Array]>([
    ['in UTF-8', text('Dear Karla Meißner')],
    ['in another case, without its sharp s', text('KARLA MEISSNER')],
    ['in one byte a letter', Buffer.from('Karla Mei\u00dfner', 'latin1')],
    ['in UTF-16', wide('\ufeffKarla Meißner')],
    ['in UTF-16 with the high byte first', wide('Karla Meißner').swap16()],
    ['in UTF-16 at an odd place', Buffer.concat([text('x'), wide('Karla Meißner')])],
    ['as a page escapes it', text('<p>Karla Mei&szlig;ner</p>')],
    ['as JSON escapes it', text('{"name":"Karla Mei\\u00dfner"}')],
    ['as an address escapes it', text('https://example.org/Karla%20Mei%C3%9Fner')],
    ['as a mail escapes it', text('Karla Mei=C3=9F=\r\nner')],
    ['cut in two by tags', text('<b>Kar</b>la <i>Meiss</i>ner')],
    ['in a document, cut in two by runs', packed('<w:t>Karla</w:t><w:t> Meiss</w:t><w:t>ner</w:t>')],
    ['as the name of a packed file', zipSync({ 'karla-meissner.txt': strToU8('') })],
    ['in an archive within an archive', zipSync({ 'a.zip': packed('Karla Meißner') })],
    ['in a gzip', gzipSync(text('Karla Meißner'))],
    ['in a PDF’s stream, letters set apart', pdf('BT [(Kar)-12(la Mei)30(ssner)] TJ ET')],
    [
      'in a PDF’s title',
      text('%PDF-1.7 << /Title <FEFF004B00610072006C00610020004D006500690073007300 6E00650072> >>'),
    ],
    ['far behind its beginning', text(`${filling}Karla Meißner${filling}`)],
    ['across the border of what is read at once', text(`${'x'.repeat(1024 * 1024 - 6)}Karla Meißner`)],
  ])('%s', async (_, bytes) => {
    expect(await isFound(bytes)).toBe(true)
  })
})

describe('a file does not hold the name', () => {
  it.each<[string, Uint8Array]>([
    ['where it is empty', text('')],
    ['where parts of it stand far apart', text('Karla and her friend, Mr Meissner')],
    ['where it seems to be an archive and is none', text('PK\x03\x04 nothing packed')],
    ['where it seems to be a PDF and ends early', text('%PDF-1.7 stream\nxx')],
    ['where another name is packed', packed('<w:t>Karl Meier</w:t>')],
  ])('%s', async (_, bytes) => {
    expect(await isFound(bytes)).toBe(false)
  })
})
