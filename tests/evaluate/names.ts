import { sentenceRanges } from '../../shared/document/sentences.ts'
import { namesIn } from '../../shared/mark/quotation/names.ts'
import { factsOf } from '../../shared/mark/statement/facts.ts'
import { type DividedText, readCorpus } from './corpora.ts'
import { type Divide, inBlocks, news, others } from './dividing.ts'
import { f1, isEqual, matchesOf, type Range, touches } from './measures.ts'
import { type Row, row } from './row.ts'

const part = 'Names'

const edges = /^(?:(?:the|an?)\s+|[\s"“‘'(]+)+|(?:['’]s|[\s"”’'),.;:]+)+$/giu

/** Articles, genitives and marks around a name are no part of it. */
function bare(text: string, [from, to]: Range): Range {
  const words = text.slice(from, to)
  const start = words.replace(/(?:['’]s|[\s"”’'),.;:]+)+$/u, '')
  const name = words.replaceAll(edges, '')
  const at = from + start.lastIndexOf(name)
  return [at, at + name.length]
}

function distinct(text: string, ranges: readonly Range[]): Range[] {
  const byPlace = new Map(ranges.map((range) => bare(text, range)).map((range) => [range.join(), range]))
  return [...byPlace.values()].filter(([from, to]) => to > from)
}

/** Whatever somebody marked as a person, a place or an organisation and that has a capital somewhere. */
function goldOf({ text, entities }: DividedText): Range[] {
  const named = entities.filter((one) => /\p{Lu}/u.test(one.text))
  return distinct(
    text,
    named.map(({ start, end }): Range => [start, end]),
  )
}

const run =
  /\p{Lu}[\p{L}\p{N}.'’&-]*(?:(?: (?:of|de|van|von|der|al|bin|and|&|for|the))* \p{Lu}[\p{L}\p{N}.'’&-]*)*/gu

/** The floor: words with capitals in a row; at the beginning of a sentence one alone is only a name if it has two. */
const byCapitals: Divide = (block) =>
  sentenceRanges(block).flatMap((sentence) =>
    [...block.slice(sentence.from, sentence.to).matchAll(run)]
      .filter(({ index, 0: words }) => index > 1 || words.includes(' ') || /\p{Lu}.*\p{Lu}/u.test(words))
      .map(({ index, 0: words }): Range => {
        const from = sentence.from + index
        return [from, from + words.length]
      }),
  )

const bySpeakers: Divide = (block) =>
  namesIn({ text: block, where: 'paragraph' }, 'en').map(({ from, to }): Range => [from, to])

const byStatements: Divide = (block) =>
  factsOf({ text: block, where: 'paragraph' }, 'en').names.map(({ from, to }): Range => [from, to])

/** Libraries that are no part of Stet stand in docs/decisions with their figures. */
export function measureNames(folder: string): Row[] {
  return [
    [news, 'GUM, news', ['.862 compromise, .855 wink-nlp', '.493 compromise, .510 wink-nlp']] as const,
    [
      others,
      'GUM, lives, interviews and speeches',
      ['.842 compromise, .828 wink-nlp', '.506 compromise, .531 wink-nlp'],
    ] as const,
  ].flatMap(([corpus, name, [touching, exact]]) => {
    const texts = readCorpus(folder, corpus)
    if (!texts) {
      return [row({ part, corpus: name, measure: 'F1', value: null, note: 'the corpus is absent' })]
    }
    const gold = texts.map(goldOf)
    const measured = (divide: Divide, isSame: typeof isEqual) =>
      f1(
        texts.map(({ text }, index) =>
          matchesOf(gold[index] ?? [], distinct(text, inBlocks(text, divide)), isSame),
        ),
      )
    const count = gold.reduce((sum, { length }) => sum + length, 0)
    return (
      [
        ['F1 of those that touch', touches, touching],
        ['F1 to the letter', isEqual, exact],
      ] as const
    ).flatMap(([measure, isSame, measuredOnce]) =>
      (
        [
          ['as speakers are read', bySpeakers],
          ['as statements are read', byStatements],
        ] as const
      ).map(([note, divide]) =>
        row({
          part,
          corpus: `${name}, ${count.toLocaleString('en')} names`,
          measure,
          value: measured(divide, isSame),
          floor: measured(byCapitals, isSame),
          published: `once measured: ${measuredOnce}`,
          note: `${note}; the floor is runs of capitals`,
        }),
      ),
    )
  })
}
