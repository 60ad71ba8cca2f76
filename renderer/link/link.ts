import { createORPCClient } from '@orpc/client'
import type { DeskClient } from '../../shared/contract/contract.ts'
import type { FileHash, PersonId } from '../../shared/model/ids.ts'
import { blobPath, putBlob, type Stored } from './blobs.ts'
import { LinkBroken } from './broken.ts'
import { keepLink, type LinkState } from './lasting.ts'
import { portConnect } from './port.ts'
import { askShellForPort } from './shell.ts'
import { rpcUrl, socketConnect } from './socket.ts'

export { LinkBroken } from './broken.ts'
export type { LinkState } from './lasting.ts'

/** The window's way to the desk. */
export interface DeskLink {
  /**
   * Typed by the contract. While the state is `closed` a call rejects at once with {@link LinkBroken}; while it
   * is `connecting` it waits. A call that was under way when the connection broke is sent again after
   * reconnecting, with the same input, and so the same `requestId`. A stream that breaks throws LinkBroken:
   * follow again from what was last received.
   */
  readonly client: DeskClient
  /**
   * `connecting` at first and right after a break, `closed` as soon as an attempt failed (attempts go on) and
   * after {@link DeskLink.close}. Whoever shows *not saved* watches this: a call under way says nothing while it
   * waits to be sent again.
   */
  state(): LinkState
  subscribe(listener: () => void): () => void
  /** Makes the connection anew as that person. Streams end with LinkBroken; calls under way are still answered. */
  setPerson(personId: PersonId | null): void
  /** @throws ORPCError TOO_LARGE or NOT_SAVED, or LinkBroken */
  putBlob(bytes: Blob | Uint8Array, signal?: AbortSignal): Promise<Stored>
  blobUrl(hash: FileHash): string
  close(): void
}

/** By WebSocket in a browser; by the port that the preload hands over in Electron. */
export function openLink(): DeskLink {
  forgetKey()
  const shell = window.stet
  const lasting = keepLink(
    shell
      ? portConnect(askShellForPort(shell))
      : socketConnect((personId) => new WebSocket(rpcUrl(location.href, personId))),
  )
  return {
    client: createORPCClient<DeskClient>(lasting),
    state: lasting.state,
    subscribe: lasting.subscribe,
    setPerson: lasting.setPerson,
    async putBlob(bytes, signal) {
      try {
        return await putBlob('/blob', bytes, signal)
      } catch (error) {
        if (!(error instanceof LinkBroken)) throw error
        await lasting.whenOpen()
        return await putBlob('/blob', bytes, signal)
      }
    },
    blobUrl: blobPath,
    close: lasting.close,
  }
}

/** The cookie has it now; the address is shown, copied and kept in the history. */
function forgetKey() {
  const url = new URL(location.href)
  if (!url.searchParams.has('key')) return
  url.searchParams.delete('key')
  history.replaceState(history.state, '', url)
}
