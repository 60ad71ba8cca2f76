import { describe, expect, test } from 'vitest'
import { readImageHead } from '../../../electron/export/image.ts'
import { pngOf } from './fixture.ts'

const jpeg = (...segments: number[][]): Uint8Array => new Uint8Array([0xff, 0xd8, ...segments.flat()])
const app0 = [0xff, 0xe0, 0x00, 0x04, 0x4a, 0x46]
const thumbnailTables = [0xff, 0xc4, 0x00, 0x05, 0x01, 0x02, 0x03]
const frame = [0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0x2c, 0x02, 0x58, 0x01, 0x00, 0x00, 0x00]

describe('the head of an image', () => {
  test('of a PNG', () => {
    expect(readImageHead(pngOf(31, 17))).toEqual({
      type: 'png',
      mediaType: 'image/png',
      widthPx: 31,
      heightPx: 17,
    })
  })

  test('of a GIF', () => {
    const bytes = new Uint8Array([...Buffer.from('GIF89a', 'latin1'), 0x2c, 0x01, 0xc8, 0x00, 0, 0, 0])
    expect(readImageHead(bytes)).toMatchObject({ type: 'gif', widthPx: 300, heightPx: 200 })
  })

  test('of a JPEG, behind other segments and padding', () => {
    const bytes = jpeg(app0, [0xff], thumbnailTables, frame)
    expect(readImageHead(bytes)).toMatchObject({ type: 'jpg', widthPx: 600, heightPx: 300 })
  })

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG cut off in its head', pngOf(3, 3).slice(0, 20)],
    ['a PNG without a width', new Uint8Array(pngOf(3, 3)).fill(0, 16, 20)],
    ['a JPEG without a frame', jpeg(app0, [0xff, 0xda, 0x00, 0x04, 0, 0])],
    ['a JPEG cut off', jpeg(app0).slice(0, 5)],
    ['a JPEG whose segment has no length', jpeg([0xff, 0xe0, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('of %s is none', (_, bytes) => {
    expect(readImageHead(bytes)).toBe(null)
  })

  test('reads a part of a larger buffer', () => {
    const buffer = new Uint8Array([9, 9, 9, ...pngOf(5, 6)])
    expect(readImageHead(buffer.subarray(3))).toMatchObject({ widthPx: 5, heightPx: 6 })
  })
})
