import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addressOf, cookieOf, judge, makeDoor, newKey } from '../../../electron/serve/door.ts'
import { must } from '../../../shared/lib/assert.ts'

const key = newKey()
const door = makeDoor(4747, key)
const cookie = `${door.cookieName}=${key}`
const own = { host: '127.0.0.1:4747', cookie }

interface Knock {
  url?: string
  headers: Record<string, string>
  isChange?: boolean
}

function isIn({ url = '/', headers, isChange = false }: Knock): boolean {
  const request = { url, headers } as unknown as IncomingMessage
  return judge(door, request, must(addressOf(door, request), 'an address'), isChange).isIn
}

describe('the door of the browser shell', () => {
  const welcome: [string, Knock][] = [
    ['the key in the address', { url: `/?key=${key}`, headers: { host: own.host } }],
    ['the cookie', { headers: own }],
    ['the cookie among others', { headers: { ...own, cookie: `a=b; ${cookie}; stet-1=x` } }],
    [
      'the right cookie beside a stale one',
      { headers: { ...own, cookie: `${door.cookieName}=old; ${cookie}` } },
    ],
    ['a change from our own page', { headers: { ...own, origin: door.origin }, isChange: true }],
    ['a picture on our own page', { url: '/blob/x', headers: { ...own, 'sec-fetch-site': 'same-origin' } }],
    ['an address typed by hand', { url: '/blob/x', headers: { ...own, 'sec-fetch-site': 'none' } }],
    [
      'a link followed from elsewhere',
      {
        url: `/?key=${key}`,
        headers: {
          host: own.host,
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        },
      },
    ],
  ]
  it.each(welcome)('opens to %s', (_name, knock) => {
    expect(isIn(knock)).toBe(true)
  })

  const strangers: [string, Knock][] = [
    ['nobody', { headers: { host: own.host } }],
    ['a wrong key', { url: `/?key=${newKey()}`, headers: { host: own.host } }],
    ['half a key', { url: `/?key=${key.slice(0, 20)}`, headers: { host: own.host } }],
    ['an empty key', { url: '/?key=', headers: { host: own.host } }],
    ['the cookie of another port', { headers: { ...own, cookie: `stet-4748=${key}` } }],
    ['a name that resolves here', { headers: { ...own, host: 'evil.example:4747' } }],
    ['localhost, which is another name', { headers: { ...own, host: 'localhost:4747' } }],
    ['another port', { headers: { ...own, host: '127.0.0.1:4748' } }],
    ['no host at all', { headers: { cookie } }],
    ['a read by another page', { headers: { ...own, origin: 'http://127.0.0.1:4748' } }],
    ['a change by another page', { headers: { ...own, origin: 'https://evil.example' }, isChange: true }],
    ['a change by a sandboxed page', { headers: { ...own, origin: 'null' }, isChange: true }],
    ['a change by nobody in particular', { headers: own, isChange: true }],
    ['a picture on another page', { url: '/blob/x', headers: { ...own, 'sec-fetch-site': 'cross-site' } }],
    [
      'a picture on a neighbour’s page',
      { url: '/blob/x', headers: { ...own, 'sec-fetch-site': 'same-site' } },
    ],
    [
      'a frame on another page',
      {
        url: `/?key=${key}`,
        headers: {
          host: own.host,
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'iframe',
        },
      },
    ],
    [
      'a link to a file from elsewhere',
      {
        url: '/blob/x',
        headers: {
          ...own,
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        },
      },
    ],
  ]
  it.each(strangers)('stays shut to %s', (_name, knock) => {
    expect(isIn(knock)).toBe(false)
  })

  it.each(['//evil.example/', 'http://evil.example/', '*', ''])('takes %j for no address', (url) => {
    expect(addressOf(door, { url } as IncomingMessage)).toBeNull()
  })

  it('hands out a cookie that scripts cannot read and other sites cannot send', () => {
    expect(cookieOf(door)).toBe(`stet-4747=${key}; Path=/; HttpOnly; SameSite=Strict`)
  })

  it('makes keys of 256 bits, each another', () => {
    const keys = new Set(Array.from({ length: 50 }, newKey))
    expect(keys.size).toBe(50)
    for (const one of keys) expect(Buffer.from(one, 'base64url')).toHaveLength(32)
  })
})
