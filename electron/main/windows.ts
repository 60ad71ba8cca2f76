import { randomUUID } from 'node:crypto'
import { BrowserWindow, type WebContents } from 'electron'
import { z } from 'zod'
import {
  ASK_CHANNEL,
  LISTEN_CHANNEL,
  REPORT_CHANNEL,
  SAVE_ANSWER_CHANNEL,
} from '../../shared/contract/shell.ts'
import {
  type SaveAnswer,
  saveAnswerSchema,
  type WindowAsk,
  type WindowReport,
  windowReportSchema,
} from '../../shared/contract/shell-messages.ts'
import { onVerb } from './sender.ts'
import { words } from './words.ts'

/** Longer than the window itself tries before it says that it cannot. */
const SAVING_MS = 15_000

const silent: WindowReport = { isSaved: true, can: [], hasText: false, language: null, speaks: null }

/** A window of ours and what it said of itself. */
export interface OpenWindow {
  readonly window: BrowserWindow
  /** What it said last; of a window that has not spoken yet, that there is nothing in it. */
  report(): WindowReport
  /** Has the window do something, as soon as it listens. */
  ask(ask: WindowAsk): void
  /** Has it bring to the desk what is not there yet. Always answers. */
  save(): Promise<SaveAnswer>
}

export interface Windows {
  add(window: BrowserWindow): OpenWindow
  all(): OpenWindow[]
  /** The one that is worked in, else the one that was last; null where there is none. */
  current(): OpenWindow | null
  /** Called when another window is worked in, or the one that is said something new. */
  onChange(listener: () => void): void
}

interface Entry extends OpenWindow {
  isListening: boolean
  said: WindowReport
  waiting: WindowAsk[]
  readonly saving: Map<string, (answer: SaveAnswer) => void>
}

export function keepWindows(): Windows {
  /** The one that is worked in is the last. */
  const entries: Entry[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const of = (sender: WebContents) => entries.find((entry) => entry.window.webContents === sender)

  onVerb(LISTEN_CHANNEL, z.tuple([]), ({ sender }) => {
    const entry = of(sender)
    if (!entry) return
    entry.isListening = true
    const { waiting } = entry
    entry.waiting = []
    for (const ask of waiting) entry.ask(ask)
  })
  onVerb(REPORT_CHANNEL, z.tuple([windowReportSchema]), ({ sender }, [report]) => {
    const entry = of(sender)
    if (!entry) return
    entry.said = report
    tell()
  })
  onVerb(SAVE_ANSWER_CHANNEL, z.tuple([z.string(), saveAnswerSchema]), ({ sender }, [ticket, answer]) => {
    of(sender)?.saving.get(ticket)?.(answer)
  })

  function forget(entry: Entry) {
    entry.isListening = false
    entry.said = silent
    for (const answer of entry.saving.values()) answer({ kind: 'saved' })
  }

  return {
    add(window) {
      const entry: Entry = {
        window,
        isListening: false,
        said: silent,
        waiting: [],
        saving: new Map(),
        report: () => entry.said,
        ask(ask) {
          if (entry.isListening) window.webContents.send(ASK_CHANNEL, ask)
          else entry.waiting.push(ask)
        },
        save() {
          // Nobody is there who could have something unsaved.
          if (!entry.isListening) return Promise.resolve({ kind: 'saved' })
          const ticket = randomUUID()
          return new Promise((resolve) => {
            const done = (answer: SaveAnswer) => {
              clearTimeout(timer)
              entry.saving.delete(ticket)
              resolve(answer)
            }
            const timer = setTimeout(() => done({ kind: 'notSaved', reason: words().noAnswer }), SAVING_MS)
            entry.saving.set(ticket, done)
            entry.ask({ kind: 'save', ticket })
          })
        },
      }
      entries.push(entry)
      window.on('focus', () => {
        entries.push(...entries.splice(entries.indexOf(entry), 1))
        tell()
      })
      window.on('closed', () => {
        forget(entry)
        entries.splice(entries.indexOf(entry), 1)
        tell()
      })
      // A page that is loaded (again) has said nothing yet.
      window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) forget(entry)
      })
      window.webContents.on('render-process-gone', () => forget(entry))
      return entry
    },
    all: () => [...entries],
    current() {
      const focused = BrowserWindow.getFocusedWindow()
      return entries.find(({ window }) => window === focused) ?? entries.at(-1) ?? null
    },
    onChange(listener) {
      listeners.add(listener)
    },
  }
}
