// The desk's process in Electron: `desk.js FOLDER`. Ports come from the main process; nothing listens on a network.
import { must } from '../../shared/lib/assert.ts'
import { giveFiles, openPorts, type Port } from '../serve/ports.ts'
import { openDesk } from './desk.ts'
import { orderSchema, type Report } from './orders.ts'
import { DeskRefused } from './refused.ts'

/** What a utility process of Electron's has as `process.parentPort`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void
  postMessage(message: Report): void
}

const { parentPort } = process as typeof process & { parentPort?: ParentPort }
const parent = must(parentPort, 'the desk’s process is started by Electron’s main process')
const folder = must(process.argv[2], 'the desk’s process is told its folder')
const log = (line: string) => process.stderr.write(`${line}\n`)

try {
  const desk = await openDesk({ folder, via: 'window', log })
  const ports = openPorts(desk)
  const close = async () => {
    await desk.close()
    process.exit(0)
  }
  parent.on('message', ({ data, ports: [port] }) => {
    const order = orderSchema.parse(data)
    if (order.kind === 'close') void close()
    else if (order.kind === 'files') giveFiles(desk.blobs, must(port, 'a port comes along'), log)
    else ports.accept(must(port, 'a port comes along'), order.personId)
  })
  parent.postMessage({ kind: 'open' })
} catch (error) {
  if (!(error instanceof DeskRefused)) throw error
  parent.postMessage({ kind: 'refused', code: error.code, message: error.message })
}
