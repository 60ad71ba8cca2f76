import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pictureRefusal, readPicture } from '../../../shared/document/picture.ts'
import { pngOf } from '../../electron/export/fixture.ts'

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0))
const u32 = (value: number): number[] => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const jpeg = (...segments: number[][]): Uint8Array => new Uint8Array([0xff, 0xd8, ...segments.flat()])
const app0 = [0xff, 0xe0, 0x00, 0x10, ...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]
const frame = [0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0x2c, 0x02, 0x58, 0x01, 0x00, 0x00, 0x00]
const end = [0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]
/** EXIF with the orientation alone, big-endian. */
const exif = (orientation: number): number[] => {
  const content = [
    ...ascii('Exif\0\0MM'),
    0,
    42,
    ...u32(8),
    ...[0, 1],
    ...[0x01, 0x12, 0, 3, ...u32(1), 0, orientation, 0, 0],
    ...u32(0),
  ]
  return [0xff, 0xe1, 0, content.length + 2, ...content]
}
const box = (type: string, ...content: number[][]): number[] => {
  const inside = content.flat()
  return [...u32(inside.length + 8), ...ascii(type), ...inside]
}
const avif = new Uint8Array([
  ...box('ftyp', ascii('avif'), u32(0), ascii('mif1'), ascii('avif')),
  ...box(
    'meta',
    u32(0),
    box('hdlr', u32(0), u32(0), ascii('pict'), u32(0), u32(0), u32(0), [0]),
    box('iprp', box('ipco', box('ispe', u32(0), u32(640), u32(360)))),
  ),
])
const webp = new Uint8Array([
  ...ascii('RIFF'),
  ...[30, 0, 0, 0],
  ...ascii('WEBPVP8X'),
  ...[10, 0, 0, 0, 0, 0, 0, 0],
  ...[0x1f, 0x03, 0, 0x57, 0x02, 0],
])

describe('a picture is read', () => {
  test.each<[string, Uint8Array, [string, number, number]]>([
    ['PNG', pngOf(31, 17), ['image/png', 31, 17]],
    ['GIF', new Uint8Array([...ascii('GIF89a'), 0x2c, 0x01, 0xc8, 0x00, 0, 0, 0]), ['image/gif', 300, 200]],
    ['JPEG', jpeg(app0, frame, end), ['image/jpeg', 600, 300]],
    ['WebP', webp, ['image/webp', 800, 600]],
    ['AVIF', avif, ['image/avif', 640, 360]],
  ])('from the head of a %s', (_, bytes, expected) => {
    const picture = readPicture(bytes)
    expect(picture && [picture.mediaType, picture.widthPx, picture.heightPx]).toEqual(expected)
  })

  test.each([
    [1, 600, 300],
    [3, 600, 300],
    [6, 300, 600],
    [8, 300, 600],
  ])('as it is shown: a JPEG of orientation %i', (orientation, widthPx, heightPx) => {
    expect(readPicture(jpeg(exif(orientation), frame, end))).toMatchObject({ orientation, widthPx, heightPx })
  })

  test('from a part of a larger buffer', () => {
    const buffer = new Uint8Array([9, 9, 9, ...pngOf(5, 6)])
    expect(readPicture(buffer.subarray(3))).toMatchObject({ widthPx: 5, heightPx: 6 })
  })
})

describe('no picture is', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    [
      'an SVG, which may hold programs',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'),
    ],
    ['a PNG cut off in its head', pngOf(3, 3).slice(0, 20)],
    ['a PNG without a width', new Uint8Array(pngOf(3, 3)).fill(0, 16, 20)],
    ['a PNG that nothing could paint', new Uint8Array(pngOf(3, 3)).fill(0x7f, 16, 17)],
    ['a JPEG without a frame', jpeg(app0, [0xff, 0xda, 0x00, 0x04, 0, 0])],
    ['a JPEG cut off', jpeg(app0).slice(0, 5)],
    ['a JPEG whose segment has no length', jpeg([0xff, 0xe0, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['a TIFF', new Uint8Array([...ascii('II*\0'), 8, 0, 0, 0, 0, 0])],
  ])('%s', (_, bytes) => {
    expect(readPicture(bytes)).toBe(null)
  })

  test('and no bytes at all make the reader throw or hang', () => {
    const heads = [pngOf(3, 3), jpeg(exif(6), frame), webp, avif, new Uint8Array(ascii('GIF89a'))]
    const damaged = fc
      .tuple(
        fc.constantFrom(...heads),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
        fc.nat(),
      )
      .map(([head, changes, length]) => {
        const bytes = new Uint8Array(head)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        return bytes.slice(0, length % (bytes.length + 1))
      })
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 80 })), (bytes) => {
        const picture = readPicture(bytes)
        if (picture) expect(Math.min(picture.widthPx, picture.heightPx)).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })
})

test.each<[string, Uint8Array, RegExp]>([
  ['an SVG', new TextEncoder().encode('<?xml version="1.0"?><svg/>'), /SVG.*Save it as PNG/],
  ['a TIFF', new Uint8Array(ascii('II*\0')), /TIFF.*Save it as/],
  ['a HEIC', new Uint8Array([0, 0, 0, 24, ...ascii('ftypheic')]), /HEIC.*Save it as JPEG/],
  ['anything else', new Uint8Array(ascii('words')), /Use PNG, JPEG/],
])('%s is refused with what to do', (_, bytes, said) => {
  expect(pictureRefusal(bytes)).toMatch(said)
})
