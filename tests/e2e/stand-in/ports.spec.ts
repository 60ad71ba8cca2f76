import type { Page } from '@playwright/test'
import { expect, linesOf, test } from './room.ts'

interface Heard {
  data: unknown[]
  isClosed: boolean
  strangers: unknown[]
}

/** Asks main for a port by this channel and keeps what comes through it in the page. */
async function takePort(page: Page, channel: string): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        const heard: Heard = { data: [], isClosed: false, strangers: [] }
        window.addEventListener('message', ({ data, ports: [port], origin }) => {
          if (!port || origin !== location.origin) {
            heard.strangers.push(data)
            return
          }
          port.addEventListener('message', (event) => heard.data.push(event.data))
          port.addEventListener('close', () => {
            heard.isClosed = true
          })
          port.start()
          Object.assign(window, { heard, port })
          done()
        })
        window.room.send(name)
      }),
    channel,
  )
}

const heardOf = (page: Page): Promise<Heard> => page.evaluate(() => Reflect.get(window, 'heard'))
const post = (page: Page, message: unknown) =>
  page.evaluate((data) => (Reflect.get(window, 'port') as MessagePort).postMessage(data), message)

test('a port carries everything in order, what was said before it arrived first', async ({ page }) => {
  await takePort(page, 'port')
  await page.evaluate(() => {
    const port: MessagePort = Reflect.get(window, 'port')
    for (let number = 0; number < 500; number++)
      port.postMessage({ number, bytes: new Uint8Array([number % 256]) })
  })
  await expect.poll(async () => (await heardOf(page)).data.length).toBe(503)
  const { data, strangers } = await heardOf(page)
  expect(data.slice(0, 3)).toEqual([{ early: 0 }, { early: 1 }, { early: 2 }])
  expect(data.slice(3).map((each) => (each as { number: number }).number)).toEqual(
    Array.from({ length: 500 }, (_, number) => number),
  )
  // The message to another origin never came.
  expect(strangers).toEqual([])
})

test('a port that main closes ends in the page, and one whose page is loaded again ends in main', async ({
  page,
  room,
}) => {
  await takePort(page, 'port')
  await post(page, 'close')
  await expect.poll(async () => (await heardOf(page)).isClosed).toBe(true)
  await takePort(page, 'port')
  await page.reload()
  await expect.poll(() => linesOf(room).map(([what]) => what)).toContain('port closed')
})

test('a port to a utility process goes through main, and ends when that process is killed', async ({
  page,
  room,
}) => {
  await takePort(page, 'worker')
  await post(page, { hello: 'worker' })
  await expect.poll(async () => (await heardOf(page)).data).toEqual([{ hello: 'worker' }])
  expect(linesOf(room)).toContainEqual(['worker', { words: ['word'], type: 'utility' }])
  const [worker] = await room.command('utilities')
  expect(worker?.serviceName).toBe('Worker')
  if (worker?.pid !== undefined) process.kill(worker.pid, 'SIGKILL')
  await expect.poll(async () => (await heardOf(page)).isClosed).toBe(true)
  expect(linesOf(room).map(([what]) => what)).toContain('worker ended')
})
