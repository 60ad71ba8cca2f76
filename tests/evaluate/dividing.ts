import { sentenceRanges } from '../../shared/document/sentences.ts'
import { dividedTextSchema, readCorpus } from './corpora.ts'
import { f1, hasSameStart, isEqual, matchesOf, type Range } from './measures.ts'
import { type Row, row } from './row.ts'

const part = 'Sentences'

export const news = { file: 'segmentation/gum_news.jsonl', line: dividedTextSchema }
export const others = { file: 'segmentation/gum_other_ccby.jsonl.gz', line: dividedTextSchema }

export type Divide = (block: string) => Iterable<Range>

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** Without the white space around it. */
function trimmed(text: string, [from, to]: Range): Range {
  const words = text.slice(from, to)
  return [from + words.length - words.trimStart().length, from + words.trimEnd().length]
}

/** Block by block, as a story has its text; in the text, without the white space around them. */
export function inBlocks(text: string, divide: Divide): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const block of text.split('\n')) {
    for (const [from, to] of divide(block)) ranges.push(trimmed(text, [start + from, start + to]))
    start += block.length + 1
  }
  return ranges.filter(([from, to]) => to > from)
}

const byStet: Divide = (block) => sentenceRanges(block).map(({ from, to }): Range => [from, to])
const bySegmenter: Divide = (block) =>
  [...segmenter.segment(block)].map(({ index, segment }): Range => [index, index + segment.length])

/** Libraries that are no part of Stet stand in docs/decisions with their figures. */
export function measureDividing(folder: string): Row[] {
  return [
    [news, 'GUM, news', '.971 Intl.Segmenter, .967 wink-nlp, .959 compromise'] as const,
    [others, 'GUM, lives, interviews and speeches', ''] as const,
  ].flatMap(([corpus, name, published]) => {
    const texts = readCorpus(folder, corpus)
    if (!texts) {
      return [row({ part, corpus: name, measure: 'F1', value: null, note: 'the corpus is absent' })]
    }
    const count = texts.reduce((sum, { sentences }) => sum + sentences.length, 0)
    const measured = (divide: Divide, isSame: typeof isEqual) =>
      f1(
        texts.map(({ text, sentences }) =>
          matchesOf(
            sentences.map((range) => trimmed(text, range)),
            inBlocks(text, divide),
            isSame,
          ),
        ),
      )
    return [
      ['F1 of where one begins', hasSameStart, published] as const,
      ['F1 of both ends', isEqual, ''] as const,
    ].map(([measure, isSame, published]) =>
      row({
        part,
        corpus: `${name}, ${count.toLocaleString('en')} sentences`,
        measure,
        value: measured(byStet, isSame),
        floor: measured(bySegmenter, isSame),
        published,
        note: 'the floor is Intl.Segmenter alone',
      }),
    )
  })
}
