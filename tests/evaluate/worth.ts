import { z } from 'zod'
import { statementsIn } from '../../shared/mark/statements.ts'
import { type JudgedSentence, judgedSentenceSchema, readCorpus } from './corpora.ts'
import { bestF1, mean, meanAveragePrecision, type Scored } from './measures.ts'
import { type Row, row } from './row.ts'
import { stetMark } from './stet-mark.ts'

const part = 'What deserves a check'
const nothingLearnt = 'nothing is fitted, so all are held out; the signs were revised with these in sight'

const scoreSchema = z.strictObject({ score: z.number().min(0).max(1) })

export const claimBuster = {
  file: 'checkworthiness/dev/claimbuster_train.jsonl.gz',
  line: judgedSentenceSchema,
}
export const clef2019 = {
  file: 'checkworthiness/dev/clef2019_task1_train.jsonl.gz',
  line: judgedSentenceSchema,
}

/** The sentences of a corpus as `stet mark --sentences` scores them; it is told nothing but the words. */
function scoredBy(sentences: readonly JudgedSentence[]): (Scored & { list: string })[] {
  const scores = stetMark(
    'sentences',
    sentences.map(({ sentence }) => ({ sentence, lang: 'en' })),
    scoreSchema,
  )
  return sentences.map(({ doc_id, label }, index) => ({
    list: doc_id,
    score: scores[index]?.score ?? 0,
    isWorth: label === 1,
  }))
}

/** What one gets who takes every sentence. */
function f1OfAll(list: readonly Scored[]): number {
  return bestF1(list.map(({ isWorth }) => ({ isWorth, score: 0 })))
}

/** How much of what is proposed is noise: these are speech, and mostly of opinions, so news is kinder. */
function proposed(sentences: readonly JudgedSentence[]): Row[] {
  const isProposed = ({ sentence }: JudgedSentence) =>
    statementsIn({ text: sentence, where: 'paragraph' }, 'en').length > 0
  const worth = sentences.filter(({ label }) => label === 1)
  const found = sentences.filter(isProposed)
  const right = found.filter(({ label }) => label === 1).length
  const corpus = `ClaimBuster, ${found.length.toLocaleString('en')} sentences with something proposed`
  return [
    row({
      part,
      corpus,
      measure: 'share of them that is worth a check',
      value: found.length > 0 ? right / found.length : 0,
      floor: worth.length / sentences.length,
    }),
    row({
      part,
      corpus,
      measure: 'share of what is worth a check that is among them',
      value: worth.length > 0 ? right / worth.length : 0,
      floor: found.length / sentences.length,
    }),
  ]
}

export function measureWorth(folder: string): Row[] {
  const rows: Row[] = []
  const debates = readCorpus(folder, claimBuster)
  if (debates) {
    const scored = scoredBy(debates)
    rows.push(
      row({
        part,
        corpus: `ClaimBuster, ${scored.length.toLocaleString('en')} sentences`,
        measure: 'best F1',
        value: bestF1(scored),
        floor: f1OfAll(scored),
        published: '.768 by a logistic regression trained on it',
        target: 0.78,
        note: nothingLearnt,
      }),
    )
    rows.push(...proposed(debates))
  } else rows.push(absent('ClaimBuster', 'best F1', 0.78))

  const ranked = readCorpus(folder, clef2019)
  if (ranked) {
    const scored = scoredBy(ranked)
    const lists = [...Map.groupBy(scored, ({ list }) => list).values()]
    rows.push(
      row({
        part,
        corpus: `CLEF 2019, ${scored.length.toLocaleString('en')} sentences in ${lists.length} debates`,
        measure: 'MAP',
        value: meanAveragePrecision(lists),
        floor: mean(
          lists
            .map((list) => list.filter(({ isWorth }) => isWorth).length / list.length)
            .filter((share) => share > 0),
        ),
        published: '.166–.182 on its test debates; .125 by a regression trained on ClaimBuster',
        target: 0.16,
        note: nothingLearnt,
      }),
    )
  } else rows.push(absent('CLEF 2019', 'MAP', 0.16))
  return rows
}

function absent(corpus: string, measure: string, target: number): Row {
  return row({ part, corpus, measure, value: null, target, note: 'the corpus is absent' })
}
