import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Desk } from '../../electron/desk/desk.ts'
import { openPorts } from '../../electron/serve/ports.ts'
import { serveDesk } from '../../electron/serve/serve.ts'
import { keepLink, type LastingLink } from '../../renderer/link/lasting.ts'
import { portConnect } from '../../renderer/link/port.ts'
import { askShellForPort } from '../../renderer/link/shell.ts'
import { type Socket, socketConnect } from '../../renderer/link/socket.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { enterElectron } from './electron-path.ts'

/** A way to a desk that can be cut. */
export interface Line {
  client: DeskClient
  link: LastingLink
  /** From now on nothing that the desk says arrives on the connection that is open now. */
  deafen(): void
  /** Cuts the connection that is open now, without a word to either side. */
  cut(): void
}

export interface Transport {
  name: string
  /** What a transport without a connection cannot show is left out for it. */
  line: ((desk: Desk, personId?: PersonId) => Promise<Line>) | null
  client(desk: Desk, personId?: PersonId): Promise<DeskClient>
}

const quick = { firstDelayMs: 5, longestDelayMs: 50 }

function lineOver(
  link: LastingLink,
  personId: PersonId | undefined,
  hands: Pick<Line, 'cut' | 'deafen'>,
): Line {
  if (personId) link.setPerson(personId)
  onTestFinished(() => link.close())
  return { client: createORPCClient<DeskClient>(link), link, ...hands }
}

async function socketLine(desk: Desk, personId?: PersonId): Promise<Line> {
  const serving = await serveDesk(desk, { port: 0, pageFolder: null })
  onTestFinished(() => serving.close())
  const { host, origin, searchParams } = new URL(serving.url)
  let current: WebSocket | null = null
  const connect = socketConnect((person) => {
    const socket = new WebSocket(`ws://${host}/rpc${person ? `?person=${person}` : ''}`, {
      origin,
      headers: { cookie: `stet-${serving.port}=${searchParams.get('key')}` },
    })
    current = socket
    // The same methods and events as a browser's; only its types are its own.
    return socket as unknown as Socket
  })
  return lineOver(keepLink(connect, quick), personId, {
    deafen: () => current?.pause(),
    cut: () => current?.terminate(),
  })
}

/** Two channels with a hand between them, as the preload stands between the window and the desk. */
function portLine(desk: Desk, personId?: PersonId): Promise<Line> {
  const ports = openPorts(desk)
  let current = { cut() {}, isDeaf: false }
  const connect = portConnect((person) => {
    const window = new MessageChannel()
    const inner = new MessageChannel()
    const mine = {
      isDeaf: false,
      cut() {
        window.port2.close()
        inner.port1.close()
      },
    }
    current = mine
    window.port2.on('message', (message) => inner.port1.postMessage(message))
    inner.port1.on('message', (message) => mine.isDeaf || window.port2.postMessage(message))
    window.port2.on('close', () => inner.port1.close())
    ports.accept(inner.port2, person)
    // Node's port is the browser's in all that is used; only its types are its own.
    return Promise.resolve(window.port1 as unknown as MessagePort)
  })
  return Promise.resolve(
    lineOver(keepLink(connect, quick), personId, {
      deafen() {
        current.isDeaf = true
      },
      cut: () => current.cut(),
    }),
  )
}

/** The same hand, but between Electron's main process and the desk's: everything before it is the app's own. */
function electronLine(desk: Desk, personId?: PersonId): Promise<Line> {
  const ports = openPorts(desk)
  let current = { cut() {}, isDeaf: false }
  const shell = enterElectron((port, person) => {
    const inner = new MessageChannel()
    const mine = {
      isDeaf: false,
      cut() {
        port.close()
        inner.port1.close()
      },
    }
    current = mine
    port.on('message', (message) => inner.port1.postMessage(message))
    inner.port1.on('message', (message) => mine.isDeaf || port.postMessage(message))
    port.on('close', () => inner.port1.close())
    ports.accept(inner.port2, person)
  })
  return Promise.resolve(
    lineOver(keepLink(portConnect(askShellForPort(shell)), quick), personId, {
      deafen() {
        current.isDeaf = true
      },
      cut: () => current.cut(),
    }),
  )
}

const over = (name: string, line: NonNullable<Transport['line']>): Transport => ({
  name,
  line,
  client: async (desk, personId) => (await line(desk, personId)).client,
})

export const transports: readonly Transport[] = [
  {
    name: 'in one process',
    line: null,
    client: (desk, personId) => Promise.resolve(desk.client({ personId: personId ?? null, via: 'window' })),
  },
  over('over a WebSocket', socketLine),
  over('over a MessagePort', portLine),
  over('through Electron’s preload and main process', electronLine),
]
