import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { markCommand } from '../../electron/cli/commands/mark.ts'

const program = fileURLToPath(new URL('../../electron/cli/stet.ts', import.meta.url))
const mostBytes = 512 * 2 ** 20

/** Whether `stet mark` has this option yet. */
export function canMark(option: string): boolean {
  return option in markCommand.options
}

/** What `stet mark` answers to lines on its standard input: as a person gets it, by a process of its own. */
export function stetMark<S extends z.ZodType>(
  option: string,
  lines: readonly unknown[],
  answer: S,
): z.output<S>[] {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const args = [program, 'mark', `--${option}`, '-']
  const output = execFileSync(process.execPath, args, { input, maxBuffer: mostBytes, encoding: 'utf8' })
  const answers = output.split('\n').filter((line) => line !== '')
  if (answers.length !== lines.length) {
    throw new Error(`stet mark --${option} answered ${answers.length} lines to ${lines.length}`)
  }
  return answers.map((line) => answer.parse(JSON.parse(line)))
}
