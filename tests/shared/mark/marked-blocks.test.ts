import { expect, it } from 'vitest'
import { firstPassMarks } from '../../../shared/mark/first-pass.ts'
import { type Block, MarkedBlocks } from '../../../shared/mark/marked-blocks.ts'
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
  for (const one of news) told.set(one.block, one.marks)
  const whole = firstPassMarks(blocks.flat(), 'en', defaultFirstPass)
  expect([...told.keys()]).toEqual([0, 1, 2])
  expect([...told.values()].flat()).toEqual(whole)
})

it('tells everything anew in another language or by other settings', () => {
  const marked = begun()
  marked.read()
  marked.begin('en', { ...defaultFirstPass, facets: ['quote'] }, story())
  const kinds = marked.read().flatMap((one) => one.marks.flat().map((mark) => mark.kind))
  expect(kinds).toEqual(['quote'])
})

it('reads ahead in parts, and says how far it is', () => {
  const long = Array.from({ length: 120 }, (_, at) => block(`It cost ${at} crowns in 1911.`))
  expect([...begun(long).warm()]).toEqual([
    { read: 50, all: 120 },
    { read: 100, all: 120 },
    { read: 120, all: 120 },
  ])
})
