import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Desk } from '../desk/desk.ts'
import { deskFolder } from '../desk/folder.ts'
import { DeskRefused } from '../desk/refused.ts'
import type { Answer } from './answer.ts'
import type { Ground, Job } from './command.ts'
import { helpFor } from './commands/help.ts'
import { verifyAnswer } from './commands/verify.ts'
import { commands } from './commands.ts'
import { badInput, type ExitCode } from './failure.ts'
import { reasonOf } from './files.ts'
import { harmless } from './layout.ts'
import { type CommandLine, parseCommandLine, wantsJson } from './parse.ts'
import { accountName, findOrAddPerson, findPerson } from './person.ts'
import { failureOf } from './refusal.ts'

/** All that a run of the command line leaves to be said. */
export interface Outcome {
  readonly stdout: string | Uint8Array
  readonly stderr: string
  readonly exitCode: ExitCode
}

/** Does what one command line says, to its end: the desk is closed again before anything is said. */
export async function runCommandLine(argv: readonly string[]): Promise<Outcome> {
  const log: string[] = []
  try {
    const line = parseCommandLine(argv, commands)
    return outcomeOf(await answer(line, (entry) => log.push(entry)), line.isJson)
  } catch (error) {
    const { code, message, exitCode } = failureOf(error)
    // What the desk logged of a defect is all that is known of it.
    const whole = exitCode === 1 ? [message, ...log].join('\n') : message
    return { stdout: '', stderr: messageFor(argv, { code, message: whole }), exitCode }
  }
}

/** An error as whoever gave the command line wants to read it. */
export function messageFor(argv: readonly string[], error: { code: string; message: string }): string {
  return wantsJson(argv) ? `${JSON.stringify({ error })}\n` : `stet: ${harmless(error.message)}\n`
}

function outcomeOf(answer: Answer, isJson: boolean): Outcome {
  const { exitCode = 0, json, text } = answer
  if (typeof text !== 'string') return { stdout: text, stderr: '', exitCode }
  return {
    stdout: isJson ? `${JSON.stringify(json, null, 2)}\n` : `${harmless(text)}\n`,
    stderr: '',
    exitCode,
  }
}

async function answer(line: CommandLine, log: (entry: string) => void): Promise<Answer> {
  if (line.wantsVersion) {
    const version = await readVersion()
    return { json: { version }, text: version }
  }
  const { command } = line
  if (command && line.wantsHelp) return { json: { help: helpFor(command) }, text: helpFor(command) }
  if (!command) {
    const help = commands.find((one) => one.name === 'help')
    if (line.wantsHelp && help) return perform(help.prepare({}), line, log)
    throw badInput('say what to do; stet help lists the commands')
  }
  return perform(command.prepare(line.given), line, log)
}

async function readVersion(): Promise<string> {
  const file = new URL('../../package.json', import.meta.url)
  return String((JSON.parse(await readFile(file, 'utf8')) as { version: unknown }).version)
}

async function perform(job: Job, line: CommandLine, log: (entry: string) => void): Promise<Answer> {
  if (job.needs === 'nothing') return job.run()
  if (job.needs === 'folder') {
    return job.run({ folder: deskFolder(line.desk), name: line.as ?? accountName(), log })
  }
  let desk: Desk
  try {
    if (line.command?.name === 'verify') refuseMissingFolder(line.desk)
    desk = await open(line.desk, log)
  } catch (error) {
    // What is too damaged to open has been verified as far as it can be.
    if (line.command?.name === 'verify' && error instanceof DeskRefused && error.code === 'damaged') {
      const finding = { kind: 'database' as const, subject: '', message: error.message }
      const { nothingStruck } = await import('../desk/striking/accounts.ts')
      const counts = { stories: 0, steps: 0, events: 0, claims: 0, files: 0, struck: nothingStruck }
      return verifyAnswer({ ...counts, findings: [finding] })
    }
    throw error
  }
  try {
    return await job.run(await groundOf(desk, job.needs, line))
  } finally {
    await desk.close()
  }
}

/** Of a folder whose name was mistyped "verify" would prove the empty desk that it had just made there. */
function refuseMissingFolder(folder: string | undefined): void {
  if (folder === undefined || existsSync(deskFolder(folder))) return
  throw badInput(`there is no folder ${deskFolder(folder)}, so there is nothing to verify`, 'NOT_FOUND')
}

async function open(folder: string | undefined, log: (entry: string) => void): Promise<Desk> {
  // The database's native code is loaded only when a desk is really opened.
  const { openDesk } = await import('../desk/desk.ts')
  const where = deskFolder(folder)
  try {
    return await openDesk({ folder: where, via: 'commandLine', log })
  } catch (error) {
    if (error instanceof DeskRefused || !(error instanceof Error && 'code' in error)) throw error
    throw badInput(`the desk’s folder ${where} cannot be used: ${reasonOf(error)}`, 'UNUSABLE_DESK')
  }
}

/** Whoever only reads is not added to those who work here. */
async function groundOf(desk: Desk, needs: 'desk' | 'person', line: CommandLine): Promise<Ground> {
  const name = line.as ?? accountName()
  const nobody = desk.client({ personId: null, via: 'commandLine' })
  const personId = await (needs === 'person' ? findOrAddPerson(nobody, name) : findPerson(nobody, name))
  return { client: desk.client({ personId, via: 'commandLine' }), blobs: desk.blobs, isJson: line.isJson }
}
