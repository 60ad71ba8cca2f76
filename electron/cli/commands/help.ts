import { z } from 'zod'
import { type Command, type OptionSpec, plainCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { indented, tableOf } from '../layout.ts'
import { globalOptions } from '../parse.ts'

/** @param others every command but this one */
export function helpCommand(others: readonly Command[]): Command {
  const command: Command = plainCommand({
    name: 'help',
    summary: 'say what a command does, or list them all',
    positionals: ['[COMMAND…]'],
    input: z.object({ command: z.array(z.string()).default([]) }),
    async run({ command: words }) {
      const all = [...others, command]
      if (words.length === 0) return overview(all)
      const name = words.join(' ')
      const named = all.filter((one) => one.name === name || one.name.startsWith(`${name} `))
      if (named.length === 0) throw badInput(`there is no command “${name}”; stet help lists them`)
      return { json: { commands: named.map(described) }, text: named.map(helpFor).join('\n\n') }
    },
  })
  return command
}

function overview(commands: readonly Command[]) {
  const rows = commands.map((command) => [usageOf(command), command.summary])
  const text = [
    'Usage: stet [--desk DIR] [--as NAME] [--json] COMMAND …',
    indented(tableOf(rows)),
    'STORY is a story’s id or slug; CLAIM a claim’s id, or STORY#NUMBER.',
    'Exit codes: 0 done, 1 failed, 2 bad input, 3 refused, 4 verify found something.',
    'stet help COMMAND says more.',
  ].join('\n\n')
  return { json: { commands: commands.map(described) }, text }
}

export function helpFor(command: Command): string {
  const parts = [`stet ${usageOf(command)}\n  ${command.summary}`]
  if (Object.keys(command.options).length > 0) parts.push(`Options\n${optionRows(command.options)}`)
  const common = Object.entries(globalOptions).filter(([name]) => !(name in command.options))
  parts.push(`Options of every command\n${optionRows(Object.fromEntries(common))}`)
  if (command.notes.length > 0) parts.push(command.notes.join('\n'))
  return parts.join('\n\n')
}

function usageOf(command: Command): string {
  return [command.name, ...command.positionals].join(' ')
}

function optionRows(options: Readonly<Record<string, OptionSpec>>): string {
  const rows = Object.entries(options).map(([name, { value, help }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    help,
  ])
  return indented(tableOf(rows, Number.POSITIVE_INFINITY))
}

function described(command: Command) {
  const { name, summary, positionals, options, notes } = command
  return { name, summary, positionals, options, notes }
}
