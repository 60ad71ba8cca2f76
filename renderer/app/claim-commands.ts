import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { changesOf } from '../../shared/check/standing.ts'
import { refusals } from '../../shared/contract/refusals.ts'
import { must } from '../../shared/lib/assert.ts'
import type { Backup, BackupDetails } from '../../shared/model/backup.ts'
import type { Claim, Status } from '../../shared/model/claim.ts'
import type { ClaimId, SourceId } from '../../shared/model/ids.ts'
import type { Source } from '../../shared/model/source.ts'
import { lastSource } from '../state/last-source.ts'
import { say } from '../state/notice.ts'
import { perform, refusalCode, toastError } from '../state/refused.ts'
import type { SeenSettling, StorySession } from '../state/session.ts'
import { toast } from '../state/toasts.ts'
import { openDialog } from '../state/window.ts'
import { changeReasons, standingStrings } from '../ui/strings/standing.ts'
import { statusNames, strings } from '../ui/strings.ts'
import { afterSettling } from './pencil-commands.ts'
import { forgetSeveral, takeBackLastSeveral } from './settle-several.ts'

const settledSchema = refusals.SETTLED_MEANWHILE.data
const movedSchema = z.object({ seen: z.string(), now: z.string() })

function claimOf(session: StorySession, id: ClaimId): Claim {
  return must(session.getState().claims.get(id), 'the claim is not in the open story')
}

/** Settles a claim; asks for the reason where one is wanted, and shows both wordings where the words moved. */
export async function settle(
  session: StorySession,
  id: ClaimId,
  status: Status,
  note?: string,
  seen?: SeenSettling,
): Promise<void> {
  const { number } = claimOf(session, id)
  if (status === 'notAFact' && !note?.trim()) {
    openDialog({ kind: 'reason', claimId: id, number })
    return
  }
  forgetSeveral()
  try {
    await session.settle(id, status, note, seen)
    say(strings.claims.settled(number, statusNames[status]))
    afterSettling(session, id)
  } catch (error) {
    const moved = error instanceof ORPCError ? movedSchema.safeParse(error.data) : null
    const other = error instanceof ORPCError ? settledSchema.safeParse(error.data) : null
    if (refusalCode(error) === 'SETTLED_MEANWHILE' && other?.success)
      openDialog({
        kind: 'settledMeanwhile',
        claimId: id,
        number,
        status,
        note: note ?? '',
        ...other.data,
      })
    else if (refusalCode(error) === 'WORDS_MOVED' && moved?.success)
      openDialog({ kind: 'moved', claimId: id, number, status, note: note ?? '', ...moved.data })
    else toastError(error)
  }
}

/**
 * Confirms the words that a claim has now where it was confirmed on others. What was settled as anything else, what
 * rests on something that changed, and what may be a quote now, is opened to be looked at and never confirmed here.
 */
export async function confirmNewWords(session: StorySession, id: ClaimId): Promise<void> {
  const claim = claimOf(session, id)
  const { changed, context, asksKind } = changesOf(claim)
  if (changed.length === 0 && context.length === 0) {
    say(standingStrings.nothingNew)
    return
  }
  if (claim.status === 'confirmed' && !asksKind && !changed.includes('source')) {
    await settle(session, id, 'confirmed', claim.settling?.note)
    return
  }
  session.openClaim(id, { scroll: true })
  if (claim.status !== 'confirmed') say(standingStrings.notConfirmed(statusNames[claim.status]))
  else say(asksKind ? standingStrings.asksKind : changeReasons.source)
}

/** The last settling of one's own, or of several those that were settled together. */
export async function takeBack(session: StorySession): Promise<void> {
  if (takeBackLastSeveral(session)) return
  const before = session.getState().claims
  await perform(async () => {
    await session.takeBack()
    const { claims } = session.getState()
    const taken = [...claims.values()].find(
      (claim) => before.get(claim.id)?.settling?.atMs !== claim.settling?.atMs,
    )
    if (!taken) return
    session.openClaim(taken.id, { scroll: true })
    say(strings.claims.takenBack(taken.number))
  })
}

export function untag(session: StorySession, id: ClaimId): void {
  const { number } = claimOf(session, id)
  session.untag(id)
  const after = session.editor.state.doc
  toast(strings.claims.untagged(number), {
    undo() {
      // Undo takes back the last edit, whichever that is: only offered while it is still this one.
      if (session.editor.state.doc.eq(after)) session.format('undo')
      else toast(strings.claims.untagTooLate, { tone: 'error', detail: strings.claims.untagTooLateHint })
    },
  })
}

export async function mergeWithNext(session: StorySession, id: ClaimId): Promise<void> {
  const { order, claims } = session.getState()
  const next = order[order.indexOf(id) + 1]
  if (!next || claims.get(next)?.presence !== 'inText') {
    say(strings.claims.noNext)
    return
  }
  const before = claimOf(session, id)
  await perform(async () => {
    await session.merge([id, next])
    const merged = session.editor.state.doc
    toast(strings.claims.merged(before.number), {
      undo() {
        if (session.editor.state.doc.eq(merged)) void perform(() => unmerge(session, before))
        else toast(strings.claims.untagTooLate, { tone: 'error', detail: strings.claims.untagTooLateHint })
      },
    })
  })
}

/** The other claim kept its own; what was copied from it to the first goes again. */
async function unmerge(session: StorySession, before: Claim): Promise<void> {
  session.format('undo')
  const { id, note, isLegal, backup } = before
  const now = claimOf(session, id)
  if (now.note !== note) await session.setNote(id, note)
  if (now.isLegal !== isLegal) await session.setLegal(id, isLegal)
  const own = new Set(backup.map((each) => each.id))
  for (const each of now.backup) if (!own.has(each.id)) await session.removeBackup(each.id)
}

/** Saves a claim's note; one that is emptied can be had back. */
export async function saveNote(session: StorySession, id: ClaimId, note: string): Promise<void> {
  const { note: before, number } = claimOf(session, id)
  if (note === before) return
  await session.setNote(id, note)
  if (note.trim() === '' && before.trim() !== '') {
    toast(strings.claims.noteGone(number), { undo: () => void perform(() => session.setNote(id, before)) })
  }
}

export function detailsFor(source: Pick<Source, 'usualRank'>): BackupDetails {
  return { locator: '', excerpt: '', stance: 'supports', rank: source.usualRank, note: '' }
}

export async function attach(
  session: StorySession,
  id: ClaimId,
  source: Pick<Source, 'id' | 'title'>,
  details: BackupDetails,
): Promise<boolean> {
  const isDone = await perform(async () => {
    await session.attach(id, source.id, details)
    lastSource.set(source.id)
    say(strings.backup.added(source.title))
    return true
  })
  return isDone ?? false
}

export async function attachLast(
  session: StorySession,
  id: ClaimId,
  sources: ReadonlyMap<SourceId, Source>,
): Promise<void> {
  const last = lastSource.get()
  const source = last ? sources.get(last) : undefined
  if (!source) {
    say(strings.backup.noLast)
    return
  }
  await attach(session, id, source, detailsFor(source))
}

export async function removeBackup(session: StorySession, backup: Backup): Promise<void> {
  await perform(async () => {
    await session.removeBackup(backup.id)
    const { id, claimId, sourceId, locator, excerpt, stance, rank, note } = backup
    const details = { locator, excerpt, stance, rank, note }
    toast(strings.backup.removed, {
      undo: () => void perform(() => session.attach(claimId, sourceId, details, id)),
    })
  })
}
