import { DismissedWords } from '../../shared/mark/dismissed.ts'
import {
  type Dismissal,
  type DismissalId,
  type Dismissed,
  newDismissalId,
} from '../../shared/model/dismissal.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import {
  dismissalsOfStory,
  insertDismissal,
  markDismissalTakenBack,
  standingDismissals,
} from '../store/dismissals.ts'
import { updateStory } from '../store/stories.ts'
import type { Act } from './act.ts'
import { needOpenStory } from './find.ts'
import { needMay } from './may.ts'

async function saveRevision(act: Act, storyId: StoryId, revision: number): Promise<void> {
  await updateStory(act.tx, storyId, { revision, updated_at_ms: act.atMs })
  act.wake(storyId)
}

/**
 * Remembers that candidates need no check, or that questions were answered. What reads as something dismissed before
 * is left out.
 *
 * @returns those that are new
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED
 */
export async function dismiss(
  act: Act,
  { storyId, dismissed }: { storyId: StoryId; dismissed: readonly Dismissed[] },
): Promise<Dismissal[]> {
  await needMay(act, 'dismiss')
  const story = await needOpenStory(act.tx, storyId)
  const known = new DismissedWords()
  for (const one of await dismissalsOfStory(act.tx, storyId)) known.add(one)
  const made: Dismissal[] = []
  for (const one of dismissed) {
    if (known.has(one)) continue
    const dismissal: Dismissal = {
      ...one,
      // The database knows no halves of surrogate pairs.
      words: one.words.toWellFormed(),
      id: newDismissalId(),
      personId: act.personId,
      atMs: act.atMs,
      isTakenBack: false,
      revision: story.revision + made.length + 1,
    }
    await insertDismissal(act.tx, storyId, dismissal)
    known.add(dismissal)
    made.push(dismissal)
  }
  if (made.length === 0) return []
  await act.recordEach(
    storyId,
    'dismissal.made',
    made.map(({ id, what, words, facets, atMs }) => ({
      subject: id,
      payload: { before: null, after: { what, words, facets, atMs } },
    })),
  )
  await saveRevision(act, storyId, story.revision + made.length)
  return made
}

/**
 * Has dismissals stand no longer, whoever made them: the candidates are proposed again.
 *
 * @returns those that stood until now
 * @throws NOT_YOURS, NOT_FOUND, ARCHIVED
 */
export async function takeBackDismissals(
  act: Act,
  { storyId, ids }: { storyId: StoryId; ids: readonly DismissalId[] },
): Promise<Dismissal[]> {
  await needMay(act, 'dismiss')
  const story = await needOpenStory(act.tx, storyId)
  const taken: Dismissal[] = []
  for (const one of await standingDismissals(act.tx, storyId, ids)) {
    const revision = story.revision + taken.length + 1
    await markDismissalTakenBack(act.tx, one.id, act.atMs, revision)
    taken.push({ ...one, isTakenBack: true, revision })
  }
  if (taken.length === 0) return []
  await act.recordEach(
    storyId,
    'dismissal.takenBack',
    taken.map(({ id, what, words }) => ({
      subject: id,
      payload: { before: { what, words, isTakenBack: false }, after: { isTakenBack: true } },
    })),
  )
  await saveRevision(act, storyId, story.revision + taken.length)
  return taken
}
