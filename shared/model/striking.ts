import { z } from 'zod'
import { fileHashSchema, requestIdSchema, storyIdSchema } from './ids.ts'

/** Where words can stand at a desk, from the text outwards. */
export const placeKindSchema = z.enum([
  /** In stories as they read now. */
  'text',
  /** Steps of journals that typed, pasted or took the words away. */
  'steps',
  'snapshots',
  'headlines',
  'claims',
  'settlings',
  /** Sentences that were marked as read. */
  'readings',
  /** What the first pass proposed and somebody put aside. */
  'dismissals',
  'backup',
  /** What editors let pass, and why. */
  'overrides',
  /** What stories showed when they were cleared. */
  'clearings',
  'queries',
  'fixes',
  'sources',
  'fileNames',
  'people',
  'receipts',
  /** Events of which what they tell is taken away; the events stay. */
  'trail',
  /** Answers kept for windows that ask again. */
  'answers',
])
export type PlaceKind = z.infer<typeof placeKindSchema>

/** How many places of each kind; kinds without any are left out. */
export const placesSchema = z.partialRecord(placeKindSchema, z.int().positive())
export type Places = z.infer<typeof placesSchema>

/** Words to be struck. */
export const struckWordsSchema = z.object({
  words: z.string().max(300),
  /** Only this story, with its trail and receipt; null for everything at the desk. */
  storyId: storyIdSchema.nullable().default(null),
  /** Leaves alone what stands inside a longer word. */
  wholeWords: z.boolean().default(false),
})
export type StruckWords = z.infer<typeof struckWordsSchema>

export const reasonSchema = z.string().max(2000)

/** A kept file whose bytes hold the words. Bytes are never changed: such a file is taken away or kept. */
export const foundFileSchema = z.object({
  hash: fileHashSchema,
  /** What sources call it; none for a picture or an imported original. */
  names: z.array(z.string()),
  sizeBytes: z.int(),
  usedAs: z.enum(['source', 'figure', 'import', 'nothing']),
})
export type FoundFile = z.infer<typeof foundFileSchema>

/** What a striking would strike; nothing is changed by asking. */
export const strikingPreviewSchema = z.object({
  places: placesSchema,
  /** The words as they stand, read out to whole words, most frequent first. */
  forms: z.array(z.object({ text: z.string(), count: z.int() })),
  /** How many stories hold them, or held them earlier. */
  stories: z.int(),
  files: z.array(foundFileSchema),
  /** Copies in `backups/`, each of which is struck too. */
  copies: z.int(),
})
export type StrikingPreview = z.infer<typeof strikingPreviewSchema>

/** What was struck or deleted for good. It holds none of the words. */
export const strikingReceiptSchema = z.object({
  strikingId: requestIdSchema,
  places: placesSchema,
  filesRemoved: z.array(fileHashSchema),
  /** Files that hold the words and were kept all the same. */
  filesKept: z.array(fileHashSchema),
  copiesRewritten: z.int(),
  /** Copies that could not be read, so that they were taken away whole. */
  copiesDeleted: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Files of the folder that Stet does not know and that still hold the words, by their path in it. */
  left: z.array(z.string()),
})
export type StrikingReceipt = z.infer<typeof strikingReceiptSchema>

/** What goes when a story is deleted for good. */
export const deletionPreviewSchema = z.object({
  steps: z.int(),
  claims: z.int(),
  settlings: z.int(),
  backup: z.int(),
  queries: z.int(),
  fixes: z.int(),
  events: z.int(),
  /** Files that nothing else at the desk uses. */
  files: z.array(foundFileSchema),
  copies: z.int(),
})
export type DeletionPreview = z.infer<typeof deletionPreviewSchema>
