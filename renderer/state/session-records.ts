import type { DeskClient } from '../../shared/contract/contract.ts'
import type { Backup, BackupDetails } from '../../shared/model/backup.ts'
import type { Claim, Status } from '../../shared/model/claim.ts'
import {
  type BackupId,
  type ClaimId,
  newBackupId,
  newRequestId,
  type PersonId,
  type StoryId,
} from '../../shared/model/ids.ts'
import type { SeenSettling, StorySession } from './session.ts'
import type { ClaimBook } from './session-claims.ts'
import type { Saving } from './session-save.ts'

export interface RecordsOptions {
  readonly storyId: StoryId
  readonly personId: PersonId
  readonly client: DeskClient
  readonly book: ClaimBook
  readonly saving: Pick<Saving, 'flush'>
  version(): number
  now(): number
}

export type Records = Pick<
  StorySession,
  | 'settle'
  | 'settleMany'
  | 'takeBack'
  | 'takeBackMany'
  | 'setKind'
  | 'setSpeaker'
  | 'assign'
  | 'setNote'
  | 'setLegal'
  | 'setSubject'
  | 'attach'
  | 'changeBackup'
  | 'removeBackup'
  | 'ask'
> & { absorb(first: ClaimId, others: readonly ClaimId[]): Promise<void> }

/** What is done to claims besides their words: shown at once, taken off again where the desk refuses. */
export function startRecords(options: RecordsOptions): Records {
  const { book, saving } = options
  const { claims } = options.client

  /** Settlings that the desk has not answered yet. */
  const settlings = new Set<Promise<unknown>>()

  function onItsWay<T>(settle: () => Promise<T>): Promise<T> {
    const settling = settle()
    settlings.add(settling)
    const forget = () => settlings.delete(settling)
    settling.then(forget, forget)
    return settling
  }

  /** What is taken back is what was settled last, also where the desk has yet to hear of it. */
  async function allSettled(): Promise<void> {
    await Promise.allSettled([...settlings])
  }

  async function change(
    id: ClaimId,
    assumed: (claim: Claim) => Claim,
    ask: () => Promise<Claim>,
  ): Promise<void> {
    const takeOff = book.assume([id], assumed)
    try {
      if (!book.isBorn(id)) await saving.flush()
      book.receive([await ask()])
    } finally {
      takeOff()
    }
  }

  function claimWith(backupId: BackupId): Claim | undefined {
    return [...book.claims().values()].find((claim) => claim.backup.some((one) => one.id === backupId))
  }

  async function changeBackups(
    backupId: BackupId,
    assumed: (backup: readonly Backup[]) => Backup[],
    ask: () => Promise<Claim>,
  ): Promise<void> {
    const claim = claimWith(backupId)
    if (claim) await change(claim.id, (one) => ({ ...one, backup: assumed(one.backup) }), ask)
    else book.receive([await ask()])
  }

  const wordsSeen = (id: ClaimId) => book.claims().get(id)?.words ?? ''

  function assumeSettled(ids: readonly ClaimId[], status: Status, note: string): () => void {
    const by = { personId: options.personId, atMs: options.now(), version: options.version() }
    return book.assume(ids, (claim) => {
      // What the desk alone knows (what it rests on, who wrote it) comes with its answer; till then it stands.
      const settling = {
        status,
        words: claim.words,
        note,
        ...by,
        backupFingerprints: {},
        place: claim.place,
        speaker: claim.speaker?.name ?? null,
        writtenBy: [],
      }
      return { ...claim, status, settling, changedGround: [] }
    })
  }

  /** Settlings of this window that the desk has not answered yet. */
  const underWay = new Map<ClaimId, number>()

  function standingOf(id: ClaimId): SeenSettling | undefined {
    const claim = book.claims().get(id)
    if (!claim) return undefined
    return claim.settling && { personId: claim.settling.personId, atMs: claim.settling.atMs }
  }

  return {
    settle: (claimId, status, note = '', seen) =>
      onItsWay(async () => {
        const seenWords = wordsSeen(claimId)
        // On top of one's own that is still on its way there is nothing of anybody else's to be seen.
        const known = underWay.has(claimId) ? undefined : standingOf(claimId)
        const seenSettling = seen === undefined ? known : seen
        underWay.set(claimId, (underWay.get(claimId) ?? 0) + 1)
        const takeOff = assumeSettled([claimId], status, note)
        try {
          // The desk compares words: it must have read what this window wrote.
          await saving.flush()
          const requestId = newRequestId()
          const given = { requestId, claimId, status, note, seenWords }
          book.receive([await claims.settle(seenSettling === undefined ? given : { ...given, seenSettling })])
        } finally {
          const left = (underWay.get(claimId) ?? 1) - 1
          if (left > 0) underWay.set(claimId, left)
          else underWay.delete(claimId)
          takeOff()
        }
      }),
    settleMany: (ids, status, note = '') =>
      onItsWay(async () => {
        const seen = ids.map((claimId) => {
          const settling = book.claims().get(claimId)?.settling ?? null
          const by = settling && { personId: settling.personId, atMs: settling.atMs }
          return { claimId, words: wordsSeen(claimId), settling: by }
        })
        const takeOff = assumeSettled(ids, status, note)
        try {
          await saving.flush()
          const requestId = newRequestId()
          const { storyId } = options
          const settled = await claims.settleMany({ requestId, storyId, status, note, seen })
          book.receive(settled.claims)
          return settled.left.map(({ claimId }) => claimId)
        } finally {
          takeOff()
        }
      }),
    async takeBack() {
      await allSettled()
      book.receive([await claims.takeBack({ requestId: newRequestId(), storyId: options.storyId })])
    },
    async takeBackMany(ids) {
      await allSettled()
      const { storyId } = options
      const taken = await claims.takeBackMany({ requestId: newRequestId(), storyId, claimIds: [...ids] })
      book.receive(taken)
      return taken.length
    },
    setKind: (claimId, kind) =>
      change(
        claimId,
        (claim) => ({ ...claim, kind }),
        () => claims.setKind({ requestId: newRequestId(), claimId, kind }),
      ),
    setSpeaker: (claimId, speaker) =>
      change(
        claimId,
        (claim) => ({ ...claim, speaker }),
        () => claims.setSpeaker({ requestId: newRequestId(), claimId, speaker }),
      ),
    assign: (claimId, personId) =>
      change(
        claimId,
        (claim) => ({ ...claim, assigneeId: personId }),
        () => claims.assign({ requestId: newRequestId(), claimId, personId }),
      ),
    setNote: (claimId, note) =>
      change(
        claimId,
        (claim) => ({ ...claim, note }),
        () => claims.setNote({ requestId: newRequestId(), claimId, note }),
      ),
    setLegal: (claimId, isLegal) =>
      change(
        claimId,
        (claim) => ({ ...claim, isLegal }),
        () => claims.setLegal({ requestId: newRequestId(), claimId, isLegal }),
      ),
    setSubject: (claimId, subject) =>
      change(
        claimId,
        (claim) => ({ ...claim, subject }),
        () => claims.setSubject({ requestId: newRequestId(), claimId, subject }),
      ),
    attach(claimId, sourceId, details, backupId = newBackupId()) {
      const backup: Backup = {
        ...details,
        id: backupId,
        claimId,
        sourceId,
        addedBy: options.personId,
        addedAtMs: options.now(),
      }
      return change(
        claimId,
        (claim) => ({ ...claim, backup: [...claim.backup, backup] }),
        () => claims.addBackup({ requestId: newRequestId(), claimId, backupId, sourceId, details }),
      )
    },
    changeBackup: (backupId: BackupId, details: BackupDetails) =>
      changeBackups(
        backupId,
        (backup) => backup.map((one) => (one.id === backupId ? { ...one, ...details } : one)),
        () => claims.changeBackup({ requestId: newRequestId(), backupId, details }),
      ),
    removeBackup: (backupId) =>
      changeBackups(
        backupId,
        (backup) => backup.filter((one) => one.id !== backupId),
        () => claims.removeBackup({ requestId: newRequestId(), backupId }),
      ),
    async ask(change) {
      await saving.flush()
      const after = await change(options.client)
      book.receive(Array.isArray(after) ? after : [after as Claim])
    },
    async absorb(first, others) {
      await saving.flush()
      for (const goneId of others) {
        book.receive([await claims.merge({ requestId: newRequestId(), claimId: first, goneId })])
      }
    },
  }
}
