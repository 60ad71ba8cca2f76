import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DeskRefused } from '../../../electron/desk/refused.ts'
import { listPage } from '../../../electron/serve/page.ts'
import { type RefusalOptions, serveRefusal } from '../../../electron/serve/refusal.ts'
import { serveDesk } from '../../../electron/serve/serve.ts'
import type { DeskCopy } from '../../../shared/model/copy.ts'
import { makeDesk, makePage } from './place.ts'

const copy: DeskCopy = {
  name: 'backups/stet-20260101T000000000Z-v1-day.sqlite',
  occasion: 'day',
  atMs: Date.UTC(2026, 0, 1),
  sizeBytes: 250_000,
  stories: 3,
  lastChangeMs: Date.UTC(2025, 11, 31),
  trouble: null,
}
const broken: DeskCopy = { ...copy, name: 'backups/other.sqlite', trouble: 'it is <b>damaged</b>' }

async function refuse(options: Partial<RefusalOptions> = {}, code: 'damaged' | 'newer' = 'damaged') {
  const opened: (string | null)[] = []
  const serving = await serveRefusal(new DeskRefused(code, 'stet.sqlite <i>is damaged'), '/desks/one', {
    port: 0,
    copies: () => Promise.resolve([copy, broken]),
    open(name) {
      opened.push(name)
      return Promise.resolve()
    },
    ...options,
  })
  onTestFinished(() => serving.close())
  const { origin, searchParams } = new URL(serving.url)
  const cookie = `stet-${serving.port}=${searchParams.get('key')}`
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } })
  const post = (path: string, name: string | null, headers: Record<string, string> = { origin }) =>
    ask(path, {
      method: 'POST',
      body: name === null ? '' : new URLSearchParams({ name }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  return { serving, opened, ask, post, origin }
}

describe('where a desk cannot be opened', () => {
  it('its backups are listed, those that cannot be opened without a button, and nothing in them is markup', async () => {
    const { ask } = await refuse()
    const answer = await ask('/')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('3 stories')
    expect(page).toContain('it is &lt;b&gt;damaged&lt;/b&gt;')
    expect(page).toContain('stet.sqlite &lt;i&gt;is damaged')
    expect(page.match(/action="\/restore"/g)).toHaveLength(1)
    // Forms say where they come from only under this policy.
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
  })

  it('it is said in the language that the browser prefers, with the desk’s own words behind', async () => {
    const { ask } = await refuse()
    const german = { 'accept-language': 'fr;q=0.9, de-CH;q=0.8, en;q=0.5' }
    const page = await (await ask('/', { headers: german })).text()
    expect(page).toContain('<html lang="de">')
    expect(page).toContain('Seine Datenbank ist beschädigt.')
    expect(page).toContain('<small lang="en">stet.sqlite &lt;i&gt;is damaged</small>')
    expect(page).toContain('3 Beiträge, letzte Änderung Mittwoch, 31. Dezember 2025')
    expect(page).toContain('an einem neuen Tag')
    const question = await ask(`/restore?name=${encodeURIComponent(copy.name)}`, { headers: german })
    expect(await question.text()).toContain('Sicherung vom Donnerstag, 1. Januar 2026')
    expect(await (await ask('/', { headers: { 'accept-language': 'fr' } })).text()).toContain(
      '<html lang="en">',
    )
  })

  it('it is set in the window’s own faces, for who has the key, and nothing else of the window is given', async () => {
    const folder = await makePage()
    await writeFile(join(folder, 'assets/inter-latin-opsz-normal-A1_b-2.woff2'), 'a face')
    const { ask, origin } = await refuse({ page: await listPage(folder) })
    const answer = await ask('/type/interface')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'font/woff2'])
    expect(await answer.text()).toBe('a face')
    const page = await ask('/')
    expect(page.headers.get('content-security-policy')).toContain("font-src 'self'")
    expect(await page.text()).toContain('url("/type/interface")')
    expect((await fetch(`${origin}/type/interface`)).status).toBe(403)
    expect((await ask('/type/galley')).status).toBe(503)
    expect((await ask('/assets/index-1.js')).status).toBe(503)
  })

  it('a backup is opened after one more question', async () => {
    const { ask, post, opened } = await refuse()
    const question = await ask(`/restore?name=${encodeURIComponent(copy.name)}`)
    expect(await question.text()).toContain('Open the backup of')
    expect(opened).toEqual([])
    const answer = await post('/restore', copy.name)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(opened).toEqual([copy.name])
  })

  it('is tried again where a person wants it', async () => {
    const { post, opened } = await refuse()
    expect((await post('/again', null)).status).toBe(303)
    expect(opened).toEqual([null])
  })

  it.each<[string, Record<string, string>]>([
    ['another page', { origin: 'https://example.org' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['nobody’s page', {}],
  ])('nothing is opened for %s', async (_, headers) => {
    const { post, opened } = await refuse()
    expect((await post('/restore', copy.name, headers)).status).toBe(403)
    expect(opened).toEqual([])
  })

  it('nothing is shown or opened without the key', async () => {
    const { ask, post, opened, origin } = await refuse()
    expect((await ask('/', { headers: { cookie: '' } })).status).toBe(403)
    expect((await post('/restore', copy.name, { origin, cookie: '' })).status).toBe(403)
    expect(opened).toEqual([])
  })

  it('a desk that is sound but of a newer Stet offers no backup', async () => {
    const { ask, post, opened } = await refuse({}, 'newer')
    expect(await (await ask('/')).text()).not.toContain('/restore')
    expect((await post('/restore', copy.name)).status).toBe(404)
    expect(opened).toEqual([])
  })

  it('what went wrong with a backup is said, and the list stands as before', async () => {
    const { post } = await refuse({ open: () => Promise.reject(new Error('the backup is damaged')) })
    const answer = await post('/restore', copy.name)
    expect(answer.status).toBe(409)
    const page = await answer.text()
    expect(page).toContain('the backup is damaged')
    expect(page).toContain('3 stories')
  })

  it('the server goes over to the desk, at the same address and with the same key', async () => {
    const { serving, ask } = await refuse()
    const key = new URL(serving.url).searchParams.get('key') ?? ''
    const server = serving.release()
    server.on('request', (_request, response) => response.writeHead(503).end())
    expect((await ask('/')).status).toBe(503)
    const desk = await makeDesk()
    const opened = await serveDesk(desk, { port: 0, server, pageFolder: null, key })
    expect(opened.url).toBe(serving.url)
    expect((await ask('/blob/00')).status).toBe(404)
  })
})
