import { join } from 'node:path'
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron'
import type { DeskCopy } from '../../shared/model/copy.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { type Order, type Report, reportSchema } from '../desk/orders.ts'
import type { DeskRefusalCode } from '../desk/refused.ts'
import { type Files, filesOver } from '../serve/ports.ts'
import { countRestarts } from './restarts.ts'

export interface Refusal {
  code: DeskRefusalCode
  message: string
  /** What it can be opened from, the newest first. */
  copies: readonly DeskCopy[]
  /** Why the last backup that was asked for could not take its place. */
  wrong: string | null
}

export interface DeskProcess {
  /**
   * A port to the desk as that person. While the desk is started (again), what is said into the port waits;
   * null where there will be no desk.
   */
  connect(personId: PersonId | null): MessagePortMain | null
  /** null while the desk is not open. */
  files(): Files | null
  /** As soon as the desk is open; null where it cannot be opened. */
  filesSoon(): Promise<Files | null>
  /** Why the desk cannot be opened, once that is known. */
  refusal(): Refusal | null
  /**
   * Tries again to open a desk that was refused, from that backup where one is named; settles once it is open or
   * refused again.
   */
  openRefused(copyName: string | null): Promise<void>
  /** It ended too often to be started again. */
  hasStopped(): boolean
  /** Starts it once more after {@link hasStopped}. */
  startAgain(): void
  close(): Promise<void>
}

export interface DeskProcessOptions {
  folder: string
  /** There is no desk to be had: refused, or stopped too often. */
  onLost(): void
  /** What the process wrote to its standard error. */
  onError(text: string): void
  /** It ended without having been told to. */
  onCrash(code: number): void
}

const CLOSING_MS = 5000

/**
 * The desk in a process of its own, brought back when it crashes: the window's ports close then, and it asks for
 * new ones.
 */
export function startDesk({ folder, onLost, onError, onCrash }: DeskProcessOptions): DeskProcess {
  let child: UtilityProcess | null = null
  let files: Files | null = null
  let refusal: Refusal | null = null
  let isClosing = false
  let isStopped = false
  /** It ends because it is to be started again. */
  let isReopening = false
  const wantingVerdict = new Set<() => void>()
  /** Said while there was nobody to hear it. */
  let waiting: { order: Order; ports: MessagePortMain[] }[] = []
  const wantingFiles = new Set<(files: Files | null) => void>()
  const restarts = countRestarts()

  function tell(order: Order, ports: MessagePortMain[] = []) {
    if (child) child.postMessage(order, ports)
    else waiting.push({ order, ports })
  }

  function giveFiles(given: Files | null) {
    for (const give of wantingFiles) give(given)
    wantingFiles.clear()
  }

  function lose() {
    for (const { ports } of waiting) for (const port of ports) port.close()
    waiting = []
    giveFiles(null)
    onLost()
  }

  function judge() {
    for (const go of wantingVerdict) go()
    wantingVerdict.clear()
  }

  function hear(report: Report) {
    if (report.kind === 'reopening') {
      isReopening = true
      return
    }
    if (report.kind === 'refused') {
      const { code, message, copies, wrong } = report
      const isNews = refusal === null && wantingVerdict.size === 0
      refusal = { code, message, copies, wrong }
      // Whoever asked for another try is answered by the page that shows it.
      if (isNews) lose()
      judge()
      return
    }
    refusal = null
    judge()
    const { port1, port2 } = new MessageChannelMain()
    tell({ kind: 'files' }, [port1])
    files = filesOver(port2)
    giveFiles(files)
  }

  function start() {
    if (isClosing) return
    const started = utilityProcess.fork(join(import.meta.dirname, 'desk.js'), [folder], {
      serviceName: 'Stet desk',
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    child = started
    started.stderr?.on('data', (chunk: Buffer) => onError(String(chunk)))
    started.on('message', (message: unknown) => hear(reportSchema.parse(message)))
    started.on('exit', (code) => {
      child = null
      files = null
      if (isReopening && !isClosing) {
        isReopening = false
        start()
        return
      }
      if (isClosing || refusal) {
        judge()
        return
      }
      onCrash(code)
      const delayMs = restarts.next(Date.now())
      if (delayMs === null) {
        isStopped = true
        lose()
      } else setTimeout(start, delayMs)
    })
    // They wait in the process's own queue until the desk is open.
    for (const { order, ports } of waiting) started.postMessage(order, ports)
    waiting = []
  }

  const isLost = () => refusal !== null || isStopped || isClosing

  start()
  return {
    connect(personId) {
      if (isLost()) return null
      const { port1, port2 } = new MessageChannelMain()
      tell({ kind: 'connect', personId }, [port1])
      return port2
    },
    files: () => files,
    filesSoon() {
      if (files || isLost()) return Promise.resolve(files)
      return new Promise((resolve) => wantingFiles.add(resolve))
    },
    refusal: () => refusal,
    openRefused(copyName) {
      if (!refusal || isClosing) return Promise.resolve()
      const verdict = new Promise<void>((go) => wantingVerdict.add(go))
      if (child) tell({ kind: 'open', copyName })
      else start()
      return verdict
    },
    hasStopped: () => isStopped,
    startAgain() {
      if (!isStopped) return
      isStopped = false
      restarts.forget()
      start()
    },
    close() {
      isClosing = true
      giveFiles(null)
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
