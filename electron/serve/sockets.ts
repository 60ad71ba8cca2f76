import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { PersonId } from '../../shared/model/ids.ts'
import type { Desk } from '../desk/desk.ts'
import { MESSAGE_LIMIT_BYTES } from './limits.ts'
import { answerPlainly } from './plain-json.ts'

/** A peer that says nothing for this long is gone, whatever its socket believes. */
const HEARTBEAT_MS = 30_000

/** "Going away": the window comes back by itself. */
const GOING_AWAY = 1001

export interface Sockets {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, personId: PersonId | null): void
  close(): void
}

/** Calls and streams of the contract over WebSockets. */
export function openSockets(desk: Pick<Desk, 'router'>): Sockets {
  const handler = new RPCHandler(desk.router, { clientInterceptors: [answerPlainly] })
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT_BYTES,
    perMessageDeflate: false,
  })
  const answered = new WeakSet<WebSocket>()
  const heartbeat = setInterval(() => {
    for (const peer of server.clients) {
      if (!answered.has(peer)) {
        peer.terminate()
        continue
      }
      answered.delete(peer)
      peer.ping()
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()

  return {
    accept(request, socket, head, personId) {
      server.handleUpgrade(request, socket, head, (peer) => {
        answered.add(peer)
        peer.on('pong', () => answered.add(peer))
        // Too large a message, a broken frame: the peer is hung up on by the library, and comes back.
        peer.on('error', () => {})
        void handler.upgrade(peer, { context: { personId, via: 'window' } })
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const peer of server.clients) {
        peer.close(GOING_AWAY)
        setTimeout(() => peer.terminate(), 500).unref()
      }
      server.close()
    },
  }
}
