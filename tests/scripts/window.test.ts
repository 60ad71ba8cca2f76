import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { must } from '../../shared/lib/assert.ts'
import { allGone, chainOf, makeDeskFolder, root, startCommand } from './chain.ts'

const ADDRESS = /(?<=Stet is open at )http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}(?=\n)/
const WAIT_MS = 90_000

/** A program in Electron's place, which does what the test says with the words that it was given. */
async function makeElectron(code: string): Promise<NodeJS.ProcessEnv> {
  const path = join(await makeDeskFolder(), 'electron')
  await writeFile(path, `#!${process.execPath}\nconst words = process.argv.slice(2)\n${code}\n`)
  await chmod(path, 0o755)
  return { ELECTRON_EXEC_PATH: path, DISPLAY: ':none' }
}

const start = async (code: string, ...words: string[]) =>
  startCommand(
    process.execPath,
    [join(root, 'scripts', 'start.mjs'), '--desk', await makeDeskFolder(), ...words],
    await makeElectron(code),
  )

/** The script's own function, with less patience than it has by itself. */
const runInWindow = async (code: string, longestMs: number) => {
  const { ELECTRON_EXEC_PATH: electron } = await makeElectron(code)
  const script = `
    import { runInWindow } from ${JSON.stringify(join(root, 'scripts', 'lib', 'window.mjs'))}
    console.log(JSON.stringify(await runInWindow(${JSON.stringify(electron)}, ['a b'], { longestMs: ${longestMs} })))`
  return startCommand(process.execPath, ['--input-type=module', '-e', script])
}

const STAYS = 'setInterval(() => {}, 1000)'

it.runIf(process.platform !== 'win32')(
  'waits for Electron’s window and then for its end, and hands on its exit code',
  { timeout: WAIT_MS },
  async () => {
    const started = await start(
      `console.log(JSON.stringify(words)); console.log('Stet is open in its own window.'); setTimeout(() => process.exit(3), 300)`,
      'story.txt',
    )
    expect(await started.ended).toBe(3)
    const words: unknown = JSON.parse(started.output().split('\n')[0] ?? '')
    expect(words).toEqual([root, '--desk', expect.any(String), 'story.txt'])
    expect(started.output()).not.toContain('browser')
  },
)

it.runIf(process.platform !== 'win32')(
  'takes a Stet that is open already for a window',
  { timeout: WAIT_MS },
  async () => {
    const started = await start(`console.log('Stet is open already: its window comes forward.')`)
    expect(await started.ended).toBe(0)
    expect(started.output()).not.toContain('browser')
  },
)

it.runIf(process.platform !== 'win32').each([
  ['ends at once', 'process.exit(1)', 'exit code 1'],
  ['ends well without a window', 'process.exit(0)', 'exit code 0'],
  ['crashes', `process.kill(process.pid, 'SIGSEGV'); ${STAYS}`, 'exit code 139'],
])(
  'says in one line when Electron %s, and opens the browser',
  { timeout: WAIT_MS },
  async (_how, code, said) => {
    const started = await start(code, 'story.txt')
    expect((await fetch(await started.line(ADDRESS))).status).toBe(200)
    expect(started.output().split('\n').slice(0, 2)).toEqual([
      `Electron ended without a window (${said}): Stet opens in a browser instead.`,
      'Drop story.txt into the page to import it: a browser cannot open it by itself.',
    ])
  },
)

it.runIf(process.platform !== 'win32')(
  'gives up on an Electron that shows no window in time, and ends it',
  { timeout: WAIT_MS },
  async () => {
    const started = await runInWindow(`console.log('Stet is not'); ${STAYS}`, 1000)
    expect(await started.line(/\{.*\}/)).toBe('{"why":"Electron showed no window within 1 seconds"}')
    expect(await started.ended).toBe(0)
  },
)

it.runIf(process.platform !== 'win32')(
  'does not mind how long a window stands, nor in what pieces it is announced',
  { timeout: WAIT_MS },
  async () => {
    const started = await runInWindow(
      `process.stdout.write('one\\nStet is'); setTimeout(() => process.stdout.write(' open in its own window.\\n'), 50); setTimeout(() => process.exit(0), 3000)`,
      1500,
    )
    expect(await started.line(/\{.*\}/)).toBe('{"code":0}')
  },
)

it.runIf(process.platform === 'linux').each(['SIGINT', 'SIGTERM'] as const)(
  'ends with a %s before the window is there, without a browser',
  { timeout: WAIT_MS },
  async (signal) => {
    const started = await start(`process.on('${signal}', () => process.exit(0)); console.log('up'); ${STAYS}`)
    await started.line(/up/)
    const pid = must(started.child.pid, 'a pid')
    const chain = chainOf(pid)
    process.kill(pid, signal)
    expect(await started.ended).toBe(signal)
    expect(await allGone(chain)).toEqual([])
    expect(started.output()).not.toContain('browser')
  },
)
