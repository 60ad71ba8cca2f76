import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../electron/cli/command.ts'
import { corporaFolder } from './corpora.ts'
import { measureDividing, news, others } from './dividing.ts'
import {
  averagePrecision,
  bestF1,
  f1,
  hasSameStart,
  isEqual,
  matchesOf,
  meanAveragePrecision,
  type Scored,
  touches,
} from './measures.ts'
import { measureNames } from './names.ts'
import { measureQuotes } from './quotes.ts'
import { isReached, row, tableOf } from './row.ts'
import { canMark } from './stet-mark.ts'
import { claimBuster, clef2019, measureWorth } from './worth.ts'

const main = join(import.meta.dirname, 'main.ts')

/** Two made debates: which sentences are worth a check, and what somebody scored them with. */
const debates: readonly { doc_id: string; sentence: string; label: 0 | 1; score: number }[] = [
  { doc_id: 'mill', sentence: 'Good evening to all of you.', label: 0, score: 0.3 },
  { doc_id: 'mill', sentence: 'The mill lost 40 of its 120 jobs in 1931.', label: 1, score: 0.9 },
  { doc_id: 'mill', sentence: 'I think that is a great pity.', label: 0, score: 0.5 },
  { doc_id: 'mill', sentence: 'It was the largest in Europe.', label: 1, score: 0.2 },
  { doc_id: 'harbour', sentence: 'What would you do?', label: 0, score: 0.7 },
  { doc_id: 'harbour', sentence: 'We must work together.', label: 0, score: 0.1 },
  { doc_id: 'harbour', sentence: 'Landings fell by 12 percent last year.', label: 1, score: 0.6 },
]
const scored = debates.map(({ doc_id, label, score }) => ({ list: doc_id, score, isWorth: label === 1 }))
const lists = [...Map.groupBy(scored, ({ list }) => list).values()]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-evaluate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function putCorpus(file: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, file)
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, file.endsWith('.gz') ? gzipSync(text) : text)
  return path
}

describe('the measures', () => {
  it('are those that one reckons by hand', () => {
    // "mill": found at 1 and 4, so (1/1 + 2/4) / 2; "harbour": found at 2, so 1/2.
    expect(lists.map(averagePrecision)).toEqual([0.75, 0.5])
    expect(meanAveragePrecision(lists)).toBe(0.625)
    // From .6 on two of three are right, and two of three found: 2·2 / (3 + 3).
    expect(bestF1(scored)).toBeCloseTo(2 / 3, 10)
  })

  it('leave out a list in which nothing is worth a check, and count scores that are the same together', () => {
    const nothing: Scored[] = [{ score: 1, isWorth: false }]
    expect(averagePrecision(nothing)).toBeNull()
    expect(meanAveragePrecision([...lists, nothing])).toBe(0.625)
    const same = [true, false, false, false].map((isWorth) => ({ score: 0.5, isWorth }))
    expect(bestF1(same)).toBeCloseTo(2 / 5, 10)
  })

  it('add up the stretches of all texts', () => {
    const gold = [[0, 5] as const, [6, 9] as const, [10, 20] as const]
    const found = [[0, 5] as const, [6, 12] as const]
    // Both ends: one of three, one of two. Where one begins: two of three, two of two.
    expect(f1([matchesOf(gold, found, isEqual)])).toBeCloseTo(2 / 5, 10)
    expect(f1([matchesOf(gold, found, hasSameStart)])).toBeCloseTo(4 / 5, 10)
    expect(f1([matchesOf(gold, found, touches), matchesOf([], [[0, 1]], touches)])).toBeCloseTo(0.8, 10)
    expect(f1([matchesOf(gold, [], isEqual)])).toBe(0)
  })

  const tool = join(corporaFolder, 'tools/score_ranking.mjs')
  it.skipIf(!existsSync(tool))(
    'are those of the corpora’s own scorer (skipped where ../shared is absent)',
    async () => {
      const gold = await putCorpus('gold.jsonl', debates)
      const run = await putCorpus('run.jsonl', scored)
      const told = execFileSync(process.execPath, [tool, 'sentences', gold, run], { encoding: 'utf8' })
      expect(told).toContain(`MAP: ${meanAveragePrecision(lists)}`)
      expect(told).toContain(`bestF1: ${bestF1(scored).toFixed(4)}`)
    },
  )
})

describe('what is measured', () => {
  it('is what stet mark answers to the sentences of a corpus, packed or not', async () => {
    await putCorpus(claimBuster.file, debates)
    await putCorpus(clef2019.file, debates)
    const rows = measureWorth(folder)
    expect(rows.map(({ corpus, measure, value }) => [corpus, measure, value])).toEqual([
      ['ClaimBuster, 7 sentences', 'best F1', 1],
      ['ClaimBuster, 3 sentences with something proposed', 'share of them that is worth a check', 1],
      [
        'ClaimBuster, 3 sentences with something proposed',
        'share of what is worth a check that is among them',
        1,
      ],
      ['CLEF 2019, 7 sentences in 2 debates', 'MAP', 1],
    ])
    // Taking all seven: 2·3 / (7 + 3). A third to a half of a debate's sentences are worth a check.
    expect(rows[0]?.floor).toBeCloseTo(0.6, 10)
    expect(rows.map(({ floor }) => floor).slice(1, 3)).toEqual([3 / 7, 3 / 7])
    expect(rows[3]?.floor).toBeCloseTo((1 / 2 + 1 / 3) / 2, 10)
    expect(rows.map(isReached)).toEqual([true, null, null, true])
  })

  it('is where sentences begin and end, block by block, beside the segmenter alone', async () => {
    const text = 'A Headline\n\nDr. Berg lost. Nobody knew.\n'
    const sentences = [
      [0, 10],
      [12, 26],
      [27, 39],
    ]
    await putCorpus(news.file, [{ text, sentences, entities: [] }])
    await putCorpus(others.file, [{ text, sentences: [[12, 39]], entities: [] }])
    const values = measureDividing(folder).map(({ value, floor }) => [value, floor])
    const near = (value: number) => expect.closeTo(value, 10)
    // The segmenter alone parts "Dr." from "Berg": three of four.
    expect(values.slice(0, 2)).toEqual([
      [1, near(6 / 7)],
      [1, near(4 / 7)],
    ])
    expect(values.slice(2)).toEqual([
      [near(1 / 2), near(2 / 5)],
      [0, 0],
    ])
  })

  it('is which names are found, beside runs of capitals, articles and genitives left out', async () => {
    const text = 'Nobody knew Ada Berg’s mill. She owned the Harbour Trust.\n'
    const at = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      text: words,
    })
    const entities = [at('Ada Berg’s'), at('the Harbour Trust'), at('mill')]
    await putCorpus(news.file, [{ text, sentences: [], entities }])
    await putCorpus(others.file, [{ text, sentences: [], entities: [at('Ada Berg’s mill')] }])
    const rows = measureNames(folder)
    expect(rows.slice(0, 4).map(({ value, floor }) => [value, floor])).toEqual(Array(4).fill([1, 1]))
    expect(rows.slice(4).map(({ value }) => value)).toEqual([
      expect.closeTo(2 / 3, 10),
      expect.closeTo(2 / 3, 10),
      0,
      0,
    ])
  })

  const scorer = join(corporaFolder, 'tools/score_quotes.mjs')
  it.skipIf(!existsSync(scorer))(
    'is what stet mark answers to stories, by the corpora’s own scorer (skipped where ../shared is absent)',
    async () => {
      const text = '“We lost forty of our boats,” said Ada Berg. Nobody else came to the harbour.'
      const quote = text.slice(1, text.indexOf(','))
      const quotes = [
        { direct: true, start: 1, end: 1 + quote.length, text: quote, speaker_text: 'Ada Berg' },
      ]
      await mkdir(join(folder, 'tools'), { recursive: true })
      await symlink(scorer, join(folder, 'tools/score_quotes.mjs'))
      await putCorpus('quotes/dev/gum_news_handchecked.jsonl', [{ doc_id: 'boats', text, quotes }])
      const rows = (await measureQuotes(folder)).filter(({ corpus }) => corpus.startsWith('GUM'))
      expect(rows.map(({ corpus, value }) => [corpus, value])).toEqual(
        Array(4).fill(['GUM, Wikinews, 1 quotes in 1 stories', 1]),
      )
    },
  )

  it('is nothing where a corpus is absent, and each row says so', async () => {
    const empty = join(folder, 'nowhere')
    const rows = [
      ...(await measureQuotes(empty)),
      ...measureWorth(empty),
      ...measureDividing(empty),
      ...measureNames(empty),
    ]
    expect(rows).toHaveLength(9)
    for (const one of rows) {
      expect(one.value).toBeNull()
      expect(one.note).toContain('absent')
      expect(isReached(one)).toBeNull()
    }
  })

  it('says which options stet mark has', () => {
    expect([canMark('sentences'), canMark('frobnicate')]).toEqual([true, false])
  })
})

describe('npm run evaluate', () => {
  it('prints each figure with floor, what was published and what is to be reached', () => {
    const table = tableOf([
      row({
        part: 'A',
        corpus: 'Made',
        measure: 'F1',
        value: 0.7416,
        floor: 0.4,
        published: '.768',
        target: 0.78,
      }),
      row({ part: 'A', corpus: 'Made', measure: 'MAP', value: 1, target: 0.5 }),
      row({ part: 'B', corpus: 'Not there', measure: 'F1', value: null, target: 0.5, note: 'absent' }),
    ])
    expect(table).toContain('| Made | F1 | .742 | .400 | .768 | .780: SHORT by .038 |  |')
    expect(table).toContain('| Made | MAP | 1.000 | – |  | .500: reached |  |')
    expect(table).toContain('## B')
    expect(table).toContain('| Not there | F1 | – | – |  | .500 | absent |')
  })

  it('says plainly that the corpora are absent, and writes that nothing was measured', async () => {
    const out = join(folder, 'made/report.json')
    const missing = join(folder, 'nowhere')
    const { exitCode, stdout } = await runProgram(process.execPath, [
      main,
      '--corpora',
      missing,
      '--out',
      out,
    ])
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`The corpora are absent: there is no ${missing}. Nothing was measured`)
    const report = JSON.parse(await readFile(out, 'utf8'))
    expect(report.corpora).toBe(missing)
    expect(report.rows.map((one: { value: unknown }) => one.value)).toEqual(Array(9).fill(null))
  })

  it('refuses a part or an option that there is not, and names what there is', async () => {
    const part = await runProgram(process.execPath, [main, 'frobnicate'])
    expect([part.exitCode, part.stderr]).toEqual([
      2,
      'There is no part “frobnicate”. Parts: quotes, worth, sentences, names.\n',
    ])
    const option = await runProgram(process.execPath, [main, '--loud'])
    expect([option.exitCode, option.stderr.includes('--loud')]).toEqual([2, true])
  })
})
