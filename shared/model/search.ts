import { z } from 'zod'
import { storyIdSchema } from './ids.ts'

/** A stretch of an excerpt; the words that were looked for are `hit`. */
export const excerptPartSchema = z.object({ text: z.string(), hit: z.boolean() })
export type ExcerptPart = z.infer<typeof excerptPartSchema>

export const searchHitSchema = z.object({
  kind: z.enum(['story', 'claim', 'source']),
  /** Of the story, claim or source. */
  id: z.string(),
  /** Where the story or claim is; null for a source. */
  storyId: storyIdSchema.nullable(),
  /** Headline, "12 · statement", or the source's title. */
  title: z.string(),
  excerpt: z.array(excerptPartSchema),
})
export type SearchHit = z.infer<typeof searchHitSchema>
