import { spawn } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../store/temporary.ts'
import { type Scene, setUpStriking, spreadName, traces } from './desk.ts'
import { tracesOf } from './traces.ts'

/** Strikes in a process of its own that is killed before the store is asked for the `fatal`th time; 0 for never. */
function strikeAndDie(folder: string, person: string, fatal: number, what: string) {
  const { promise, resolve } = Promise.withResolvers<{ signal: NodeJS.Signals | null; asked: number }>()
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'dying.ts'), folder, person, `${fatal}`, what],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let printed = ''
  child.stdout.on('data', (part) => {
    printed += part
  })
  child.on('close', (_, signal) => resolve({ signal, asked: Number(printed) }))
  return promise
}

async function makeDesk(): Promise<{ folder: string; maryId: string; scene: Scene }> {
  const bench = await setUpStriking()
  const scene = await spreadName(bench)
  await bench.desk.close()
  return { folder: bench.folder, maryId: bench.maryId, scene }
}

/** A note in that story and no other. */
const onlyThere = 'worked on'

const inFull = (words: string) => words === 'words'

describe.each(['words', 'story'])('a desk that is killed in the midst of striking %s', (what) => {
  it('has struck everything or nothing once it is open again, wherever it was', {
    timeout: 180_000,
  }, async () => {
    const { folder, maryId, scene } = await makeDesk()
    const target = inFull(what) ? 'words' : scene.storyId
    const whole = await temporaryFolder()
    await cp(folder, whole, { recursive: true })
    const { asked } = await strikeAndDie(whole, maryId, 0, target)
    expect(asked).toBeGreaterThan(5)

    let undone = 0
    let resumed = 0
    for (let fatal = 1; fatal <= asked; fatal++) {
      const dying = await temporaryFolder()
      await cp(folder, dying, { recursive: true })
      expect(await strikeAndDie(dying, maryId, fatal, target)).toMatchObject({ signal: 'SIGKILL' })
      const bench = await setUpStriking({ folder: dying })
      const report = await bench.mary.desk.verify()
      expect(report.findings).toEqual([])
      const stories = await bench.mary.stories.list({ archived: true })
      const isThere = stories.some((story) => story.id === scene.storyId)
      if (report.struck.strikings === 0) {
        undone++
        expect(isThere).toBe(true)
        expect(tracesOf(dying, traces).length).toBeGreaterThan(6)
      } else {
        resumed++
        expect(isThere).toBe(inFull(what))
        if (inFull(what)) expect(tracesOf(dying, traces)).toEqual([])
        else expect(tracesOf(dying, [onlyThere])).toEqual([])
      }
      await bench.desk.close()
    }
    expect(undone).toBeGreaterThan(0)
    expect(resumed).toBeGreaterThan(2)
  })
})
