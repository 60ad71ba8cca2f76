import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type OnSecond = (argv: string[], cwd: string, data: unknown) => void

/** One process a folder. The lock is a file with the holder's process id; a second start is told over a socket. */
export class InstanceLock {
  readonly #folder: string
  #server: Server | null = null
  #telling: Promise<void> | null = null
  isHeld = false

  constructor(folder: string) {
    this.#folder = folder
  }

  get #path(): string {
    return join(this.#folder, 'stand-in.lock')
  }

  /** Where the process listens; in a short path, for a socket's is limited. */
  #socket(pid: number): string {
    return process.platform === 'win32'
      ? `\\\\.\\pipe\\stand-in-${pid}`
      : join(tmpdir(), `stand-in-${pid}.sock`)
  }

  take(data: unknown, onSecond: OnSecond): boolean {
    if (this.isHeld) return true
    mkdirSync(this.#folder, { recursive: true })
    const holder = this.#claim()
    if (holder === null) {
      this.isHeld = true
      this.#listen(onSecond)
      return true
    }
    this.#telling = tell(this.#socket(holder), JSON.stringify([process.argv, process.cwd(), data]))
    return false
  }

  /** @returns null where the lock is ours now, else whose it is */
  #claim(): number | null {
    const own = `${this.#path}.${process.pid}`
    writeFileSync(own, String(process.pid))
    try {
      for (;;) {
        try {
          linkSync(own, this.#path)
          return null
        } catch {
          const holder = Number(readFileSync(this.#path, 'utf8'))
          if (isAlive(holder)) return holder
          rmSync(this.#path, { force: true })
        }
      }
    } finally {
      rmSync(own, { force: true })
    }
  }

  #listen(onSecond: OnSecond): void {
    const path = this.#socket(process.pid)
    if (process.platform !== 'win32') rmSync(path, { force: true })
    this.#server = createServer((socket) => {
      let said = ''
      socket.setEncoding('utf8')
      socket.on('data', (chunk) => {
        said += chunk
      })
      socket.on('end', () => {
        const [argv, cwd, data] = JSON.parse(said)
        onSecond(argv, cwd, data)
        socket.end()
      })
      socket.on('error', () => {})
    }).listen(path)
    this.#server.unref()
  }

  async release(): Promise<void> {
    await this.#telling
    this.#server?.close()
    if (this.isHeld) rmSync(this.#path, { force: true })
    this.isHeld = false
  }
}

function tell(path: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
    socket.end(text)
    socket.resume()
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
