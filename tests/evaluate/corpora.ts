import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** Beside the project; none of it is part of it. */
export const corporaFolder = resolve(import.meta.dirname, '../../../shared/corpora')

/** The folder's name for a corpus, and what one line of it has that is measured. */
export interface Corpus<S extends z.ZodType> {
  readonly file: string
  readonly line: S
}

const stretchSchema = z.tuple([z.int(), z.int()])

export const judgedSentenceSchema = z.object({
  doc_id: z.string(),
  sentence: z.string(),
  /** 1 where somebody found it worth a check. */
  label: z.union([z.literal(0), z.literal(1)]),
})
export type JudgedSentence = z.infer<typeof judgedSentenceSchema>

export const dividedTextSchema = z.object({
  text: z.string(),
  sentences: z.array(stretchSchema),
  entities: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
})
export type DividedText = z.infer<typeof dividedTextSchema>

/** A story with its quotations as somebody marked them; the scorer reads more of it. */
export const quotedTextSchema = z.looseObject({ doc_id: z.string(), text: z.string() })
export type QuotedText = z.infer<typeof quotedTextSchema>

/** The lines of a corpus, unpacked where it is packed; null where it is not there. */
export function readCorpus<S extends z.ZodType>(folder: string, corpus: Corpus<S>): z.output<S>[] | null {
  const file = join(folder, corpus.file)
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => corpus.line.parse(JSON.parse(line)))
}
