import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { guardClosing, guardQuitting } from '../../../electron/main/closing.ts'
import type { OpenWindow } from '../../../electron/main/windows.ts'
import type { SaveAnswer } from '../../../shared/contract/shell-messages.ts'

const electron = vi.hoisted(() => ({
  /** What a person answers, one question after the other. */
  answers: [] as number[],
  asked: [] as string[],
  quits: 0,
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  const app = Object.assign(new Emitter(), {
    quit() {
      electron.quits++
      app.emit('before-quit', {})
    },
  })
  return {
    app,
    powerMonitor: new Emitter(),
    dialog: {
      showMessageBox: (_window: unknown, { detail }: { detail: string }) => {
        electron.asked.push(detail)
        return Promise.resolve({ response: electron.answers.shift() ?? 2 })
      },
    },
  }
})

const { app, powerMonitor } = await import('electron')

const again = 0
const anyway = 1
const keepOpen = 2
const notSaved: SaveAnswer = { kind: 'notSaved', reason: 'The desk cannot be reached.' }
const saved: SaveAnswer = { kind: 'saved' }

/** A window that gives these answers when it is told to save; with the first `saved` it has nothing left. */
function makeWindow(answers: readonly SaveAnswer[]) {
  let isSaved = answers.length === 0
  const left = [...answers]
  const log: string[] = []
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    isDestroyed: () => log.includes('closed'),
    close() {
      let isPrevented = false
      window.emit('close', { preventDefault: () => (isPrevented = true) })
      if (!isPrevented) log.push('closed')
    },
    destroy: () => log.push('destroyed'),
  })
  const open = {
    window,
    report: () => ({ isSaved, can: [], hasText: true, language: null, speaks: 'en' as const }),
    ask() {},
    async save() {
      const answer = left.shift() ?? saved
      log.push(answer.kind)
      await null
      isSaved = answer.kind === 'saved'
      return answer
    },
  }
  // As much of a window as closing touches.
  guardClosing(open as unknown as OpenWindow)
  return { window, log }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

afterEach(async () => {
  // "Keep open" is also what ends the wish to quit.
  const { window } = makeWindow([notSaved])
  electron.answers = [keepOpen]
  window.close()
  await settled()
  Object.assign(electron, { answers: [], asked: [], quits: 0 })
})

describe('closing a window', () => {
  it('closes at once where all is saved', () => {
    const { window, log } = makeWindow([])
    window.close()
    expect(log).toEqual(['closed'])
  })

  it('waits for the desk first, and asks nobody', async () => {
    const { window, log } = makeWindow([saved])
    window.close()
    window.close()
    expect(log).toEqual(['saved'])
    await settled()
    expect(log).toEqual(['saved', 'closed'])
    expect(electron.asked).toEqual([])
  })

  it('asks where it cannot be saved, and tries again as often as a person wants', async () => {
    electron.answers = [again, again]
    const { window, log } = makeWindow([notSaved, notSaved, saved])
    window.close()
    await settled()
    expect(log).toEqual(['notSaved', 'notSaved', 'saved', 'closed'])
    expect(electron.asked[0]).toContain('The desk cannot be reached. If you close it anyway')
  })

  it('closes anyway where a person says so', async () => {
    electron.answers = [anyway]
    const { window, log } = makeWindow([notSaved])
    window.close()
    await settled()
    expect(log).toEqual(['notSaved', 'destroyed'])
  })

  it('stays open where a person wants that, and asks again the next time', async () => {
    electron.answers = [keepOpen, anyway]
    const { window, log } = makeWindow([notSaved, notSaved])
    window.close()
    await settled()
    expect(log).toEqual(['notSaved'])
    window.close()
    await settled()
    expect(log).toEqual(['notSaved', 'notSaved', 'destroyed'])
  })

  it('waits too for what the page alone knows to be unsaved, but not where it was only to be loaded again', async () => {
    const reloaded = makeWindow([])
    reloaded.window.webContents.emit('will-prevent-unload', {})
    await settled()
    expect(reloaded.log).toEqual([])
    const { window, log } = makeWindow([])
    window.emit('close', { preventDefault() {} })
    window.webContents.emit('will-prevent-unload', {})
    await settled()
    expect(log).toEqual(['saved', 'closed'])
  })
})

describe('quitting', () => {
  guardQuitting()

  it('goes on once the window that held it up is saved', async () => {
    const { window, log } = makeWindow([saved])
    app.quit()
    window.close()
    await settled()
    expect(log).toEqual(['saved'])
    expect(electron.quits).toBe(2)
  })

  it('goes on when a window is closed anyway, and ends where one is kept open', async () => {
    electron.answers = [anyway]
    const { window } = makeWindow([notSaved])
    app.quit()
    window.close()
    await settled()
    expect(electron.quits).toBe(2)

    electron.answers = [keepOpen]
    const kept = makeWindow([notSaved])
    kept.window.close()
    await settled()
    expect(electron.quits).toBe(2)
    kept.window.close()
    await settled()
    // No wish to quit is left: the window alone closes.
    expect(kept.log).toEqual(['notSaved', 'saved', 'closed'])
    expect(electron.quits).toBe(2)
  })

  it('holds up the system’s shutdown, on every system by its own way', async () => {
    let held = 0
    const event = { preventDefault: () => held++ }
    powerMonitor.emit('shutdown', event)
    expect([held, electron.quits]).toEqual([1, 1])
    const { window, log } = makeWindow([notSaved])
    window.emit('query-session-end', event)
    expect([held, electron.quits, log]).toEqual([2, 2, []])
    makeWindow([]).window.emit('query-session-end', event)
    expect([held, electron.quits]).toEqual([2, 2])
  })
})
