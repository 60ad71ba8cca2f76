import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import { Wire, type WireMessage } from './ends.ts'
import type { MessagePortMain } from './message-port.ts'

export type ToUtility = WireMessage | { kind: 'parent'; data: unknown; ports: string[] }

interface ForkOptions {
  serviceName?: string
  stdio?: 'pipe' | 'ignore' | 'inherit' | ('pipe' | 'ignore' | 'inherit')[]
  execArgv?: string[]
  env?: NodeJS.ProcessEnv
  cwd?: string
}

const running = new Set<UtilityProcess>()
let held: (() => void)[] | null = null

/** Processes of the app that run now. */
export const utilities = (): UtilityProcess[] => [...running]

/** While they are held, new processes start no sooner than they are let go: a machine that is slow to start one. */
export function holdUtilities(isHeld: boolean): void {
  const starts = held ?? []
  held = isHeld ? starts : null
  if (!isHeld) for (const start of starts) start()
}

export function endUtilities(): void {
  for (const one of running) one.end()
}

/** A child process of Node's, with the ports that Electron's utility process has. */
export class UtilityProcess extends EventEmitter {
  readonly serviceName: string
  pid: number | undefined
  stdout: Readable | null = null
  stderr: Readable | null = null
  #child: ChildProcess | null = null
  #isOver = false
  readonly #unsent: ToUtility[] = []
  readonly #wire = new Wire((message) => this.#tell(message))

  constructor(path: string, args: string[], options: ForkOptions) {
    super()
    this.serviceName = options.serviceName ?? 'Node Utility Process'
    const start = () => {
      if (!this.#isOver) this.#start(path, args, options)
    }
    running.add(this)
    if (held) held.push(start)
    else start()
  }

  #start(path: string, args: string[], { stdio = 'inherit', execArgv = [], env, cwd }: ForkOptions): void {
    const [, out = 'inherit', err = 'inherit'] = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio]
    const child = fork(path, args, {
      execArgv: ['--import', new URL('./utility-register.ts', import.meta.url).href, ...execArgv],
      env: env ?? process.env,
      ...(cwd === undefined ? {} : { cwd }),
      serialization: 'advanced',
      stdio: ['ignore', out, err, 'ipc'],
    })
    this.#child = child
    this.pid = child.pid
    this.stdout = child.stdout
    this.stderr = child.stderr
    child.once('spawn', () => this.emit('spawn'))
    child.on('message', (message: ToUtility) => {
      if (message.kind === 'parent') this.emit('message', message.data)
      else this.#wire.hear(message)
    })
    child.on('error', (error) => console.error(error))
    child.once('exit', (code, signal) => {
      this.pid = undefined
      this.#end(code ?? (signal ? 1 : 0))
    })
    for (const message of this.#unsent.splice(0)) child.send(message)
  }

  #tell(message: ToUtility): void {
    if (this.#isOver) return
    if (!this.#child) this.#unsent.push(message)
    else if (this.#child.connected) this.#child.send(message, () => {})
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const data = structuredClone(message)
    const ports = transfer.map((port) => this.#wire.give(port.detach()))
    this.#tell({ kind: 'parent', data, ports })
  }

  kill(): boolean {
    if (this.#child) return this.#child.kill('SIGTERM')
    this.#end(0)
    return true
  }

  /** With the app, at once. */
  end(): void {
    this.#isOver = true
    this.#child?.kill('SIGKILL')
  }

  #end(code: number): void {
    running.delete(this)
    const isNews = !this.#isOver
    this.#isOver = true
    this.#wire.cut()
    if (isNews) this.emit('exit', code)
  }
}

export const utilityProcess = {
  fork: (path: string, args: string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(path, args, options),
}
