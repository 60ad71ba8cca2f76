import { RPCLink } from '@orpc/client/message-port'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Connect } from './lasting.ts'

/** Asks the shell for a port to the desk as that person; each port is a connection of its own. */
export type AskForPort = (personId: PersonId | null, signal: AbortSignal) => Promise<MessagePort>

export function portConnect(ask: AskForPort): Connect {
  return async (personId, signal) => {
    const port = await ask(personId, signal)
    const closing = Promise.withResolvers<void>()
    let isOpen = true
    const gone = () => {
      isOpen = false
      closing.resolve()
    }
    // Heard before the library's own listener, so that a call it rejects is seen to be lost with the wire.
    port.addEventListener('close', gone)
    const rpc = new RPCLink({ port })
    port.start()
    return {
      rpc,
      isOpen: () => isOpen,
      closed: closing.promise,
      close() {
        port.close()
        gone()
      },
    }
  }
}
