import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { createORPCClient } from '@orpc/client'
import WebSocket from 'ws'
import { z } from 'zod'
import { keepLink, type LastingLink } from '../../renderer/link/lasting.ts'
import { type Socket, socketConnect } from '../../renderer/link/socket.ts'
import type { SessionLink } from '../../renderer/state/session.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { isAlive } from '../scripts/chain.ts'

const root = resolve(import.meta.dirname, '../..')
const openingMs = 60_000
const openSchema = z.object({ kind: z.literal('open'), url: z.string(), port: z.int() })

export interface DeskProcess {
  readonly url: string
  /** How often it was opened. */
  opened(): number
  start(): Promise<void>
  /** SIGKILL to the desk, as when it crashes. */
  kill(): Promise<void>
  /** SIGKILL to whoever started it; the desk ends by itself then, and this waits for that. */
  killStarter(): Promise<void>
  stop(): Promise<void>
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => child.once('exit', () => done()))
}

/** A starter that stands by one desk as `npm start` does, without bringing it back: when that happens is ours to say. */
const starter = `
  import { spawn } from 'node:child_process'
  const [program, ...words] = process.argv.slice(1)
  const desk = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  process.send({ kind: 'pid', pid: desk.pid })
  desk.on('message', (message) => process.send(message))
  desk.on('exit', () => process.exit())
`

/** The desk of the browser shell in a process of its own, always at the same address. */
export async function startDeskProcess(folder: string): Promise<DeskProcess> {
  const key = randomBytes(32).toString('base64url')
  let port = 0
  let url = ''
  let opened = 0
  let child: ChildProcess | null = null
  let deskPid = 0

  async function start(): Promise<void> {
    const program = resolve(root, 'electron/serve/main.ts')
    const words = [program, '--desk', folder, '--port', String(port)]
    const started = spawn(process.execPath, ['--input-type=module', '-e', starter, ...words], {
      cwd: root,
      env: { ...process.env, STET_KEY: key },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    child = started
    let errors = ''
    started.stderr?.on('data', (chunk) => {
      errors += String(chunk)
    })
    await new Promise<void>((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`the desk did not open\n${errors}`)), openingMs)
      started.once('exit', (code) => failed(new Error(`the desk ended (${code})\n${errors}`)))
      started.on('message', (message: { kind: string; pid?: number }) => {
        if (message.kind === 'pid') {
          deskPid = message.pid ?? 0
          return
        }
        clearTimeout(timer)
        ;({ url, port } = openSchema.parse(message))
        opened++
        done()
      })
    })
  }

  async function deskGone(): Promise<void> {
    while (isAlive(deskPid)) await new Promise((done) => setTimeout(done, 10))
  }

  await start()
  return {
    get url() {
      return url
    },
    opened: () => opened,
    start,
    async kill() {
      const ending = child
      process.kill(deskPid, 'SIGKILL')
      if (ending) await ended(ending)
    },
    async killStarter() {
      const ending = child
      ending?.kill('SIGKILL')
      if (ending) await ended(ending)
      await deskGone()
    },
    async stop() {
      const ending = child
      try {
        process.kill(deskPid, 'SIGTERM')
      } catch {
        return
      }
      if (ending) await ended(ending)
    },
  }
}

export interface WindowLink extends SessionLink {
  readonly lasting: LastingLink
  /** As a page that crashes: the connection is gone without a word, and nothing comes back by itself. */
  crash(): void
}

/** The window's own link to the desk, over Node's WebSocket in place of a browser's. */
export function linkTo(desk: Pick<DeskProcess, 'url'>, personId: PersonId | null): WindowLink {
  let current: WebSocket | null = null
  const connect = socketConnect((person) => {
    const { host, origin, searchParams } = new URL(desk.url)
    const socket = new WebSocket(`ws://${host}/rpc${person ? `?person=${person}` : ''}`, {
      origin,
      headers: { cookie: `stet-${new URL(desk.url).port}=${searchParams.get('key')}` },
    })
    current = socket
    // The same methods and events as a browser's; only its types are its own.
    return socket as unknown as Socket
  })
  const lasting = keepLink(connect, { patienceMs: 60_000, longestDelayMs: 300 })
  if (personId) lasting.setPerson(personId)
  return {
    lasting,
    client: createORPCClient<DeskClient>(lasting),
    state: lasting.state,
    subscribe: lasting.subscribe,
    blobUrl: (hash) => `/blob/${hash}`,
    putBlob: () => Promise.reject(new Error('no file is brought here')),
    crash() {
      current?.terminate()
      lasting.close()
    },
  }
}
