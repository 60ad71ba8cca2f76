import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { makeDeskFolder, root } from './chain.ts'

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

async function run(script: string, words: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(input)
  const ended = new Promise<Pick<Ended, 'code' | 'signal'>>((settle) => {
    child.on('exit', (code, signal) => settle({ code, signal }))
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { ...(await ended), stdout, stderr }
}

/** The scripts alone, with a program of the test's own in the command line's place. */
async function makeProject(program: string | null): Promise<string> {
  const folder = await makeDeskFolder()
  await cp(join(root, 'scripts'), join(folder, 'scripts'), { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  if (program !== null) {
    await mkdir(join(folder, 'electron', 'cli'), { recursive: true })
    await mkdir(join(folder, 'node_modules'))
    await writeFile(join(folder, 'node_modules', '.package-lock.json'), '{}')
    await writeFile(join(folder, 'electron', 'cli', 'stet.ts'), program)
  }
  return join(folder, 'scripts', 'stet.mjs')
}

describe('npm run stet', () => {
  it('says in one line what to do before anything is installed, and installs nothing', async () => {
    const ended = await run(await makeProject(null), ['stories'])
    expect(ended).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'Stet is not installed yet: run “npm ci” first.\n',
    })
  })

  it('hands words, input and output through untouched', async () => {
    const script = await makeProject(`
      let input = ''
      for await (const chunk of process.stdin) input += chunk
      process.stdout.write(JSON.stringify([process.argv.slice(2), input]))
      process.stderr.write('aside')`)
    const ended = await run(script, ['import', '-', '--json', 'two words'], 'from a pipe\n')
    expect(JSON.parse(ended.stdout)).toEqual([['import', '-', '--json', 'two words'], 'from a pipe\n'])
    expect(ended.stderr).toBe('aside')
  })

  it.each([0, 1, 2, 3, 4])('ends with exit code %i where the program does', async (code) => {
    const ended = await run(await makeProject(`process.exitCode = ${code}`), [])
    expect(ended.code).toBe(code)
  })

  it('ends by the signal that ended the program', async () => {
    const ended = await run(
      await makeProject(`process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000)`),
      [],
    )
    expect([ended.code, ended.signal]).toEqual([null, 'SIGTERM'])
  })

  it('begins in JavaScript that Node 20 reads: no types, nothing imported but Node and its neighbours', async () => {
    const names = [
      'start',
      'stet',
      'test',
      'check',
      ...['browser', 'build', 'electron', 'install', 'node', 'run', 'supervise', 'window'].map(
        (name) => `lib/${name}`,
      ),
    ]
    for (const name of names) {
      const code = await readFile(join(root, 'scripts', `${name}.mjs`), 'utf8')
      const imported = [...code.matchAll(/^import .*from '([^']+)'/gm)].map((match) => match[1] ?? '')
      expect([name, imported.filter((one) => !/^(node:|\.\.?\/.*\.mjs$)/.test(one))]).toEqual([name, []])
    }
  })
})
