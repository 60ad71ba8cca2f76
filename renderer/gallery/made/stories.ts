import { storyIdSchema } from '../../../shared/model/ids.ts'
import { type Stage, type Story, slugOf } from '../../../shared/model/story.ts'

const hourMs = 3_600_000

function story(id: string, headline: string, stage: Stage, given: Partial<Story> = {}): Story {
  return {
    id: storyIdSchema.parse(`story-${id}`),
    slug: slugOf(headline),
    headline,
    stage,
    language: 'en',
    version: 40,
    wordCount: 640,
    claimCount: 0,
    openCount: 0,
    removedCount: 0,
    unreadCount: 0,
    clearing: null,
    isCleared: false,
    archivedAtMs: null,
    createdAtMs: Date.now() - 90 * hourMs,
    updatedAtMs: Date.now() - 2 * hourMs,
    copiedFrom: null,
    isSample: false,
    ...given,
  }
}

export const iceHouse = story('ice-house', 'Halmsund’s ice house has to move again', 'checking', {
  wordCount: 412,
  claimCount: 20,
  openCount: 9,
  removedCount: 1,
})

/** One in each stage, with what rows have trouble with: no headline, a long one, another script. */
export const madeShelf: readonly Story[] = [
  iceHouse,
  story('untitled', '', 'draft', { slug: 'untitled', wordCount: 0, updatedAtMs: Date.now() - hourMs / 30 }),
  story(
    'long',
    'What the harbour office knew about the rotten piles under the herring quay, and when it knew it, and who told it',
    'editing',
    { wordCount: 18_240, claimCount: 1204, openCount: 1187 },
  ),
  story('ready', 'A lighthouse keeper’s last log', 'ready', { claimCount: 31 }),
  story('arabic', 'عودة العبّارة إلى الميناء القديم', 'checking', {
    language: 'ar',
    claimCount: 6,
    openCount: 2,
  }),
  story('published', 'Three winters without ice', 'published', { claimCount: 44 }),
  story('withdrawn', 'The eel count, corrected', 'withdrawn', { claimCount: 12, openCount: 1 }),
  story('killed', 'Ferry timetable, summer', 'killed'),
]

export const archivedStory = story('old', 'The year the mole broke', 'published', {
  archivedAtMs: Date.now() - 400 * hourMs,
  claimCount: 9,
})

export function madeStories(withArchived: boolean): Story[] {
  return withArchived ? [...madeShelf, archivedStory] : [...madeShelf]
}
