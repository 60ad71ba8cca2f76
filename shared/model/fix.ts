import { z } from 'zod'
import { exhaustive } from '../lib/assert.ts'
import { backupIdSchema, claimIdSchema, fixIdSchema, personIdSchema } from './ids.ts'

/**
 * What is to be done about a claim's words:
 *
 * - `words`: other words take their place; within quotation marks only words of a transcript do
 * - `cut`: some of them go, or all
 * - `paraphrase`: a quotation becomes words of our own, without its marks
 * - `answer`: the quotation stays as it was said, and the text puts it right behind it
 * - `stands`: it stands as it was said, for an editor's reason
 */
export const remedySchema = z.enum(['words', 'cut', 'paraphrase', 'answer', 'stands'])
export type Remedy = z.infer<typeof remedySchema>

export const fixAnswerSchema = z.object({
  words: z.string().min(1).max(20_000),
  personId: personIdSchema,
  atMs: z.int(),
})

export const fixDecisionSchema = z.object({
  kind: z.enum(['accepted', 'rejected']),
  /** Why; "" where an accepted fix wanted none. */
  reason: z.string().max(20_000),
  personId: personIdSchema,
  atMs: z.int(),
})
export type FixDecision = z.infer<typeof fixDecisionSchema>

/** A correction that is suggested for a claim. */
export const fixSchema = z.object({
  id: fixIdSchema,
  claimId: claimIdSchema,
  remedy: remedySchema,
  /** The claim's words that it is about. */
  words: z.string(),
  /** What they are to be; "" where all of them are to be cut. Paragraphs are set apart by a line break. */
  newWords: z.string().max(100_000),
  why: z.string().min(1).max(20_000),
  /** The pieces of the claim's backup that it rests on; one may have been removed since. */
  backupIds: z.array(backupIdSchema).max(100),
  /** What whoever wrote the story says to it. */
  answer: fixAnswerSchema.nullable(),
  decision: fixDecisionSchema.nullable(),
  suggestedBy: personIdSchema,
  suggestedAtMs: z.int(),
})
export type Fix = z.infer<typeof fixSchema>

export type FixState = 'open' | 'answered' | 'accepted' | 'rejected'

export function stateOf({ answer, decision }: Pick<Fix, 'answer' | 'decision'>): FixState {
  if (decision) return decision.kind
  return answer ? 'answered' : 'open'
}

/** Nobody has decided about it yet. */
export function isFixOpen({ decision }: Pick<Fix, 'decision'>): boolean {
  return decision === null
}

/** Why a fix cannot be suggested or accepted. */
export const fixObjectionSchema = z.enum([
  /** The words would stay as they are. */
  'same',
  /** Other words within quotation marks stand in no excerpt of a recording or document among the claim's backup. */
  'notInTranscript',
  /** A cut only takes words away. */
  'notCut',
  /** A paraphrase has no quotation marks, and the marks around the claim's words cannot go with it. */
  'stillQuoted',
  /** Only what stands within quotation marks is paraphrased, answered, or stands as said. */
  'notQuoted',
  /** The new words have more or fewer paragraphs. */
  'paragraphs',
])
export type FixObjection = z.infer<typeof fixObjectionSchema>

/** Whether the remedy changes the text. */
export function changesText(remedy: Remedy): boolean {
  switch (remedy) {
    case 'words':
    case 'cut':
    case 'paraphrase':
    case 'answer':
      return true
    case 'stands':
      return false
    default:
      return exhaustive(remedy)
  }
}
