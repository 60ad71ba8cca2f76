import { open, readFile } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gunzipSync, inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Pattern } from './pattern.ts'

const chunkBytes = 1024 * 1024

/** Archives larger than this are read as they are, and not looked into. */
const openedLimitBytes = 256 * 1024 * 1024

/** A part that unpacks to more than this is not looked into: it may unpack without end. */
const unpackedLimitBytes = 64 * 1024 * 1024

/** An archive within an archive is looked into, and one within that. */
const deepest = 3

/** A name written out in a page's, an address's or JSON's own way, and one that tags or line ends cut in two. */
function unescaped(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/(?:[=%][0-9a-f]{2}){2,}/giu, (bytes) =>
      Buffer.from(bytes.replace(/[=%]/g, ''), 'hex').toString('utf8'),
    )
    .replace(/\\u([0-9a-f]{4})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
    .replace(/&([a-z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron|slash);/giu, '$1')
    .replace(/&(sz|ae|oe)lig;/giu, (_, letters: string) => (letters === 'sz' ? 'ß' : letters))
    .replace(/<[^<>]{0,2000}>/gu, '')
}

function textHas(text: string, pattern: Pattern): boolean {
  if (pattern.has(text)) return true
  return /[<&%=\\]/u.test(text) && pattern.has(unescaped(text))
}

/** The bytes read as UTF-8, as one byte a letter, and as UTF-16 of both orders at both alignments. */
function plainHas(bytes: Buffer, pattern: Pattern): boolean {
  if (textHas(bytes.toString('utf8'), pattern)) return true
  if (bytes.some((byte) => byte >= 0x80) && pattern.has(bytes.toString('latin1'))) return true
  if (!bytes.includes(0)) return false
  for (const start of [0, 1]) {
    const even = bytes.subarray(start, bytes.length - ((bytes.length - start) % 2))
    if (pattern.has(even.toString('utf16le'))) return true
    if (pattern.has(Buffer.from(even).swap16().toString('utf16le'))) return true
  }
  return false
}

function zipHas(bytes: Buffer, pattern: Pattern, depth: number): boolean {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => pattern.has(name) || originalSize <= unpackedLimitBytes,
  })
  return Object.entries(parts).some(
    ([name, part]) =>
      pattern.has(name) ||
      partHas(Buffer.from(part.buffer, part.byteOffset, part.length), pattern, depth + 1),
  )
}

/** Text of a PDF: strings in round brackets, cut up by the distances between letters, or hexadecimal. */
function pdfText(text: string): string {
  return text.replace(/\)\s*-?[\d.]*\s*\(/g, '').replace(/<([0-9a-f\s]{4,})>/giu, (_, hex: string) => {
    const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex')
    return bytes[0] === 0xfe && bytes[1] === 0xff
      ? bytes
          .subarray(2, bytes.length - (bytes.length % 2))
          .swap16()
          .toString('utf16le')
      : bytes.toString('latin1')
  })
}

function pdfHas(bytes: Buffer, pattern: Pattern): boolean {
  if (pattern.has(pdfText(bytes.toString('latin1')))) return true
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const end = bytes.indexOf('endstream', start)
    if (end < 0) return false
    const part = unpacked(() =>
      inflateSync(bytes.subarray(start, end), { maxOutputLength: unpackedLimitBytes, finishFlush: 2 }),
    )
    if (part && (plainHas(part, pattern) || pattern.has(pdfText(part.toString('latin1'))))) return true
    at = end + 3
  }
  return false
}

/** What does not unpack is not what it seemed to be; its plain bytes were read before. */
function unpacked<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** What is packed in bytes that are an archive or a PDF; false for all others. */
function packedHas(bytes: Buffer, pattern: Pattern, depth: number): boolean {
  if (depth >= deepest) return false
  const head = bytes.toString('latin1', 0, 5)
  if (head.startsWith('PK\x03\x04')) return unpacked(() => zipHas(bytes, pattern, depth)) ?? false
  if (head.startsWith('%PDF')) return pdfHas(bytes, pattern)
  if (!head.startsWith('\x1f\x8b')) return false
  const part = unpacked(() => gunzipSync(bytes, { maxOutputLength: unpackedLimitBytes }))
  return part !== null && partHas(part, pattern, depth + 1)
}

function partHas(bytes: Buffer, pattern: Pattern, depth: number): boolean {
  return plainHas(bytes, pattern) || packedHas(bytes, pattern, depth)
}

/**
 * Whether a file holds the words: as they are, in UTF-16, escaped, cut up by tags, and packed in ZIP (DOCX,
 * ODT, EPUB), GZIP and PDF. Not found are words in pictures and recordings, in encrypted files, and in Base64.
 *
 * @param path of a file that does not change meanwhile
 */
export async function fileHas(path: string, pattern: Pattern): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    // Each chunk begins in the last one, so that words across their border are found.
    const chunk = Buffer.alloc(Math.min(size, chunkBytes) + pattern.longest * 4)
    for (let position = 0; position < size; position += chunkBytes) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
      if (plainHas(chunk.subarray(0, bytesRead), pattern)) return true
      await nextTurn()
    }
    return size <= openedLimitBytes && packedHas(await readFile(path), pattern, 0)
  } finally {
    await handle.close()
  }
}
