import { describe, expect, it, test } from 'vitest'
import { asRead, readWordsOf } from '../../../shared/check/read.ts'
import { type Risk, riskOf } from '../../../shared/check/risk.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import { nextStop, type Stop, stopsLeft, type WalkOrder } from '../../../shared/check/walk.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { Writing } from '../document/writing.ts'

test.each<[string, Risk]>([
  ['“It is over,” she said.', 'quote'],
  ['Sie sagte: „Es ist vorbei.“', 'quote'],
  ['It burned in 1931.', 'figure'],
  ['Three hands worked there.', 'figure'],
  ['Zwei Drittel stimmten zu.', 'figure'],
  ['It was the largest mill.', 'superlative'],
  ['Nobody was hurt.', 'superlative'],
  ['It was the largest of 40 mills.', 'figure'],
  ['Ada Berg bribed the only inspector.', 'superlative'],
  ['Ada Berg bribed an inspector.', 'accusation'],
  ['Der Inspektor wurde bestochen.', 'accusation'],
  ['Die Gemeinde warf ihm damals Betrug vor.', 'accusation'],
  ['Murders fell by a third.', 'figure'],
  ['The mill belongs to Mayor Ada Berg.', 'title'],
  ['Sie ist Oberbürgermeisterin.', 'title'],
  ['Es war die größte Mühle.', 'superlative'],
  ['She rests in the west forest, the priest’s guest.', 'rest'],
  ['It’s the mill’s own.', 'rest'],
])('“%s” is gone through as %s', (words, risk) => {
  expect(riskOf({ words })).toBe(risk)
})

test('a legal flag comes before a quote, and a quote before its figures', () => {
  expect(riskOf({ words: '“40 dead”', isLegal: true, isQuote: true })).toBe('legal')
  expect(riskOf({ words: '40 dead', isQuote: true })).toBe('quote')
})

const writing = () =>
  Writing.of('The mill burned in 1931. It was the largest.', 'Ada Berg owned it. “It is over,” she said.')
    .tag('in 1931', 'figure')
    .tag('Ada Berg owned it', 'legal')
    .tag('“It is over,”', 'quote')

const claims = (
  [
    ['figure', 'in 1931', 'statement'],
    ['legal', 'Ada Berg owned it', 'statement'],
    ['quote', '“It is over,”', 'quote'],
  ] as const
).map(([id, words, kind]) => ({
  id: id as ClaimId,
  words,
  kind,
  isLegal: id === 'legal',
  presence: 'inText' as const,
}))

function walk(order: WalkOrder, settled: readonly string[] = [], readWords: readonly string[] = []): Stop[] {
  const document = writing().state.doc
  const sentences = sentencesOf(document).filter((one) => readWords.includes(one.words))
  return stopsLeft(
    {
      document,
      claims,
      read: readWordsOf([{ isTakenBack: false, sentences: sentences.map(asRead) }]),
      isLeft: (id) => !settled.includes(id),
    },
    order,
  )
}

const nameOf = (stop: Stop | null) =>
  stop === null ? null : stop.kind === 'claim' ? stop.id : stop.sentence.words

describe('the stops of a story', () => {
  it('stand in the order of the text, each claim before the sentence that it stands in; what claims have whole is none', () => {
    expect(walk('text').map(nameOf)).toEqual([
      'A headline',
      'figure',
      'The mill burned in 1931.',
      'It was the largest.',
      'legal',
      'quote',
      '“It is over,” she said.',
    ])
  })

  it('stand by what may do most harm, and then in the order of the text', () => {
    expect(walk('risk').map(nameOf)).toEqual([
      'legal',
      'quote',
      '“It is over,” she said.',
      'figure',
      'The mill burned in 1931.',
      'It was the largest.',
      'A headline',
    ])
  })

  it('leave out what is settled and what was read', () => {
    expect(walk('text', ['figure', 'quote'], ['A headline', 'It was the largest.']).map(nameOf)).toEqual([
      'The mill burned in 1931.',
      'legal',
      '“It is over,” she said.',
    ])
  })

  it('follow each other, also from one that is no longer left, and from the last round to the first', () => {
    for (const order of ['text', 'risk'] as const) {
      const all = walk(order)
      for (const [at, stop] of all.entries()) {
        expect(nextStop(all, stop.at, order)).toBe(all[(at + 1) % all.length])
      }
      const figure = must(
        all.find((one) => nameOf(one) === 'figure'),
        'the stop',
      )
      expect(nameOf(nextStop(walk(order, ['figure']), figure.at, order))).toBe('The mill burned in 1931.')
    }
    expect(nameOf(nextStop(walk('text'), null, 'text'))).toBe('A headline')
    expect(nextStop([], null, 'text')).toBeNull()
  })
})
