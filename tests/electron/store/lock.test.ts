import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { announce } from '../../../electron/store/lock.ts'
import { openStore } from '../../../electron/store/open.ts'
import { must } from '../../../shared/lib/assert.ts'
import { temporaryFolder, thrownBy } from './temporary.ts'

/** Another process that has the desk open. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(must(child.stdout, 'a pipe'), 'data')) as [Buffer]
  expect(String(line).trim()).toBe('open')
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** A process that has ended, so that its number is nobody's. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return must(child.pid, 'a pid')
}

it('a second opener is refused and told who holds the desk', async () => {
  const folder = await temporaryFolder()
  const store = await openStore(folder, { holder: { via: 'commandLine' }, now: () => 1234 })
  onTestFinished(() => store.close())
  const holder = { pid: process.pid, via: 'commandLine', url: null, startedAtMs: 1234 }
  await expect(openStore(folder)).rejects.toMatchObject({ name: 'DeskRefused', code: 'locked', holder })
  await announce(folder, 'http://127.0.0.1:4321/?key=abc')
  const refused = await thrownBy(() => openStore(folder))
  expect(refused).toMatchObject({ holder: { ...holder, url: 'http://127.0.0.1:4321/?key=abc' } })
  expect(String(refused)).toContain('http://127.0.0.1:4321/?key=abc')
})

it('the lock of another process holds, and ends with it even when it is killed', async () => {
  const folder = await temporaryFolder()
  const child = await holdElsewhere(folder)
  await expect(openStore(folder)).rejects.toMatchObject({
    code: 'locked',
    holder: { pid: child.pid, via: 'window', url: 'http://127.0.0.1:4000/?key=k' },
  })
  await killed(child)
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  const row = await store.transaction((tx) => tx.selectFrom('setting').selectAll().executeTakeFirst())
  expect(row).toEqual({ name: 'acknowledged', value: 'yes' })
})

it('a name that a dead process left behind does not mislead', async () => {
  const folder = await temporaryFolder()
  const stale = { pid: await deadPid(), via: 'window', url: 'http://127.0.0.1:1/', startedAtMs: 1 }
  await writeFile(join(folder, 'desk.json'), JSON.stringify(stale))
  const store = await openStore(folder)
  onTestFinished(() => store.close())
  expect(JSON.parse(await readFile(join(folder, 'desk.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  // A holder that has not yet written its name: the old one is not given out as its own.
  await writeFile(join(folder, 'desk.json'), JSON.stringify(stale))
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'locked', holder: null })
  await writeFile(join(folder, 'desk.json'), 'half a na')
  await expect(openStore(folder)).rejects.toMatchObject({ code: 'locked', holder: null })
})

it('only the holder announces where it answers', async () => {
  const folder = await temporaryFolder()
  await expect(announce(folder, 'http://127.0.0.1:1/')).rejects.toThrow('does not hold')
  await holdElsewhere(folder)
  await expect(announce(folder, 'http://127.0.0.1:1/')).rejects.toThrow('does not hold')
})

it('closing gives the desk free and takes the name away', async () => {
  const folder = await temporaryFolder()
  const store = await openStore(folder)
  await store.close()
  await expect(stat(join(folder, 'desk.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  const again = await openStore(folder)
  await again.close()
})

it.skipIf(process.platform === 'win32')(
  'nobody else on the machine may read the key to the desk',
  async () => {
    const folder = await temporaryFolder()
    const store = await openStore(folder)
    onTestFinished(() => store.close())
    await announce(folder, 'http://127.0.0.1:4321/?key=abc')
    expect((await stat(join(folder, 'desk.json'))).mode & 0o077).toBe(0)
  },
)
