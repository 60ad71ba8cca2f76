import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { STOPPED_POLICY, stoppedPage } from '../../../electron/main/stopped-page.ts'
import { listPage } from '../../../electron/serve/page.ts'
import { plainType } from '../../../electron/serve/plain-type.ts'
import { confirmPage, REFUSAL_POLICY, refusalPage } from '../../../electron/serve/refusal-page.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { DeskCopy } from '../../../shared/model/copy.ts'
import { expect, test } from '../shell.ts'
import { expectAccessible, expectNoOverflow } from '../window.ts'

const folder = resolve(import.meta.dirname, '../../../test-results/gallery/plain-pages')

const deskFolder = '/home/edda/.local/share/Stet'

const copy: DeskCopy = {
  name: 'backups/stet-20260306T080100000Z-v5-day.sqlite',
  occasion: 'day',
  atMs: Date.UTC(2026, 2, 6, 8, 1),
  sizeBytes: 3_460_300,
  stories: 6,
  lastChangeMs: Date.UTC(2026, 2, 5, 18, 40),
  trouble: null,
}

const broken: DeskCopy = { ...copy, occasion: 'setAside', stories: 0, trouble: 'it is not a database' }

const damaged = {
  code: 'damaged',
  message: 'The database of this desk is damaged: page 12 cannot be read.',
} as const
const locked = {
  code: 'locked',
  message: 'Another Stet has this desk open, at http://127.0.0.1:4123.',
} as const

const pages = [
  [
    'damaged',
    refusalPage(damaged, deskFolder, [copy, broken], 'That backup could not be opened.'),
    REFUSAL_POLICY,
  ],
  ['locked', refusalPage(locked, deskFolder, []), REFUSAL_POLICY],
  ['confirm', confirmPage(copy, deskFolder), REFUSAL_POLICY],
  ['stopped', stoppedPage('en'), STOPPED_POLICY],
  ['damaged-german', refusalPage(damaged, deskFolder, [copy, broken], null, 'de'), REFUSAL_POLICY],
  ['stopped-german', stoppedPage('de'), STOPPED_POLICY],
] as const

test('pages that stand where the window cannot look like Stet under their own policy, everywhere', async ({
  page,
}) => {
  await mkdir(folder, { recursive: true })
  const built = await listPage(resolve(import.meta.dirname, '../../../out/renderer'))
  await page.route('**/type/*', (route) => {
    const face = must(
      plainType(built, new URL(route.request().url()).pathname),
      'each face is in the built page',
    )
    return route.fulfill({ path: face.path, contentType: face.mediaType })
  })
  for (const [name, body, policy] of pages) {
    await page.route(`**/${name}`, (route) =>
      route.fulfill({ body, contentType: 'text/html', headers: { 'Content-Security-Policy': policy } }),
    )
    await page.goto(new URL(`/${name}`, page.url()).href)
    for (const [look, width, colorScheme] of [
      ['light', 1000, 'light'],
      ['dark', 1000, 'dark'],
      ['narrow', 400, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 700 })
      await page.emulateMedia({ colorScheme })
      const loaded = await page.evaluate(async () => {
        const { fonts } = document
        await fonts.ready
        return [...fonts]
          .filter((face) => face.status === 'loaded')
          .map((face) => `${face.family} ${face.style}`)
      })
      expect(loaded.map((face) => face.replaceAll('"', '')).sort()).toEqual([
        'Stet Galley italic',
        'Stet Galley normal',
        'Stet Interface normal',
      ])
      await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true })
      // Its style was let in.
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(31, 30, 27)' : 'rgb(253, 251, 247)')
      await expectNoOverflow(page)
      await expectAccessible(page)
    }
  }
})
