import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { findClaim } from '../../store/claims.ts'
import { findPerson } from '../../store/people.ts'
import { type Act, act } from '../act.ts'
import { assignMany } from '../assign.ts'
import { addBackup, changeBackup, mergeClaims, removeBackup } from '../backup.ts'
import type { Core } from '../core.ts'
import { needClaim, needSource } from '../find.ts'
import type { Implementer } from '../implementer.ts'
import { askSecondReader, clearLegal, dropSecondReader, readSecond, unclearLegal } from '../legal.ts'
import { refuse } from '../refuse.ts'
import { saveClaims } from '../save-claims.ts'
import { readAuthors, settle, settleMany, takeBack, takeBackMany } from '../settle.ts'

/** Changes one field of a claim's own record. A value that it has already is no change and no event. */
async function setField<Field extends 'kind' | 'speaker' | 'assigneeId' | 'note' | 'isLegal' | 'subject'>(
  core: Core,
  now: Act,
  claimId: ClaimId,
  kind: EventKind,
  field: Field,
  value: Claim[Field],
): Promise<Claim> {
  const { claim, story } = await needClaim(now.tx, claimId)
  if (JSON.stringify(claim[field]) === JSON.stringify(value)) return claim
  const [saved] = await saveClaims(core, now, story, [{ before: claim, after: { ...claim, [field]: value } }])
  await now.record(claim.storyId, kind, claim.id, {
    before: { [field]: claim[field] },
    after: { [field]: value },
  })
  return must(saved, 'the claim was saved')
}

export function claimHandlers(os: Implementer['claims'], core: Core) {
  return {
    read: os.read.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        const claim = await findClaim(tx, input.claimId)
        if (!claim || claim.presence === 'withdrawn') {
          throw refuse('NOT_FOUND', { what: 'claim', id: input.claimId })
        }
        return claim
      }),
    ),

    settle: os.settle.handler(async ({ input, context }) => {
      await readAuthors(core, input)
      return act(core, context, input.requestId, (now) => settle(core, now, input))
    }),

    settleMany: os.settleMany.handler(async ({ input, context }) => {
      await readAuthors(core, input)
      return act(core, context, input.requestId, (now) => settleMany(core, now, input))
    }),

    takeBack: os.takeBack.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBack(core, now, input.storyId)),
    ),

    takeBackMany: os.takeBackMany.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBackMany(core, now, input)),
    ),

    setKind: os.setKind.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) =>
        setField(core, now, input.claimId, 'claim.kindChanged', 'kind', input.kind),
      ),
    ),

    setSpeaker: os.setSpeaker.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        if (input.speaker?.sourceId) await needSource(now.tx, input.speaker.sourceId)
        return setField(core, now, input.claimId, 'claim.speakerChanged', 'speaker', input.speaker)
      }),
    ),

    assign: os.assign.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        if (input.personId && !(await findPerson(now.tx, input.personId))) {
          throw refuse('NOT_FOUND', { what: 'person', id: input.personId })
        }
        return setField(core, now, input.claimId, 'claim.assigned', 'assigneeId', input.personId)
      }),
    ),

    assignMany: os.assignMany.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => assignMany(core, now, input)),
    ),

    setNote: os.setNote.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) =>
        setField(core, now, input.claimId, 'claim.noted', 'note', input.note),
      ),
    ),

    setLegal: os.setLegal.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) =>
        setField(core, now, input.claimId, 'claim.legalFlagged', 'isLegal', input.isLegal),
      ),
    ),

    clearLegal: os.clearLegal.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => clearLegal(core, now, input)),
    ),

    unclearLegal: os.unclearLegal.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => unclearLegal(core, now, input.claimId)),
    ),

    askSecondReader: os.askSecondReader.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => askSecondReader(core, now, input)),
    ),

    dropSecondReader: os.dropSecondReader.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => dropSecondReader(core, now, input.claimId)),
    ),

    readSecond: os.readSecond.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => readSecond(core, now, input)),
    ),

    setSubject: os.setSubject.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) =>
        setField(core, now, input.claimId, 'claim.subjectSet', 'subject', input.subject),
      ),
    ),

    merge: os.merge.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => mergeClaims(core, now, input)),
    ),

    addBackup: os.addBackup.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => addBackup(core, now, input)),
    ),

    changeBackup: os.changeBackup.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => changeBackup(core, now, input)),
    ),

    removeBackup: os.removeBackup.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => removeBackup(core, now, input.backupId)),
    ),
  }
}
