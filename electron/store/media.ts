/** What a file is whose kind is not known for certain; a browser then shows nothing of it. */
export const unknownMedia = 'application/octet-stream'

/** How many leading bytes {@link mediaTypeOf} looks at. */
export const mediaTypeBytes = 64

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

/** The brands of the ISO media container, at byte 8. */
const isoBrands: Record<string, string> = {
  avif: 'image/avif',
  avis: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heif',
  'M4A ': 'audio/mp4',
  'M4B ': 'audio/mp4',
  'qt  ': 'video/quicktime',
  isom: 'video/mp4',
  iso2: 'video/mp4',
  iso4: 'video/mp4',
  iso5: 'video/mp4',
  iso6: 'video/mp4',
  mp41: 'video/mp4',
  mp42: 'video/mp4',
  avc1: 'video/mp4',
  'M4V ': 'video/mp4',
  dash: 'video/mp4',
}

const beginnings: readonly (readonly [string, string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['%PDF-', 'application/pdf'],
  ['ID3', 'audio/mpeg'],
  ['\xff\xfb', 'audio/mpeg'],
  ['\xff\xf3', 'audio/mpeg'],
  ['fLaC', 'audio/flac'],
  ['OggS', 'audio/ogg'],
]

/**
 * The media type that a file's leading bytes prove. Only kinds that a browser shows without running anything
 * in them are named: HTML and SVG are not, whatever they call themselves.
 */
export function mediaTypeOf(head: Uint8Array): string {
  const text = ascii(head, 0, mediaTypeBytes)
  for (const [beginning, type] of beginnings) if (text.startsWith(beginning)) return type
  if (text.startsWith('RIFF')) {
    const form = text.slice(8, 12)
    if (form === 'WEBP') return 'image/webp'
    if (form === 'WAVE') return 'audio/wav'
    return unknownMedia
  }
  if (text.slice(4, 8) === 'ftyp') return isoBrands[text.slice(8, 12)] ?? unknownMedia
  if (text.startsWith('\x1aE\xdf\xa3') && text.includes('webm')) return 'video/webm'
  return unknownMedia
}
