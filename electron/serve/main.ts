// The desk's process in the browser shell. It ends with the process that started it, and with every signal.
import { existsSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import type { Desk } from '../desk/desk.ts'
import { deskFolder } from '../desk/folder.ts'
import { DeskRefused } from '../desk/refused.ts'
import { BadArguments, parseServeArguments, type ServeArguments } from './arguments.ts'
import { newKey } from './door.ts'
import { listPage } from './page.ts'
import { languageOf, openingPage, REFUSAL_POLICY } from './refusal-page.ts'
import type { Serving } from './serve.ts'

/** Said to the starter once the address answers, so that it can bring it back after a crash. */
export interface OpenMessage {
  kind: 'open'
  url: string
  port: number
}

/** Tried where no port is named: an address that stays the same keeps a window's preferences. */
const USUAL_PORT = 4747

/** A desk that cannot be closed in this time is left to its journal. */
const CLOSING_MS = 5000

const root = resolve(import.meta.dirname, '../..')
const pageFolder = resolve(root, 'out/renderer')

const key = process.env.STET_KEY || newKey()
delete process.env.STET_KEY
/** Started again after a crash: the address was said before. */
const isAgain = process.env.STET_AGAIN === '1'

const log = (line: string) => process.stderr.write(`${line}\n`)

let stop = async () => {}
let endingSinceMs = 0

async function end(code: number): Promise<void> {
  if (endingSinceMs > 0) {
    // One Ctrl+C arrives several times: from the terminal and from whoever passes it on. A second one later
    // means that the person does not want to wait.
    if (Date.now() - endingSinceMs > 1000) process.exit(1)
    return
  }
  endingSinceMs = Date.now()
  setTimeout(() => process.exit(code), CLOSING_MS).unref()
  try {
    await stop()
  } catch (error) {
    log(`closing: ${error instanceof Error ? error.message : String(error)}`)
  }
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
process.on('SIGHUP', () => void end(0))
process.on('disconnect', () => void end(0))
// A terminal that is gone is no reason to lose the desk.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

/** The port that was named or none; without a name the usual one, else any. */
async function onPort(wanted: number | null, serve: (port: number) => Promise<Serving>): Promise<Serving> {
  try {
    return await serve(wanted ?? USUAL_PORT)
  } catch (error) {
    if (wanted !== null || !isBusy(error)) throw error
    return await serve(0)
  }
}

/** Answers whoever comes while the desk is closed and not yet open again. */
function sayOpening(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': REFUSAL_POLICY })
    .end(openingPage(1, languageOf(request.headers['accept-language'])))
}

/** Opens the desk at its address, or says there why it cannot be opened; and so again as often as is wanted. */
async function open({ desk: named, port }: ServeArguments): Promise<void> {
  const folder = deskFolder(named)
  // Loaded now and not before: what was typed is judged without the database.
  const [{ openDesk }, { serveDesk }, { serveRefusal }, { announce }, { listCopies }, restoring, migrate] =
    await Promise.all([
      import('../desk/desk.ts'),
      import('./serve.ts'),
      import('./refusal.ts'),
      import('../store/lock.ts'),
      import('../store/copy-list.ts'),
      import('../desk/restoring.ts'),
      import('../store/migrate.ts'),
    ])
  const newest = migrate.newestVersion(migrate.migrations)

  async function openAt(server: Server | null): Promise<void> {
    const on = server ? { server } : {}
    let serving: Serving
    let desk: Desk | null = null
    try {
      desk = await openDesk({ folder, via: 'browser', log, reopen: () => again() })
      const opened = desk
      stop = () => opened.close()
      serving = await onPort(port, (free) =>
        serveDesk(opened, {
          ...on,
          port: free,
          pageFolder: existsSync(pageFolder) ? pageFolder : null,
          log,
          key,
        }),
      )
      await announce(folder, serving.url)
    } catch (error) {
      if (!(error instanceof DeskRefused)) throw error
      if (error.code === 'locked' && !server) return await leaveToHolder(error)
      serving = await onPort(port, async (free) =>
        serveRefusal(error, folder, {
          ...on,
          port: free,
          key,
          page: existsSync(pageFolder) ? await listPage(pageFolder) : undefined,
          copies: () => listCopies(folder, newest),
          async open(copyName) {
            const by = { personId: null, via: 'window' as const }
            if (copyName !== null) await restoring.restoreClosed(folder, copyName, by, { anywhere: false })
            await moveOn(serving, null)
          },
        }),
      )
      console.error(`Stet cannot open this desk: ${error.message}`)
    }
    stop = async () => {
      await serving.close()
      await desk?.close()
    }
    if (server) return
    await report(serving)
    if (!isAgain) console.log(desk ? `Stet is open at ${serving.url}` : `Stet says why at ${serving.url}`)

    function again(): void {
      if (endingSinceMs > 0) return
      moveOn(serving, desk).catch((error: unknown) => {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error))
        void end(1)
      })
    }
  }

  /** Windows that are open stay so: their address and key remain. */
  async function moveOn(serving: Serving, desk: Desk | null): Promise<void> {
    const server = serving.release()
    server.on('request', sayOpening)
    try {
      await desk?.close()
    } finally {
      await openAt(server)
    }
  }

  await openAt(null)
}

/** Before the address is printed: from then on whoever started us brings us back. */
function report({ url, port }: Serving): Promise<void> {
  const message: OpenMessage = { kind: 'open', url, port }
  return new Promise((sent) => {
    if (process.send) process.send(message, () => sent())
    else sent()
  })
}

/** A second start: the first one has the desk, and its address is what was wanted. */
async function leaveToHolder({ holder, message }: DeskRefused): Promise<void> {
  if (holder?.url) {
    console.log(`Stet is open at ${holder.url}`)
    return await end(0)
  }
  console.error(`Stet cannot open this desk: ${message}`)
  await end(1)
}

try {
  await open(parseServeArguments(process.argv.slice(2)))
} catch (error) {
  if (error instanceof BadArguments) {
    console.error(error.message)
    await end(2)
  }
  if (isBusy(error)) {
    const { port } = parseServeArguments(process.argv.slice(2))
    console.error(`Port ${port} is taken by another program: name another one with --port, or leave it out.`)
    await end(1)
  }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  await end(1)
}
