import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect } from 'vitest'
import { z } from 'zod'
import { runCommandLine } from '../../../electron/cli/run.ts'

export const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
const entry = join(projectFolder, 'electron', 'cli', 'stet.ts')

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly bytes: Buffer
  readonly stderr: string
}

/** Runs a program to its end, `input` on its standard input. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { input?: string | Uint8Array; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn(command, [...args], {
    cwd: options.cwd ?? projectFolder,
    env: options.env ?? process.env,
  })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => stdout.push(part))
  child.stderr.on('data', (part: Buffer) => stderr.push(part))
  child.on('error', reject)
  child.on('close', (exitCode) => {
    const bytes = Buffer.concat(stdout)
    resolve({ exitCode, stdout: bytes.toString(), bytes, stderr: Buffer.concat(stderr).toString() })
  })
  // A command that never reads its standard input may be gone before this is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  return promise
}

/** Runs `stet` as a process of its own. */
export function stet(desk: string, args: readonly string[], input?: string | Uint8Array): Promise<Ended> {
  return runProgram(process.execPath, [entry, '--desk', desk, '--as', 'Ada Lovelace', ...args], {
    ...(input === undefined ? {} : { input }),
  })
}

const known = new Set<string>()

/**
 * Runs `stet --json`: each command of a test file is a process of its own the first time that it goes well, the first
 * time that it does not, and wherever it reads standard input. Again, it is what that process runs, in this one, which
 * takes a tenth of the time.
 */
async function run(
  desk: string,
  args: readonly string[],
  end: 'well' | 'refused',
  input?: string | Uint8Array,
): Promise<Pick<Ended, 'stdout' | 'stderr' | 'exitCode'>> {
  const command = `${args[0]} ${end}`
  if (input !== undefined || !known.has(command)) {
    known.add(command)
    return await stet(desk, ['--json', ...args], input)
  }
  const outcome = await runCommandLine(['--desk', desk, '--as', 'Ada Lovelace', '--json', ...args])
  return { ...outcome, stdout: Buffer.from(outcome.stdout).toString() }
}

/** What `--json` prints where all went well: JSON alone, nothing on standard error. */
export async function stetJson<S extends z.ZodType>(
  desk: string,
  schema: S,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<z.output<S>> {
  const ended = await run(desk, args, 'well', input)
  expect(ended.stderr).toBe('')
  expect(ended.exitCode).toBe(0)
  return schema.parse(JSON.parse(ended.stdout))
}

/** As {@link stetJson}, in this process: for all that only makes ready what a test is about. */
export async function stetHere<S extends z.ZodType>(
  desk: string,
  schema: S,
  args: readonly string[],
): Promise<z.output<S>> {
  const outcome = await runCommandLine(['--json', '--desk', desk, '--as', 'Ada Lovelace', ...args])
  expect(outcome).toMatchObject({ stderr: '', exitCode: 0 })
  return schema.parse(JSON.parse(String(outcome.stdout)))
}

const errorSchema = z.strictObject({
  error: z.strictObject({ code: z.string().regex(/^[A-Z_]+$/), message: z.string().min(1) }),
})

/** How `--json` says that something did not go well: nothing on standard output, JSON alone on the other. */
export async function stetError(desk: string, args: readonly string[], input?: string | Uint8Array) {
  const ended = await run(desk, args, 'refused', input)
  expect(ended.stdout).toBe('')
  return { exitCode: ended.exitCode, ...errorSchema.parse(JSON.parse(ended.stderr)).error }
}

const folders: string[] = []

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-cli-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
