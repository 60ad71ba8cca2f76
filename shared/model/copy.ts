import { z } from 'zod'

/**
 * When a backup of the desk was made: as it was opened, at a new day, before an import, because somebody asked,
 * before a change of the database's shape, or out of a database that was lost or can be read only in part.
 * `setAside` is a database that made way for a backup.
 */
export const copyOccasionSchema = z.enum([
  'start',
  'day',
  'import',
  'asked',
  'migration',
  'rescue',
  'setAside',
])
export type CopyOccasion = z.infer<typeof copyOccasionSchema>

/** A backup of the desk: its whole database at one moment. The files it names stay in `files/` and never change. */
export const deskCopySchema = z.object({
  /** Below the desk's folder, with "/" on every system: "backups/stet-….sqlite". */
  name: z.string().min(1).max(200),
  occasion: copyOccasionSchema,
  /** When it was made, or set aside. */
  atMs: z.int(),
  sizeBytes: z.int(),
  /** 0 where it cannot be read. */
  stories: z.int(),
  /** The last thing that anybody did in it; null where nobody did anything, or it cannot be read. */
  lastChangeMs: z.int().nullable(),
  /** Why it cannot be restored; null where it can. */
  trouble: z.string().nullable(),
})
export type DeskCopy = z.infer<typeof deskCopySchema>

/** What is in the desk now and not in a backup; 0 everywhere where nothing would be lost. */
export const copyLossSchema = z.object({
  /** Stories that the backup does not have. */
  stories: z.int(),
  /** Stories that have gone on since. */
  changed: z.int(),
  /** Steps of writing in both. */
  steps: z.int(),
  /** Events of the trail in both, and of the desk's own. */
  events: z.int(),
})
export type CopyLoss = z.infer<typeof copyLossSchema>

/** How many backups of each occasion are kept; those before a change of shape are never cleared away. */
export const keptCopiesSchema = z.int().min(1).max(1000)
