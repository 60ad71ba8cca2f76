import { parseArgs } from 'node:util'

export interface ServeArguments {
  desk: string | undefined
  /** null where none was named. */
  port: number | null
}

/** What was typed cannot be understood; its message is for the person who typed it. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments'
}

/** @throws BadArguments */
export function parseServeArguments(words: readonly string[]): ServeArguments {
  const { desk, port } = read(words)
  if (desk === '') throw new BadArguments('--desk wants a folder')
  if (port === undefined) return { desk, port: null }
  const number = Number(port)
  if (!/^\d{1,5}$/.test(port) || number > 65_535) {
    throw new BadArguments(`--port wants a number up to 65535, not “${port}”`)
  }
  return { desk, port: number }
}

function read(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { desk: { type: 'string' }, port: { type: 'string' } },
    })
    return values
  } catch (error) {
    throw new BadArguments(error instanceof Error ? error.message : String(error))
  }
}
