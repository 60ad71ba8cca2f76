import { describe, expect, test } from 'vitest'
import type { Risk } from '../../../shared/check/risk.ts'
import { compareByRisk, riskOfFacets } from '../../../shared/mark/order.ts'
import { statementsIn } from '../../../shared/mark/statements.ts'
import { worthOf } from '../../../shared/mark/worth.ts'

interface Place {
  readonly sentence: string
  /** null where nothing in the sentence is proposed. */
  readonly risk: Risk | null
  readonly worth: number
}

function placeOf(sentence: string, language: string): Place {
  const statements = statementsIn({ text: sentence, where: 'paragraph' }, language)
  const risk = statements.length > 0 ? riskOfFacets(statements.flatMap(({ facets }) => facets)) : null
  return { sentence, risk, worth: worthOf(sentence, language) }
}

function comesBefore(one: Place, other: Place): boolean {
  if (one.risk === null || other.risk === null) return one.risk !== null && other.risk === null
  const at = { passage: 0, from: 0, to: 0 }
  return compareByRisk({ ...at, ...one, risk: one.risk }, { ...at, ...other, risk: other.risk }) < 0
}

/** Sentences in the order in which a checker would take them: each group wholly before the next. */
const groups: Readonly<Record<'en' | 'de', readonly (readonly string[])[]>> = {
  en: [
    // Somebody with a name is accused: by whoever, and whether or not it is said to be so.
    [
      'Mayor Edda Holm took bribes from the dredging firm, according to two former clerks.',
      'Prosecutors say that Tomas Reyes stole 40,000 euros from the harbour fund.',
      'Anna Lund was convicted of fraud in 2009.',
    ],
    // One counterexample is enough to refute these.
    [
      'It is the only lighthouse on the coast that never went dark.',
      'The canal is the deepest in the country.',
      'Rents in the old town are the highest of any port.',
    ],
    // A figure that says something of the world.
    [
      'The ferry carried 312,000 passengers last year, a third more than in 2021.',
      'Rents in the old town rose from 9 to 14 dollars a square metre.',
    ],
    // One that is all there is.
    ['The strike lasted eleven days.', 'The hall holds 90 people.'],
    ['Ruth Abiola, the deputy director of the port, signed the contract.'],
    ['Critics warn that the channel will silt up.'],
    // No source can settle these, or there is nothing in them.
    [
      'The harbour lies in the lee of the island.',
      'A light wind came in from the sea, and the gulls fell silent.',
      'It may be one of the loveliest harbours anywhere.',
      'What would happen if the bridge closed?',
      'I think the town should be proud of that.',
      'Perhaps nobody will ever know.',
      'The first thing she noticed was the smell of tar.',
      'We owe it to our children to try.',
    ],
  ],
  de: [
    [
      'Edda Holm wurde wegen Bestechung verurteilt.',
      'Die Staatsanwaltschaft wirft Tomas Reyes vor, 40.000 Euro aus dem Hafenfonds gestohlen zu haben.',
      'Die Firma beschuldigt Anna Lund des Diebstahls.',
    ],
    [
      'Es ist der einzige Leuchtturm der Küste, der nie erlosch.',
      'Der Kanal ist der tiefste des Landes.',
      'Die Mieten in der Altstadt sind die höchsten aller Hafenstädte.',
    ],
    [
      'Die Fähre beförderte im vergangenen Jahr 312.000 Menschen, ein Drittel mehr als 2021.',
      'Die Mieten in der Altstadt stiegen von 9 auf 14 Euro je Quadratmeter.',
    ],
    ['Der Streik dauerte elf Tage.', 'Der Saal fasst 90 Menschen.'],
    ['Ruth Abiola, die stellvertretende Direktorin des Hafens, unterschrieb den Vertrag.'],
    ['Kritiker warnen, die Fahrrinne werde versanden.'],
    [
      'Der Hafen liegt im Windschatten der Insel.',
      'Von See kam ein leichter Wind, und die Möwen verstummten.',
      'Vielleicht ist es einer der schönsten Häfen überhaupt.',
      'Was geschähe, wenn die Brücke gesperrt würde?',
      'Ich finde, die Stadt sollte stolz darauf sein.',
      'Womöglich wird es nie jemand erfahren.',
      'Eines Tages wird all das Wasser sein.',
      'Wir schulden es unseren Kindern, es zu versuchen.',
    ],
  ],
}

describe.each(['en', 'de'] as const)('of twenty hard sentences (%s)', (language) => {
  const placed = groups[language].map((group) => group.map((sentence) => placeOf(sentence, language)))

  test('there are twenty', () => {
    expect(placed.flat()).toHaveLength(20)
  })

  test.each(placed.slice(1).map((group, index) => [index + 1, placed[index] ?? [], group] as const))(
    'all of group %i come before all of the next',
    (_, group, next) => {
      const wrong = group.flatMap((one) =>
        next.filter((other) => !comesBefore(one, other)).map((other) => [one, other]),
      )
      expect(wrong).toEqual([])
    },
  )

  test('those that nothing can settle are not proposed', () => {
    expect(placed.at(-1)?.filter(({ risk }) => risk !== null)).toEqual([])
  })
})
