import { z } from 'zod'
import { PORT_MESSAGE, type Shell } from '../../shared/contract/shell.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import type { AskForPort } from './port.ts'

declare global {
  interface Window {
    /** Only in Electron. */
    readonly stet?: Shell
  }
}

const portMessageSchema = z.object({ kind: z.literal(PORT_MESSAGE), ticket: z.string() })

const TIMEOUT_MS = 10_000

export function askShellForPort(shell: Shell): AskForPort {
  return (personId: PersonId | null, signal: AbortSignal) =>
    new Promise((resolve, reject) => {
      const ticket = crypto.randomUUID()
      const listening = new AbortController()
      const stop = (reason: string) => {
        listening.abort()
        clearTimeout(timer)
        reject(new Error(reason))
      }
      const timer = setTimeout(() => stop('the desk did not answer'), TIMEOUT_MS)
      signal.addEventListener('abort', () => stop('not wanted any more'), { once: true })
      window.addEventListener(
        'message',
        (event) => {
          // A port comes from the preload of this very window, or it is not ours.
          if (event.source !== window || event.origin !== location.origin) return
          const message = portMessageSchema.safeParse(event.data)
          const port = event.ports[0]
          if (!message.success || message.data.ticket !== ticket) return
          if (!port) return stop('there is no desk')
          listening.abort()
          clearTimeout(timer)
          resolve(port)
        },
        { signal: listening.signal },
      )
      shell.connect(ticket, personId)
    })
}
