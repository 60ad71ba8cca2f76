import { describe, expect, it } from 'vitest'
import { fileHeaders } from '../../../electron/serve/blob.ts'

describe('a file of somebody else’s', () => {
  it.each(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])(
    'is shown where it is a plain picture: %s',
    (mediaType) => {
      expect(fileHeaders(mediaType)).toMatchObject({
        'Content-Type': mediaType,
        'Content-Disposition': 'inline',
      })
    },
  )

  it.each([
    'image/svg+xml',
    'text/html',
    'application/xhtml+xml',
    'text/xml',
    'application/pdf',
    'text/javascript',
    'image/png; charset=x',
    '',
  ])('is a download without a kind wherever a browser could run it: %j', (mediaType) => {
    expect(fileHeaders(mediaType)).toEqual({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })
})
