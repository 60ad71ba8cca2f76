import { RPCLink } from '@orpc/client/message-port'
import type { PersonId } from '../../shared/model/ids.ts'
import { makeEnding } from './ending.ts'
import type { Connect } from './lasting.ts'

/** Asks the shell for a port to the desk as that person; each port is a connection of its own. */
export type AskForPort = (personId: PersonId | null, signal: AbortSignal) => Promise<MessagePort>

export function portConnect(ask: AskForPort): Connect {
  return async (personId, signal) => {
    const port = await ask(personId, signal)
    const ending = makeEnding()
    // Heard before the library's own listener, so that a call it rejects is seen to be lost with the wire.
    port.addEventListener('close', ending.end)
    const rpc = new RPCLink({ port })
    port.start()
    return {
      rpc,
      isOpen: () => !ending.isOver(),
      ending,
      close() {
        port.close()
        ending.end()
      },
    }
  }
}
