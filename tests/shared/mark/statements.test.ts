import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Facet } from '../../../shared/mark/facet.ts'
import { statementsIn } from '../../../shared/mark/statements.ts'

interface Case {
  readonly text: string
  /** The exact words of each statement with its facets and the words that called for them. */
  readonly statements: readonly { words: string; because: Partial<Record<Facet, string>> }[]
  readonly where?: string
}

function read({ text, where = 'paragraph' }: Case, language: string) {
  return statementsIn({ text, where }, language).map(({ from, to, reasons }) => ({
    words: text.slice(from, to),
    because: Object.fromEntries(reasons.toReversed().map((reason) => [reason.facet, reason.words])),
  }))
}

const one = (text: string, words: string, because: Partial<Record<Facet, string>>): Case => ({
  text,
  statements: [{ words, because }],
})
const whole = (text: string, because: Partial<Record<Facet, string>>): Case =>
  one(text, text.replace(/\.$/u, ''), because)
const none = (text: string): Case => ({ text, statements: [] })

const english: Case[] = [
  whole('The mill burned down in 1931.', { date: '1931' }),
  whole('Twenty-three workers slept in the hall.', { figure: 'Twenty-three' }),
  whole('The hall holds 1,250 people.', { figure: '1,250' }),
  whole('The firm has 1200 employees.', { figure: '1200' }),
  whole('Some 1500 people came.', { figure: '1500' }),
  whole('He walked 1900 miles.', { figure: '1900' }),
  whole('In 1931 workers left the mill.', { date: '1931' }),
  whole('The 1931 floods took the mill.', { date: '1931' }),
  whole('The mill lost money in its 1930 and 1931 accounts.', { date: '1930' }),
  whole('A million people came.', { figure: 'A million' }),
  whole('About half a billion dollars is missing.', { money: 'half a billion dollars' }),
  whole('The repair took one day.', { duration: 'one day' }),
  none('One day, all of this will be water.'),
  whole('The repair cost $3.5 million.', { money: '$3.5 million'.slice(1) }),
  whole('Rents rose by 4.2 percent.', { share: '4.2 percent' }),
  whole('Two-thirds of the tenants left.', { share: 'Two-thirds' }),
  whole('The strike lasted eleven weeks.', { duration: 'eleven weeks' }),
  whole('The council waited for years.', { duration: 'for years' }),
  whole('The council met on Tuesday, 4 May 2021.', { date: 'Tuesday, 4 May 2021' }),
  whole('Her brother was 36 years old.', { figure: '36 years old' }),
  whole('It was the largest mill on the river.', { superlative: 'largest' }),
  whole('The bridge opened for the first time.', { superlative: 'for the first time' }),
  whole('Critics of the plan warn that rents will rise.', { unnamedSource: 'Critics of the plan warn' }),
  whole('The mayor reportedly left by the back door.', { unnamedSource: 'reportedly' }),
  whole('The firm was accused of dumping waste.', { accusation: 'accused' }),
  whole('Prosecutors accused Ada Holm of theft.', {
    unnamedSource: 'Prosecutors accused',
    accusation: 'accused',
    legal: 'accused Ada Holm',
    name: 'Ada Holm',
  }),
  whole('Ada Holm lied to the court.', {
    name: 'Ada Holm',
    accusation: 'lied',
    legal: 'Ada Holm lied',
  }),
  whole('The dam burst because of the rain in Portugal.', { cause: 'because of', place: 'Portugal' }),
  whole('Wages in Norway are higher than in Sweden.', {
    place: 'Norway',
    comparison: 'higher than',
  }),
  whole('The ministry never answered Ada Holm.', { absolute: 'never', name: 'Ada Holm' }),
  whole('Ada Holm, the mayor of Lund, cut the ribbon.', { title: 'Ada Holm, the mayor of Lund' }),
  whole('Ada Holm, the mayor of Lund, said the hall was never empty.', {
    title: 'Ada Holm, the mayor of Lund',
    attribution: 'said',
    absolute: 'never',
  }),
  whole('Holm said that the hall had been empty all winter.', { attribution: 'said' }),
  none('Some crops may grow in Norway.'),
  whole('The roof fell in because the beams were rotten.', { cause: 'because' }),
  none('He left because he may sing.'),
  // Two clauses that can stand alone are two statements.
  {
    text: 'The mill burned down in 1931, and the owner sold the land for $40,000.',
    statements: [
      { words: 'The mill burned down in 1931', because: { date: '1931' } },
      { words: 'the owner sold the land for $40,000', because: { money: '40,000' } },
    ],
  },
  {
    text: 'Ada Holm, who founded the school in 1998, was named director last week.',
    statements: [
      { words: 'Ada Holm, who founded the school in 1998', because: { name: 'Ada Holm', date: '1998' } },
      { words: 'was named director last week', because: { date: 'last week' } },
    ],
  },
  {
    text: 'The town rebuilt the hall — the oldest in the county — within 14 months.',
    statements: [
      {
        words: 'The town rebuilt the hall — the oldest in the county — within 14 months',
        because: { superlative: 'oldest', duration: '14 months' },
      },
    ],
  },
  one('However, the hall reopened in 2004.', 'the hall reopened in 2004', { date: '2004' }),
  one('In a stunning reversal, the board sold 40 houses.', 'the board sold 40 houses', { figure: '40' }),
  // What is quoted belongs to the quote; the title of who speaks is to be checked.
  one(
    '“We lost 40 houses,” said Ada Holm, a lawyer at the Tenants’ Union.',
    'Ada Holm, a lawyer at the Tenants’ Union',
    {
      title: 'Ada Holm, a lawyer at the Tenants’ Union',
    },
  ),
  one(
    'The mill burned down in 1931, and the White House said it was “deeply concerned by that”.',
    'The mill burned down in 1931',
    { date: '1931' },
  ),
  none('“The mill burned in 1931. It was the largest in the county,” she said.'),
  one('The film “Long Summer” won 3 prizes.', 'The film “Long Summer” won 3 prizes', { figure: '3' }),
  // Judgement, hedges and the writer’s own voice are no statements.
  none('It is a wonderful place with a charming square.'),
  none('The plan may help the harbour.'),
  none('It was the most beautiful evening.'),
  none('Did 40 people really drown?'),
  none('I think the best is never the cheapest.'),
  // What looks like a figure, a date or a superlative and is none.
  none('He may march on, one of the crowd.'),
  none('The April sisters were singing.'),
  whole('The hall holds as many as 80 people.', { figure: '80' }),
  none('At first the two sides talked.'),
  none('Article 5 binds them.'),
  none('At least the last train was on time.'),
  none('The latest talks went well.'),
  none('She did her best.'),
  none('The officials went home.'),
  none('The charges of the battery ran low.'),
  none('She wrote a study of fraud.'),
  none('Find us at https://example.org/2021/40-dead or @40dead.'),
  { ...none('By Ada Holm, 4 May 2021'), where: 'byline' },
  { ...none('The mill burned down in 1931.'), where: 'blockquote' },
  none(''),
]

const german: Case[] = [
  whole('Die Mühle brannte 1931 ab.', { date: '1931' }),
  whole('Am Dienstag, dem 4. Mai 2021, tagte der Rat.', { date: 'Dienstag, dem 4. Mai 2021' }),
  whole('Dreiundzwanzig Arbeiter schliefen im Saal.', { figure: 'Dreiundzwanzig' }),
  whole('Der Saal fasst 1.250 Leute.', { figure: '1.250' }),
  whole('Auf den Platz kamen 1500 Menschen.', { figure: '1500' }),
  whole('Die Firma hat 1200 Mitarbeiter.', { figure: '1200' }),
  whole('Seit 1931 Arbeiter streikten, steht die Mühle.', { date: '1931' }),
  whole('Er wurde 1931 Bürgermeister von Lund.', { date: '1931' }),
  whole('Das Werk war 1931 Eigentum der Stadt.', { date: '1931' }),
  whole('Das Rennen gewann 1931 Jürgen Holm.', { date: '1931', name: 'Jürgen Holm' }),
  whole('Der Umbau kostete 3,5 Millionen Euro.', { money: '3,5 Millionen Euro' }),
  whole('Der Umbau kostete 3,5 Mrd. Euro.', { money: '3,5 Mrd. Euro' }),
  whole('Die Mieten stiegen um 4,2 Prozent.', { share: '4,2 Prozent' }),
  whole('Zwei Drittel der Mieter zogen aus.', { share: 'Zwei Drittel' }),
  whole('Der Streik dauerte elf Wochen.', { duration: 'elf Wochen' }),
  whole('Es war die größte Mühle am Fluss.', { superlative: 'größte' }),
  whole('Die Brücke wurde erstmals gesperrt.', { superlative: 'erstmals' }),
  whole('Kritiker des Plans warnen vor höheren Mieten.', { unnamedSource: 'Kritiker des Plans warnen' }),
  whole('Der Chef ging angeblich durch die Hintertür.', { unnamedSource: 'angeblich' }),
  whole('Anna Holm warf Tomas Reyes Betrug vor.', {
    accusation: 'warf Tomas Reyes Betrug vor',
    legal: 'warf Tomas Reyes Betrug vor',
    attribution: 'warf',
    name: 'Anna Holm',
  }),
  whole('Anna Holm wirft ihm vor, Müll verklappt zu haben.', {
    accusation: 'wirft ihm vor',
    attribution: 'wirft',
    name: 'Anna Holm',
  }),
  none('Sie wirft den Ball vor das Tor, bevor sie geht.'),
  whole('Das kostete mehr als eine Milliarde Euro.', { money: 'eine Milliarde Euro' }),
  whole('Er bekam eine halbe Million Euro.', { money: 'eine halbe Million Euro' }),
  whole('Die Firma wird beschuldigt, Müll verklappt zu haben.', { accusation: 'beschuldigt' }),
  whole('Der Staatsanwalt beschuldigt Anna Holm des Diebstahls.', {
    accusation: 'beschuldigt',
    legal: 'beschuldigt Anna Holm',
    name: 'Anna Holm',
  }),
  whole('Bürgermeisterin Anna Holm durchschnitt das Band.', { title: 'Bürgermeisterin Anna Holm' }),
  whole('Der Damm brach wegen des Regens in Portugal.', { cause: 'wegen', place: 'Portugal' }),
  {
    text: 'Die Mühle brannte 1931 ab, und der Besitzer verkaufte das Land für 40.000 Euro.',
    statements: [
      { words: 'Die Mühle brannte 1931 ab', because: { date: '1931' } },
      { words: 'der Besitzer verkaufte das Land für 40.000 Euro', because: { money: '40.000 Euro' } },
    ],
  },
  one('Das Werk, das 1931 abbrannte, wurde nie wieder aufgebaut.', 'Das Werk, das 1931 abbrannte', {
    date: '1931',
  }),
  one(
    '„Wir haben 40 Häuser verloren“, sagte Anna Holm, die Sprecherin des Mieterbunds.',
    'Anna Holm, die Sprecherin des Mieterbunds',
    {
      title: 'Anna Holm, die Sprecherin des Mieterbunds',
    },
  ),
  none('Es ist ein bemerkenswerter Ort mit einem schönen Platz.'),
  none('Der Plan könnte dem Hafen helfen.'),
  none('Sind wirklich 40 Menschen ertrunken?'),
  none('Ich finde, das Beste ist nie das Billigste.'),
  none('Er mag den Mai.'),
  whole('Der Rat erlaubte 1931 mit großer Mehrheit Sonntagsarbeit.', { date: '1931' }),
  none('Eine Frau und ein Mann gingen vorbei.'),
  none('Artikel 5 bindet sie.'),
  none('Am besten wartet man.'),
  none('Die Beamten gingen nach Hause.'),
  none('Die Schließung der Wahllokale verlief ruhig.'),
]

/** Accusations: the whole sentence is the statement, and these are the words that make it legal. */
const accusing: [string, string, string][] = [
  ['en', 'Tom Berg, 63, was accused in 2021 of fraud.', 'Tom Berg, 63, was accused'],
  ['en', 'Tom Berg (63) was accused in 2021 of fraud.', 'Tom Berg (63) was accused'],
  ['en', 'Tom Berg, the mayor of Lowell, embezzled $40,000.', 'Tom Berg, the mayor of Lowell, embezzled'],
  ['en', 'Lee was accused of fraud.', 'Lee was accused'],
  ['en', 'Lee, 40, was convicted of theft.', 'Lee, 40, was convicted'],
  ['en', 'Lee stole the ring.', 'Lee stole'],
  ['en', 'Police arrested Tom Berg.', 'arrested Tom Berg'],
  ['en', 'Fraudster Tom Berg left.', 'Fraudster Tom Berg'],
  [
    'de',
    'Tom Berg, 63, wurde 2021 des Betrugs beschuldigt.',
    'Tom Berg, 63, wurde 2021 des Betrugs beschuldigt',
  ],
  [
    'de',
    'Tom Berg, Bürgermeister von Lübeck, hat Geld veruntreut.',
    'Tom Berg, Bürgermeister von Lübeck, hat Geld veruntreut',
  ],
  ['de', 'Lee wurde wegen Betrugs verurteilt.', 'Lee wurde wegen Betrugs verurteilt'],
  ['de', 'Lee (40) hat Geld veruntreut.', 'Lee (40) hat Geld veruntreut'],
  ['de', 'Lee soll Geld gestohlen haben.', 'Lee soll Geld gestohlen'],
  ['de', 'Gegen Lee wird wegen Untreue ermittelt.', 'Lee wird wegen Untreue'],
  ['de', 'Der Betrüger Tom Berg ging.', 'Betrüger Tom Berg'],
]

test.each(accusing)('in “%s” “%s” accuses somebody, from the name on', (language, text, legal) => {
  const found = read(whole(text, {}), language)
  expect(found.map(({ words }) => words)).toEqual([text.slice(0, -1)])
  expect(found[0]?.because.accusation).toBeDefined()
  expect(found[0]?.because.legal).toBe(legal)
})

test.each([
  ['en', 'Ann Lee runs the mill. At night the firm says Lee embezzled the money.'],
  ['de', 'Anna Lee leitet die Mühle. Am Abend hat Lee Geld veruntreut.'],
])('in “%s” a surname stands for whom “%s” names in full', (language, text) => {
  expect(read(whole(text, {}), language).at(-1)?.because.legal).toContain('Lee')
})

test.each([
  ['en', 'Teachers were accused of fraud.'],
  ['en', 'Police were accused of fraud.'],
  ['en', 'Bank fraud is rising in Lund.'],
  ['en', 'The Murder Mystery Weekend was sold out.'],
  ['de', 'Die Verwaltung wurde wegen Betrugs verurteilt.'],
  ['de', 'Korruption ist ein altes Übel.'],
])('in “%s” “%s” accuses nobody by name', (language, text) => {
  expect(read(whole(text, {}), language).flatMap(({ because }) => because.legal ?? [])).toEqual([])
})

describe.each([
  ['en', english],
  ['de', german],
] as const)('in “%s”', (language, cases) => {
  test.each(cases.map((one) => [one.text, one] as const))(
    '“%s” is cut into what can be checked in it',
    (_, one) => {
      const found = read(one, language)
      expect(found.map(({ words }) => words)).toEqual(one.statements.map(({ words }) => words))
      for (const [index, { because }] of one.statements.entries()) {
        if (Object.keys(because).length > 0) expect(found[index]?.because).toEqual(because)
      }
    },
  )
})

const story =
  'Ada Holm, who founded the mill in 1931, was accused of fraud in March; critics say that 40 workers lost $3 million. “All 40 of them,” said Jonas Helm, the lawyer. Nobody knows.'

it('never lets two statements overlap, and keeps each within the words of its passage', () => {
  const statements = statementsIn({ text: story, where: 'paragraph' }, 'en')
  expect(statements).toHaveLength(3)
  let end = 0
  for (const { from, to } of statements) {
    expect(from).toBeGreaterThanOrEqual(end)
    expect(to).toBeGreaterThan(from)
    end = to
  }
})

it('gives every facet of a statement the very words that called for it', () => {
  for (const { from, to, facets, reasons } of statementsIn({ text: story, where: 'paragraph' }, 'en')) {
    const words = story.slice(from, to)
    expect(new Set(reasons.map(({ facet }) => facet))).toEqual(new Set(facets))
    for (const reason of reasons) expect(words).toContain(reason.words)
  }
})

it('accuses the person in whose sentence the clause goes on', () => {
  const text = 'Ada Holm, who rose to power in 2019, was once called a fraudster by the press.'
  expect(
    statementsIn({ text, where: 'paragraph' }, 'en').map(({ from, to, facets }) => [
      text.slice(from, to),
      facets.includes('legal'),
    ]),
  ).toEqual([[text.slice(0, -1), true]])
})

it('names what a source cannot settle beside what it can', () => {
  const text = 'Officials say that the deal could end the war.'
  expect(statementsIn({ text, where: 'paragraph' }, 'en')[0]?.setApart).toEqual(['hedge'])
})

it('proposes nothing in a language that it has no words of', () => {
  const text = 'The mill burned down in 1931.'
  expect(statementsIn({ text, where: 'paragraph' }, 'fr')).toEqual([])
  expect(statementsIn({ text, where: 'paragraph' }, 'en-GB')).toHaveLength(1)
})

it('reads a passage once, and another with the same words anew', () => {
  const passage = { text: story, where: 'paragraph' }
  expect(statementsIn(passage, 'en')).toBe(statementsIn(passage, 'en'))
  expect(statementsIn({ ...passage }, 'en')).not.toBe(statementsIn(passage, 'en'))
})

const page = resolve(import.meta.dirname, '../../../../shared/seed/syria-coalition-page.txt')
const isThere = existsSync(page)

describe.skipIf(!isThere)(`the seed page${isThere ? '' : ' (not there: ../shared/seed)'}`, () => {
  const found = () =>
    readFileSync(page, 'utf8')
      .split(/\n+/)
      .flatMap((text, index) => {
        const passage = { text, where: index === 0 ? 'headline' : 'paragraph' }
        return statementsIn(passage, 'en').map(({ from, to, reasons }) => ({
          words: text.slice(from, to),
          reasons,
        }))
      })
  const of = (facet: Facet) =>
    found().flatMap(({ reasons }) => reasons.flatMap((one) => (one.facet === facet ? [one.words] : [])))

  test('has its dates, superlatives and titles proposed', () => {
    expect(of('date')).toEqual(expect.arrayContaining(['2012', '2023']))
    expect(of('superlative')).toEqual(expect.arrayContaining(['the first', 'the most']))
    expect(of('title')).toEqual(
      expect.arrayContaining([
        'President Ahmed al-Sharaa',
        'U.S. special envoy Brett McGurk',
        'Dr. Lina Khatib, a Middle East analyst at Chatham House',
        'U.S. Defense Secretary Mike Waltz',
        'Aaron Stein, director of research at the Foreign Policy Research Institute',
      ]),
    )
  })

  test('has its accusations proposed, and those against a named person as legal', () => {
    const accusing = found().filter(({ reasons }) => reasons.some(({ facet }) => facet === 'accusation'))
    expect(accusing).toHaveLength(4)
    const legal = accusing.filter(({ reasons }) => reasons.some(({ facet }) => facet === 'legal'))
    expect(
      legal.map(({ words }) => words.includes('financier') || words.includes('accused al-Sharaa')),
    ).toEqual([true, true])
  })

  test('has those who are not named pointed out, and its judgements left alone', () => {
    expect(of('unnamedSource')).toEqual(
      expect.arrayContaining(['officials say', 'According to U.S. defense officials', 'critics warn']),
    )
    const words = found().map((one) => one.words)
    expect(words.filter((one) => /geopolitical shift|diplomatic coup|fragile balance/u.test(one))).toEqual([])
  })
})
