import { z } from 'zod'
import { clearingHeadSchema } from './clearing.ts'
import { storyIdSchema } from './ids.ts'
import { languageSchema } from './language.ts'

export const stageSchema = z.enum([
  'draft',
  'editing',
  'checking',
  'ready',
  'published',
  'withdrawn',
  'killed',
])
export type Stage = z.infer<typeof stageSchema>

/** A story as lists show it; its words are in its document. */
export const storySchema = z.object({
  id: storyIdSchema,
  /** Names the story at the desk: lower-case words joined by hyphens, unique. */
  slug: z.string().min(1).max(120),
  /** The words of the headline; "" while it has none. */
  headline: z.string(),
  stage: stageSchema,
  /** What it is written in; "und" where that is not known. */
  language: languageSchema,
  /** How many steps its journal holds; rises with each. */
  version: z.int().nonnegative(),
  wordCount: z.int().nonnegative(),
  /** Claims in the text. */
  claimCount: z.int().nonnegative(),
  /** Claims in the text that are unchecked or queried: the facts left. */
  openCount: z.int().nonnegative(),
  /** Claims whose words were deleted. */
  removedCount: z.int().nonnegative(),
  /** Sentences that nobody has read as they stand. */
  unreadCount: z.int().nonnegative(),
  /** The last clearing that was not taken back; what the story shows may have changed since. */
  clearing: clearingHeadSchema.nullable(),
  /** It was cleared, shows what it showed then, and nothing blocks since; false also for a moment while that is looked at. */
  isCleared: z.boolean(),
  archivedAtMs: z.int().nullable(),
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
  /** The story that this one is a copy of. */
  copiedFrom: storyIdSchema.nullable(),
  /** Part of the sample that a first start offers; it can be taken away again. */
  isSample: z.boolean(),
})
export type Story = z.infer<typeof storySchema>

/** A slug made of a headline's first words. */
export function slugOf(headline: string): string {
  const slug = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
  return slug.split('-').slice(0, 8).join('-').slice(0, 80) || 'untitled'
}

/** Whether the slug is the headline's own, or has the number behind it that keeps two stories apart. */
export function isSlugOf(slug: string, headline: string): boolean {
  const own = slugOf(headline)
  return slug === own || (slug.startsWith(`${own}-`) && /^\d+$/.test(slug.slice(own.length + 1)))
}
