import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { passagesOfText } from '../../../shared/mark/plain-story.ts'
import { quotationsOf } from '../../../shared/mark/quotations.ts'

const corpora = resolve(import.meta.dirname, '../../../../shared/corpora')
const tool = resolve(corpora, 'tools/score_quotes.mjs')

interface GoldStory {
  readonly doc_id: string
  readonly text: string
}
interface Scorer {
  score(gold: readonly GoldStory[], found: readonly unknown[]): { readonly endToEndF1: number }
}

function storiesIn(name: string): GoldStory[] {
  const bytes = readFileSync(resolve(corpora, 'quotes/dev', name))
  const text = name.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function found({ doc_id, text }: GoldStory, language: string) {
  const placed = passagesOfText(text)
  const at = (passage: number, offset: number) => (placed[passage]?.start ?? 0) + offset
  const quotes = quotationsOf(
    placed.map(({ passage }) => passage),
    language,
  )
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ parts, speaker, mention }) =>
      parts.map((part) => ({
        start: at(part.passage, part.from),
        end: at(part.passage, part.to),
        speaker_text: speaker?.name,
        ...(mention && {
          speaker_start: at(mention.passage, mention.from),
          speaker_end: at(mention.passage, mention.to),
        }),
      })),
    )
  return { doc_id, quotes }
}

test.skipIf(!existsSync(tool)).each([
  ['gum_news_handchecked.jsonl', 'en', 0.84],
  ['polnear_train_sample.jsonl.gz', 'en', 0.9],
  ['wikinews_de_train_sample.jsonl.gz', 'de', 0.7],
] as const)(
  'in the stories of %s quotations and their speakers are found, F1 end to end (skipped where they are absent)',
  { timeout: 60_000 },
  async (name, language, wanted) => {
    const scorer: Scorer = await import(pathToFileURL(tool).href)
    const stories = storiesIn(name)
    const { endToEndF1 } = scorer.score(
      stories,
      stories.map((story) => found(story, language)),
    )
    expect(endToEndF1).toBeGreaterThanOrEqual(wanted)
  },
)
