import { z } from 'zod'
import { fileHashSchema, sourceIdSchema } from './ids.ts'

export const sourceKindSchema = z.enum([
  'document',
  'webPage',
  'person',
  'recording',
  'dataSet',
  'book',
  'observation',
])
export type SourceKind = z.infer<typeof sourceKindSchema>

/** The terms on which a confidential source speaks. */
export const termsSchema = z.enum(['onRecord', 'background', 'notForAttribution', 'offRecord'])
export type Terms = z.infer<typeof termsSchema>

/** Whether a source saw or made the fact itself, or tells what others said of it. */
export const rankSchema = z.enum(['primary', 'secondary'])
export type Rank = z.infer<typeof rankSchema>

/** Whether what a source says still holds, as it or others said later. */
export const sourceStandingSchema = z.enum(['stands', 'corrected', 'disputed', 'retracted'])
export type SourceStanding = z.infer<typeof sourceStandingSchema>

export const sourceFileSchema = z.object({
  hash: fileHashSchema,
  name: z.string().min(1).max(255),
  mediaType: z.string(),
  sizeBytes: z.int().nonnegative(),
})
export type SourceFile = z.infer<typeof sourceFileSchema>

const text = (max: number) => z.string().max(max)

/** What a person says of a source; an empty string is "not given". */
export const sourceDetailsSchema = z.object({
  kind: sourceKindSchema,
  title: text(1000).min(1),
  /** Publisher or, for a person or recording, who speaks. */
  publisher: text(500),
  url: text(4000),
  /** As the source gives it; a day, a month or a year will do. */
  date: text(100),
  note: text(20_000),
  /** The value proposed for its backup. */
  usualRank: rankSchema,
  /** What several sources rest on, such as one wire story: those of one group count once. "" where it stands alone. */
  independenceGroup: text(200).default(''),
  standing: sourceStandingSchema.default('stands'),
  isConfidential: z.boolean(),
  terms: termsSchema,
  /** What the desk calls it among themselves. */
  codeName: text(200),
  /** The wording used in print: "a person familiar with the talks". */
  printAs: text(500),
})
export type SourceDetails = z.infer<typeof sourceDetailsSchema>

export const sourceSchema = sourceDetailsSchema.extend({
  id: sourceIdSchema,
  files: z.array(sourceFileSchema),
  createdAtMs: z.int(),
  updatedAtMs: z.int(),
})
export type Source = z.infer<typeof sourceSchema>

/** A source of which only the kind and title are known yet. */
export function newSourceDetails(kind: SourceKind, title: string): SourceDetails {
  return {
    kind,
    title,
    publisher: '',
    url: '',
    date: '',
    note: '',
    usualRank: kind === 'webPage' || kind === 'book' ? 'secondary' : 'primary',
    independenceGroup: '',
    standing: 'stands',
    isConfidential: false,
    terms: 'onRecord',
    codeName: '',
    printAs: '',
  }
}
