import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { quotedTextSchema, readCorpus } from './corpora.ts'
import { type Row, row } from './row.ts'
import { canMark, stetMark } from './stet-mark.ts'

const part = 'Quotes and who said them'
const citron = 'Citron, all spans exact, on PARC3: .567; speakers .82–.87'

const corpora = [
  {
    name: 'PolNeAR, US news',
    file: 'quotes/dev/polnear_train_sample.jsonl.gz',
    language: 'en',
    floor: 0.68,
    target: 0.85,
    published: citron,
  },
  {
    name: 'GUM, Wikinews',
    file: 'quotes/dev/gum_news_handchecked.jsonl',
    language: 'en',
    floor: 0.54,
    target: 0.75,
    published: '',
  },
  {
    name: 'Wikinews in German',
    file: 'quotes/dev/wikinews_de_train_sample.jsonl.gz',
    language: 'de',
    floor: 0.17,
    target: 0.6,
    published: '',
  },
] as const

const answerSchema = z.object({ doc_id: z.string(), quotes: z.array(z.looseObject({})) })
const scoreSchema = z.object({
  docs: z.number(),
  gold: z.number(),
  exactF1: z.number(),
  relaxedF1: z.number(),
  speakerAcc: z.number(),
  endToEndF1: z.number(),
})

interface Scorer {
  score(gold: readonly unknown[], found: readonly unknown[]): unknown
}

/** By the corpora's own scorer: spans by the words within their marks, speakers by a word of the name. */
export async function measureQuotes(folder: string): Promise<Row[]> {
  const tool = join(folder, 'tools/score_quotes.mjs')
  const rows: Row[] = []
  for (const { name, file, language, floor, target, published } of corpora) {
    const given = { part, measure: 'span and speaker, F1', floor, target, published }
    const texts = existsSync(tool) ? readCorpus(folder, { file, line: quotedTextSchema }) : null
    if (!texts || !canMark('jsonl')) {
      const note = texts ? 'not built: stet mark has no --jsonl' : 'the corpus or its scorer is absent'
      rows.push(row({ ...given, corpus: name, value: null, note }))
      continue
    }
    const lines = texts.map(({ doc_id, text }) => ({ doc_id, text, lang: language }))
    const found = stetMark('jsonl', lines, answerSchema)
    const scorer: Scorer = await import(pathToFileURL(tool).href)
    const score = scoreSchema.parse(scorer.score(texts, found))
    const corpus = `${name}, ${score.gold.toLocaleString('en')} quotes in ${score.docs} stories`
    rows.push(
      row({ ...given, corpus, value: score.endToEndF1 }),
      row({ part, corpus, measure: 'span, F1', value: score.relaxedF1 }),
      row({ part, corpus, measure: 'span to the letter, F1', value: score.exactF1 }),
      row({ part, corpus, measure: 'speaker of a span that was found', value: score.speakerAcc }),
    )
  }
  return rows
}
