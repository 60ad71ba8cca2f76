import { z } from 'zod'
import {
  backupIdSchema,
  claimIdSchema,
  personIdSchema,
  queryIdSchema,
  sourceIdSchema,
  storyIdSchema,
} from './ids.ts'

/** By which way somebody was asked. */
export const waySchema = z.enum(['mail', 'phone', 'message', 'inPerson', 'letter', 'other'])
export type Way = z.infer<typeof waySchema>

export const queryDetailsSchema = z.object({
  /** Who was asked, as the desk calls them. */
  asked: z.string().min(1).max(300),
  /** The same among the sources, once known. */
  sourceId: sourceIdSchema.nullable(),
  /** What they were asked. */
  question: z.string().min(1).max(20_000),
  way: waySchema,
  askedAtMs: z.int(),
  /** Until when an answer is wanted; null where nothing was said. */
  dueAtMs: z.int().nullable(),
  /** Somebody whom the story accuses was asked to answer it. */
  isRightOfReply: z.boolean(),
})
export type QueryDetails = z.infer<typeof queryDetailsSchema>

export const queryAnswerSchema = z.object({
  /** What they said, verbatim; that nothing came is an answer too. */
  words: z.string().min(1).max(100_000),
  /** When they said it. */
  atMs: z.int(),
  /** Who wrote it down. */
  notedBy: personIdSchema,
})
export type QueryAnswer = z.infer<typeof queryAnswerSchema>

/** Somebody was asked about a claim. */
export const querySchema = queryDetailsSchema.extend({
  id: queryIdSchema,
  claimId: claimIdSchema,
  answer: queryAnswerSchema.nullable(),
  /** The piece of backup that the answer was made into; it may have been removed since. */
  backupId: backupIdSchema.nullable(),
  addedBy: personIdSchema,
  addedAtMs: z.int(),
})
export type Query = z.infer<typeof querySchema>

/** A query with the claim that it is about. */
export const listedQuerySchema = z.object({
  query: querySchema,
  storyId: storyIdSchema,
  slug: z.string(),
  headline: z.string(),
  /** The claim's number and its words now. */
  number: z.int().positive(),
  words: z.string(),
})
export type ListedQuery = z.infer<typeof listedQuerySchema>

type Waiting = Pick<Query, 'answer' | 'dueAtMs' | 'askedAtMs'>

export function isWaiting({ answer }: Pick<Query, 'answer'>): boolean {
  return answer === null
}

export function isOverdue({ answer, dueAtMs }: Waiting, nowMs: number): boolean {
  return answer === null && dueAtMs !== null && dueAtMs < nowMs
}

/**
 * The order of a list of queries: those that wait by what is due first, so that what is overdue leads; those that
 * are due at no time after them, the longest asked first; what is answered last, the newest answer first.
 */
export function compareQueries(one: Waiting, other: Waiting): number {
  if (one.answer && other.answer) return other.answer.atMs - one.answer.atMs
  if (one.answer || other.answer) return one.answer ? 1 : -1
  if (one.dueAtMs === other.dueAtMs) return one.askedAtMs - other.askedAtMs
  if (one.dueAtMs === null || other.dueAtMs === null) return one.dueAtMs === null ? 1 : -1
  return one.dueAtMs - other.dueAtMs
}
