import type { Changes } from './changes.ts'
import { utf16Of } from './sniff.ts'

/** A page names its encoding in its first bytes; browsers look at 1,024, saved pages put more before it. */
const headBytes = 8192

/**
 * Bytes read as text. In this order: a byte order mark, UTF-16 by its zeros, UTF-8 that holds without a fault,
 * what the page's `meta` names, UTF-8 with a few damaged bytes, windows-1252.
 *
 * UTF-8 comes before `meta` because saved pages are often rewritten in UTF-8 under their old label, and text
 * beyond ASCII that is faultless UTF-8 by chance does not occur.
 */
export function decodeText(bytes: Uint8Array, changes: Changes): string {
  const utf16 = utf16Of(bytes)
  if (utf16) {
    changes.add(`read as ${utf16.toUpperCase()}`)
    return countUnread(new TextDecoder(utf16).decode(bytes), changes)
  }
  const named = namedEncoding(bytes)
  // Encodings that shift by escape look like ASCII, so they cannot be told by being faulty.
  if (!(named?.startsWith('iso-2022') && bytes.includes(0x1b))) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      // Not UTF-8, or damaged: read on.
    }
  }
  const encoding = named ?? (isDamagedUtf8(bytes) ? 'utf-8' : 'windows-1252')
  if (encoding !== 'utf-8') changes.add(`read as ${encoding}`)
  return countUnread(new TextDecoder(encoding).decode(bytes), changes)
}

/**
 * Whether more letters beyond ASCII are whole in UTF-8 than are broken: then a few bytes were damaged on the way,
 * and reading all of it as windows-1252 would damage every one of them.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\ufffd/gu)?.length ?? 0
  const whole = (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) - broken
  return whole > broken
}

function countUnread(text: string, changes: Changes): string {
  changes.add('characters that could not be read, now \ufffd', text.match(/\ufffd/gu)?.length ?? 0)
  return text
}

/** The encoding that a page's own `meta` names, by its proper name; null where there is none that is known. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const label = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([-\w:]+)/iu.exec(head)?.[1]
  if (!label) return null
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}
