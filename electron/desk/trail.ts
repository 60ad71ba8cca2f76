import type { StoryId } from '../../shared/model/ids.ts'
import type { StoryTrail } from '../export/trail.ts'
import { readSaltedChain } from '../store/audit.ts'
import { claimsOfStory } from '../store/claims.ts'
import { listPeople } from '../store/people.ts'
import { listSources } from '../store/sources.ts'
import { toStory } from '../store/stories.ts'
import type { Core } from './core.ts'
import { needStory } from './find.ts'

/**
 * A story's trail with the records that its events name.
 *
 * @throws NOT_FOUND
 */
export async function assembleTrail(core: Core, storyId: StoryId): Promise<StoryTrail> {
  return core.store.transaction(async (tx) => ({
    story: toStory(await needStory(tx, storyId)),
    events: (await readSaltedChain(tx, storyId)).map((one) => ({ ...one, isWithheld: false })),
    claims: await claimsOfStory(tx, storyId),
    sources: await listSources(tx),
    people: await listPeople(tx),
  }))
}
