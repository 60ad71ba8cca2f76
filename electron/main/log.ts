import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { keptOf, linesOf } from './log-lines.ts'

/** A log file of this size is put aside, and the one put aside before it goes. */
const LONGEST_BYTES = 1024 * 1024

export interface Log {
  /** Something of ours went wrong; `what` is our own word for it. */
  error(what: string, error: unknown): void
  /** What another process of ours wrote to its standard error, in whatever pieces it came. */
  heard(from: string, text: string): void
  /** Something worth knowing when something goes wrong later, in our own words. */
  note(what: string): void
}

/**
 * A log of names, codes and places in the code; never a word of a story. Two files at most, `path` and
 * `path`.1. It is written at once, for what comes next may be the end; a disk that does not take it is no
 * reason to stop.
 */
export function openLog(path: string, home: string, now: () => number = Date.now): Log {
  /** The unfinished last line of each process. */
  const rests = new Map<string, string>()

  function write(lines: readonly string[]) {
    if (lines.length === 0) return
    try {
      mkdirSync(dirname(path), { recursive: true })
      if (sizeOf(path) > LONGEST_BYTES) {
        rmSync(`${path}.1`, { force: true })
        renameSync(path, `${path}.1`)
      }
      const at = new Date(now()).toISOString()
      appendFileSync(path, lines.map((line) => `${at} ${line}\n`).join(''), { mode: 0o600 })
    } catch {
      // Nobody is helped by an error about an error.
    }
  }

  return {
    error(what, error) {
      const [head = '', ...places] = linesOf(error, home)
      write([`${what}: ${head}`, ...places])
    },
    heard(from, text) {
      const whole = (rests.get(from) ?? '') + text
      const end = whole.lastIndexOf('\n') + 1
      // A line that does not end is a message, not a place in the code.
      rests.set(from, whole.slice(end).slice(-4000))
      write(keptOf(whole.slice(0, end), home).map((line) => `${from} ${line}`))
    },
    note(what) {
      write([what])
    },
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
