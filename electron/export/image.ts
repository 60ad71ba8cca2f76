export type ImageType = 'png' | 'jpg' | 'gif'

export interface ImageHead {
  readonly type: ImageType
  readonly mediaType: string
  readonly widthPx: number
  readonly heightPx: number
}

/** Reads what an image is and how large from its first bytes; null where it is no PNG, JPEG or GIF. */
export function readImageHead(bytes: Uint8Array): ImageHead | null {
  const head = readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes)
  return head && head.widthPx > 0 && head.heightPx > 0 ? head : null
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Signature, then the chunk IHDR, which begins with width and height (PNG specification, 5.2 and 11.2.1). */
function readPng(bytes: Uint8Array): ImageHead | null {
  if (bytes.length < 24 || !startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null
  const data = view(bytes)
  if (data.getUint32(12) !== 0x49484452) return null
  return { type: 'png', mediaType: 'image/png', widthPx: data.getUint32(16), heightPx: data.getUint32(20) }
}

/** "GIF87a" or "GIF89a", then the logical screen, little-endian. */
function readGif(bytes: Uint8Array): ImageHead | null {
  const isGif = startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) && (bytes[4] === 0x37 || bytes[4] === 0x39)
  if (bytes.length < 10 || !isGif || bytes[5] !== 0x61) return null
  const data = view(bytes)
  return {
    type: 'gif',
    mediaType: 'image/gif',
    widthPx: data.getUint16(6, true),
    heightPx: data.getUint16(8, true),
  }
}

/** Walks the segments to the start of frame, which holds height, then width (ITU-T T.81, B.2.2). */
function readJpeg(bytes: Uint8Array): ImageHead | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null
  const data = view(bytes)
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = data.getUint8(at + 1)
    if (marker === 0xff) {
      at++ // padding
      continue
    }
    const isStartOfFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isStartOfFrame) {
      return {
        type: 'jpg',
        mediaType: 'image/jpeg',
        heightPx: data.getUint16(at + 5),
        widthPx: data.getUint16(at + 7),
      }
    }
    if (marker === 0xd9 || marker === 0xda) return null
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    at += standsAlone ? 2 : 2 + data.getUint16(at + 2)
  }
  return null
}

export interface FigureImage {
  readonly head: ImageHead
  readonly base64: string
  readonly bytes: Uint8Array
}

export type FigureImages = ReadonlyMap<string, FigureImage>

/** The images among some files, by hash; what is no image that every reader opens is left out. */
export function readImages(files: readonly { hash: string; base64: string }[]): FigureImages {
  const images = new Map<string, FigureImage>()
  for (const file of files) {
    const bytes = Buffer.from(file.base64, 'base64')
    const head = readImageHead(bytes)
    if (head) images.set(file.hash, { head, bytes, base64: bytes.toString('base64') })
  }
  return images
}
