import type { Node } from 'prosemirror-model'
import {
  asRead,
  countUnread,
  type ReadWords,
  readStateOf,
  readWordsOf,
  sentencesChanged,
} from '../../shared/check/read.ts'
import { likenessOf, sentencesOf } from '../../shared/check/sentences.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { newReadingId, type Reading, type ReadSentence } from '../../shared/model/reading.ts'
import type { Story } from '../../shared/model/story.ts'
import {
  forgetUnreadCounts,
  insertReading,
  lastOwnReading,
  markReadingTakenBack,
  readingsOfStory,
  storiesToCount,
} from '../store/readings.ts'
import { readUnreadCountedBy, writeUnreadCountedBy } from '../store/settings.ts'
import { type StoryRow, toStory, updateStory } from '../store/stories.ts'
import type { Tx } from '../store/transaction.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needOpenStory } from './find.ts'
import { needMay } from './may.ts'
import { refuse } from './refuse.ts'
import { doubted } from './save-claims.ts'

async function readAll(tx: Tx, storyId: StoryId): Promise<ReadWords> {
  return readWordsOf(await readingsOfStory(tx, storyId))
}

/** How many sentences of a document nobody has read, with the readings as they are in `tx`. */
export async function countAllUnread(tx: Tx, storyId: StoryId, document: Node): Promise<number> {
  return countUnread(sentencesOf(document), await readAll(tx, storyId))
}

/** As {@link countAllUnread} after an edit, from the count before it and the sentences that it changed alone. */
export async function countUnreadAfter(
  core: Core,
  tx: Tx,
  story: StoryRow,
  before: Node,
  after: Node,
): Promise<number> {
  if (story.unread_count === null) return countAllUnread(tx, story.id as StoryId, after)
  const changed = sentencesChanged(before, after)
  const read = await core.readCache.of(tx, story)
  return story.unread_count - countUnread(changed.before, read) + countUnread(changed.after, read)
}

async function saveCount(
  core: Core,
  act: Act,
  story: StoryRow,
  unread: number,
  revision: number,
): Promise<Story> {
  const storyId = story.id as StoryId
  const change = {
    unread_count: unread,
    revision,
    updated_at_ms: act.atMs,
    ...doubted(story),
  }
  if (story.clearing !== null) core.tending.later(storyId)
  await updateStory(act.tx, storyId, change)
  act.wake(storyId)
  act.tell('stories')
  return toStory({ ...story, ...change } as StoryRow)
}

const keyOf = ({ words, tagged }: ReadSentence): string => JSON.stringify([words, tagged])

/**
 * Remembers sentences as read by the words that the person saw, with what claims covered of them. Those that are
 * read already are left out; where all are, nothing is remembered and nothing told.
 *
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED, WORDS_MOVED where one of them does not stand in the text so any more
 */
export async function markRead(
  core: Core,
  act: Act,
  given: { storyId: StoryId; sentences: readonly ReadSentence[] },
): Promise<{ story: Story; reading: Reading | null }> {
  await needMay(act, 'read')
  const { storyId } = given
  const story = await needOpenStory(act.tx, storyId)
  const { document } = await core.documents.at(act.tx, storyId, story.version)
  const asked = new Set(given.sentences.map((one) => likenessOf(one.words)))
  // All that a reading of these words can make read, wherever it stands.
  const alike = sentencesOf(document).filter((sentence) => asked.has(sentence.likeness))
  const standing = new Map(alike.map((sentence) => [keyOf(sentence), sentence]))
  const read = await core.readCache.of(act.tx, story)
  const sentences = new Map<string, ReadSentence>()
  for (const one of given.sentences) {
    const sentence = standing.get(keyOf(one))
    if (!sentence) throw refuse('WORDS_MOVED', { seen: one.words, now: '' })
    if (readStateOf(sentence, read) === 'unread') sentences.set(keyOf(one), asRead(sentence))
  }
  if (sentences.size === 0) return { story: toStory(story), reading: null }
  const revision = story.revision + 1
  const reading: Reading = {
    id: newReadingId(),
    personId: act.personId,
    atMs: act.atMs,
    isTakenBack: false,
    sentences: [...sentences.values()],
    revision,
  }
  await insertReading(act.tx, storyId, reading)
  await act.record(storyId, 'reading.made', reading.id, {
    before: null,
    after: { atMs: reading.atMs, sentences: reading.sentences },
  })
  const added = readWordsOf([reading])
  const after: ReadWords = {
    taggedWhenRead: (sentence) => [...read.taggedWhenRead(sentence), ...added.taggedWhenRead(sentence)],
  }
  const unread =
    story.unread_count === null
      ? await countAllUnread(act.tx, storyId, document)
      : story.unread_count - countUnread(alike, read) + countUnread(alike, after)
  return { story: await saveCount(core, act, story, unread, revision), reading }
}

/**
 * Takes back the person's own last reading of the story, whole.
 *
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED, NOTHING_TO_TAKE_BACK
 */
export async function takeBackRead(
  core: Core,
  act: Act,
  storyId: StoryId,
): Promise<{ story: Story; reading: Reading }> {
  await needMay(act, 'read')
  const story = await needOpenStory(act.tx, storyId)
  const last = await lastOwnReading(act.tx, storyId, act.personId)
  if (!last) throw refuse('NOTHING_TO_TAKE_BACK')
  const { document } = await core.documents.at(act.tx, storyId, story.version)
  const revision = story.revision + 1
  await markReadingTakenBack(act.tx, last.id, act.atMs, revision)
  await act.record(storyId, 'reading.takenBack', last.id, {
    before: { isTakenBack: false },
    after: { isTakenBack: true },
  })
  const taken = { ...last, isTakenBack: true, revision }
  const unread = await countAllUnread(act.tx, storyId, document)
  return { story: await saveCount(core, act, story, unread, revision), reading: taken }
}

/**
 * By which rule unread sentences are counted. Raised whenever the cutting into sentences, or what counts as the same
 * words, judges the same text otherwise; a desk that was counted by another rule is counted again when it opens.
 */
const countedBy = 1

/** As {@link countMissing}, of every story where it was last done by an older rule. */
export async function countUnreadOlder(core: Core): Promise<void> {
  await core.store.transaction(async (tx) => {
    if ((await readUnreadCountedBy(tx)) === countedBy) return
    await forgetUnreadCounts(tx)
    await writeUnreadCountedBy(tx, countedBy)
  })
  await countMissing(core)
}

/**
 * Counts the unread sentences of stories that were not counted yet: those from before Stet counted them, and those
 * in which a striking changed what was read. A story that cannot be read is left to `verify` to tell of.
 */
export async function countMissing(core: Core): Promise<void> {
  const stories = await core.store.transaction(storiesToCount)
  for (const { id } of stories) {
    try {
      await core.store.transaction(async (tx) => {
        const still = (await storiesToCount(tx)).find((one) => one.id === id)
        if (!still) return
        const { document } = await core.documents.at(tx, id, still.version)
        await updateStory(tx, id, { unread_count: await countAllUnread(tx, id, document) })
      })
      core.hub.wakeStory(id)
    } catch (error) {
      core.log(`counting what is unread: ${error instanceof Error ? error.name : 'failed'}`)
    }
  }
  if (stories.length > 0) core.hub.tellDesk('stories')
}
