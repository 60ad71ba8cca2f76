import type { Receipt } from '../../shared/model/receipt.ts'
import { Unreadable } from './unreadable.ts'

export type ImportFormat = Receipt['format']

const endings: Record<string, ImportFormat> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
}

/** The format that a file's ending names, or null. */
export function formatByName(name: string): ImportFormat | null {
  const ending = /\.([0-9a-z]+)$/iu.exec(name)?.[1]?.toLowerCase()
  return (ending && endings[ending]) || null
}

/** The format that the text itself shows. */
export function formatByText(text: string): ImportFormat {
  const start = text.slice(0, 20_000).trimStart()
  if (start.startsWith('{') && /"format"\s*:\s*"stet-story"/u.test(start)) return 'json'
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<!doctype html|^<(html|head|body)[\s>]/iu.test(start))
    return 'html'
  if (
    /^<[a-z][^<]*>/iu.test(start) &&
    /<\/(p|div|h[1-6]|article|main|section|ul|ol|table|span)>/iu.test(start)
  )
    return 'html'
  if (/^#{1,2} \S/u.test(start)) return 'markdown'
  const signs = start.match(/^(#{1,6} \S|> \S)|\]\(https?:\/\/|^(===+|---+)$/gmu)?.length ?? 0
  return signs >= 3 ? 'markdown' : 'text'
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'ascii')]
}

/** First bytes of files that hold no text, and what to do with each. */
const magics: {
  bytes: readonly number[]
  what: string
  advice: string
  /** Its own programs open it also with a mark or blank lines before it. */
  mayFollowSpace?: true
}[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'a Word, Pages, EPUB or other zipped file',
    advice: 'Open it in its own program and save it as a web page (.html) or as plain text',
  },
  {
    bytes: [0x50, 0x4b, 0x05, 0x06],
    what: 'an empty zip file',
    advice: 'Choose the story inside it',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'an old Office file',
    advice: 'Open it in its own program and save it as a web page (.html) or as plain text',
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    what: 'a PDF',
    mayFollowSpace: true,
    advice: 'Copy its text and paste it, or save it as plain text',
  },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    what: 'a rich text file (RTF)',
    mayFollowSpace: true,
    advice: 'Save it as a web page (.html) or as plain text',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG picture', advice: 'Choose a file that holds text' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture', advice: 'Choose a file that holds text' },
  { bytes: ascii('GIF87a'), what: 'a GIF picture', advice: 'Choose a file that holds text' },
  { bytes: ascii('GIF89a'), what: 'a GIF picture', advice: 'Choose a file that holds text' },
  { bytes: [0x1f, 0x8b], what: 'a gzip file', advice: 'Unpack it first' },
  {
    bytes: ascii('SQLite format 3\0'),
    what: 'a database',
    advice: 'Choose a file that holds text; to move a whole desk, copy its folder',
  },
]

/** So many control characters may stand in a text of any length: what a crash or a transfer left in it. */
const strayControls = 3

/**
 * @throws Unreadable for an empty file and for files that hold no text, whatever their name says
 */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Unreadable('The file is empty. Choose one that holds the story.')
  const start = startOfContent(bytes)
  for (const { bytes: magic, what, advice, mayFollowSpace } of magics) {
    const from = mayFollowSpace ? start : 0
    if (magic.every((byte, index) => bytes[from + index] === byte))
      throw new Unreadable(`This is ${what}, which cannot be read here. ${advice}.`)
  }
  if (utf16Of(bytes)) return
  const sample = bytes.subarray(0, 65_536)
  let odd = 0
  for (const byte of sample) if (byte === 0 || (byte < 32 && byte !== 27 && (byte < 9 || byte > 13))) odd++
  // A zero among faultless UTF-8 is a scar; among other bytes it tells of a format that is no text.
  const isForeign = sample.includes(0) && !isUtf8(bytes)
  if (isForeign || odd > Math.max(strayControls, sample.length / 50))
    throw new Unreadable('This file holds no text that can be read. Choose a .txt, .md, .html or .json file.')
}

/** Where a file begins behind a byte order mark, white space and blank lines, which readers of its format skip. */
function startOfContent(bytes: Uint8Array): number {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (start < 1024 && /^[\t\n\r\f ]$/u.test(String.fromCharCode(bytes[start] ?? 0))) start++
  return start
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Which UTF-16 the bytes are: by their byte order mark, or by every second byte of Latin text being 0. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  if (sample.length < 8) return null
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  if (even === 0 && odd > half * 0.7) return 'utf-16le'
  if (odd === 0 && even > half * 0.7) return 'utf-16be'
  return null
}
