import { z } from 'zod'
import { changedGroundSchema } from '../check/ground.ts'
import { chosenSubjectSchema } from '../check/subject.ts'
import { facetSchema } from '../mark/facet-schema.ts'
import { backupSchema } from './backup.ts'
import { fixSchema } from './fix.ts'
import { backupIdSchema, claimIdSchema, personIdSchema, sourceIdSchema, storyIdSchema } from './ids.ts'
import { legalClearingSchema, secondReadingSchema } from './legal.ts'
import { overrideSchema } from './override.ts'
import { placeSchema } from './place.ts'
import { querySchema } from './query.ts'
import type { InEach } from './window-language.ts'

export const claimKindSchema = z.enum(['statement', 'quote'])
export type ClaimKind = z.infer<typeof claimKindSchema>

/** Set by a person, never computed. */
export const statusSchema = z.enum([
  'unchecked',
  'queried',
  'confirmed',
  'wrong',
  'unverified',
  'onAuthor',
  'notAFact',
])
export type Status = z.infer<typeof statusSchema>

/** As the window, its menu and its list of keys call them. */
export const statusNames: InEach<Record<Status, string>> = {
  en: {
    unchecked: 'Unchecked',
    queried: 'Queried',
    confirmed: 'Confirmed',
    wrong: 'Wrong',
    unverified: 'Unverified',
    onAuthor: 'On author',
    notAFact: 'Not a fact',
  },
  de: {
    unchecked: 'Ungeprüft',
    queried: 'Rückfrage',
    confirmed: 'Bestätigt',
    wrong: 'Falsch',
    unverified: 'Unbelegt',
    onAuthor: 'Laut Autor',
    notAFact: 'Kein Fakt',
  },
}

/** Whether nobody has come to an end with it yet. Whether a claim is open is for `standingOf` to say. */
export function isUnsettled(status: Status): boolean {
  return status === 'unchecked' || status === 'queried'
}

/**
 * Whether the claim's mark stands in the text. `removed`: its words were deleted or it was taken off them, and
 * it waits to be put back. `withdrawn`: its tagging was undone before anybody worked on it.
 */
export const presenceSchema = z.enum(['inText', 'removed', 'withdrawn'])
export type Presence = z.infer<typeof presenceSchema>

export const speakerSchema = z.object({
  /** As the text names the person. */
  name: z.string().min(1).max(300),
  /** Title or function as the text gives it; "" when it gives none. */
  role: z.string().max(500),
  /** The person among the sources, once known. */
  sourceId: sourceIdSchema.nullable(),
})
export type Speaker = z.infer<typeof speakerSchema>

/** What a claim was when it was settled. */
export const settlingSchema = z.object({
  status: statusSchema,
  /** The claim's words as settled. */
  words: z.string(),
  /** The story's version as settled. */
  version: z.int().nonnegative(),
  /** The reason for *not a fact*, or a remark; "" when none was given. */
  note: z.string(),
  personId: personIdSchema,
  atMs: z.int(),
  /** Of each piece of backup as it was, by backup id; see `ground.ts`. */
  backupFingerprints: z.record(backupIdSchema, z.string()),
  /** Where the words stood; null where an older Stet settled it, which did not remember that. */
  place: placeSchema.nullable().default(null),
  /** Who was noted as speaking; null where nobody was. */
  speaker: z.string().nullable().default(null),
  /** Those who had written a word of the claim or a figure in it, as far as the journal tells. */
  writtenBy: z.array(personIdSchema).default([]),
})
export type Settling = z.infer<typeof settlingSchema>

export const claimSchema = z.object({
  id: claimIdSchema,
  storyId: storyIdSchema,
  /** Never changes and is never used again within the story. */
  number: z.int().positive(),
  kind: claimKindSchema,
  presence: presenceSchema,
  /** Its words now, or its last words when it is not in the text. */
  words: z.string(),
  /** Who says it; for quotes. */
  speaker: speakerSchema.nullable(),
  /** Follows from `settling`: the status last set and not taken back, else `unchecked`. */
  status: statusSchema,
  settling: settlingSchema.nullable(),
  assigneeId: personIdSchema.nullable(),
  note: z.string().max(20_000),
  isLegal: z.boolean(),
  /** Stands while the claim reads as it did then; files of earlier releases do not have it. */
  legalClearing: legalClearingSchema.nullable().default(null),
  /** A second reader was asked for. */
  secondReading: secondReadingSchema.nullable().default(null),
  copiedFrom: claimIdSchema.nullable(),
  /** What the first pass had proposed it for; null where a person tagged it unasked. */
  proposedFor: z.array(facetSchema).nullable().default(null),
  /** What it is about, where a person said so; else it is proposed from its words. */
  subject: chosenSubjectSchema.nullable().default(null),
  /** Where its words stand now; null unless its settling remembers a place to compare with. */
  place: placeSchema.nullable().default(null),
  /** Backup that is not what it was when the claim was settled; the desk computes it. */
  changedGround: z.array(changedGroundSchema).default([]),
  /** In the order in which it was added. */
  backup: z.array(backupSchema),
  /** In the order in which they were added. */
  queries: z.array(querySchema).default([]),
  /** In the order in which they were suggested. */
  fixes: z.array(fixSchema).default([]),
  /** Those that nobody took back, in the order in which they were made; whether one is in force follows from the words. */
  overrides: z.array(overrideSchema).default([]),
  taggedBy: personIdSchema,
  taggedAtMs: z.int(),
  /** Rises with every change of a claim in its story; streams resume at it. */
  revision: z.int().nonnegative(),
})
export type Claim = z.infer<typeof claimSchema>

/** Whether anybody did more than tag it; such a claim is never withdrawn by an undo. */
export function isWorkedOn(
  claim: Pick<
    Claim,
    | 'settling'
    | 'assigneeId'
    | 'note'
    | 'isLegal'
    | 'legalClearing'
    | 'secondReading'
    | 'backup'
    | 'queries'
    | 'fixes'
    | 'overrides'
  >,
): boolean {
  return (
    claim.settling !== null ||
    claim.assigneeId !== null ||
    claim.note !== '' ||
    claim.isLegal ||
    claim.legalClearing !== null ||
    claim.secondReading !== null ||
    claim.backup.length > 0 ||
    claim.queries.length > 0 ||
    claim.fixes.length > 0 ||
    claim.overrides.length > 0
  )
}

/** What a claim has of others' work when nobody has worked on it yet. */
export const unworked = {
  settling: null,
  assigneeId: null,
  note: '',
  isLegal: false,
  legalClearing: null,
  secondReading: null,
  queries: [],
  fixes: [],
  overrides: [],
} satisfies Partial<Claim>

/** What a statement is that was tagged a moment ago, beside its words and who tagged it when. */
export const untouched = {
  kind: 'statement',
  presence: 'inText',
  speaker: null,
  status: 'unchecked',
  ...unworked,
  copiedFrom: null,
  proposedFor: null,
  subject: null,
  place: null,
  changedGround: [],
  backup: [],
} satisfies Partial<Claim>
