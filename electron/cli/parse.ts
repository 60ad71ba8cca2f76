import { parseArgs } from 'node:util'
import { must } from '../../shared/lib/assert.ts'
import { type Command, keyOfOption, keyOfPositional, type OptionSpec } from './command.ts'
import { badInput } from './failure.ts'
import { proposal } from './nearest.ts'

/** What every command understands. An option of the same name given to a command is the command's own. */
export const globalOptions: Readonly<Record<string, OptionSpec>> = {
  desk: { value: 'DIR', help: 'the folder of the desk' },
  as: { value: 'NAME', help: 'who is working; by default the name of your account' },
  json: { help: 'print JSON alone; errors are JSON on standard error' },
  help: { help: 'say what the command does' },
  version: { help: 'say which Stet this is' },
}

export interface CommandLine {
  /** null where nothing is to be done but to show the help. */
  readonly command: Command | null
  /** By key: positionals in lower case, options in camelCase. */
  readonly given: Readonly<Record<string, unknown>>
  readonly desk: string | undefined
  readonly as: string | undefined
  readonly isJson: boolean
  readonly wantsHelp: boolean
  readonly wantsVersion: boolean
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

function optionConfig(options: Readonly<Record<string, OptionSpec>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, spec]) => [
      name,
      {
        type: spec.value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: spec.isMany ?? false,
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  )
}

function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, OptionSpec>>,
): { values: Values; positionals: string[] } {
  try {
    const read = parseArgs({
      args: [...args],
      options: optionConfig(options),
      allowPositionals: true,
      strict: true,
      tokens: true,
    })
    const seen = new Set<string>()
    for (const token of read.tokens) {
      if (token.kind !== 'option') continue
      if (seen.has(token.name) && options[token.name]?.value && !options[token.name]?.isMany) {
        throw badInput(`--${token.name} was given twice`)
      }
      seen.add(token.name)
    }
    return { values: read.values, positionals: read.positionals }
  } catch (error) {
    if (error instanceof TypeError) throw badInput(error.message.replace(/\.? To specify.*$/s, ''))
    throw error
  }
}

/** How many of the first arguments are options that stand before the command's name. */
function lengthOfHead(argv: readonly string[]): number {
  const { tokens } = parseArgs({
    args: [...argv],
    options: optionConfig(globalOptions),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  return tokens.find((token) => token.kind !== 'option')?.index ?? argv.length
}

function findCommand(
  words: readonly string[],
  commands: readonly Command[],
): { command: Command; length: number } {
  const [first = '', second = ''] = words
  const two = commands.find((command) => command.name === `${first} ${second}`)
  if (two) return { command: two, length: 2 }
  const one = commands.find((command) => command.name === first)
  if (one) return { command: one, length: 1 }
  const longer = commands.filter((command) => command.name.startsWith(`${first} `))
  if (longer.length > 0) {
    throw badInput(`stet ${first} wants one of: ${longer.map((command) => command.name).join(', ')}`)
  }
  const names = commands.map((command) => command.name)
  throw badInput(`there is no command “${first}”${proposal(first, names)}; stet help lists them`)
}

function readPositionals(command: Command, positionals: readonly string[]): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  const left = [...positionals]
  for (const positional of command.positionals) {
    if (!positional.includes('…')) {
      const value = left.shift()
      if (value !== undefined) given[keyOfPositional(positional)] = value
    } else if (left.length > 0) given[keyOfPositional(positional)] = left.splice(0)
  }
  const extra = left[0]
  if (extra !== undefined) throw badInput(`“${extra}” is one word too many; see: stet help ${command.name}`)
  return given
}

/** Whether the answer is to be JSON, as far as can be told of a line that may not be understood otherwise. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json')
}

/** @throws CommandFailed (exit 2) where the line cannot be understood */
export function parseCommandLine(argv: readonly string[], commands: readonly Command[]): CommandLine {
  const headLength = lengthOfHead(argv)
  const head = readArguments(argv.slice(0, headLength), globalOptions).values
  const tail = argv.slice(headLength)
  const found = tail.length > 0 ? findCommand(tail, commands) : null
  const options = { ...globalOptions, ...found?.command.options }
  const rest = readArguments(tail.slice(found?.length ?? 0), options)

  const own = found?.command.options ?? {}
  const given: Record<string, unknown> = found ? readPositionals(found.command, rest.positionals) : {}
  for (const name of Object.keys(own)) {
    const value = rest.values[name]
    if (value !== undefined) given[keyOfOption(name)] = value
  }
  const global = (name: string) => (name in own ? undefined : rest.values[name]) ?? head[name]
  const text = (name: string): string | undefined => {
    const value = global(name)
    if (value === '') throw badInput(`--${name} wants a value`)
    return value === undefined ? undefined : String(must(value, name))
  }
  return {
    command: found?.command ?? null,
    given,
    desk: text('desk'),
    as: text('as'),
    isJson: global('json') === true,
    wantsHelp: global('help') === true,
    wantsVersion: global('version') === true,
  }
}
