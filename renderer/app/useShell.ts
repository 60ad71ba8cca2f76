import { useEffect } from 'react'
import type { TextCommandId } from '../../shared/commands/text.ts'
import { windowCommands } from '../../shared/commands/window.ts'
import type { Shell } from '../../shared/contract/shell.ts'
import { type WindowAsk, type WindowReport, windowAskSchema } from '../../shared/contract/shell-messages.ts'
import { exhaustive } from '../../shared/lib/assert.ts'
import { runTextCommand } from '../editor/run.ts'
import type { Desk } from '../state/desk.ts'
import { openStory } from '../state/open-story.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { unsaved, whenAllSaved } from '../state/unsaved.ts'
import { windowState } from '../state/window.ts'
import { windowLanguage } from '../ui/strings/in-language.ts'
import { importFile } from '../views/transfer/importing.ts'
import type { Commands } from './commands.ts'

/** So long the window tries before it says that it cannot save. */
const savingMs = 6000

function session(): StorySession | null {
  const story = openStory.get()
  return story.kind === 'open' ? story.session : null
}

/** Behind a dialog nothing happens, as with keys; only the palette may take its place. */
function reportOf(commands: Commands): WindowReport {
  const isBehind = windowState.get().dialog !== null
  return {
    isSaved: !unsaved.get(),
    can: windowCommands
      .map(({ id }) => id)
      .filter((id) => (!isBehind || id === 'palette') && commands.canRun(id)),
    hasText: !isBehind && session() !== null && windowState.get().view === 'story',
    language: session()?.getState().story.language ?? null,
    speaks: windowLanguage,
  }
}

/** A field of a form has its own undoing and its own words to select. */
function runInField(command: TextCommandId): boolean {
  const field = document.activeElement
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
  if (!isField) return false
  if (command === 'undo' || command === 'redo') document.execCommand(command)
  else if (command === 'selectAll') field.select()
  else return false
  return true
}

/** Does what Electron's main process asks and tells it how the window stands; in a browser, nothing. */
export function useShell(desk: Desk, commands: Commands): void {
  useEffect(() => {
    const shell = window.stet
    if (!shell) return
    return attend(shell, desk, commands)
  }, [desk, commands])
}

function attend(shell: Shell, desk: Desk, commands: Commands): () => void {
  let last = ''
  let stopSession = () => {}
  /** Files come in one after the other, so that each receipt is of the story below it. */
  let importing = Promise.resolve()

  function report() {
    const now = reportOf(commands)
    const told = JSON.stringify(now)
    if (told === last) return
    last = told
    shell.report(now)
  }

  function watchSession() {
    stopSession()
    stopSession = session()?.subscribe(report) ?? (() => {})
    report()
  }

  function carryOut(ask: WindowAsk) {
    switch (ask.kind) {
      case 'run':
        if (reportOf(commands).can.includes(ask.command)) commands.run(ask.command)
        return
      case 'runText': {
        const open = session()
        if (!runInField(ask.command) && open && reportOf(commands).hasText) runTextCommand(open, ask.command)
        return
      }
      case 'import':
        importing = importing.then(async () => void (await perform(() => importFile(desk, ask.file))))
        return
      case 'save':
        void whenAllSaved(savingMs).then((answer) => shell.answerSave(ask.ticket, answer))
        return
      default:
        exhaustive(ask)
    }
  }

  const stops = [
    openStory.subscribe(watchSession),
    windowState.subscribe(report),
    unsaved.subscribe(report),
    () => stopSession(),
  ]
  watchSession()
  shell.listen((given) => {
    const ask = windowAskSchema.safeParse(given)
    if (ask.success) carryOut(ask.data)
  })
  return () => {
    for (const stop of stops) stop()
  }
}
