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

function openSocket(socket: Socket, signal: AbortSignal): Promise<Wire> {
  const ending = makeEnding()
  // Heard before the library's own listener, so that a call it rejects is seen to be lost with the wire.
  socket.addEventListener('close', () => ending.end())
  const rpc = new RPCLink({ websocket: socket })
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
