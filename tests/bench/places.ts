import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import { type Desk, openDesk } from '../../electron/desk/desk.ts'
import { must } from '../../shared/lib/assert.ts'
import { newRequestId, type PersonId, type StoryId } from '../../shared/model/ids.ts'
import { type BrowserShell, startBrowserShell } from '../e2e/shells/browser.ts'
import { bundleOf, headlineOf, paragraphsOf, type Size } from './book.ts'
import { watchKeys } from './in-page.ts'

const root = resolve(import.meta.dirname, '../..')

/** Puts the story of a size into a desk that is open in this process. */
export async function importSize(desk: Desk, personId: PersonId, size: Size): Promise<StoryId> {
  const bytes = Buffer.from(JSON.stringify(bundleOf(size)))
  const { hash } = await desk.blobs.put(bytes)
  const client = desk.client({ personId, via: 'window' })
  const made = await client.transfer.importFile({
    requestId: newRequestId(),
    name: `${size.name}.json`,
    hash,
  })
  return made.storyId
}

const worker = { name: 'Maren Oduya', initials: 'MO', role: 'checker' as const }

export async function joinDesk(desk: Desk): Promise<PersonId> {
  const nobody = desk.client({ personId: null, via: 'window' })
  return (await nobody.people.add({ requestId: newRequestId(), person: worker })).id
}

/** A desk with the stories of all sizes, behind the browser shell as a person starts it. */
export async function openPlace(
  browser: Browser,
  folder: string,
  sizes: readonly Size[],
): Promise<BrowserShell> {
  const desk = await openDesk({ folder })
  const personId = await joinDesk(desk)
  for (const size of sizes) await importSize(desk, personId, size)
  await desk.close()
  const shell = await startBrowserShell(browser, { folder })
  // Each window that is measured is a page of its own.
  await shell.page.close()
  return shell
}

export const viewport = { width: 1440, height: 900 }

/** Says who works at a window, and waits for the list of stories. */
export async function readyWindow(page: Page): Promise<void> {
  await page.getByRole('button', { name: `Work as ${worker.name}` }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('button').first().waitFor()
}

/** A page of its own on the desk, at work, with the list of stories before it. */
export async function openWindow(browser: Browser, shell: BrowserShell): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(shell.url)
  await readyWindow(page)
  return page
}

const storyRow = (page: Page, size: Size) =>
  page
    .getByRole('list', { name: 'Stories' })
    .getByRole('button', { name: new RegExp(`^${headlineOf(size)}\\b`) })
    .first()

/** Milliseconds from the click on a story, or the call that gives a peer its text. */
export interface Opened {
  /** To the frame that shows the text. */
  readonly textMs: number
  /** To the frame that shows the claims too, from which on the story can be typed in; as `textMs` where there are none. */
  readonly wholeMs: number
}

/** Opens a story from the list, and waits until it can be typed in. */
export async function openStory(page: Page, size: Size): Promise<Opened> {
  const button = must(await storyRow(page, size).elementHandle(), 'the story is listed')
  const opened = await page.evaluate(
    async ([row, headline, count]) => {
      const frame = () =>
        new Promise<void>((painted) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => painted()
            port2.postMessage(null)
          }),
        )
      const fromMs = performance.now()
      row.click()
      let textMs: number | null = null
      for (;;) {
        await frame()
        const text = document.querySelector<HTMLElement>('[data-testid="story-text"]')
        const isThere = text?.querySelector('.headline')?.textContent === headline
        if (!isThere || text.querySelectorAll('p').length < count) continue
        const nowMs = performance.now() - fromMs
        textMs ??= nowMs
        const isWhole =
          text.isContentEditable && text.querySelector('[data-claim]:not([data-status])') === null
        if (isWhole) return { textMs, wholeMs: nowMs }
      }
    },
    [button as unknown as HTMLElement, headlineOf(size), paragraphsOf(size).length] as const,
  )
  await watchKeys(page)
  return opened
}

export interface PeerPlace {
  /** A page with one peer on the paragraphs. */
  open(browser: Browser, peer: string, paragraphs: readonly string[]): Promise<{ page: Page; opened: Opened }>
  close(): void
}

const mediaTypes: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Builds the page of the peers for production, as Stet's own is, and serves it. */
export async function openPeers(): Promise<PeerPlace> {
  const outDir = join(root, 'node_modules', '.cache', 'stet', 'bench-peers')
  await build({
    root: join(root, 'tests', 'bench', 'peers'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  const server = createServer((request, response) => {
    const path = join(outDir, request.url === '/' ? 'index.html' : (request.url ?? '').replaceAll('..', ''))
    readFile(path).then(
      (bytes) => response.setHeader('Content-Type', mediaTypes[extname(path)] ?? 'text/plain').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    async open(browser, peer, paragraphs) {
      const context = await browser.newContext({ viewport, locale: 'en-GB' })
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${port}/`)
      const textMs = await page.evaluate(
        ([name, texts]) => Reflect.get(window, 'openPeer')(name, texts) as Promise<number>,
        [peer, paragraphs] as const,
      )
      await watchKeys(page)
      return { page, opened: { textMs, wholeMs: textMs } }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
