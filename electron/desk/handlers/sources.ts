import type { SourceId } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { countSpeakers } from '../../store/claims.ts'
import { countAsked } from '../../store/queries.ts'
import {
  attachFile,
  countUses,
  deleteSource,
  detachFile,
  findSource,
  insertFile,
  insertSource,
  listSources,
  touchSource,
  updateSource,
} from '../../store/sources.ts'
import { type Act, act } from '../act.ts'
import { sizeAtHand } from '../at-hand.ts'
import type { Core } from '../core.ts'
import { doubtAll } from '../doubt.ts'
import { needSource } from '../find.ts'
import type { Implementer } from '../implementer.ts'
import { refuse } from '../refuse.ts'
import { whileResting } from '../resting.ts'

/** Changes a source; the event tells it, and the claims for which it counts are told. */
async function change(
  core: Core,
  now: Act,
  kind: EventKind,
  before: Source,
  work: () => Promise<void>,
): Promise<Source> {
  await whileResting(core, now, before.id, work)
  await doubtAll(core, now, before.id)
  const after = await needSource(now.tx, before.id)
  await core.search.indexSource(now.tx, after)
  await now.record('desk', kind, before.id, { before, after })
  now.tell('sources')
  return after
}

export function sourceHandlers(os: Implementer['sources'], core: Core) {
  return {
    list: os.list.handler(() => core.store.transaction(listSources)),

    add: os.add.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        if (await findSource(now.tx, input.sourceId)) throw refuse('TAKEN', { what: 'source' })
        const source: Source = {
          id: input.sourceId,
          ...input.details,
          files: [],
          createdAtMs: now.atMs,
          updatedAtMs: now.atMs,
        }
        await insertSource(now.tx, source)
        await core.search.indexSource(now.tx, source)
        await now.record('desk', 'source.added', source.id, { before: null, after: source })
        now.tell('sources')
        return source
      }),
    ),

    change: os.change.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const before = await needSource(now.tx, input.sourceId)
        return change(core, now, 'source.changed', before, () =>
          updateSource(now.tx, before.id, input.details, now.atMs),
        )
      }),
    ),

    remove: os.remove.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now): Promise<{ removed: SourceId }> => {
        const before = await needSource(now.tx, input.sourceId)
        const backed = await countUses(now.tx, before.id)
        if (backed > 0) throw refuse('IN_USE', { what: 'claim', count: backed })
        const spoken = await countSpeakers(now.tx, before.id)
        if (spoken > 0) throw refuse('IN_USE', { what: 'speaker', count: spoken })
        const asked = await countAsked(now.tx, before.id)
        if (asked > 0) throw refuse('IN_USE', { what: 'query', count: asked })
        await core.search.removeSource(now.tx, before.id)
        await deleteSource(now.tx, before.id)
        await now.record('desk', 'source.removed', before.id, { before, after: null })
        now.tell('sources')
        return { removed: before.id }
      }),
    ),

    attachFile: os.attachFile.handler(async ({ input, context }) => {
      const sizeBytes = await sizeAtHand(core.blobs, input.hash)
      if (sizeBytes === null) throw refuse('NOT_FOUND', { what: 'file', id: input.hash })
      return act(core, context, input.requestId, async (now) => {
        const before = await needSource(now.tx, input.sourceId)
        return change(core, now, 'source.fileAttached', before, async () => {
          await insertFile(now.tx, { hash: input.hash, sizeBytes }, now.atMs)
          await attachFile(now.tx, before.id, input)
          await touchSource(now.tx, before.id, now.atMs)
        })
      })
    }),

    detachFile: os.detachFile.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const before = await needSource(now.tx, input.sourceId)
        if (!before.files.some((file) => file.hash === input.hash)) {
          throw refuse('NOT_FOUND', { what: 'file', id: input.hash })
        }
        return change(core, now, 'source.fileDetached', before, async () => {
          await detachFile(now.tx, before.id, input.hash)
          await touchSource(now.tx, before.id, now.atMs)
        })
      }),
    ),
  }
}
