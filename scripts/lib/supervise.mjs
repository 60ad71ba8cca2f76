import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openBrowser } from './browser.mjs'
import { root } from './node.mjs'

/** More ends than this in a minute are a defect, not an accident. */
const MOST_RESTARTS = 5
const WINDOW_MS = 60_000

/** What the desk's process may take to close; then it is ended. */
const CLOSING_MS = 7000

/**
 * Runs the desk's process and stands by it: brings it back at the same address, with the same key, when it was
 * killed or crashed, and ends it when we are told to end.
 * @param {string} node
 * @param {readonly string[]} words of the command line
 * @returns {Promise<number>} the exit code
 */
export async function supervise(node, words) {
  const key = randomBytes(32).toString('base64url')
  /** @type {import('node:child_process').ChildProcess | null} */
  let child = null
  /** @type {number | null} known once it was open */
  let port = null
  let isEnding = false
  /** @type {number[]} */
  let restartsAtMs = []

  const end = () => {
    if (isEnding) return
    isEnding = true
    const ending = child
    if (!ending) return
    // The cut channel says it, once; the signal itself it may have had from the terminal already.
    if (ending.connected) ending.disconnect()
    else ending.kill('SIGTERM')
    setTimeout(() => ending.kill('SIGKILL'), CLOSING_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

  for (;;) {
    const isAgain = port !== null
    const ended = await new Promise((resolve) => {
      child = spawn(
        node,
        [join(root, 'electron', 'serve', 'main.ts'), ...words, ...(isAgain ? ['--port', String(port)] : [])],
        {
          cwd: process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd(),
          // Not on the command line, which every user of the machine can read.
          env: { ...process.env, STET_KEY: key, STET_AGAIN: isAgain ? '1' : '0' },
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        },
      )
      child.on('message', (message) => {
        const {
          kind,
          url,
          port: openPort,
        } = /** @type {{ kind: string, url: string, port: number }} */ (message)
        if (kind !== 'open') return
        if (port === null) openBrowser(url)
        port = openPort
      })
      const started = child
      started.on('error', () => resolve({ code: 1, signal: null }))
      started.on('exit', (code, signal) => {
        // What it said last may still be on its way to us.
        if (started.connected) started.once('disconnect', () => resolve({ code, signal }))
        else resolve({ code, signal })
      })
    })
    child = null
    if (isEnding) return 0
    // It ended of itself before it was ever open, or was told to end: either way that is the end.
    if (port === null || ended.code === 0) return ended.code ?? 1

    const nowMs = Date.now()
    restartsAtMs = [...restartsAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs]
    if (restartsAtMs.length > MOST_RESTARTS) {
      console.error(
        `The desk stopped ${restartsAtMs.length} times within a minute: giving up. Nothing saved is lost.`,
      )
      return 1
    }
    console.error(`The desk stopped unexpectedly (${ended.signal ?? ended.code}): starting it again.`)
    await wait(100 * (restartsAtMs.length - 1))
    if (isEnding) return 0
  }
}
