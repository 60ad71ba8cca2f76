import { expect, test } from 'vitest'
import { removeBackup } from '../../../renderer/app/claim-commands.ts'
import type { StorySession } from '../../../renderer/state/session.ts'
import { startRecords } from '../../../renderer/state/session-records.ts'
import { toasts } from '../../../renderer/state/toasts.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Backup } from '../../../shared/model/backup.ts'
import { newBackupId, newClaimId, newPersonId, newSourceId, newStoryId } from '../../../shared/model/ids.ts'

test('backup that was removed comes back by undo as the same: what was settled on it rests on it again', async () => {
  const asked: [string, unknown][] = []
  const note = (name: string) => async (given: unknown) => {
    asked.push([name, given])
    return {}
  }
  const personId = newPersonId()
  const records = startRecords({
    storyId: newStoryId(),
    personId,
    client: {
      claims: { addBackup: note('addBackup'), removeBackup: note('removeBackup') },
    } as unknown as DeskClient,
    book: {
      claims: () => new Map(),
      receive: () => {},
      isBorn: () => true,
      assume: () => () => {},
    } as never,
    saving: { flush: async () => {} },
    version: () => 1,
    now: () => 1,
  })
  const details = {
    locator: 'p. 4',
    excerpt: 'Four hundred.',
    stance: 'supports',
    rank: 'primary',
    note: '',
  } as const
  const backup: Backup = {
    ...details,
    id: newBackupId(),
    claimId: newClaimId(),
    sourceId: newSourceId(),
    addedBy: personId,
    addedAtMs: 1,
  }
  await removeBackup(records as unknown as StorySession, backup)
  must(toasts.get().at(-1)?.undo, 'an offer to undo')()
  await expect.poll(() => asked.map(([name]) => name)).toEqual(['removeBackup', 'addBackup'])
  const { id: backupId, claimId, sourceId } = backup
  expect(asked[1]?.[1]).toMatchObject({ backupId, claimId, sourceId, details })
})
