import type { Updateable } from 'kysely'
import type { OpenedText } from '../../../shared/contract/stories.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schemaVersion } from '../../../shared/document/schema.ts'
import { exhaustive } from '../../../shared/lib/assert.ts'
import { newStoryId, type StoryId } from '../../../shared/model/ids.ts'
import { packClaims } from '../../../shared/model/packed-claims.ts'
import type { Stage, Story } from '../../../shared/model/story.ts'
import type { EventKind } from '../../../shared/trail/tell.ts'
import { readChain } from '../../store/audit.ts'
import { claimsOfStory } from '../../store/claims.ts'
import { dismissalsOfStory } from '../../store/dismissals.ts'
import { readingsOfStory } from '../../store/readings.ts'
import { freeSlug, listStories, type StoryRow, toStory, updateStory } from '../../store/stories.ts'
import type { StoryTable } from '../../store/tables.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Act, act } from '../act.ts'
import type { Core } from '../core.ts'
import { duplicate } from '../duplicate.ts'
import { needOpenStory, needStory } from '../find.ts'
import { needCleared } from '../gate.ts'
import type { Implementer } from '../implementer.ts'
import { needMay } from '../may.ts'
import { makeStory } from '../new-story.ts'
import { markRead, takeBackRead } from '../reading.ts'
import { followStory } from '../streams.ts'
import { write } from '../write.ts'

/** Changes a story's own record. What is so already is no change and no event. */
async function setColumns(
  now: Act,
  story: StoryRow,
  kind: EventKind,
  change: Updateable<StoryTable>,
  told: (story: Story) => unknown,
): Promise<Story> {
  const before = toStory(story)
  const after = toStory({ ...story, ...change, updated_at_ms: now.atMs } as StoryRow)
  if (JSON.stringify(told(before)) === JSON.stringify(told(after))) return before
  const storyId = before.id
  await updateStory(now.tx, storyId, { ...change, updated_at_ms: now.atMs })
  await now.record(storyId, kind, storyId, { before: told(before), after: told(after) })
  now.wake(storyId)
  now.tell('stories')
  return after
}

async function setArchived(now: Act, storyId: StoryId, isArchived: boolean): Promise<Story> {
  const story = await needStory(now.tx, storyId)
  if ((story.archived_at_ms !== null) === isArchived) return toStory(story)
  return setColumns(
    now,
    story,
    isArchived ? 'story.archived' : 'story.restored',
    { archived_at_ms: isArchived ? now.atMs : null },
    (one) => ({ archivedAtMs: one.archivedAtMs }),
  )
}

/** @throws NOT_YOURS, NOT_CLEARED where the stage wants somebody else, or a cleared story */
async function needStage(core: Core, now: Act, story: StoryRow, stage: Stage): Promise<void> {
  switch (stage) {
    case 'killed':
      return needMay(now, 'kill')
    case 'published':
      await needMay(now, 'publish')
      return needCleared(core, now.tx, story)
    case 'ready':
      return needCleared(core, now.tx, story)
    case 'draft':
    case 'editing':
    case 'checking':
    case 'withdrawn':
      return
    default:
      return exhaustive(stage)
  }
}

async function textOf(core: Core, tx: Tx, storyId: StoryId): Promise<OpenedText> {
  const row = await needStory(tx, storyId)
  const { document } = await core.documents.at(tx, storyId, row.version)
  return {
    story: toStory(row),
    life: core.life,
    version: row.version,
    schemaVersion,
    document: { ...document.toJSON(), type: 'doc' as const },
    readings: await readingsOfStory(tx, storyId),
    dismissals: await dismissalsOfStory(tx, storyId),
    revision: row.revision,
    strikings: row.strikings,
  }
}

export function storyHandlers(os: Implementer['stories'], core: Core) {
  return {
    list: os.list.handler(({ input }) => core.store.transaction((tx) => listStories(tx, input))),

    create: os.create.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const id = newStoryId()
        const headline = input.headline.replace(/\s+/gu, ' ').trim()
        const document = buildDocument({ headline }, [])
        const story = toStory(await makeStory(core, now, id, document, { slug_follows: 1 }))
        const after = { ...story, slugFollows: true }
        await now.record(id, 'story.created', id, { before: null, after })
        return story
      }),
    ),

    open: os.open.handler(({ input }) =>
      core.store.transaction(async (tx) => ({
        ...(await textOf(core, tx, input.storyId)),
        claims: await claimsOfStory(tx, input.storyId),
      })),
    ),
    openText: os.openText.handler(({ input }) =>
      core.store.transaction((tx) => textOf(core, tx, input.storyId)),
    ),
    claims: os.claims.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        await needStory(tx, input.storyId)
        return packClaims(await claimsOfStory(tx, input.storyId))
      }),
    ),

    follow: os.follow.handler(({ input, context, signal }) =>
      followStory(core, context.personId, input, signal),
    ),

    write: os.write.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => write(core, now, input)),
    ),

    setStage: os.setStage.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const story = await needOpenStory(now.tx, input.storyId)
        if (input.stage !== story.stage) await needStage(core, now, story, input.stage)
        // Others know the story by its slug from here on: it stays, and the trail tells it.
        const isFixing = story.slug_follows === 1 && input.stage !== 'draft'
        return setColumns(
          now,
          story,
          'story.staged',
          { stage: input.stage, ...(isFixing ? { slug_follows: 0 } : {}) },
          (one) => ({ stage: one.stage, ...(isFixing ? { slug: one.slug } : {}) }),
        )
      }),
    ),

    setLanguage: os.setLanguage.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) =>
        setColumns(
          now,
          await needOpenStory(now.tx, input.storyId),
          'story.languageSet',
          { language: input.language },
          (story) => ({ language: story.language }),
        ),
      ),
    ),

    setSlug: os.setSlug.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const story = await needOpenStory(now.tx, input.storyId)
        const slug = await freeSlug(now.tx, input.slug, input.storyId)
        return setColumns(now, story, 'story.renamed', { slug, slug_follows: 0 }, (one) => ({
          slug: one.slug,
        }))
      }),
    ),

    duplicate: os.duplicate.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => duplicate(core, now, input.storyId)),
    ),

    archive: os.archive.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => setArchived(now, input.storyId, true)),
    ),

    restore: os.restore.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => setArchived(now, input.storyId, false)),
    ),

    markRead: os.markRead.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => markRead(core, now, input)),
    ),

    takeBackRead: os.takeBackRead.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBackRead(core, now, input.storyId)),
    ),

    trail: os.trail.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        await needStory(tx, input.storyId)
        return readChain(tx, input.storyId)
      }),
    ),
  }
}
