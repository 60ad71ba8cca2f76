import { APP_ORIGIN } from '../../shared/contract/shell.ts'

/** The parts of an event of `ipcMain` that tell who sent it. */
export interface Sent {
  senderFrame: { url: string } | null
  sender: { mainFrame: { url: string } }
}

/** Whether our own page said it, in a window's main frame: main answers nobody else. */
export function isOurs({ senderFrame, sender }: Sent): boolean {
  return (
    senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.url.startsWith(`${APP_ORIGIN}/`)
  )
}
