import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { englishSample } from '../../electron/desk/sample-english.ts'
import { countWords } from '../../shared/document/text.ts'
import { type Block, MarkedBlocks } from '../../shared/mark/marked-blocks.ts'
import { defaultFirstPass } from '../../shared/mark/settings.ts'
import { aim, type Row, rowOf, rowsAgainst } from './measure.ts'
import { STET } from './parties.ts'

/** What every text that is marked has to pay: where its sentences end. */
const peer = 'Intl.Segmenter'
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sample story again and again, its figures others each time, so that no paragraph stands in it twice. */
export function blocksOf(words: number): Block[] {
  const blocks: Block[] = [[{ text: englishSample.fields.headline, where: 'headline' }]]
  let count = 0
  for (let turn = 0; count < words; turn++) {
    for (const { kind, text } of englishSample.body) {
      const own = text.replace(/\d+/gu, (figure) => String(Number(figure) + turn))
      blocks.push([{ text: own, where: kind }])
      count += countWords(own)
      if (count >= words) break
    }
  }
  return blocks
}

const textsOf = (blocks: readonly Block[]): string[] => blocks.flat().map((one) => one.text)

/** Nothing of an earlier round is known to the next. */
const afresh = (blocks: readonly Block[]): Block[] => blocks.map((block) => block.map((one) => ({ ...one })))

function timed(work: () => void): number {
  const fromMs = performance.now()
  work()
  return performance.now() - fromMs
}

function split(texts: readonly string[]): number {
  let sentences = 0
  for (const text of texts) for (const _ of segmenter.segment(text)) sentences++
  return sentences
}

function wholeRows(section: string, words: number, rounds: number, limitMs: number | null): Row[] {
  const blocks = blocksOf(words)
  const texts = textsOf(blocks)
  const own: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round++) {
    const fresh = afresh(blocks)
    own.push(
      timed(() => {
        const story = new MarkedBlocks()
        story.begin('en', defaultFirstPass, fresh)
        story.read()
      }),
    )
    others.push(timed(() => split(texts)))
  }
  const name = `first pass over ${words.toLocaleString('en')} words`
  const [row, other] = rowsAgainst(
    [
      rowOf({ section, name, who: STET, unit: 'ms', values: own }),
      rowOf({ section, name, who: peer, unit: 'ms', values: others }),
    ],
    peer,
  )
  if (!row || !other) return []
  return [limitMs === null ? row : aim(row, `under ${limitMs} ms`, row.p50 < limitMs), other]
}

function changeRows(section: string, words: number, rounds: number, limitMs: number | null): Row[] {
  const blocks = blocksOf(words)
  const story = new MarkedBlocks()
  story.begin('en', defaultFirstPass, afresh(blocks))
  story.read()
  const own: number[] = []
  const questions: number[] = []
  const others: number[] = []
  story.findings()
  for (let round = 0; round < rounds; round++) {
    const at = 1 + ((round * 37) % (blocks.length - 1))
    const changed = (blocks[at] ?? []).map(({ text, where }) => ({ text: `${text} ${round}`, where }))
    own.push(
      timed(() => {
        story.change(at, 1, [changed])
        story.read()
      }),
    )
    questions.push(timed(() => story.findings()))
    others.push(timed(() => split(changed.map((one) => one.text))))
  }
  const name = `one paragraph changed in ${words.toLocaleString('en')} words`
  const [row, other] = rowsAgainst(
    [
      rowOf({ section, name, who: STET, unit: 'ms', values: own }),
      rowOf({ section, name, who: `${peer}, the paragraph alone`, unit: 'ms', values: others }),
    ],
    `${peer}, the paragraph alone`,
  )
  if (!row || !other) return []
  const asked = rowOf({ section, name: `${name}, what is asked`, who: STET, unit: 'ms', values: questions })
  const judged = (one: Row) =>
    limitMs === null ? one : aim(one, `p95 under ${limitMs} ms`, (one.p95 ?? 0) < limitMs)
  return [judged(row), other, judged(asked)]
}

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** Live bytes after a collection, in MB. */
function heapMB(): number {
  if (typeof collect === 'function') for (let time = 0; time < 4; time++) collect()
  return process.memoryUsage().heapUsed / 1e6
}

/** By itself, so that nothing of what it read from is held by who weighs it. */
function storyOf(words: number): MarkedBlocks {
  const story = new MarkedBlocks()
  story.begin('en', defaultFirstPass, afresh(blocksOf(words)))
  story.read()
  story.findings()
  return story
}

/** As an engine holds them: two bytes a letter in a string that has one past ÿ. */
function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length * (/[\u0100-\uffff]/.test(text) ? 2 : 1), 0)
}

/** What a story that was read keeps, beside its text, which it does not keep. */
function memoryRows(section: string, words: number, limitMB: number | null): Row[] {
  // The tables of the language are there for any story.
  const other = storyOf(300)
  const without = heapMB()
  const story = storyOf(words)
  const after = heapMB()
  // They are still there when they are weighed.
  other.findings()
  story.findings()
  const name = `kept of ${words.toLocaleString('en')} words that were read`
  const [row, peerRow] = rowsAgainst(
    [
      rowOf({ section, name, who: STET, unit: 'MB', values: [after - without] }),
      rowOf({
        section,
        name,
        who: 'their text',
        unit: 'MB',
        values: [bytesOf(textsOf(blocksOf(words))) / 1e6],
      }),
    ],
    'their text',
  )
  if (!row || !peerRow) return []
  return [limitMB === null ? row : aim(row, `under ${limitMB} MB`, row.p50 < limitMB), peerRow]
}

/** The first pass as its thread does it, in Node: over whole texts, and again after one paragraph changed. */
export function measureMark(given: {
  small: number
  large: number
  rounds: number
  changes: number
  isJudged: boolean
}): Row[] {
  const section = 'First pass'
  const limit = (most: number) => (given.isJudged ? most : null)
  // Before the others, which leave code that was made quick for their texts.
  const memory = memoryRows(section, given.large, limit(10))
  return [
    ...wholeRows(section, given.small, given.rounds, limit(50)),
    ...wholeRows(section, given.large, Math.min(given.rounds, 7), limit(3000)),
    ...changeRows(section, given.large, given.changes, limit(5)),
    ...memory,
  ]
}
