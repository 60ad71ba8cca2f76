import { must } from '../../shared/lib/assert.ts'
import { newBackupId, newClaimId, newStoryId, type StoryId } from '../../shared/model/ids.ts'
import type { Story } from '../../shared/model/story.ts'
import { insertBackup } from '../store/backup.ts'
import { claimsOfStory } from '../store/claims.ts'
import { findStory, freeSlug, toStory } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { needStory } from './find.ts'
import { makeStory } from './new-story.ts'
import { renameAnchors } from './rename.ts'
import { type ClaimChange, saveClaims } from './save-claims.ts'

/**
 * A copy of a story as it stands. Its claims are those in the text, numbered from 1 in their order, unchecked,
 * assigned to nobody; each names the claim that it is a copy of and has a copy of its backup. Queries and fixes are
 * the other story's, and its clearing by legal.
 *
 * @throws NOT_FOUND
 */
export async function duplicate(core: Core, act: Act, fromId: StoryId): Promise<Story> {
  const from = await needStory(act.tx, fromId)
  const { document } = await core.documents.at(act.tx, fromId, from.version)
  const claims = (await claimsOfStory(act.tx, fromId)).filter((claim) => claim.presence === 'inText')
  const ids = new Map(claims.map((claim) => [claim.id as string, newClaimId()]))

  const id = newStoryId()
  const row = await makeStory(core, act, id, renameAnchors(document, ids), {
    slug: await freeSlug(act.tx, from.slug),
    copied_from: fromId,
    language: from.language,
    next_number: claims.length + 1,
  })
  const changes: ClaimChange[] = claims.map((claim, index) => ({
    before: null,
    after: {
      ...claim,
      id: must(ids.get(claim.id), 'each claim has a new id'),
      storyId: id,
      number: index + 1,
      status: 'unchecked',
      settling: null,
      place: null,
      changedGround: [],
      assigneeId: null,
      legalClearing: null,
      secondReading: null,
      queries: [],
      fixes: [],
      overrides: [],
      copiedFrom: claim.id,
      proposedFor: null,
      taggedBy: act.personId,
      taggedAtMs: act.atMs,
    },
  }))
  const saved = await saveClaims(core, act, row, changes)
  for (const [index, claim] of saved.entries()) {
    for (const backup of must(claims[index], 'each copy has an origin').backup) {
      await insertBackup(act.tx, { ...backup, id: newBackupId(), claimId: claim.id })
    }
  }
  await act.record(id, 'story.duplicated', id, {
    from: { storyId: fromId, version: from.version },
    claims: saved.map(({ id: claimId, number, copiedFrom }) => ({ id: claimId, number, copiedFrom })),
  })
  if (claims.some((claim) => claim.backup.length > 0)) act.tell('sources')
  return toStory(must(await findStory(act.tx, id), 'the copy was inserted'))
}
