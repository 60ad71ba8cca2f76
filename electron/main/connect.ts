import { z } from 'zod'
import { CONNECT_CHANNEL, PORT_CHANNEL } from '../../shared/contract/shell.ts'
import { personIdSchema } from '../../shared/model/ids.ts'
import type { DeskProcess } from './desk-process.ts'
import { onVerb } from './sender.ts'

/** Hands a window that asks its port to the desk, with the ticket that it asked with. */
export function answerConnect(desk: Pick<DeskProcess, 'connect'>): void {
  onVerb(
    CONNECT_CHANNEL,
    z.tuple([z.uuid(), personIdSchema.nullable()]),
    ({ senderFrame }, [ticket, personId]) => {
      const port = desk.connect(personId)
      // Without one the window knows at once that there is no desk, and asks again.
      senderFrame?.postMessage(PORT_CHANNEL, ticket, port ? [port] : [])
    },
  )
}
