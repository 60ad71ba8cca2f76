import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '../../../shared/mark/worth/english.ts'
import { german } from '../../../shared/mark/worth/german.ts'
import { faint, plain, strong, type WorthTable, weak } from '../../../shared/mark/worth/table.ts'
import { worthOf } from '../../../shared/mark/worth.ts'

test('a score lies from 0 to 1, whatever the sentence and the language', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('40', 'percent', 'lost', 'we', 'must', 'the', 'largest', '?'))
      .map((w) => w.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('en', 'de', 'de-AT', 'fr', 'und'), (sentence, language) => {
      const worth = worthOf(sentence, language)
      expect(worth).toBeGreaterThanOrEqual(0)
      expect(worth).toBeLessThanOrEqual(1)
      expect(worthOf(sentence, language)).toBe(worth)
    }),
  )
})

test('what was scored before makes no difference', () => {
  const sentence = 'In 1931 the mill lost 40 percent of its jobs.'
  const alone = worthOf(sentence, 'en')
  for (const other of ['Was it 40?', '', 'The 40 largest mills lost 40 jobs.']) worthOf(other, 'en')
  expect(worthOf(sentence, 'en')).toBe(alone)
})

test.each(['', ' ', '…', '***', '“”'])('“%s” has nothing to check', (sentence) => {
  expect(worthOf(sentence, 'en')).toBe(0)
})

test('a country or a region changes nothing, and an unknown language is read for its figures', () => {
  expect(worthOf('The mill lost 40 jobs.', 'en-GB')).toBe(worthOf('The mill lost 40 jobs.', 'en'))
  expect(worthOf('Le moulin a perdu 40 ouvriers.', 'fr')).toBeGreaterThan(worthOf('Le moulin dort.', 'fr'))
})

test('typographic apostrophes count as typed ones', () => {
  expect(worthOf('It’ll cost less and we don’t know.', 'en')).toBe(
    worthOf("It'll cost less and we don't know.", 'en'),
  )
})

/** Of each pair the first is to be checked before the second. */
const pairs: Readonly<Record<'en' | 'de', readonly (readonly [string, string])[]>> = {
  en: [
    // A record before a promise, an opinion, an ought, a condition.
    ['The council built 200 flats last year.', 'The council will build 200 flats next year.'],
    ['The mayor cut the library’s budget in half.', 'I think the mayor cut the library’s budget too far.'],
    ['The harbour employs 1,200 people.', 'The harbour should employ 1,200 people.'],
    ['Rents rose by a fifth.', 'If rents rose by a fifth, people would leave.'],
    ['Nobody was paid for the night shift.', 'Nobody should have to work at night.'],
    // A figure before none, an amount with a unit before a bare one.
    ['The ferry carried 3 million passengers.', 'The ferry carried many passengers.'],
    ['The bridge cost $40 million.', 'The bridge has two arches.'],
    ['Two-thirds of the shops have closed.', 'The shops have lovely windows.'],
    // Numbering the speaker's points is no figure.
    ['The mill has four owners.', 'Number four, look at the owners.'],
    ['Murders fell to 12 in 2019.', 'I have 12 minutes, so let me be brief.'],
    // Superlatives and absolutes.
    ['It is the oldest lighthouse in Europe.', 'It is a beautiful old lighthouse.'],
    ['She has never paid taxes on the farm.', 'She has always been nice to me.'],
    ['No other town in Kenya has fewer doctors.', 'This town is a wonderful place.'],
    // Acts of record before talk.
    ['Senator Holm voted against the treaty.', 'Senator Holm, thank you very much.'],
    ['The ministry denied that the report existed.', 'We have to discuss the report.'],
    ['He was convicted of fraud in Lagos.', 'He was in a good mood.'],
    // A statement before a question and an order.
    ['Unemployment is higher than in 1990.', 'Is unemployment higher than in 1990?'],
    ['They closed the only clinic.', 'Close the door, please.'],
    // What others did before one's own life.
    ['They sold the railway for one pound.', 'I remember my mother and her friends.'],
    // A cause that is claimed before a wish.
    ['The flood was caused by the new dam.', 'I hope the dam brings a great future.'],
  ],
  de: [
    ['Im vergangenen Jahr entstanden 200 Wohnungen.', 'Im nächsten Jahr werden 200 Wohnungen entstehen.'],
    ['Die Stadt hat den Etat der Bücherei halbiert.', 'Ich finde, die Stadt spart an der falschen Stelle.'],
    ['Der Hafen beschäftigt 1.200 Menschen.', 'Der Hafen sollte 1.200 Menschen beschäftigen.'],
    ['Die Mieten sind um ein Fünftel gestiegen.', 'Wenn die Mieten steigen, würden viele gehen.'],
    ['Niemand bekam die Nachtschicht bezahlt.', 'Niemand sollte nachts arbeiten müssen.'],
    ['Die Fähre beförderte 3 Millionen Menschen.', 'Die Fähre beförderte sehr viele Menschen.'],
    ['Die Brücke kostete 40 Millionen Euro.', 'Die Brücke hat zwei Bögen.'],
    ['Zwei Drittel der Läden haben geschlossen.', 'Die Läden haben schöne Fenster.'],
    ['Die Mühle hat vier Eigentümer.', 'Punkt vier, schauen wir auf die Eigentümer.'],
    ['2019 gab es noch 12 Morde.', 'Ich habe 12 Minuten und fasse mich kurz.'],
    ['Es ist der älteste Leuchtturm Europas.', 'Es ist ein schöner alter Leuchtturm.'],
    ['Sie hat für den Hof nie Steuern gezahlt.', 'Sie war wirklich sehr gut zu mir.'],
    ['In keiner Gemeinde Bayerns gibt es weniger Ärzte.', 'Diese Gemeinde ist ein wunderbarer Ort.'],
    ['Der Abgeordnete stimmte gegen das Abkommen.', 'Herr Abgeordneter, vielen Dank.'],
    ['Das Ministerium bestritt, dass es den Bericht gibt.', 'Wir müssen über den Bericht sprechen.'],
    ['Er wurde in Wien wegen Betrugs verurteilt.', 'Er war guter Laune.'],
    ['Die Arbeitslosigkeit ist höher als 1990.', 'Ist die Arbeitslosigkeit höher als 1990?'],
    ['Sie schlossen die einzige Klinik.', 'Schließen Sie bitte die Tür.'],
    ['Sie verkauften die Bahn für einen Euro.', 'Ich erinnere mich an meine Mutter.'],
    ['Der neue Damm verursachte die Flut.', 'Hoffentlich bringt der Damm eine gute Zukunft.'],
  ],
}

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(pairs[language])('“%s” comes before “%s”', (first, second) => {
    expect(worthOf(first, language)).toBeGreaterThan(worthOf(second, language))
  })
})

describe.each<[string, WorthTable]>([
  ['English', english],
  ['German', german],
])('the %s table', (_, { signs, unsaid }) => {
  test('weighs each sign by one of four weights, the gravest twice over for what claims nothing', () => {
    const weights = new Set([strong, plain, weak, faint, 2 * strong])
    for (const { because, weight } of signs)
      expect([because, weights.has(Math.abs(weight))]).toEqual([because, true])
  })

  test('has words as they are looked up, each once a sign, and patterns that find every place', () => {
    expect(unsaid.global).toBe(true)
    for (const { because, words, pattern } of signs) {
      const list = words?.split(' ') ?? []
      expect([
        because,
        list.filter((word) => word !== word.toLowerCase() || /[^\p{L}\p{N}'-]/u.test(word)),
      ]).toEqual([because, []])
      expect([because, list.filter((word, at) => list.indexOf(word) !== at)]).toEqual([because, []])
      expect([because, pattern?.global ?? true]).toEqual([because, true])
      expect([because, list.length > 0 || pattern !== undefined]).toEqual([because, true])
    }
  })
})

test('both tables know the same signs, so that a language is a table and no code', () => {
  const reasons = (table: WorthTable) => table.signs.map(({ because }) => because).sort()
  // German's perfect is its past tense.
  const english_ = reasons(english).filter((one) => !one.startsWith('has done'))
  expect(reasons(german)).toEqual(english_)
})
