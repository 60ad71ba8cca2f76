import { RPCLink } from '@orpc/client/websocket'
import type { PersonId } from '../../shared/model/ids.ts'
import { makeEnding } from './ending.ts'
import type { Connect } from './lasting.ts'
import type { Wire } from './wire.ts'

/** A WebSocket as every maker of them has it. */
export type Socket = Pick<
  WebSocket,
  'addEventListener' | 'removeEventListener' | 'send' | 'readyState' | 'close'
>

const CONNECTING = 0
const OPEN = 1
const OPENING_TIMEOUT_MS = 10_000

/** The desk's address for calls, beside the page's own. */
export function rpcUrl(pageUrl: string, personId: PersonId | null): string {
  const url = new URL('/rpc', pageUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  if (personId) url.searchParams.set('person', personId)
  return url.href
}

export function socketConnect(open: (personId: PersonId | null) => Socket): Connect {
  return (personId, signal) => openSocket(open(personId), signal)
}

/**
 * Takes whatever is said while the socket is on its way to being closed, and lets it be lost with it: the library
 * would throw where a stream is called off just then, and nobody could catch that.
 */
function whileClosing(socket: Socket): Socket {
  return {
    addEventListener: socket.addEventListener.bind(socket),
    removeEventListener: socket.removeEventListener.bind(socket),
    close: () => socket.close(),
    get readyState() {
      return socket.readyState === CONNECTING ? CONNECTING : OPEN
    },
    send(message) {
      if (socket.readyState === OPEN) socket.send(message)
    },
  }
}

function openSocket(socket: Socket, signal: AbortSignal): Promise<Wire> {
  const ending = makeEnding()
  // Heard before the library's own listener, so that a call it rejects is seen to be lost with the wire.
  socket.addEventListener('close', () => ending.end())
  const rpc = new RPCLink({ websocket: whileClosing(socket) })
  const wire: Wire = {
    rpc,
    isOpen: () => socket.readyState === OPEN,
    ending,
    close: () => socket.close(),
  }
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      socket.close()
      reject(new Error('the desk was not reached'))
    }
    const timer = setTimeout(giveUp, OPENING_TIMEOUT_MS)
    signal.addEventListener('abort', () => socket.readyState !== OPEN && giveUp(), { once: true })
    socket.addEventListener('error', () => {})
    socket.addEventListener('close', giveUp)
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve(wire)
    })
  })
}
