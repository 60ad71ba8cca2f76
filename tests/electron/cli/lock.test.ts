import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { must } from '../../../shared/lib/assert.ts'
import { stet, stetError, stetJson, temporaryFolder } from './command.ts'
import * as shape from './shapes.ts'

const holders: ChildProcess[] = []

afterEach(async () => {
  for (const holder of holders.splice(0)) await kill(holder)
})

async function kill(holder: ChildProcess): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return
  holder.kill('SIGKILL')
  await once(holder, 'exit')
}

async function hold(desk: string, url: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('hold.ts', import.meta.url))
  const holder = spawn(process.execPath, [script, desk, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  holders.push(holder)
  await once(must(holder.stdout, 'its output is piped'), 'data')
  return holder
}

describe('a desk that another process holds', () => {
  test('is refused, naming the process and its address', async () => {
    const desk = await temporaryFolder()
    const url = 'http://127.0.0.1:4711/?key=abc'
    const holder = await hold(desk, url)
    for (const args of [['stories'], ['import', '-'], ['verify']]) {
      const error = await stetError(desk, args, 'A\n\nB.\n')
      expect(error).toMatchObject({ exitCode: 3, code: 'LOCKED' })
      expect(error.message).toContain(String(holder.pid))
      expect(error.message).toContain(url)
      expect(error.message).toContain('window')
    }
  })

  test('is open again as soon as that process is gone, however it ended', async () => {
    const desk = await temporaryFolder()
    await kill(await hold(desk, ''))
    expect((await stetJson(desk, shape.listed, ['stories'])).stories).toEqual([])
  })

  test('is not needed by help', async () => {
    const desk = await temporaryFolder()
    await hold(desk, '')
    expect((await stet(desk, ['help', 'import'])).exitCode).toBe(0)
  })
})
