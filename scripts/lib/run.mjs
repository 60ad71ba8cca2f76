import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './node.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let isForwarding = false

/** Passes SIGINT, SIGTERM and SIGHUP on to whatever runs; the run's own end then decides how we end. */
function forwardSignals() {
  if (isForwarding) return
  isForwarding = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      for (const child of running) child.kill(signal)
      if (running.size === 0) process.exit(128 + constants.signals[signal])
    })
  }
}

/**
 * Runs a program to its end in the project's folder. A signal that we get goes on to it; one that ends it ends
 * us in the same way.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions, timeoutMs?: number }} [options]
 * @returns {Promise<number>} its exit code; 127 where it cannot be started, 124 where `timeoutMs` passed
 */
export function run(command, args, options = {}) {
  forwardSignals()
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.stdio ?? 'inherit',
    })
    running.add(child)
    let isTimedOut = false
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            isTimedOut = true
            child.kill('SIGKILL')
          }, options.timeoutMs)
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code, signal) => {
      if (isTimedOut) end(124)
      else if (signal) endLike(signal)
      else end(code ?? 1)
    })
  })
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
