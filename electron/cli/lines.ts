import { z } from 'zod'
import { badInput } from './failure.ts'

/**
 * The lines of a text file, without the empty one that a final line break leaves.
 *
 * @param name what the file is called in a refusal
 * @throws CommandFailed (exit 2) where it is no text in UTF-8
 */
export function linesOf(bytes: Uint8Array, name: string): string[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    const advice = isPacked ? 'it is compressed: unpack it first' : 'save it as UTF-8'
    throw badInput(`${name} is not text in UTF-8; ${advice}`, 'UNREADABLE')
  }
  const lines = text.split(/\r?\n/u)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * One line of JSON.
 *
 * @param number counted from 1
 * @throws CommandFailed (exit 2), which names the line and what is wrong with it
 */
export function readLine<S extends z.ZodType>(
  line: string,
  schema: S,
  { name, number }: { name: string; number: number },
): z.output<S> {
  const where = `${name}, line ${number}`
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    throw badInput(`${where}: this is not whole JSON; each line is one object by itself`, 'UNREADABLE')
  }
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw badInput(`${where}: ${z.prettifyError(read.error).replace(/\s+/gu, ' ')}`, 'UNREADABLE')
}

/** JSON, a line each, as bytes that are handed on as they are. */
export function bytesOfLines(values: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
}
