import type { z } from 'zod'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { Blobs } from '../store/files.ts'
import type { Answer } from './answer.ts'
import { badInput } from './failure.ts'

export interface OptionSpec {
  /** What stands for its value in the help, "NAME"; a switch has none. */
  readonly value?: string
  /** May be given several times; its values come as a list. */
  readonly isMany?: boolean
  readonly help: string
}

/** What a command works with: the desk, asked as one person, and its files. */
export interface Ground {
  readonly client: DeskClient
  readonly blobs: Blobs
  /** Whether standard output is kept for JSON. */
  readonly isJson: boolean
}

/** Where a command works that opens no desk, or opens it itself. */
export interface Place {
  /** Absolute. */
  readonly folder: string
  /** Who is working. */
  readonly name: string
  log(line: string): void
}

/** `person`: it changes something or lets something out, so somebody has to answer for it. */
type Need = 'desk' | 'person'

/** A command whose input was found good, ready to be done. */
export type Job =
  | { readonly needs: 'nothing'; run(): Promise<Answer> }
  | { readonly needs: 'folder'; run(place: Place): Promise<Answer> }
  | { readonly needs: Need; run(ground: Ground): Promise<Answer> }

/** One line of the table of commands: parsing, help and validation all follow from it. */
export interface Command {
  /** One or two words: "source add". */
  readonly name: string
  readonly summary: string
  /** "STORY"; "WORDS…" takes all that is left, "[COMMAND…]" may also be nothing. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Further lines of help. */
  readonly notes: readonly string[]
  /** @throws CommandFailed where the input is not good; nothing was touched yet. */
  prepare(given: Readonly<Record<string, unknown>>): Job
}

interface CommandSpec<S extends z.ZodType> extends Pick<Command, 'name' | 'summary' | 'positionals'> {
  readonly options?: Command['options']
  readonly notes?: readonly string[]
  /** Positionals in lower case and options in camelCase. */
  readonly input: S
}

interface DeskCommandSpec<S extends z.ZodType> extends CommandSpec<S> {
  /** Of what was asked, where that decides. */
  readonly needs: Need | ((input: z.output<S>) => Need)
  run(input: z.output<S>, ground: Ground): Promise<Answer>
}

interface FolderCommandSpec<S extends z.ZodType> extends CommandSpec<S> {
  run(input: z.output<S>, place: Place): Promise<Answer>
}

interface PlainCommandSpec<S extends z.ZodType> extends CommandSpec<S> {
  run(input: z.output<S>): Promise<Answer>
}

/** The key under which a positional's value is handed over: "WORDS…" is `words`. */
export function keyOfPositional(positional: string): string {
  return positional.replace(/[^A-Z]/g, '').toLowerCase()
}

/** The key under which an option's value is handed over: "print-as" is `printAs`. */
export function keyOfOption(option: string): string {
  return option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function nameOfKey(key: string, spec: CommandSpec<z.ZodType>): string {
  const positional = spec.positionals.find((one) => keyOfPositional(one) === key)
  if (positional !== undefined) return positional.replace(/[^A-Z]/g, '')
  const option = Object.keys(spec.options ?? {}).find((one) => keyOfOption(one) === key)
  return option === undefined ? key : `--${option}`
}

function readInput<S extends z.ZodType>(
  spec: CommandSpec<S>,
  given: Readonly<Record<string, unknown>>,
): z.output<S> {
  const read = spec.input.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const key = String(issue?.path[0] ?? '')
  const name = nameOfKey(key, spec)
  if (key !== '' && given[key] === undefined) {
    const help = spec.options?.[name.slice(2)]?.help
    throw badInput(`${name} is wanted${help === undefined ? '' : ` (${help})`}; see: stet help ${spec.name}`)
  }
  throw badInput(key === '' ? (issue?.message ?? 'bad input') : `${name}: ${issue?.message}`)
}

function commandOf(spec: CommandSpec<z.ZodType>, prepare: Command['prepare']): Command {
  const { name, summary, positionals, options = {}, notes = [] } = spec
  return { name, summary, positionals, options, notes, prepare }
}

/** A command that asks the desk. */
export function deskCommand<S extends z.ZodType>(spec: DeskCommandSpec<S>): Command {
  return commandOf(spec, (given) => {
    const input = readInput(spec, given)
    const needs = typeof spec.needs === 'function' ? spec.needs(input) : spec.needs
    return { needs, run: (ground) => spec.run(input, ground) }
  })
}

/** A command that works on a desk's folder, also where the desk cannot be opened. */
export function folderCommand<S extends z.ZodType>(spec: FolderCommandSpec<S>): Command {
  return commandOf(spec, (given) => {
    const input = readInput(spec, given)
    return { needs: 'folder', run: (place) => spec.run(input, place) }
  })
}

/** A command that needs no desk. */
export function plainCommand<S extends z.ZodType>(spec: PlainCommandSpec<S>): Command {
  return commandOf(spec, (given) => {
    const input = readInput(spec, given)
    return { needs: 'nothing', run: () => spec.run(input) }
  })
}
