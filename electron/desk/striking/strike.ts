import { setImmediate as nextTurn } from 'node:timers/promises'
import { assert, exhaustive, must } from '../../../shared/lib/assert.ts'
import type { FileHash, PersonId, RequestId, StoryId } from '../../../shared/model/ids.ts'
import type {
  DeletionPreview,
  StrikingPreview,
  StrikingReceipt,
  StruckWords,
} from '../../../shared/model/striking.ts'
import { strikingReceiptSchema } from '../../../shared/model/striking.ts'
import { inTurnOfCopies } from '../../store/copies.ts'
import { migrate, migrations, newestVersion, readVersion } from '../../store/migrate.ts'
import { findPerson } from '../../store/people.ts'
import { findAnswer, insertAnswer } from '../../store/requests.ts'
import { countCopies, rewriteCopies } from '../../store/rewrite-copies.ts'
import { searchIndex } from '../../store/search.ts'
import {
  cleanDatabase,
  deletePendingStriking,
  findPendingStriking,
  savePendingStriking,
} from '../../store/striking.ts'
import type { Store, Tx } from '../../store/transaction.ts'
import type { Caller } from '../act.ts'
import type { Core } from '../core.ts'
import { needStory } from '../find.ts'
import { countMissing } from '../reading.ts'
import { refuse } from '../refuse.ts'
import { countStory, deleteFromDatabase, placesOfStory } from './delete-story.ts'
import { areFilesNamed, describeFiles, filesOnlyOf, filesWith, removeFiles, strangersWith } from './files.ts'
import { type Done, doneSchema, type Order, orderSchema, type Striking } from './order.ts'
import { leastLetters, type Pattern, patternOf } from './pattern.ts'
import { planStory, type Reading } from './plan-story.ts'
import {
  formsOf,
  type KnownPlan,
  placesOf,
  planDatabase,
  storiesOf,
  strikeDatabase,
  tell,
} from './strike-database.ts'
import { strikingKinds } from './trail.ts'

/** Striking words and deleting stories for good. One at a time; each comes to its end or never began. */
export interface Strikings {
  preview(caller: Caller, given: StruckWords): Promise<StrikingPreview>
  strike(
    caller: Caller,
    given: StruckWords & { requestId: RequestId; reason: string; keepFiles: readonly FileHash[] },
  ): Promise<StrikingReceipt>
  previewDeletion(caller: Caller, storyId: StoryId): Promise<DeletionPreview>
  deleteStory(
    caller: Caller,
    given: { requestId: RequestId; storyId: StoryId; reason: string },
  ): Promise<StrikingReceipt>
  /** Goes on with what a desk that ended in the midst of it left. */
  resume(): Promise<void>
}

/** @throws NO_PERSON, EDITORS_ONLY */
async function needEditor(tx: Tx, caller: Caller): Promise<PersonId> {
  const person = caller.personId && (await findPerson(tx, caller.personId))
  if (!person) throw refuse('NO_PERSON')
  if (person.role !== 'editor') throw refuse('EDITORS_ONLY')
  return person.id
}

/** @throws TOO_SHORT */
function needPattern({ words, wholeWords }: Pick<StruckWords, 'words' | 'wholeWords'>): Pattern {
  const pattern = patternOf(words, { wholeWords })
  if (!pattern) throw refuse('TOO_SHORT', { leastLetters })
  return pattern
}

export function openStrikings(core: Core): Strikings {
  const { store, folder } = core
  let last: Promise<unknown> = Promise.resolve()
  const running = new Map<RequestId, Promise<StrikingReceipt>>()

  /** Journals are read bit by bit, so that typing goes on meanwhile. */
  const read: Reading = async (work) => {
    await nextTurn()
    return store.transaction(work)
  }

  async function planStories(pattern: Pattern, storyId: string | null): Promise<Map<string, KnownPlan>> {
    const plans = new Map<string, KnownPlan>()
    for (const { id, version, stand } of await read((tx) => storiesOf(tx, storyId))) {
      plans.set(id, { stand, plan: await planStory(read, id, version, pattern) })
    }
    return plans
  }

  /** One request at a time; the same one asked again waits for the first. */
  function inTurn(requestId: RequestId, work: () => Promise<StrikingReceipt>): Promise<StrikingReceipt> {
    const known = running.get(requestId)
    if (known) return known
    const turn = last.then(() => inTurnOfCopies(folder, work)).finally(() => running.delete(requestId))
    running.set(requestId, turn)
    last = turn.catch(() => undefined)
    return turn
  }

  async function answerOf(tx: Tx, requestId: RequestId): Promise<StrikingReceipt | null> {
    const known = await findAnswer(tx, requestId)
    return known ? strikingReceiptSchema.parse(known.answer) : null
  }

  /** Strikes the words in the desk's own database; from the commit on the striking goes on to its end. */
  async function strikeWords(order: Extract<Striking, { what: 'words' }>, pattern: Pattern): Promise<Done> {
    const holding = await filesWith(core, pattern, order.storyId)
    const keep = holding.filter((hash) => order.keepFiles.includes(hash))
    const remove = holding.filter((hash) => !order.keepFiles.includes(hash))
    const plans = await planStories(pattern, order.storyId)
    const { done, touched } = await store.transaction(async (tx) => {
      const plan = await planDatabase(tx, pattern, order.storyId, plans)
      const { places, touched } = await strikeDatabase(tx, pattern, order.storyId, plan, order, remove)
      const done: Done = { places, remove, keep }
      await savePending(tx, order, done)
      return { done, touched }
    })
    core.lately.add(pattern, touched)
    forget(touched)
    // A sentence that was read may be another one by its struck letters.
    await countMissing(core)
    return done
  }

  async function deleteWhole(order: Extract<Striking, { what: 'story' }>): Promise<Done> {
    const done = await store.transaction(async (tx) => {
      const places = placesOfStory(await countStory(tx, order.storyId))
      const remove = await filesOnlyOf(tx, order.storyId)
      await needStory(tx, order.storyId)
      await deleteFromDatabase(tx, core.search, order.storyId, order, remove)
      const done: Done = { places, remove, keep: [] }
      await savePending(tx, order, done)
      return done
    })
    forget([order.storyId])
    return done
  }

  /** Nothing that the desk holds in memory outlives a striking, and windows hear of it. */
  function forget(storyIds: Iterable<string>): void {
    core.blobs.dropHeld()
    for (const id of storyIds as Iterable<StoryId>) {
      core.documents.forget(id)
      core.tending.forget(id)
      core.tending.later(id)
      core.hub.wakeStory(id)
    }
    for (const topic of ['stories', 'sources', 'people', 'struck'] as const) core.hub.tellDesk(topic)
  }

  async function savePending(tx: Tx, order: Order, done: Done): Promise<void> {
    const pending = await findPendingStriking(tx)
    assert(!pending || pending.id === order.strikingId, 'one striking at a time')
    await savePendingStriking(tx, {
      id: order.strikingId,
      work: JSON.stringify(order),
      done: JSON.stringify(done),
    })
  }

  /** One copy in `backups/`; false where it holds nothing of it. */
  async function strikeCopy(
    copy: Store,
    order: Striking,
    pattern: Pattern | null,
    files: readonly FileHash[],
  ): Promise<boolean> {
    const version = await copy.apart(readVersion)
    if (version > newestVersion(migrations)) throw new Error('it was written by a newer Stet')
    // It holds words in tables of today then, which are the ones that striking knows.
    await copy.apart((database) => migrate(database, migrations, () => Promise.resolve('')))
    const isChanged = await copy.transaction(async (tx) => {
      if (order.what === 'story') return deleteFromDatabase(tx, searchIndex, order.storyId, order, files)
      const words = must(pattern, 'words have a pattern')
      const plan = await planDatabase(tx, words, order.storyId)
      const isNamed = await areFilesNamed(tx, files)
      if (!isNamed && Object.keys(placesOf(plan, words)).length === 0) return false
      await strikeDatabase(tx, words, order.storyId, plan, order, files)
      return true
    })
    // Pages that are free may hold what no row does any more.
    await copy.apart(cleanDatabase)
    return isChanged || order.what === 'words'
  }

  /** Goes on from a database that is struck: copies, files, the end told, and no trace left. */
  async function finish(order: Striking, done: Done): Promise<StrikingReceipt> {
    const pattern = order.what === 'words' ? needPattern(order) : null
    const copies = await rewriteCopies(folder, (copy) => strikeCopy(copy, order, pattern, done.remove))
    await removeFiles(core, done.remove)
    const receipt: StrikingReceipt = {
      strikingId: order.strikingId,
      places: done.places,
      filesRemoved: done.remove,
      filesKept: done.keep,
      copiesRewritten: copies.rewritten,
      copiesDeleted: copies.deleted,
      left: pattern ? await strangersWith(folder, pattern) : [],
    }
    await store.transaction(async (tx) => {
      await tell(tx, { ...order, atMs: core.now() }, strikingKinds.ended, order.strikingId, {
        copiesRewritten: copies.rewritten,
        copiesDeleted: copies.deleted.length,
        filesKept: done.keep,
      })
      await savePendingStriking(tx, {
        id: order.strikingId,
        work: JSON.stringify({ what: 'cleaning', strikingId: order.strikingId } satisfies Order),
        done: JSON.stringify(receipt),
      })
    })
    core.hub.tellDesk('sources')
    return clean(receipt)
  }

  async function clean(receipt: StrikingReceipt): Promise<StrikingReceipt> {
    await store.apart(cleanDatabase)
    await store.transaction(async (tx) => {
      await deletePendingStriking(tx, receipt.strikingId)
      await insertAnswer(tx, receipt.strikingId, receipt, core.now())
    })
    return receipt
  }

  async function resumeNow(): Promise<StrikingReceipt | null> {
    const pending = await store.transaction(findPendingStriking)
    if (!pending) return null
    const order = orderSchema.parse(JSON.parse(pending.work))
    const done: unknown = JSON.parse(must(pending.done, 'a striking that began has struck the database'))
    switch (order.what) {
      case 'cleaning':
        return clean(strikingReceiptSchema.parse(done))
      case 'words':
      case 'story':
        return finish(order, doneSchema.parse(done))
      default:
        return exhaustive(order)
    }
  }

  async function perform(order: Striking): Promise<StrikingReceipt> {
    const known = await store.transaction((tx) => answerOf(tx, order.strikingId))
    if (known) return known
    // What an earlier one left undone, for want of room on the disk perhaps, comes first.
    const resumed = await resumeNow()
    if (resumed?.strikingId === order.strikingId) return resumed
    const done =
      order.what === 'words' ? await strikeWords(order, needPattern(order)) : await deleteWhole(order)
    return finish(order, done)
  }

  return {
    async preview(caller, given) {
      await store.transaction((tx) => needEditor(tx, caller))
      const pattern = needPattern(given)
      if (given.storyId) await store.transaction((tx) => needStory(tx, given.storyId as StoryId))
      const plans = await planStories(pattern, given.storyId)
      const plan = await store.transaction((tx) => planDatabase(tx, pattern, given.storyId, plans))
      return {
        places: placesOf(plan, pattern),
        forms: formsOf(plan, pattern),
        stories: plan.stories.size,
        files: await describeFiles(core, await filesWith(core, pattern, given.storyId)),
        copies: await countCopies(folder),
      }
    },

    async strike(caller, { requestId, words, storyId, wholeWords, reason, keepFiles }) {
      const personId = await store.transaction((tx) => needEditor(tx, caller))
      const pattern = needPattern({ words, wholeWords })
      if (storyId) await store.transaction((tx) => needStory(tx, storyId))
      if (pattern.hasCut(reason)) throw refuse('REASON_UNFIT', { holdsWords: true })
      if (reason.trim() === '') throw refuse('REASON_UNFIT', { holdsWords: false })
      const by = { strikingId: requestId, personId, via: caller.via, atMs: core.now(), reason: reason.trim() }
      return inTurn(requestId, () =>
        perform({ what: 'words', ...by, words, storyId, wholeWords, keepFiles: [...keepFiles] }),
      )
    },

    async previewDeletion(caller, storyId) {
      const { counts, files } = await store.transaction(async (tx) => {
        await needEditor(tx, caller)
        await needStory(tx, storyId)
        return { counts: await countStory(tx, storyId), files: await filesOnlyOf(tx, storyId) }
      })
      return { ...counts, files: await describeFiles(core, files), copies: await countCopies(folder) }
    },

    async deleteStory(caller, { requestId, storyId, reason }) {
      const personId = await store.transaction((tx) => needEditor(tx, caller))
      if (reason.trim() === '') throw refuse('REASON_UNFIT', { holdsWords: false })
      const by = { strikingId: requestId, personId, via: caller.via, atMs: core.now(), reason: reason.trim() }
      return inTurn(requestId, () => perform({ what: 'story', ...by, storyId }))
    },

    async resume() {
      await inTurnOfCopies(folder, resumeNow)
    },
  }
}
