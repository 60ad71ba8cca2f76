import { imageSize } from 'image-size'

/** The kinds of picture that every browser paints without running anything in them. */
const mediaTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
} as const
export type PictureType = keyof typeof mediaTypes

export interface Picture {
  readonly type: PictureType
  readonly mediaType: string
  /** As it is shown, in CSS pixels: turned where it says that it lies on its side. */
  readonly widthPx: number
  readonly heightPx: number
  /** How the stored picture is to be turned and mirrored, by EXIF's numbers; 1 is not at all. */
  readonly orientation: number
}

/** Beyond it no picture is read; the format's own limit is far above, and nothing could paint it. */
const largestPx = 100_000

/** From 5 on, EXIF's orientations lie on their side (CIPA DC-008, 4.6.4). */
function liesOnItsSide(orientation: number): boolean {
  return orientation >= 5 && orientation <= 8
}

function isKnown(type: string | undefined): type is PictureType {
  return type !== undefined && Object.hasOwn(mediaTypes, type)
}

/** What a picture is and how large, from its bytes; null where it is none of the kinds above. */
export function readPicture(bytes: Uint8Array): Picture | null {
  let read: ReturnType<typeof imageSize>
  try {
    read = imageSize(bytes)
  } catch {
    // It throws at whatever it does not know, and at a head that was cut off.
    return null
  }
  const { type, width, height, orientation = 1 } = read
  if (!isKnown(type)) return null
  const isMeasured = [width, height].every((px) => Number.isInteger(px) && px > 0 && px <= largestPx)
  if (!isMeasured) return null
  const isTurned = type === 'jpg' && liesOnItsSide(orientation)
  return {
    type,
    mediaType: mediaTypes[type],
    widthPx: isTurned ? height : width,
    heightPx: isTurned ? width : height,
    orientation: type === 'jpg' && orientation >= 1 && orientation <= 8 ? orientation : 1,
  }
}

/** What to do about a file that cannot be a picture of a story. */
export function pictureRefusal(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 512))
  if (/<svg[\s>]/iu.test(start) || /^\s*<\?xml/u.test(start))
    return 'An SVG drawing can hold programs. Save it as PNG and use that.'
  if (start.startsWith('II*\0') || start.startsWith('MM\0*'))
    return 'TIFF is not shown by browsers. Save it as JPEG or PNG.'
  if (/^....ftyp(?:hei|mif1|msf1)/su.test(start)) return 'HEIC is not shown by all browsers. Save it as JPEG.'
  return 'This is no picture that can be shown. Use PNG, JPEG, GIF, WebP or AVIF.'
}
