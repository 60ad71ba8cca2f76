import type { Article } from './articles.ts'

/** Words that stand in this share of the stories are of middling frequency: neither everywhere nor in a few. */
const MID = { from: 0.005, to: 0.05 } as const

/** Words that stand in more of the stories than this are among the commonest, which are asked for apart. */
const COMMON = 0.2

/** So many articles are read to find out how frequent words are. */
const READ = 5000

export interface Queries {
  readonly name: string
  /** Among the fixed ones, whose percentile is to be reached; others are told apart. */
  readonly isCounted: boolean
  readonly queries: readonly string[]
}

function spread(from: readonly string[], wanted: number): string[] {
  const last = Math.max(1, from.length)
  return Array.from({ length: wanted }, (_, index) => from[Math.floor((index * last) / wanted)] ?? '')
}

/**
 * The same for the same articles, as a person types them, so that the last word is taken as a beginning: half of `count` one word, a quarter
 * two words, a quarter phrases.
 */
export function queriesOf(articles: readonly Article[], count: number): Queries[] {
  const read = articles.slice(0, READ)
  const stories = new Map<string, number>()
  const pairs: string[][] = []
  const phrases: string[] = []
  for (const { body } of read) {
    const words =
      body
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{3,}/gu) ?? []
    for (const word of new Set(words)) stories.set(word, (stories.get(word) ?? 0) + 1)
    pairs.push(words.slice(Math.floor(words.length / 3)))
    const phrase = /\p{Ll}{3,} \p{Ll}{2,} \p{Ll}{3,}/u.exec(body.at(-1) ?? '')?.[0]
    if (phrase) phrases.push(`"${phrase}"`)
  }
  const byFrequency = [...stories].sort(([, one], [, other]) => other - one)
  const mid = byFrequency
    .filter(([, among]) => among > MID.from * read.length && among < MID.to * read.length)
    .map(([word]) => word)
  const isCommon = (word: string) => (stories.get(word) ?? 0) > COMMON * read.length
  const two = pairs.flatMap((words) => {
    const [one, other] = words.filter((word) => !isCommon(word))
    return one && other && one !== other ? [`${one} ${other}`] : []
  })
  const beginnings = mid.filter((word) => word.length > 5).map((word) => word.slice(0, 4))
  return [
    { name: 'one word of middling frequency', isCounted: true, queries: spread(mid, count / 2) },
    { name: 'two words', isCounted: true, queries: spread(two, count / 4) },
    { name: 'a phrase', isCounted: true, queries: spread(phrases, count / 4) },
    {
      name: 'the commonest words',
      isCounted: false,
      queries: byFrequency.slice(0, count / 8).map(([word]) => word),
    },
    { name: 'four letters of a word', isCounted: false, queries: spread(beginnings, count / 8) },
  ]
}
