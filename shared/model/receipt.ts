import { z } from 'zod'

/** A part of what was imported that is not in the story. */
export const droppedPartSchema = z.object({
  id: z.string(),
  /** Verbatim; for pages the text that a reader would have seen. */
  text: z.string(),
  /** The rule that dropped it, by its name in the list of rules. */
  rule: z.string(),
  /** Why, in plain words. */
  reason: z.string(),
  /** How many top-level blocks of the body stand before its place. */
  beforeBlock: z.int().nonnegative(),
  /** Put back into the story since. */
  isBack: z.boolean(),
})
export type DroppedPart = z.infer<typeof droppedPartSchema>

/** Something that came in differently from how it was. */
export const changedPartSchema = z.object({ what: z.string(), count: z.int().positive() })
export type ChangedPart = z.infer<typeof changedPartSchema>

export const missingPartSchema = z.enum(['headline', 'byline', 'dateline', 'date', 'address'])
export type MissingPart = z.infer<typeof missingPartSchema>

/** What an import kept, changed, dropped, and what the story lacks. */
export const receiptSchema = z.object({
  /** The file's name, or "" for pasted text. */
  name: z.string(),
  format: z.enum(['text', 'markdown', 'html', 'json']),
  /** SHA-256 of the bytes that came in. */
  hash: z.string(),
  sizeBytes: z.int().nonnegative(),
  kept: z.object({
    headlines: z.int(),
    crossheads: z.int(),
    paragraphs: z.int(),
    blockquotes: z.int(),
    lists: z.int(),
    figures: z.int(),
    // Receipts of the first release know neither.
    tables: z.int().default(0),
    footnotes: z.int().default(0),
    links: z.int(),
    /** Quoted spans: text between an opening and a closing quotation mark. */
    quotedSpans: z.int(),
    words: z.int(),
    claims: z.int(),
    sources: z.int(),
  }),
  changed: z.array(changedPartSchema),
  dropped: z.array(droppedPartSchema),
  missing: z.array(missingPartSchema),
})
export type Receipt = z.infer<typeof receiptSchema>
