import type { Claim } from '../../shared/model/claim.ts'
import type { Fix } from '../../shared/model/fix.ts'
import { newBackupId, newRequestId, newSourceId } from '../../shared/model/ids.ts'
import type { Query } from '../../shared/model/query.ts'
import { say } from '../state/notice.ts'
import { perform } from '../state/refused.ts'
import type { StorySession } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { formatMoment } from '../ui/format.ts'
import { fixesStrings } from '../ui/strings/fixes.ts'
import { queriesStrings, wayNames } from '../ui/strings/queries.ts'

export async function attachAnswer(session: StorySession, query: Query): Promise<void> {
  const { answer } = query
  if (!answer) return
  await perform(async () => {
    await session.ask((client) =>
      client.queries.attachAnswer({
        requestId: newRequestId(),
        queryId: query.id,
        backupId: newBackupId(),
        sourceId: newSourceId(),
        locator: queriesStrings.told(wayNames[query.way], formatMoment(answer.atMs)),
      }),
    )
    say(queriesStrings.attached(query.asked))
  })
}

export async function removeQuery(session: StorySession, { id: queryId }: Query): Promise<void> {
  await perform(async () => {
    await session.ask((client) => client.queries.remove({ requestId: newRequestId(), queryId }))
    toast(queriesStrings.removed, {
      undo: () =>
        void perform(() =>
          session.ask((client) => client.queries.restore({ requestId: newRequestId(), queryId })),
        ),
    })
  })
}

export async function withdrawFix(session: StorySession, { id: fixId }: Fix): Promise<void> {
  await perform(async () => {
    await session.ask((client) => client.fixes.withdraw({ requestId: newRequestId(), fixId }))
    toast(fixesStrings.withdrawn, {
      undo: () =>
        void perform(() =>
          session.ask((client) => client.fixes.restore({ requestId: newRequestId(), fixId })),
        ),
    })
  })
}

/** @returns whether it was accepted */
export async function acceptFix(
  session: StorySession,
  claim: Claim,
  { id: fixId, remedy }: Fix,
  reason: string,
): Promise<boolean> {
  const isDone = await perform(async () => {
    await session.ask((client) => client.fixes.accept({ requestId: newRequestId(), fixId, reason }))
    say(remedy === 'stands' ? fixesStrings.stood(claim.number) : fixesStrings.accepted(claim.number))
    return true
  })
  return isDone ?? false
}
