import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readImport } from '../../../electron/import/read.ts'
import { outline, sharedFolder } from './reading.ts'

const folder = new URL('corpora/articles/', sharedFolder)
const scoreSchema = z.object({ pages: z.number(), precision: z.number(), recall: z.number(), f1: z.number() })
const truthSchema = z.record(z.string(), z.object({ articleBody: z.string() }))

describe('pages of the open web', () => {
  it.skipIf(!existsSync(folder))(
    'give their story and little else (skipped where ../shared is absent)',
    async () => {
      const truth = truthSchema.parse(
        JSON.parse(readFileSync(new URL('dev.ground-truth.json', folder), 'utf8')),
      )
      const scorer: { score(truth: unknown, found: unknown): unknown } = await import(
        new URL('corpora/tools/score_article.mjs', sharedFolder).href
      )
      const found = Object.fromEntries(
        Object.keys(truth).map((id) => {
          const bytes = gunzipSync(readFileSync(new URL(`dev/${id}.html.gz`, folder)))
          const lines = outline(readImport(bytes, 'page.html')).map((line) => line.replace(/^\w+: /u, ''))
          return [id, lines.join('\n')]
        }),
      )
      const score = scoreSchema.parse(scorer.score(truth, found))
      console.info(`web pages: ${JSON.stringify(score)}`)
      // Mozilla's Readability reaches .955 on these pages, their whole text .40. Losing a sentence is worse than
      // keeping junk, so recall has the higher floor.
      expect(score.f1).toBeGreaterThan(0.965)
      expect(score.recall).toBeGreaterThan(0.985)
    },
    60_000,
  )
})
