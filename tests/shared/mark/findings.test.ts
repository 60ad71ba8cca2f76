import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { mayBeOne, wordedFinding } from '../../../shared/mark/finding/quote-owners.ts'
import { type Finding, type FindingKind, findingsOf } from '../../../shared/mark/findings.ts'
import { passagesFor } from './story.ts'

type Heads = Parameters<typeof passagesFor>[1]

interface Case {
  readonly kind: FindingKind
  readonly paragraphs: readonly string[]
  readonly heads?: Heads
  /** The words at the finding's places, in the order of the story; none: nothing of the kind is found. */
  readonly at: readonly (readonly string[])[]
}

function found({ kind, paragraphs, heads }: Case, language: string): readonly (readonly string[])[] {
  const passages = passagesFor(paragraphs, heads)
  return findingsOf(passages, language)
    .filter((finding) => finding.reason.kind === kind)
    .map(({ places }) => places.map(({ passage, from, to }) => passages[passage]?.text.slice(from, to) ?? ''))
}

const asks = (kind: FindingKind, at: readonly string[], ...paragraphs: string[]): Case => ({
  kind,
  paragraphs,
  at: [at],
})
const silent = (kind: FindingKind, ...paragraphs: string[]): Case => ({ kind, paragraphs, at: [] })

const filler =
  'The harbour was closed while the crews searched the water between the two piers. Boats from three villages joined them before noon. ' +
  'The wind had turned in the night, and the ferry was late. Its captain had called the coast guard twice. Nobody on the quay had heard the alarm, ' +
  'and the lights were out. The crews went on until it was dark, and began again in the morning.'
const fueller =
  'Der Hafen blieb gesperrt, während die Mannschaften das Wasser zwischen den Molen absuchten. Boote aus drei Dörfern kamen dazu. ' +
  'Der Wind hatte in der Nacht gedreht, und die Fähre kam zu spät. Ihr Kapitän hatte die Küstenwache zweimal gerufen. Am Kai hatte den Alarm keiner gehört, ' +
  'und die Lichter waren aus. Die Mannschaften suchten, bis es dunkel war, und begannen am Morgen wieder. Mehr war am Abend von ihnen nicht zu erfahren.'
const headed = (
  kind: FindingKind,
  headline: string,
  at: readonly string[] | null,
  ...paragraphs: string[]
): Case => ({
  kind,
  paragraphs: [filler, ...paragraphs],
  heads: { headline },
  at: at === null ? [] : [at],
})

const english: Case[] = [
  headed('headlineFigure', 'Ferry sinks with 340 on board', ['340']),
  headed('headlineFigure', 'Ferry sinks with 340 on board', null, 'The list had 338 names.'),
  headed('headlineFigure', 'Five ways to leave a ferry', null),
  headed('headlineFigure', 'Five dead as ferry sinks', ['Five']),
  headed('headlineFigure', 'Five dead as ferry sinks', null, 'The coast guard found 5 bodies.'),
  headed('headlineName', 'Ferry was late, says Ada Holm', ['Ada Holm']),
  headed('headlineName', 'Ferry was late, says Ada Holm', null, 'Captain Holm would not speak.'),
  headed('headlineSuperlative', 'Ferry sinks in worst storm', ['worst']),
  headed('headlineSuperlative', 'Ferry sinks in worst storm', null, 'It was the worst storm of the winter.'),
  headed('headlineSuperlative', 'Largest ferry sinks', null, 'It was the biggest ship of the line.'),
  headed('headlineSuperlative', 'Ferry sinks in first week', null),
  { ...headed('headlineFigure', 'Ferry sinks with 340 on board', null), paragraphs: ['To be written.'] },

  asks(
    'twoSpellings',
    ['Lina Khatib', 'Khatieb'],
    'Lina Khatib spoke first.',
    'After that Ms. Khatieb spoke.',
  ),
  asks(
    'twoSpellings',
    ['Lina Khatib', 'Lena Khatib'],
    'It was Lina Khatib who spoke.',
    'The talk by Lena Khatib was short.',
  ),
  asks(
    'twoSpellings',
    ['Jörg Müller', 'Jörg Mueller'],
    'The baker is Jörg Müller.',
    'Nobody saw Jörg Mueller.',
  ),
  silent('twoSpellings', 'Lina Khatib spoke first.', 'Khatib’s talk was short. The Khatibs left.'),
  silent(
    'twoSpellings',
    'Lina Khatib spoke first.',
    'It was Ada Khatieb who sang.',
    'After that Ms. Khatieb left.',
  ),
  silent('twoSpellings', 'It was Anna Holm who sang.', 'It was Peter Holm who danced.'),
  silent(
    'twoSpellings',
    'Democrats met in the hall.',
    'The Democratic Party of Lund met Ada Holm.',
    'Some Holms came.',
  ),
  silent('twoSpellings', 'The team of Austria beat Ada Austrian.', 'A Nigerian from Niger flew to Nigeria.'),

  asks(
    'twoNumbers',
    ['23 people were killed', '24 dead'],
    'On the quay 23 people were killed.',
    'The list has 24 dead.',
  ),
  asks(
    'twoNumbers',
    ['killed 23', 'Twenty-four people died'],
    'The storm killed 23.',
    'Twenty-four people died in it.',
  ),
  asks(
    'twoNumbers',
    ['the $40 million bridge', 'the $45 million bridge'],
    'They opened the $40 million bridge.',
    'Few like the $45 million bridge.',
  ),
  asks(
    'twoNumbers',
    ['The six-member council', 'the seven-member council'],
    'The six-member council met.',
    'They called the seven-member council weak.',
  ),
  asks(
    'twoNumbers',
    ['40 houses burned', '45 houses burned'],
    'In the storm 40 houses burned.',
    'The mayor says that 45 houses burned.',
  ),
  silent(
    'twoNumbers',
    'In the storm 40 houses burned.',
    'In 1931, 45 houses burned.',
    'About 45 houses burned.',
    'Another 45 houses burned.',
    'Two of 45 houses stood.',
    'In the war 400 houses burned.',
  ),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'The list has 23 dead.'),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'More than 20 people were killed.'),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'Another 22 people died in hospital.'),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'In 1931, 24 people were killed there.'),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'The storm injured 24.'),
  silent(
    'twoNumbers',
    'On the quay 23 people were killed.',
    'For 24 long minutes all were dead to the world.',
  ),
  silent('twoNumbers', 'On the quay 23 people were killed.', 'In the war 400 died.'),
  silent('twoNumbers', 'The dead rose from 23 to 24.', 'By night 24 people were dead.'),
  silent('twoNumbers', 'It is a $40 million bridge.', 'The $45 million tunnel is open.'),

  asks('twoAges', ['Ada Holm, 36', '37-year-old Holm'], 'Ada Holm, 36, rows.', 'The 37-year-old Holm won.'),
  asks(
    'twoAges',
    ['Ada Holm (36)', 'Ada Holm (63)'],
    'The winner is Ada Holm (36).',
    'Second was Ada Holm (63).',
  ),
  silent('twoAges', 'Ada Holm, 36, rows.', 'Jonas Holm, 63, does not.'),
  silent(
    'twoAges',
    'Ada Holm, 36, rows.',
    'The 36-year-old Holm won.',
    'Ada Holm, 40 others and a dog came.',
  ),

  asks(
    'twoTitles',
    ['Captain Ada Holm', 'Colonel Holm'],
    'The order came from Captain Ada Holm.',
    'Nobody doubts Colonel Holm.',
  ),
  asks(
    'twoTitles',
    ['Foreign Minister Ada Holm', 'Finance Minister Ada Holm'],
    'We met Foreign Minister Ada Holm.',
    'We met Finance Minister Ada Holm.',
  ),
  silent(
    'twoTitles',
    'We met former President Ada Holm.',
    'She was then Senator Ada Holm.',
    'We met Minister Jonas Berg.',
  ),
  silent('twoTitles', 'We met Minister Ada Holm.', 'It is Foreign Minister Ada Holm.'),
  silent('twoTitles', 'We met Professor Ada Holm.', 'It is Minister Ada Holm.'),

  asks(
    'twoDates',
    ['Holm Mill was founded in 1898', 'Holm Mill was founded in 1989'],
    'Holm Mill was founded in 1898.',
    'As we said, Holm Mill was founded in 1989.',
  ),
  silent(
    'twoDates',
    'Holm Mill was founded in 1898.',
    'Berg Mill was founded in 1989.',
    'Holm Mill was sold in 1989.',
  ),

  silent('twoDates', 'Holm Mill was founded in 1898.', 'Holm Mill was founded in 1989 and sold in 1990.'),

  asks(
    'twoDates',
    ['Ada Holm was arrested on Monday', 'Holm was arrested on Tuesday'],
    'Ada Holm was arrested on Monday.',
    'It is not known why Holm was arrested on Tuesday.',
  ),
  asks(
    'twoDates',
    ['arrested Ada Holm on 4 May', 'Holm was arrested on May 5'],
    'Police arrested Ada Holm on 4 May.',
    'It is not known why Holm was arrested on May 5.',
  ),
  silent(
    'twoDates',
    'Ada Holm was arrested on Monday.',
    'Jonas Berg was arrested on Tuesday.',
    'Holm was released on Friday.',
  ),
  silent(
    'twoDates',
    'Ada Holm was arrested on Monday.',
    'Holm was arrested again on Tuesday.',
    'Holm was arrested in May.',
  ),
  silent('twoDates', 'Ada Holm was arrested in 2011.', 'Holm was arrested in 2015.'),

  asks(
    'twoWeekdays',
    ['Tuesday, March 3', 'Friday, March 3'],
    'They met on Tuesday, March 3.',
    'They left on Friday, March 3.',
  ),
  asks(
    'twoWeekdays',
    ['Tuesday, March 3, 2026', 'Friday, March 3'],
    'They met on Tuesday, March 3, 2026, and left on Friday, March 3.',
  ),
  silent('twoWeekdays', 'They met on Tuesday, March 3. On Wednesday, March 4, they left.'),
  silent('twoWeekdays', 'They met on Tuesday, March 3, 2026, as on Monday, March 3, 2025.'),
  asks('weekday', ['Monday, 4 May 2021'], 'They met on Monday, 4 May 2021.'),
  asks('weekday', ['Wednesday, May 5, 2020'], 'They met on Wednesday, May 5, 2020.'),
  silent('weekday', 'They met on Tuesday, 4 May 2021.', 'They met on Monday. On 4 May they left.'),
  {
    kind: 'weekday',
    paragraphs: ['They met on Friday, May 4.'],
    heads: { dateline: 'Lund, 6 May 2021' },
    at: [['Friday, May 4']],
  },
  {
    kind: 'weekday',
    paragraphs: ['They met on Tuesday, May 4.'],
    heads: { dateline: 'Lund, 6 May 2021' },
    at: [],
  },

  asks(
    'shareSum',
    ['40 percent', '35 percent', '30 percent'],
    'Of those asked 40 percent said yes, 35 percent no and 30 percent nothing.',
  ),
  silent('shareSum', 'Of those asked 40 percent said yes, 35 percent no and 25 percent nothing.'),
  silent('shareSum', 'Of those asked 33 percent said yes, 33 percent no and 33 percent nothing.'),
  silent('shareSum', 'Bread rose by 40 percent, milk by 35 percent and oil by 30 percent.'),
  silent('shareSum', 'About 60 percent swim, 50 percent row and 20 percent dance.'),

  asks('percentage', ['200', '250', '20 percent'], 'Ships rose from 200 to 250, or 20 percent.'),
  asks(
    'percentage',
    ['40 million', '50 million', '50 percent'],
    'The cost rose from $40 million to $50 million, or 50 percent.',
  ),
  asks('percentage', ['45', '120', '40 percent'], 'So far 45 of the 120 members (40 percent) have paid.'),
  silent('percentage', 'Ships rose from 200 to 250, or 25 percent.'),
  asks(
    'percentage',
    ['412,000', '268,500', '45 percent'],
    'Visits fell from 412,000 in 2018 to 268,500 last year, a drop of 45 percent.',
  ),
  asks(
    'percentage',
    ['412,000', '268,500', '45 percent'],
    'Visits fell from 412,000 in 2018/19 to 268,500 last year, a drop of 45 percent.',
  ),
  silent('percentage', 'Visits fell from 412,000 in 2018 to 268,500 last year, a drop of 35 percent.'),
  silent('percentage', 'Ships fell from 250 to 200, or 20 percent.'),
  silent('percentage', 'The cost rose from $4.1 million to $5.3 million, nearly 30 percent.'),
  silent('percentage', 'So far 45 of the 120 members (37.5 percent) have paid.'),
  silent('percentage', 'With 41 percent of the votes they have 44 of the 101 seats.'),
  silent('percentage', 'Ships rose from 200 to 250, and 3 percent of them sank, 4 percent burned.'),

  silent('style', 'A cost-free port needs a cost–benefit study.'),
  asks('style', ['U.S.-led', 'U.S.–Syria'], 'The U.S.-led fleet left.', 'It strained U.S.–Syria ties.'),
  asks('style', [' - '], 'The ferry - it was late, sank.'),
  asks('style', ['US', 'U.S.'], 'The US crews stayed.', 'The U.S. fleet left.'),
  asks('style', ['adviser', 'advisor'], 'Her adviser left. Another adviser came.', 'The new advisor stayed.'),
  asks('style', ['May 4', '5 May'], 'They met on May 4.', 'They left on 5 May.'),
  silent('style', 'The U.S.-led fleet left for the well-known, state-owned port; it won 3–2.'),
  silent('style', 'It was late—too late. The 2019–2021 plan and the London–Paris train.'),
  silent('style', 'She said “no” and he said “the captain’s ‘no’.”'),
]

const german: Case[] = [
  {
    kind: 'headlineFigure',
    paragraphs: [fueller],
    heads: { headline: 'Fähre mit 340 Menschen gesunken' },
    at: [['340']],
  },
  {
    kind: 'headlineFigure',
    paragraphs: [fueller, 'Auf der Liste standen 338 Namen.'],
    heads: { headline: 'Fähre mit 340 Menschen gesunken' },
    at: [],
  },
  {
    kind: 'headlineName',
    paragraphs: [fueller],
    heads: { headline: 'Kapitänin Anna Holm schweigt' },
    at: [],
  },
  {
    kind: 'headlineName',
    paragraphs: [fueller],
    heads: { headline: 'Ministerin Anna Holm schweigt' },
    at: [['Anna Holm']],
  },
  {
    kind: 'headlineSuperlative',
    paragraphs: [fueller],
    heads: { headline: 'Größte Fähre gesunken' },
    at: [['Größte']],
  },
  {
    kind: 'headlineSuperlative',
    paragraphs: [fueller, 'Es war die größte der Linie.'],
    heads: { headline: 'Größte Fähre gesunken' },
    at: [],
  },

  asks(
    'twoSpellings',
    ['Lina Khatib', 'Lina Khatieb'],
    'Zuerst sprach Lina Khatib.',
    'Dann ging Lina Khatieb.',
  ),
  silent('twoSpellings', 'Zuerst sprach Lina Khatib.', 'Lina Khatibs Rede war kurz.'),
  asks(
    'twoNumbers',
    ['23 Menschen wurden getötet', '24 Tote'],
    'Auf der Mole 23 Menschen wurden getötet.',
    'Die Liste hat 24 Tote.',
  ),
  silent(
    'twoNumbers',
    'Auf der Mole gab es 23 Tote.',
    'Mehr als 20 Menschen sind tot.',
    'Weitere 22 Menschen starben.',
    '1931 gab es dort 24 Tote.',
  ),
  asks(
    'twoAges',
    ['Anna Holm (36)', '37-jährige Anna Holm'],
    'Es gewann Anna Holm (36).',
    'Die 37-jährige Anna Holm rudert.',
  ),
  silent('twoAges', 'Es gewann Anna Holm (36).', 'Zweiter wurde Jonas Holm (63).'),
  asks(
    'twoTitles',
    ['Innenministerin Anna Holm', 'Finanzministerin Anna Holm'],
    'Es sprach Innenministerin Anna Holm.',
    'Dann ging Finanzministerin Anna Holm.',
  ),
  silent(
    'twoTitles',
    'Es sprach die frühere Innenministerin Anna Holm.',
    'Dann ging Finanzministerin Anna Holm.',
  ),
  asks(
    'twoDates',
    ['Anna Holm wurde am Montag festgenommen', 'Anna Holm wurde am Dienstag festgenommen'],
    'Anna Holm wurde am Montag festgenommen.',
    'In Lund hieß es, Anna Holm wurde am Dienstag festgenommen.',
  ),
  silent('twoDates', 'Anna Holm wurde am Montag festgenommen.', 'Jonas Berg wurde am Dienstag festgenommen.'),
  asks('weekday', ['Montag, dem 4. Mai 2021'], 'Am Montag, dem 4. Mai 2021, tagte der Rat.'),
  silent('weekday', 'Am Dienstag, dem 4. Mai 2021, tagte der Rat.', 'Am Montag tagte er nicht.'),
  asks(
    'shareSum',
    ['40 Prozent', '35 Prozent', '30 Prozent'],
    'Von den Befragten sagten 40 Prozent Ja, 35 Prozent Nein und 30 Prozent nichts.',
  ),
  silent('shareSum', 'Von den Befragten sagten 40 Prozent Ja, 35 Prozent Nein und 25 Prozent nichts.'),
  asks('percentage', ['200', '250', '20 Prozent'], 'Die Zahl stieg von 200 auf 250, also um 20 Prozent.'),
  silent('percentage', 'Die Zahl stieg von 200 auf 250, also um 25 Prozent.'),
  silent('percentage', 'Mit 41 Prozent der Stimmen hat sie 44 der 101 Sitze.'),
  asks('style', [' - '], 'Die Fähre - sie war alt, sank.'),
  silent('style', 'Die Fähre – sie war alt – sank. Die US-Flotte fuhr mit der Bundeswehr-Fregatte.'),
]

describe.each([
  ['en', english],
  ['de', german],
] as const)('in “%s”', (language, cases) => {
  test.each(
    cases.map(
      (one) =>
        [one.kind, one.at.length > 0 ? 'asks' : 'is silent', one.paragraphs.at(-1) ?? '', one] as const,
    ),
  )('%s %s about “%s”', (_kind, _asks, _words, one) => {
    expect(found(one, language)).toEqual(one.at)
  })
})

describe('one quotation', () => {
  const owners = (...paragraphs: readonly string[]): readonly Finding[] =>
    findingsOf(passagesFor(paragraphs), 'en').filter(({ reason }) => reason.kind === 'quoteOwners')

  it('is asked about when it has two owners', () => {
    const [finding] = owners(
      '“The ferry was late again,” said Ada Holm.',
      'Jonas Berg said: “The ferry was late again.”',
    )
    expect(finding?.reason).toMatchObject({ one: 'Ada Holm', other: 'Jonas Berg' })
    expect(finding?.places.map(({ passage }) => passage)).toEqual([0, 1])
  })

  it('is not asked about when both may be one person, or one is not known', () => {
    expect(
      owners('“The ferry was late again,” said Dr. Ada Holm.', '“The ferry was late again,” Holm said.'),
    ).toEqual([])
    expect(owners('“The ferry was late again,” said Ada Holm.', '“The ferry was late again.”')).toEqual([])
  })

  it('is not asked about when a surname stands for the whole name', () => {
    expect(mayBeOne('Ada Holm', 'Mrs. Holm')).toBe(true)
    expect(mayBeOne('Ada Holm', 'Jonas Berg')).toBe(false)
  })

  it('is the same whatever its marks and however its attribution splits it, and its words are in the key', () => {
    const [finding] = owners(
      '“The ferry was late,” said Ada Holm, “and it’s always late.”',
      "Jonas Berg said: “The ferry was late and it's always late.”",
    )
    expect(finding?.key).toBe('quoteOwners the ferry was late and it s always late Ada Holm Jonas Berg')
    expect(finding?.reason).toMatchObject({ words: '“The ferry was late,”' })
  })

  it('is not asked about when its words are others, though their numbers were the same', () => {
    const [late, early] = ['The ferry was late', 'The ferry was early'].map((text) => [{ text }])
    const said = [late ?? [], early ?? []] as const
    const reason = { kind: 'quoteOwners', words: '', one: 'Ada Holm', other: 'Jonas Berg' } as const
    const unread = { key: 'quoteOwners', reason, places: [] }
    expect(wordedFinding({ ...unread, said }, ({ text }) => text)).toBeNull()
    expect(wordedFinding({ ...unread, said: [said[0], said[0]] }, ({ text }) => text)).not.toBeNull()
  })

  it('of a word or two is not asked about', () => {
    expect(owners('“Too late,” said Ada Holm.', '“Too late,” said Jonas Berg.')).toEqual([])
  })
})

describe('a story without', () => {
  const missing = (heads: Heads, paragraphs = [filler]): readonly string[] =>
    findingsOf(passagesFor(paragraphs, heads), 'en')
      .map(({ reason }) => reason.kind)
      .filter((kind) => kind.startsWith('no'))

  it('a date and a byline is asked for both', () => {
    expect(missing({ byline: '', dateline: '' })).toEqual(['noDate', 'noByline'])
  })

  it('a dateline may have its date in the byline', () => {
    expect(missing({ byline: 'By Ada Holm, 4 May 2021' })).toEqual([])
  })

  it('a date in its dateline is asked for one', () => {
    expect(missing({ byline: 'By Ada Holm', dateline: 'LUND' })).toEqual(['noDate'])
  })

  it('a text yet is asked for nothing', () => {
    expect(missing({ byline: '' }, ['To be written.'])).toEqual([])
  })
})

const mixed = [
  filler,
  'Lina Khatib spoke. On the quay 23 people were killed.',
  'Later Ms. Khatieb left. The list has 24 dead.',
]

describe('the order of days and months', () => {
  const orders = (language: string, ...paragraphs: string[]) =>
    findingsOf(passagesFor(paragraphs), language).flatMap(({ reason }) =>
      reason.kind === 'style' && reason.style === 'dateOrder' ? [reason] : [],
    )
  it('is one, with a weekday before it or without', () => {
    expect(orders('de', 'Am Dienstag, 3. März 2026, und am 4. Mai 2026 kam er.')).toEqual([])
    expect(orders('de', 'Am Dienstag, dem 3. März 2026, und am 4. Mai 2026 kam er.')).toEqual([])
    expect(orders('en', 'He came on Tuesday, March 3, 2026, and on May 4, 2026.')).toEqual([])
    expect(orders('en', 'He came on Tuesday, 3 March 2026, and on 4 May 2026.')).toEqual([])
  })
  it('is asked about where it is mixed, behind a weekday too', () => {
    expect(orders('en', 'He came on Tuesday, March 3, 2026, and on 4 May 2026.')).toHaveLength(1)
    expect(orders('en', 'He came on Tuesday, 3 March 2026, and on May 4, 2026.')).toHaveLength(1)
  })
})

it('takes a long run of words with capital letters for no name, and goes on', () => {
  const capitals = Array.from({ length: 10_000 }, (_, index) => `Aa${'bcdefgh'[index % 7]}`).join(' ')
  const kinds = findingsOf(passagesFor([capitals, ...mixed]), 'en').map(({ reason }) => reason.kind)
  expect(kinds).toContain('twoSpellings')
  // Each word of it left open in turn would be gigabytes of words, and minutes.
}, 20_000)

it('keeps the key of a finding while the text around it changes, and gives another to other words', () => {
  const keys = (paragraphs: readonly string[]) =>
    findingsOf(passagesFor(paragraphs), 'en').flatMap(({ key, reason }) =>
      reason.kind.startsWith('two') ? [key] : [],
    )
  expect(keys(mixed)).toHaveLength(2)
  expect(keys(['It rained.', ...mixed.map((text) => `At last: ${text}`)])).toEqual(keys(mixed))
  expect(keys(mixed.map((text) => text.replace('24', '25')))).not.toEqual(keys(mixed))
})

it('finds the same in a story that changed as in one read for the first time', () => {
  let passages = passagesFor([...Array.from({ length: 70 }, (_, index) => `Boat ${index} came.`), ...mixed])
  const fresh = () => passages.map((passage) => ({ ...passage }))
  const edits: ((index: number) => void)[] = [
    (index) => {
      passages = passages.with(index, {
        text: 'By night 25 dead were on the list of Lena Khatib.',
        where: 'paragraph',
      })
    },
    (index) => {
      passages = passages.toSpliced(index, 1)
    },
    (index) => {
      passages = passages.toSpliced(index, 0, { text: 'The ferry - it was late, sank.', where: 'paragraph' })
    },
  ]
  for (const index of [3, 40, 71, 0, 68]) {
    for (const edit of edits) {
      edit(index)
      const found = findingsOf(passages, 'en')
      expect(found.length).toBeGreaterThan(2)
      expect(findingsOf(fresh(), 'en')).toEqual(found)
      findingsOf(passages, 'en')
    }
  }
})

it('finds nothing in a language that it has no words of', () => {
  expect(findingsOf(passagesFor(mixed), 'fr')).toEqual([])
})

const page = resolve(import.meta.dirname, '../../../../shared/seed/syria-coalition-page.txt')
const isThere = existsSync(page)

it.skipIf(!isThere)(
  `asks of the seed page for its date and byline, for a hyphen that is a dash and for a dash that is a hyphen, and nothing else${isThere ? '' : ' (not there: ../shared/seed)'}`,
  () => {
    const [headline = '', ...paragraphs] = readFileSync(page, 'utf8').split(/\n+/)
    const reasons = findingsOf(passagesFor(paragraphs, { headline }), 'en').map(({ reason }) => reason)
    expect(reasons).toEqual([
      { kind: 'noDate' },
      { kind: 'noByline' },
      expect.objectContaining({ style: 'compoundDash', other: 'U.S.–Syria' }),
      expect.objectContaining({ style: 'hyphenForDash' }),
    ])
  },
)
