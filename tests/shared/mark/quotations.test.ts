import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesOfText } from '../../../shared/mark/plain-story.ts'
import { type Quotation, quotationsOf } from '../../../shared/mark/quotations.ts'

const passagesOf = (text: string) => passagesOfText(text).map(({ passage }) => passage)

function read(text: string, language = 'en') {
  const passages = passagesOf(text)
  const wordsOf = ({ parts }: Quotation) =>
    parts.map(({ passage, from, to }) => passages[passage]?.text.slice(from, to) ?? '').join(' … ')
  return quotationsOf(passages, language).map((quotation) => ({ ...quotation, words: wordsOf(quotation) }))
}

/** "Name | role" of what is said in a text, "?" where the story does not say. */
const speakersOf = (text: string, language = 'en'): string[] =>
  read(text, language)
    .filter(({ kind }) => kind === 'speech')
    .map(({ speaker }) => {
      if (!speaker) return '?'
      return speaker.role === '' ? speaker.name : `${speaker.name} | ${speaker.role}`
    })

describe('whose a quotation is, in English', () => {
  test.each<[string, string[]]>([
    ['“We go tonight,” Amin said.', ['Amin']],
    ['“We go tonight,” said Amin.', ['Amin']],
    ['“We go tonight,” al-Amin said at a press conference.', ['al-Amin']],
    ['Amin said: “We go tonight.”', ['Amin']],
    ['Amin told reporters that “we go tonight, rain or not.”', ['Amin']],
    [
      '“We go tonight,” said Dr. Lena Hart, a Nordic analyst at Fern House.',
      ['Dr. Lena Hart | Nordic analyst at Fern House'],
    ],
    [
      '“We go tonight,” said Aron Stone, director of research at the Fern Institute.',
      ['Aron Stone | director of research at the Fern Institute'],
    ],
    [
      '“We go tonight,” said U.S. Transport Secretary Mike Walsh. “We stay.”',
      ['Mike Walsh | U.S. Transport Secretary'],
    ],
    ['“We go tonight,” said police spokesman John Reed.', ['John Reed | police spokesman']],
    ['“We go tonight,” said Cllr. Maeve Lane.', ['Maeve Lane | Cllr.']],
    ['“We go tonight,” said Supt. Maeve Lane.', ['Maeve Lane | Supt.']],
    ['“We go tonight,” Insp Maeve Lane said.', ['Maeve Lane | Insp']],
    ['“We go tonight,” Reed, 44, told the Harbor News on Monday.', ['Reed']],
    ['“We go tonight,” Reed, who runs the mill and two shops, said with a laugh.', ['Reed']],
    ['Mayor Anna Berg told reporters: “We go tonight.”', ['Anna Berg | Mayor']],
    ['Anna Berg, who runs the mill, said: “We go tonight.”', ['Anna Berg']],
    ['The mill’s manager, Anna Berg, said: “We go tonight.”', ['Anna Berg | mill’s manager']],
    [
      'According to Anna Berg, a baker in Homs, it was “very loud and very late.”',
      ['Anna Berg | baker in Homs'],
    ],
    [
      'Oslo called the plan “a violation of the treaty,” while Baltic state media accused Amin of “selling out the coast.”',
      ['Oslo', 'Baltic state media'],
    ],
    [
      'Norway and Chile also issued statements, calling the plan “a critical step for the coast.”',
      ['Norway and Chile'],
    ],
    ['Berg took the stage and called the system “rotten to the very core.”', ['Berg']],
    ['Berg, speaking in Homs, was quoted as saying “we go tonight or never.”', ['Berg']],
    ['The plan was described as “a gift to the rich” by Senator Amy Doe.', ['Amy Doe | Senator']],
    ['The ministry said in a statement that it was “following the case closely.”', ['ministry']],
    ['“We go tonight,” the head of the harbor agency said.', ['head of the harbor agency']],
    ['“We were told nothing,” one of the workers said.', ['one of the workers']],
    ['“Nobody here will vote for that,” he mocks.', ['?']],
    ['“Are we going?” asked Berg. Nobody answered.', ['Berg']],
    ['In Homs, Berg warned against “a long and costly winter.”', ['Berg']],
    ['While it rained, Berg, the mayor, called it “a fine day for a walk.”', ['Berg | mayor']],
    ['“Are you going tonight?” Mayor Anna Berg asked. Nobody was.', ['Anna Berg | Mayor']],
    ['The Harbor News quoted Berg as saying “we go tonight or never.”', ['Berg']],
    ['Berg said her party was ready and called the vote “a test for the whole coast.”', ['Berg']],
    ['A letter seen by the Harbor News says “nobody shall be told before March.”', ['letter']],
    ['Reed spoke of the plan, with Berg adding “there is no other way out.”', ['Berg']],
    ['Nobody knew of her remark that “the coast is lost for good.”', ['?']],
    ['Nobody knew of Berg’s remark that “the coast is lost for good.”', ['Berg']],
    ['“The coast is lost for good” and nobody cares, Berg said.', ['Berg']],
    ['The harbor was, in Berg’s view, “lost for good and for all.”', ['Berg']],
    ['The vote - Anna Berg: “We shall see who comes in March.”', ['Anna Berg']],
    ['“The wall has to go,” the 46-year-old baker said.', ['46-year-old baker']],
    ['“We go tonight,” said retired Navy Capt. Tom Reed.', ['Tom Reed | retired Navy Capt.']],
    ['Former Senator Amy Doe, now a baker, said “the wall has to go.”', ['Amy Doe | former Senator']],
    ['“The wall has to go” is what the so-called experts say.', ['so-called experts']],
  ])('%s', (text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers)
  })
})

describe('whose a quotation is, in German', () => {
  test.each<[string, string[]]>([
    ['„Wir gehen heute Abend“, sagte Berg.', ['Berg']],
    ['»Wir gehen heute Abend«, sagte Berg.', ['Berg']],
    ['Berg sagte: „Wir gehen heute Abend.“', ['Berg']],
    [
      '„Wir gehen heute Abend“, sagte die Bürgermeisterin Anna Berg (SPD) am Montag.',
      ['Anna Berg | Bürgermeisterin'],
    ],
    ['„Wir gehen heute Abend“, so Berg.', ['Berg']],
    [
      'In einem Gespräch mit der Zeitung äußerte sich der Hafensprecher Jan Holm zuversichtlich: „Das wird schon gehen.“',
      ['Jan Holm | Hafensprecher'],
    ],
    ['Laut Polizei war es „ein sehr ruhiger Abend“.', ['Polizei']],
    ['Nach Angaben der Feuerwehr war es „ein sehr ruhiger Abend“.', ['Feuerwehr']],
    [
      '„Das Haus bleibt vorerst geschlossen“, heißt es in einer Mitteilung der Stadt.',
      ['Mitteilung der Stadt'],
    ],
    [
      '„Das Haus bleibt vorerst geschlossen“, erklärte Ute Kern, Leiterin der Bibliothek.',
      ['Ute Kern | Leiterin der Bibliothek'],
    ],
    ['Das Gericht machte klar, dass „die Frist schon lange verstrichen war“.', ['Gericht']],
    ['Der Sender bezeichnete den Vertrag als „Ausverkauf der ganzen Küste“.', ['Sender']],
    ['Der Bürgermeister, der den Plan „einen Ausverkauf der Küste“ nannte, schwieg.', ['Bürgermeister']],
    ['Der Plan wird von Kennern als „Ausverkauf der ganzen Küste“ bezeichnet.', ['Kennern']],
    ['Die Zeitung zitiert die Bürgermeisterin mit den Worten „Wir gehen heute Abend“.', ['Bürgermeisterin']],
    ['Den Vorschlag lehnt er ab: „Das wird es mit uns nicht geben.“', ['?']],
    [
      '„Wir gehen heute Abend“ und „Die Stadt bleibt hier“, zitiert der Sender den Rat.',
      ['Sender', 'Sender'],
    ],
    ['Der Feuerwehr zufolge war es „ein sehr ruhiger Abend“.', ['Feuerwehr']],
    ['Das Weiße Haus nannte den Plan „faul“.', ['Weißes Haus']],
    ['Der Weiße Ring sprach von „Hetze“.', ['Weißer Ring']],
    ['Die Rote Insel sprach von „Hetze“.', ['Rote Insel']],
  ])('%s', (text, speakers) => {
    expect(speakersOf(text, 'de')).toEqual(speakers)
  })
})

describe('across a story', () => {
  const story = [
    'The harbor will close in March, Dr. Lena Hart, a Nordic analyst at Fern House, said on Monday.',
    '“It is too late for half measures,” Hart said. “The wall has to go.”',
    'Mayor Tom Reed disagreed.',
    '“We have done all we could,” he said.',
    '“It is not enough,” she replied.',
    '“Then we shall see,” the mayor said.',
  ].join('\n\n')

  test('surnames, pronouns and offices are those of whom the story named in full', () => {
    expect(speakersOf(story)).toEqual([
      'Dr. Lena Hart | Nordic analyst at Fern House',
      'Tom Reed | Mayor',
      'Dr. Lena Hart | Nordic analyst at Fern House',
      'Tom Reed | Mayor',
    ])
  })

  test('the same in German', () => {
    const text = [
      'Die Bürgermeisterin Anna Berg schließt den Hafen.',
      '„Wir haben keine andere Wahl mehr“, sagte Berg.',
      'Der Hafenmeister Jan Holm widersprach.',
      '„Das sehe ich ganz anders“, sagte er.',
      '„Dann eben ohne Sie“, antwortete sie.',
    ].join('\n\n')
    expect(speakersOf(text, 'de')).toEqual([
      'Anna Berg | Bürgermeisterin',
      'Jan Holm | Hafenmeister',
      'Anna Berg | Bürgermeisterin',
    ])
  })

  test('a paragraph that is nothing but a quotation goes on with the speaker before', () => {
    const text = '“We go tonight,” Berg said.\n\n“There is nothing left to wait for here.”'
    expect(speakersOf(text)).toEqual(['Berg', 'Berg'])
  })

  test('a paragraph that ends in a colon says whose the next one is', () => {
    const text =
      '“We go tonight,” Berg said.\n\nReed answered in a letter:\n\n“There is nothing left to wait for.”'
    expect(speakersOf(text)).toEqual(['Berg', 'Reed'])
  })
})

describe('what is one quotation', () => {
  test.each<[string, string[]]>([
    [
      '“We are closing it,” said Anna Berg, “and we will not say when.” Nobody knows.',
      ['“We are closing it,” … “and we will not say when.”'],
    ],
    [
      '“We are closing it,” said Anna Berg. “Nobody knows when.”',
      ['“We are closing it,” … “Nobody knows when.”'],
    ],
    [
      'Berg said, “First we close the harbor.\n\n“Then we close the mill.\n\n“Then we go,” and left.',
      ['“First we close the harbor. … “Then we close the mill. … “Then we go,”'],
    ],
    [
      'Berg said, "First we close the harbor.\n\nThen we close the mill." Nobody answered.',
      ['"First we close the harbor. … Then we close the mill."'],
    ],
    [
      'Berg called it “a shame for the coast,” while Ruiz spoke of “a new beginning for all.”',
      ['“a shame for the coast,”', '“a new beginning for all.”'],
    ],
    ['“He told me ‘no’ twice and then left,” Berg said.', ['“He told me ‘no’ twice and then left,”']],
    ['"We go tonight,” Berg said.', ['"We go tonight,”']],
    ['„Wir gehen heute Abend", sagte Berg.', ['„Wir gehen heute Abend"']],
    ['«We go tonight», Berg said.', ['«We go tonight»']],
    ['‘We go tonight, it’s late,’ Berg said.', ['‘We go tonight, it’s late,’']],
  ])('%s', (text, quotations) => {
    expect(read(text).map(({ words }) => words)).toEqual(quotations)
  })

  test('a block quote needs no marks, and its paragraphs are one', () => {
    const passages = [
      { text: 'Berg wrote to the council:', where: 'paragraph' },
      { text: 'The harbor is closed.', where: 'blockquote' },
      { text: 'It will stay so.', where: 'blockquote' },
      { text: 'Nobody answered.', where: 'paragraph' },
    ]
    expect(quotationsOf(passages, 'en')).toEqual([
      {
        parts: [
          { passage: 1, from: 0, to: 21 },
          { passage: 2, from: 0, to: 16 },
        ],
        kind: 'speech',
        reason: 'block',
        speaker: { name: 'Berg', role: '' },
        mention: { passage: 0, from: 0, to: 4 },
      },
    ])
  })
})

describe('what marks are there for', () => {
  test.each<[string, string]>([
    ['Berg called the plan “rotten.”', 'speech'],
    ['The plan is “rotten to the very core of it all,” she added.', 'speech'],
    ['The so-called “experts of the coast” had left.', 'scare'],
    ['The “reform” took nine years.', 'scare'],
    ['Berg sang in the film “The Long Winter of the Coast” once.', 'title'],
    ['Her novel “night over the harbor” won a prize.', 'title'],
    ['The word “harbor” is older than the town.', 'mention'],
    ['The bridge is known as “the old lady” in town.', 'mention'],
    ['The bridge was dubbed “the old lady” in town.', 'mention'],
    ['Berg, who he dubbed “the old lady,” left.', 'speech'],
  ])('%s is %s', (text, kind) => {
    expect(read(text).map((quotation) => quotation.kind)).toEqual([kind])
  })
  test.each<[string, string]>([
    ['Die sogenannten „Experten“ waren schon fort.', 'scare'],
    ['Sein Roman „Nacht über dem Hafen“ gewann einen Preis.', 'title'],
    ['Die Kapsel „Walross“ flog noch einmal.', 'title'],
    ['Das Wort „Hafen“ ist älter als die Stadt.', 'mention'],
    ['Berg nannte den Plan „faul“.', 'speech'],
    ['Das sagte sie dem „Hafenboten“.', 'title'],
    ['Das sagte Berg der „Küstenzeitung“.', 'title'],
    ['Im „Nebelberg“ geht es um sieben Jahre.', 'title'],
    ['Sie liest aus dem „Nebelberg“.', 'title'],
    ['Laut „Bote“ kostet das drei Euro.', 'title'],
    ['Berg sprach von dem „Unsinn“.', 'speech'],
    ['Berg warnte vor dem „Chaos“.', 'speech'],
  ])('%s is %s', (text, kind) => {
    expect(read(text, 'de').map((quotation) => quotation.kind)).toEqual([kind])
  })
})

const fragments = [
  '“',
  '”',
  '"',
  '‘',
  '’',
  "'",
  '„',
  '«',
  '»',
  '‹',
  '›',
  '(',
  ')',
  ',',
  '.',
  ':',
  '?',
  ' ',
  '\n\n',
  '—',
  ' - ',
  'said',
  'Berg',
  'Dr. Lena Hart',
  'he',
  'who',
  'the mayor',
  'according to',
  'sagte',
  'laut',
  'Anna von der Au',
  '44',
  '’s',
]
const storyText = fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((words) => words.join(''))

test('whatever a story is, its quotations stand in it, in order, and none overlaps another', () => {
  fc.assert(
    fc.property(storyText, fc.constantFrom('en', 'de', 'fr'), (text, language) => {
      const passages = passagesOf(text)
      let last = { passage: 0, to: 0 }
      for (const { parts, speaker, mention, kind } of quotationsOf(passages, language)) {
        expect(parts.length).toBeGreaterThan(0)
        for (const { passage, from, to } of parts) {
          expect(passage > last.passage || from >= last.to).toBe(true)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(passages[passage]?.text.length ?? -1)
          last = { passage, to }
        }
        if (kind !== 'speech') expect([speaker, mention]).toEqual([null, null])
        if (mention) {
          const words = passages[mention.passage]?.text.slice(mention.from, mention.to) ?? ''
          expect(words).toHaveLength(mention.to - mention.from)
          expect(words.trim()).not.toBe('')
        }
        if (speaker) expect(speaker.name.trim()).not.toBe('')
      }
    }),
    { numRuns: 400 },
  )
})

// What grew with the square or the cube of a paragraph's length took minutes here; the test's own time limit tells.
test.each<[string, string, number]>([
  ['a sentence that never ends', 'the man “went on” and '.repeat(1500), 1500],
  ['marks that are never closed', '“a '.repeat(8000), 1],
  ['apostrophes without a word', "'a ".repeat(12_000), 0],
  ['names without an end', 'Anna Berg '.repeat(8000), 0],
])('%s is read as far as it goes', (_, text, count) => {
  expect(read(text)).toHaveLength(count)
})

test('an unchanged passage is read once', () => {
  let reads = 0
  const text = '“We go tonight,” Berg said.'
  const passage = {
    where: 'paragraph',
    get text() {
      reads++
      return text
    },
  }
  quotationsOf([passage], 'en')
  const first = reads
  quotationsOf([passage, { text: 'It rained.', where: 'paragraph' }], 'en')
  expect(first).toBeGreaterThan(0)
  expect(reads - first).toBe(0)
})

const page = resolve(import.meta.dirname, '../../../../shared/seed/syria-coalition-page.txt')
test.skipIf(!existsSync(page))(
  'the page that this release is tried on has 13 quoted spans as 8 quotations, each with its speaker (skipped where it is absent)',
  () => {
    const text = readFileSync(page, 'utf8')
    const said = read(text).filter(({ kind }) => kind === 'speech')
    expect(said.flatMap(({ parts }) => parts)).toHaveLength(13)
    expect(speakersOf(text)).toEqual([
      'Ahmed al-Sharaa | President',
      'Dr. Lina Khatib | Middle East analyst at Chatham House',
      'Mike Waltz | U.S. Defense Secretary',
      'Moscow',
      'Iranian state media',
      'Saudi Arabia and Egypt',
      'Aaron Stein | director of research at the Foreign Policy Research Institute',
      'Dr. Lina Khatib | Middle East analyst at Chatham House',
    ])
  },
)
