import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { Browser, Page } from '@playwright/test'
import { WebSocket } from 'ws'
import type { Socket } from '../../renderer/link/socket.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { must } from '../../shared/lib/assert.ts'
import { newRequestId } from '../../shared/model/ids.ts'
import type { BrowserShell } from '../e2e/shell.ts'
import { headlineOf, type Size } from './book.ts'
import { aim, type Row, rowOf } from './measure.ts'
import { openStory, openWindow } from './places.ts'

const section = 'Settling, painted in the galley'
const frameMs = 1000 / 60

/** The contract from this process, as Maren Oduya. */
async function connect(shell: BrowserShell): Promise<{ client: DeskClient; close(): void }> {
  const { origin, host, port, searchParams } = new URL(shell.url)
  const headers = { cookie: `stet-${port}=${searchParams.get('key')}` }
  const open = async (person: string): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://${host}/rpc${person}`, { headers, origin })
    await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
    return socket
  }
  // The same methods and events as a browser's; only its types are its own.
  const clientOf = (socket: WebSocket) =>
    createORPCClient<DeskClient>(new RPCLink({ websocket: socket as unknown as Socket }))
  const nobody = await open('')
  const { id } = must((await clientOf(nobody).people.list())[0], 'somebody works here')
  nobody.close()
  const socket = await open(`?person=${id}`)
  return { client: clientOf(socket), close: () => socket.close() }
}

/** Tells the page's clock when claims are painted: the last change of a status, then the frame that shows it. */
async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(() => {
    const galley = document.querySelector('[data-testid="story-text"]')
    if (!galley) throw new Error('there is no story')
    const painted = { count: 0, atMs: 0 }
    Object.assign(window, { painted })
    new MutationObserver((changes) => {
      const ids = new Set(changes.map(({ target }) => (target as HTMLElement).dataset.claim))
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          painted.count += ids.size
          painted.atMs = performance.now()
        }
        port2.postMessage(null)
      })
    }).observe(galley, { subtree: true, attributes: true, attributeFilter: ['data-status'] })
  })
}

/**
 * What the desk says to the page is held back while claims are settled from here, then let go at once: from then
 * to the frame that shows them all.
 */
export async function measureSettling(
  browser: Browser,
  shell: BrowserShell,
  size: Size,
  given: { ones: number; hundreds: number },
): Promise<Row[]> {
  const page = await openWindow(browser, shell)
  let isHeld = false
  let held: (() => void)[] = []
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.reload()
  await page.getByRole('list', { name: 'Stories' }).getByRole('button').first().waitFor()
  await openStory(page, size)
  await watchPaint(page)
  const { client, close } = await connect(shell)
  const stories = await client.stories.list({})
  const story = must(
    stories.find(({ headline }) => headline === headlineOf(size)),
    'the story is there',
  )

  let status: 'confirmed' | 'queried' = 'confirmed'
  async function settle(count: number): Promise<number> {
    const { claims } = await client.stories.open({ storyId: story.id })
    isHeld = true
    for (const claim of claims.slice(0, count)) {
      await client.claims.settle({
        requestId: newRequestId(),
        claimId: claim.id,
        status,
        note: '',
        seenWords: claim.words,
      })
    }
    status = status === 'confirmed' ? 'queried' : 'confirmed'
    // What was said meanwhile has to have come as far as the hand that holds it.
    await new Promise((come) => setTimeout(come, 500))
    const fromMs = await page.evaluate(() => {
      Object.assign(Reflect.get(window, 'painted'), { count: 0 })
      return performance.now()
    })
    isHeld = false
    for (const send of held) send()
    held = []
    await page.waitForFunction((wanted) => Reflect.get(window, 'painted').count >= wanted, count)
    return (await page.evaluate(() => Reflect.get(window, 'painted').atMs)) - fromMs
  }

  const ones: number[] = []
  for (let round = 0; round < given.ones; round++) ones.push(await settle(1))
  const many: number[] = []
  for (let round = 0; round < given.hundreds; round++) many.push(await settle(500))
  close()
  await page.context().close()
  const one = rowOf({
    section,
    name: 'one claim, from the news to the frame',
    who: 'Stet',
    unit: 'ms',
    values: ones,
  })
  const five = rowOf({ section, name: '500 claims, the same', who: 'Stet', unit: 'ms', values: many })
  return [aim(one, 'within a frame', one.p50 <= frameMs), aim(five, '≤ 50 ms', five.p50 <= 50)]
}
