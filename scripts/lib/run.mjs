import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './node.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/** @type {NodeJS.Signals | null} what we were told to end by */
let told = null

/**
 * Passes a signal on to whatever runs; the run's own end then decides how we end.
 * @param {NodeJS.Signals} signal
 */
function forward(signal) {
  told = signal
  for (const child of running) child.kill(signal)
}

/** What a program may take to end once it was told to. */
const GENTLY_MS = 5000

/**
 * Runs a program to its end in the project's folder. A signal that we get goes on to it; one that ends it ends
 * us in the same way.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.cwd]
 * @param {import('node:child_process').StdioOptions} [options.stdio]
 * @param {number} [options.timeoutMs]
 * @param {(chunk: Buffer) => void} [options.hear] gets its standard output, which is ours all the same
 * @param {AbortSignal} [options.signal] ends it, gently at first
 * @param {boolean} [options.isAttempt] there is something else to do where it crashes: only a signal that was
 *   meant for us ends us
 * @returns {Promise<number>} its exit code; 127 where it cannot be started, 124 where `timeoutMs` passed or
 *   `signal` ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.stdio ?? (options.hear ? ['inherit', 'pipe', 'inherit'] : 'inherit'),
    })
    child.stdout?.on('data', (chunk) => {
      process.stdout.write(chunk)
      options.hear?.(chunk)
    })
    if (running.size === 0) for (const signal of SIGNALS) process.on(signal, forward)
    running.add(child)
    let isTimedOut = false
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isTimedOut = true
            child.kill('SIGKILL')
          }, options.timeoutMs)
    const abort = () => {
      isTimedOut = true
      child.kill('SIGTERM')
      killing = setTimeout(() => child.kill('SIGKILL'), GENTLY_MS)
    }
    /** @type {NodeJS.Timeout | undefined} */
    let killing
    options.signal?.addEventListener('abort', abort, { once: true })
    const settle = () => {
      clearTimeout(timer)
      clearTimeout(killing)
      options.signal?.removeEventListener('abort', abort)
      running.delete(child)
      if (running.size === 0) for (const signal of SIGNALS) process.off(signal, forward)
    }
    child.on('error', () => {
      settle()
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      settle()
      if (options.isAttempt && told) endLike(told)
      else if (isTimedOut) resolve(124)
      else if (options.isAttempt && signal) resolve(128 + constants.signals[signal])
      else if (signal) endLike(signal)
      else resolve(code ?? 1)
    })
  })
}

/** How often a script of npm's looks whether npm's shell is still there. */
const PARENT_MS = 300

/**
 * Ends us with the shell that npm runs us in. npm passes a signal on to that shell alone, which dies of it and
 * tells nobody.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, PARENT_MS)
  timer.unref()
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Ends this process by the signal that ended its child, so that whoever waits for us sees the same.
 * @param {NodeJS.Signals} signal
 */
function endLike(signal) {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
  // Where the signal cannot end us (SIGKILL of the child was meant for the child; Windows), the code says it.
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100)
}
