// The test's hand in the main process, over Node's own channel between parent and child.
import { app } from './app.ts'
import { type CommandName, type Commands, runCommand } from './commands.ts'
import { chromium } from './engine.ts'

export type ToStandIn = {
  [Name in CommandName]: { id: number; command: Name; args: Parameters<Commands[Name]> }
}[CommandName]

export type FromStandIn =
  | { kind: 'ready'; endpoint: string }
  | { kind: 'answer'; id: number; result: unknown }
  | { kind: 'failure'; id: number; message: string }

const tell = (message: FromStandIn) => process.send?.(message)

process.on('message', (message: ToStandIn) => {
  const { id } = message
  void runCommand(message.command, message.args).then(
    (result) => tell({ kind: 'answer', id, result }),
    (error: unknown) => tell({ kind: 'failure', id, message: String(error) }),
  )
})
// The test's end is no reason to stay, and listening to it is none either.
process.on('disconnect', () => app.exit(1))
process.channel?.unref()
void app.whenReady().then(async () => tell({ kind: 'ready', endpoint: (await chromium()).endpoint }))
