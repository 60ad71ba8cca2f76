import { run } from './run.mjs'

/** Electron's main process says it when a window is to be seen, or when another Stet's comes forward. */
const OPEN = /^Stet is open\b/m

/** A program that shows nothing for so long will not. */
const LONGEST_MS = 20_000

/**
 * Runs Stet in its own window.
 * @param {string} electron
 * @param {readonly string[]} words of its command line
 * @param {{ cwd?: string, longestMs?: number }} [options]
 * @returns {Promise<{ code: number } | { why: string }>} its exit code once it was open; else why there was no
 *   window, for a person, and then it has ended
 */
export async function runInWindow(electron, words, { cwd, longestMs = LONGEST_MS } = {}) {
  const giving = new AbortController()
  const timer = setTimeout(() => giving.abort(), longestMs)
  let isOpen = false
  let line = ''
  const code = await run(electron, words, {
    ...(cwd === undefined ? {} : { cwd }),
    signal: giving.signal,
    isAttempt: true,
    hear(chunk) {
      if (isOpen) return
      line = (line + chunk).slice(-1000)
      if (!OPEN.test(line)) return
      isOpen = true
      clearTimeout(timer)
    },
  })
  clearTimeout(timer)
  if (isOpen) return { code }
  if (giving.signal.aborted)
    return { why: `Electron showed no window within ${Math.round(longestMs / 1000)} seconds` }
  return { why: `Electron ended without a window (exit code ${code})` }
}
