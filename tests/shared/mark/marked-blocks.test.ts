import { expect, it } from 'vitest'
import { firstPassMarks } from '../../../shared/mark/first-pass.ts'
import { type Block, type BlockMarks, MarkedBlocks } from '../../../shared/mark/marked-blocks.ts'
import { markFrom } from '../../../shared/mark/sent-mark.ts'
import { defaultFirstPass } from '../../../shared/mark/settings.ts'

const block = (...texts: string[]): Block => texts.map((text) => ({ text, where: 'paragraph' }))

const story = (): Block[] => [
  block('The mill was built in 1911.'),
  block('Nobody knows.', '“We ran for the river,” said Odile Brandt.'),
  block('It cost 340,000 crowns.'),
]

function begun(blocks = story()) {
  const marked = new MarkedBlocks()
  marked.begin('en', defaultFirstPass, blocks)
  return marked
}

/** The marks that a block was told of, with the words of the story. */
function marksOf({ block, marks }: BlockMarks, blocks: readonly Block[]) {
  const start = blocks.slice(0, block).flat().length
  const passages = blocks.flat()
  return marks.map((own, index) =>
    own.map((sent) => markFrom(sent, (ahead) => passages[start + index + ahead]?.text ?? null)),
  )
}

it('tells of every block once, and then of none', () => {
  const marked = begun()
  expect(marked.read().map((one) => one.block)).toEqual([0, 1, 2])
  expect(marked.read()).toEqual([])
})

it('tells of a changed block, and of those to which it gave a name', () => {
  const marked = begun([block('Ada Lovelace came.'), block('“It was late,” she said.'), block('It is over.')])
  marked.read()
  marked.change(0, 1, [block('Grace Hopper came.')])
  const news = marked.read()
  expect(news.map((one) => one.block)).toEqual([0, 1])
  expect(news[1]?.marks[0]?.[0]?.speaker?.name).toBe('Grace Hopper')
})

it('tells nothing of blocks that only moved', () => {
  const marked = begun()
  marked.read()
  marked.change(0, 0, [block('Forty boats lay there in 1980.')])
  expect(marked.read().map((one) => one.block)).toEqual([0])
  marked.change(0, 1, [])
  expect(marked.read()).toEqual([])
})

it('says after any edits what it would say of the story read at once', () => {
  const marked = begun()
  marked.read()
  const blocks = story()
  const edit = (from: number, removed: number, ...put: Block[]) => {
    blocks.splice(from, removed, ...put)
    marked.change(from, removed, put)
  }
  const told = new Map<number, unknown>()
  edit(1, 1, block('It was the largest mill.'), block('Tomas Veer said: “We paid it all in 1987.”'))
  edit(3, 1)
  edit(0, 1, block('The mill was built in 1912.'))
  const news = marked.read()
  for (const one of news) told.set(one.block, marksOf(one, blocks))
  const whole = firstPassMarks(blocks.flat(), 'en', defaultFirstPass)
  expect([...told.keys()]).toEqual([0, 1, 2])
  expect([...told.values()].flat()).toEqual(whole)
})

it('tells everything anew by other settings, without reading it again', () => {
  const marked = begun()
  marked.read()
  const { steps } = marked.work
  marked.judge({ ...defaultFirstPass, facets: ['quote'] })
  const kinds = marked.read().flatMap((one) =>
    marksOf(one, story())
      .flat()
      .map((mark) => mark?.kind),
  )
  expect(kinds).toEqual(['quote'])
  expect(marked.work.steps).toBe(steps)
})

it('takes a passage for the one in its place where a change says that it reads the same', () => {
  const marked = begun()
  marked.read()
  marked.change(1, 1, [[{ text: 'Everybody knows.', where: 'paragraph' }, null]])
  const [one, ...others] = marked.read()
  expect(others).toEqual([])
  expect(one?.marks[1]?.[0]?.speaker?.name).toBe('Odile Brandt')
})

it('gives a mark no words that its text has no more', () => {
  const [one] = begun().read()
  const sent = one?.marks[0]?.[0]
  expect(sent && markFrom(sent, () => null)).toBeNull()
})

it('reads ahead in parts, and says how far it is', () => {
  const long = Array.from({ length: 120 }, (_, at) => block(`It cost ${at} crowns in 1911.`))
  expect([...begun(long).warm()]).toEqual([
    { read: 50, all: 120 },
    { read: 100, all: 120 },
    { read: 120, all: 120 },
  ])
})

it('reads on a few passages behind one that changed, however long the story is', () => {
  const people = ['Odile Brandt', 'Tomas Veer', 'Ada Holm', 'Jonas Lund']
  const long = (paragraphs: number) =>
    Array.from({ length: paragraphs }, (_, at) =>
      block(
        at % 3 === 0
          ? `“We ran ${at} times for the river,” said ${people[at % 4]}.`
          : at % 3 === 1
            ? `“It was late,” she said. “And nobody came for ${at} days.”`
            : `The governor, ${people[at % 4]}, paid ${at} crowns.`,
      ),
    )
  const costs = (paragraphs: number) => {
    const marked = begun(long(paragraphs))
    marked.read()
    return [0.1, 0.5, 0.9].map((share) => {
      const { steps, resolved } = marked.work
      const at = Math.floor((paragraphs * share) / 3) * 3
      marked.change(at, 1, [block(`“We ran again for the river,” said ${people[at % 4]}.`)])
      marked.read()
      return [marked.work.steps - steps, marked.work.resolved - resolved]
    })
  }
  for (const [steps = 0, resolved = 0] of costs(3000)) {
    expect(steps).toBeLessThan(12)
    expect(resolved).toBeLessThan(60)
  }
})
