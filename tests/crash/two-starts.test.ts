import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDesk } from '../../electron/desk/desk.ts'

const program = resolve(import.meta.dirname, '../../electron/serve/main.ts')
const times = Number(process.env.STET_STARTS ?? 5)

interface Start {
  /** The first line that it prints, or its exit code where it ends without one. */
  readonly verdict: Promise<string | number | null>
  stop(): Promise<void>
}

function start(folder: string): Start {
  const child = spawn(process.execPath, [program, '--desk', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  const line = new Promise<string>((found) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += String(chunk)
        if (said.includes('\n')) found(said)
      })
    }
  })
  return {
    verdict: Promise.race([line, ended]),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

it(`${times} times two starts at once on a new folder: one has the desk, the other says who, and the desk is sound`, {
  timeout: 30_000 + times * 30_000,
}, async () => {
  for (let time = 0; time < times; time++) {
    const folder = await mkdtemp(join(tmpdir(), 'stet-twice-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    const starts = [start(folder), start(folder)]
    const verdicts = await Promise.all(starts.map((one) => one.verdict))
    const open = verdicts.filter((verdict) => /^Stet is open at http/.test(String(verdict)))
    const refused = verdicts.filter((verdict) => /another Stet .*has this desk open/.test(String(verdict)))
    // Late enough, the second one prints the address of the first.
    expect([verdicts, open.length + refused.length, open.length > 0]).toEqual([verdicts, 2, true])
    expect(new Set(open.map(String)).size).toBe(1)
    await Promise.all(starts.map((one) => one.stop()))
    const desk = await openDesk({ folder })
    const { findings } = await desk.client({ personId: null, via: 'desk' }).desk.verify()
    await desk.close()
    expect(findings).toEqual([])
  }
})
