import { v7 } from 'uuid'
import { z } from 'zod'

/** Ids are made by the application, so that a record exists before the database has seen it. */
const id = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{7,63}$/, 'not an id')

export const storyIdSchema = id.brand('StoryId')
export type StoryId = z.infer<typeof storyIdSchema>

export const claimIdSchema = id.brand('ClaimId')
export type ClaimId = z.infer<typeof claimIdSchema>

export const sourceIdSchema = id.brand('SourceId')
export type SourceId = z.infer<typeof sourceIdSchema>

export const backupIdSchema = id.brand('BackupId')
export type BackupId = z.infer<typeof backupIdSchema>

export const queryIdSchema = id.brand('QueryId')
export type QueryId = z.infer<typeof queryIdSchema>

export const fixIdSchema = id.brand('FixId')
export type FixId = z.infer<typeof fixIdSchema>

export const overrideIdSchema = id.brand('OverrideId')
export type OverrideId = z.infer<typeof overrideIdSchema>

export const clearingIdSchema = id.brand('ClearingId')
export type ClearingId = z.infer<typeof clearingIdSchema>

export const personIdSchema = id.brand('PersonId')
export type PersonId = z.infer<typeof personIdSchema>

/** Names one attempt of one command: sent again after a broken link, it gets the first answer. */
export const requestIdSchema = id.brand('RequestId')
export type RequestId = z.infer<typeof requestIdSchema>

/** SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export const fileHashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'not a SHA-256')
  .brand('FileHash')
export type FileHash = z.infer<typeof fileHashSchema>

/** A new id, sortable by the time it was made (UUID version 7). */
export const newStoryId = (): StoryId => v7() as StoryId
export const newClaimId = (): ClaimId => v7() as ClaimId
/** Footnotes are no records: their ids live in the document alone. */
export const newFootnoteId = (): string => v7()
export const newSourceId = (): SourceId => v7() as SourceId
export const newBackupId = (): BackupId => v7() as BackupId
export const newQueryId = (): QueryId => v7() as QueryId
export const newFixId = (): FixId => v7() as FixId
export const newOverrideId = (): OverrideId => v7() as OverrideId
export const newClearingId = (): ClearingId => v7() as ClearingId
export const newPersonId = (): PersonId => v7() as PersonId
export const newRequestId = (): RequestId => v7() as RequestId
