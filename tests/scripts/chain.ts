import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export const root = resolve(import.meta.dirname, '../..')

export interface Started {
  child: ChildProcess
  /** Standard output and error so far. */
  output(): string
  /** Waits for a line that matches, in what was and what comes. */
  line(pattern: RegExp): Promise<string>
  ended: Promise<number | NodeJS.Signals | null>
}

/** Starts a command as a person would, in a process group of its own that is ended with the test. */
export function startCommand(
  command: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Started {
  const { npm_lifecycle_event: _event, ...surroundings } = process.env
  const child = spawn(command, [...words], {
    cwd: root,
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    output += chunk
    for (const listener of [...listeners]) listener()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = new Promise<number | NodeJS.Signals | null>((settle) => {
    child.on('exit', (code, signal) => settle(signal ?? code))
  })
  // Later than its end where somebody beneath it still has the output open.
  let isSilent = false
  child.on('close', () => {
    isSilent = true
    for (const listener of [...listeners]) listener()
  })
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
    } catch {
      // Nobody of the group is left.
    }
  })
  return {
    child,
    output: () => output,
    ended,
    line(pattern) {
      return new Promise((found, failed) => {
        const look = () => {
          const match = output.match(pattern)
          if (match) found(match[0])
          else if (isSilent) failed(new Error(`ended (${child.exitCode}) without ${pattern}:\n${output}`))
          else return
          listeners.delete(look)
        }
        listeners.add(look)
        look()
      })
    },
  }
}

/** A desk's folder that is taken away when the test is over. */
export async function makeDeskFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export interface Link {
  pid: number
  command: string
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim()
}

function parentOf(pid: number): number {
  // After the name in brackets, which may hold anything, come the state and the parent.
  const after = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)\s/s, '')
  return Number(after.split(' ')[1])
}

/** The process and everybody beneath it, from the top. */
export function chainOf(top: number): Link[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [{ pid: Number(name), parent: parentOf(Number(name)), command: commandOf(Number(name)) }]
      } catch {
        return []
      }
    })
  const chain: Link[] = []
  const take = (pid: number) => {
    const found = processes.find((one) => one.pid === pid)
    if (!found) return
    chain.push({ pid, command: found.command })
    for (const one of processes) if (one.parent === pid) take(one.pid)
  }
  take(top)
  return chain
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that nobody has asked after yet is dead all the same.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits until none of them is left; says who is after `patienceMs`. */
export async function allGone(chain: readonly Link[], patienceMs = 10_000): Promise<string[]> {
  const deadlineMs = Date.now() + patienceMs
  for (;;) {
    const left = chain.filter(({ pid }) => isAlive(pid)).map(({ command }) => command)
    if (left.length === 0 || Date.now() > deadlineMs) return left
    await new Promise((done) => setTimeout(done, 50))
  }
}
