// The desk's process in Electron: `desk.js FOLDER`. Ports come from the main process; nothing listens on a network.
import { must } from '../../shared/lib/assert.ts'
import { giveFiles, openPorts, type Port } from '../serve/ports.ts'
import { listCopies } from '../store/copy-list.ts'
import { migrations, newestVersion } from '../store/migrate.ts'
import { openDesk } from './desk.ts'
import { orderSchema, type Report } from './orders.ts'
import { DeskRefused } from './refused.ts'
import { restoreClosed } from './restoring.ts'

/** What a utility process of Electron's has as `process.parentPort`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: Report): void
}

const { parentPort } = process as typeof process & { parentPort?: ParentPort }
const parent = must(parentPort, 'the desk’s process is started by Electron’s main process')
const folder = must(process.argv[2], 'the desk’s process is told its folder')
const log = (line: string) => process.stderr.write(`${line}\n`)

/** Long enough for what was said last to leave. */
const LEAVING_MS = 20

/** Ends this process so that the next one opens the desk. */
function reopen(): void {
  parent.postMessage({ kind: 'reopening' })
  setTimeout(() => process.exit(0), LEAVING_MS)
}

async function refuse({ code, message }: DeskRefused, wrong: string | null): Promise<void> {
  const copies = await listCopies(folder, newestVersion(migrations))
  parent.postMessage({ kind: 'refused', code, message, copies, wrong })
}

function answerRefused(refused: DeskRefused): void {
  parent.on('message', ({ data, ports: [port] }) => {
    const order = orderSchema.parse(data)
    if (order.kind === 'close') process.exit(0)
    if (order.kind !== 'open') {
      port?.close()
      return
    }
    const by = { personId: null, via: 'window' as const }
    const ready =
      order.copyName === null
        ? Promise.resolve()
        : restoreClosed(folder, order.copyName, by, { anywhere: false })
    ready.then(reopen, (error: unknown) =>
      refuse(refused, error instanceof Error ? error.message : String(error)),
    )
  })
}

try {
  const desk = await openDesk({
    folder,
    via: 'window',
    log,
    reopen: () => void desk.close().finally(reopen),
  })
  const ports = openPorts(desk)
  const close = async () => {
    await desk.close()
    process.exit(0)
  }
  parent.on('message', ({ data, ports: [port] }) => {
    const order = orderSchema.parse(data)
    if (order.kind === 'close') void close()
    else if (order.kind === 'files') giveFiles(desk.blobs, must(port, 'a port comes along'), log)
    else if (order.kind === 'connect') ports.accept(must(port, 'a port comes along'), order.personId)
  })
  parent.postMessage({ kind: 'open' })
} catch (error) {
  if (!(error instanceof DeskRefused)) throw error
  answerRefused(error)
  await refuse(error, null)
}
