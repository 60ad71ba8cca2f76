import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { Socket } from '../../renderer/link/socket.ts'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { must } from '../../shared/lib/assert.ts'
import type { BrowserShell } from '../e2e/shells/browser.ts'

/** Somebody at another window, without the window: the contract from this process, as who works at the desk. */
export async function openColleague(shell: BrowserShell): Promise<{ client: DeskClient; close(): void }> {
  const { origin, host, port, searchParams } = new URL(shell.url)
  const headers = { cookie: `stet-${port}=${searchParams.get('key')}` }
  const open = async (person: string): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://${host}/rpc${person}`, { headers, origin })
    await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
    return socket
  }
  // The same methods and events as a browser's; only its types are its own.
  const clientOf = (socket: WebSocket) =>
    createORPCClient<DeskClient>(new RPCLink({ websocket: socket as unknown as Socket }))
  const nobody = await open('')
  const { id } = must((await clientOf(nobody).people.list())[0], 'somebody works here')
  nobody.close()
  const socket = await open(`?person=${id}`)
  return { client: clientOf(socket), close: () => socket.close() }
}
