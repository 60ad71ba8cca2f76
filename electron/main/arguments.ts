import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

export interface WindowArguments {
  /** The desk's folder as it was named. */
  desk: string | undefined
  /** Absolute paths of files to be opened, in order. */
  files: string[]
}

/**
 * Reads a command line without the program's own name and, in development, without the app's folder. Switches
 * that are not ours are Electron's or Chromium's and are passed over.
 *
 * @param cwd what relative paths begin at
 */
export function readArguments(words: readonly string[], cwd: string): WindowArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { desk: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  return {
    desk: typeof values.desk === 'string' && values.desk !== '' ? values.desk : undefined,
    files: positionals.flatMap((word) => toPath(word, cwd) ?? []),
  }
}

/** Linux desktops hand files over as addresses. */
function toPath(word: string, cwd: string): string | null {
  if (word === '') return null
  if (!/^file:/i.test(word)) return resolve(cwd, word)
  try {
    return fileURLToPath(word)
  } catch {
    return null
  }
}
