import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { PersonId } from '../../shared/model/ids.ts'
import { type Order, type Report, reportSchema } from '../desk/orders.ts'
import type { DeskRefusalCode } from '../desk/refused.ts'
import { type Files, filesOver } from '../serve/ports.ts'

export interface Refusal {
  code: DeskRefusalCode
  message: string
}

export interface DeskProcess {
  /** A port to the desk as that person; null while it is not running. */
  connect(personId: PersonId | null): MessagePortMain | null
  files(): Files | null
  /** Why the desk cannot be opened, once that is known. */
  refusal(): Refusal | null
  close(): Promise<void>
}

const MOST_RESTARTS = 5
const WINDOW_MS = 60_000
const CLOSING_MS = 5000

/**
 * The desk in a process of its own, brought back when it crashes: the window's ports close then, and it asks for
 * new ones.
 */
export function startDesk(folder: string, onRefused: () => void): DeskProcess {
  let child: UtilityProcess | null = null
  let files: Files | null = null
  let refusal: Refusal | null = null
  let isClosing = false
  let restartsAtMs: number[] = []

  function tell(order: Order, ports: MessagePortMain[] = []) {
    child?.postMessage(order, ports)
  }

  function hear(report: Report) {
    if (report.kind === 'refused') {
      refusal = { code: report.code, message: report.message }
      onRefused()
      return
    }
    const { port1, port2 } = new MessageChannelMain()
    tell({ kind: 'files' }, [port1])
    files = filesOver(port2)
  }

  function start() {
    const started = utilityProcess.fork(join(import.meta.dirname, 'desk.js'), [folder], {
      serviceName: 'Stet desk',
      stdio: 'inherit',
    })
    child = started
    started.on('message', (message: unknown) => hear(reportSchema.parse(message)))
    started.on('exit', () => {
      child = null
      files = null
      if (isClosing || refusal) return
      const nowMs = Date.now()
      restartsAtMs = [...restartsAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs]
      if (restartsAtMs.length <= MOST_RESTARTS) start()
    })
  }

  start()
  return {
    connect(personId) {
      if (!child) return null
      const { port1, port2 } = new MessageChannelMain()
      // Waits in the process's queue until the desk is open.
      tell({ kind: 'connect', personId }, [port1])
      return port2
    },
    files: () => files,
    refusal: () => refusal,
    close() {
      isClosing = true
      const ending = child
      if (!ending) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => ending.kill(), CLOSING_MS)
        ending.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        tell({ kind: 'close' })
      })
    },
  }
}
