import type { Node } from 'prosemirror-model'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import type { Status } from '../../../shared/model/claim.ts'
import type { Story } from '../../../shared/model/story.ts'
import { claimsOf, type Given, madeBackup, madeClaim } from './claims.ts'
import { checker, me } from './people.ts'
import { insider, interview, ledger, visit } from './sources.ts'
import { iceHouse, madeShelf } from './stories.ts'
import { crosshead, paragraph, words } from './words.ts'

// Town, people and papers are invented.

const row = (cell: 'tableHeader' | 'tableCell', ...texts: string[]): Node =>
  schema.node(
    'tableRow',
    null,
    texts.map((text) => schema.node(cell, null, words(text))),
  )

const item = (text: string): Node => schema.node('listItem', null, [paragraph(text)])

const figure = (hash: string, caption: string, credit: string, altText: string): Node =>
  schema.node('figure', { hash: hash.repeat(64), widthPx: 960, heightPx: 420 }, [
    schema.node('caption', null, words(caption)),
    schema.node('credit', null, words(credit)),
    schema.node('altText', null, words(altText)),
  ])

export function opened(story: Story, document: Node, claims: OpenedStory['claims']): OpenedStory {
  return {
    story,
    life: 'gallery',
    version: story.version,
    schemaVersion,
    document: document.toJSON(),
    claims,
    readings: [],
    dismissals: [],
    revision: 1,
    strikings: 0,
  }
}

const iceHouseText = buildDocument(
  {
    headline: 'Halmsund’s ice house has to move again',
    dek: 'It stood on the mole, then on the quay. Now the quay gives way.',
    byline: 'By Noor Castellan',
    dateline: 'HALMSUND',
    searchTitle: 'Halmsund’s ice house has to move, for the third time since 1951',
    searchDescription: 'The quay under the oldest ice house of the coast gives way.',
  },
  [
    paragraph(
      'The ice house of Halmsund {1:stands on 212 piles of larch}, and {2:a third of them are rotten}, a report says that the town {3:has had since November}. It will have to move, {4:for the third time since 1951}.',
    ),
    paragraph(
      '{5:“We heard it before we saw it,”} said {6:Signe Torvald, who has kept the harbour’s books for 30 years}. “The floor {7:*sang*, and then it sank}.”',
    ),
    crosshead('What the ledgers say'),
    paragraph(
      'The house {8:was carried over in the winter of 1962}, {9:brick by brick {10:at a cost of 41,000 crowns}},[^cost] and {11:in 19 days}. “{12:Nobody slept, {13:nobody {14:asked what it cost}}},” a mason wrote. It is {15:the handsomest shed on the coast}.',
    ),
    schema.node('blockquote', null, [
      paragraph('Leaf 40 is torn where the sum should stand. {16:The next leaf gives it as 44,000.}'),
    ]),
    schema.node('table', null, [
      row('tableHeader', 'Winter', 'Days of ice', 'Blocks cut'),
      row('tableCell', '1951', '{17:64}', '18,200'),
      row('tableCell', '1962', '71', '{18:21,450}'),
      row('tableCell', '2026', '0', 'none'),
    ]),
    figure(
      '0',
      'The ice house on the quay, {19:where it has stood since 1962}.',
      'Drawing: Harbour office',
      'A brick house with a steep roof beside the water; a boat lies before it.',
    ),
    crosshead('Who pays', 2),
    schema.node('bulletList', null, [
      item('The town has set aside **90,000 crowns** for this year.'),
      item('{20:The county has promised as much}, but not in writing.'),
    ]),
    schema.node('pullQuote', null, words('The floor sang, and then it sank.')),
    schema.node('editorsNote', null, words('An earlier version gave the number of piles as 221.')),
    figure('f', '', '', ''),
    schema.node('rule'),
    paragraph('The council meets on Thursday.'),
    schema.node('footnotes', null, [
      schema.node('footnote', { id: 'cost' }, words('Harbour ledger, volume 12, leaf 39.')),
    ]),
  ],
)

const torvald = {
  kind: 'quote',
  speaker: { name: 'Signe Torvald', role: 'harbour bookkeeper', sourceId: null },
} as const

const about: Readonly<Record<number, readonly [Status, Given?]>> = {
  1: [
    'confirmed',
    {
      backup: [
        madeBackup(1, ledger, {
          locator: 'volume 13, leaf 4',
          excerpt: 'Piles driven for the new place of the ice house, larch: 212.',
        }),
      ],
    },
  ],
  2: ['queried', { remark: 'A third of 212, or of those looked at?', note: 'Asked the office on Tuesday.' }],
  3: [
    'unverified',
    {
      isLegal: true,
      remark: 'One voice, and not for attribution.',
      backup: [madeBackup(3, insider, { rank: 'secondary', locator: 'second talk' })],
    },
  ],
  4: ['wrong', { remark: 'The second time: it was built where the mole was in 1951.' }],
  5: ['confirmed', { ...torvald, backup: [madeBackup(5, interview, { locator: '07:30' })] }],
  6: ['onAuthor'],
  7: ['confirmed', { ...torvald, backup: [madeBackup(7, interview, { locator: '07:41' })] }],
  8: ['confirmed'],
  9: ['confirmed'],
  10: [
    'onAuthor',
    {
      assigneeId: checker.id,
      remark: 'The writer prefers leaf 39 to leaf 41.',
      settledWords: 'at a cost of 44,000 crowns',
      backup: [
        madeBackup(10, ledger, {
          locator: 'volume 12, leaf 39',
          excerpt: 'Carrying over of the house: 41,000.',
        }),
        madeBackup(10, interview, {
          stance: 'contradicts',
          rank: 'secondary',
          locator: '22:05',
          excerpt: 'Forty-four, my father always said. Forty-four thousand.',
          note: 'Hearsay, but it agrees with leaf 41.',
        }),
      ],
    },
  ],
  12: ['queried', { kind: 'quote', speaker: { name: 'A mason', role: '', sourceId: null } }],
  13: ['wrong'],
  15: ['notAFact', { remark: 'The writer’s own liking.' }],
  17: ['confirmed'],
  18: ['unverified'],
  19: [
    'wrong',
    {
      assigneeId: me.id,
      backup: [
        madeBackup(19, visit, { stance: 'contradicts', locator: 'cornerstone', excerpt: 'LAID HERE 1963' }),
      ],
    },
  ],
}

const removed = madeClaim(21, 'It was the first house of its kind north of the sound', 'unchecked', {
  presence: 'removed',
  note: 'Cut by the desk.',
})

/** Every kind of block, a claim in every status, claims in claims, in a cell, a caption and a quotation. */
export const iceHouseStory = opened(iceHouse, iceHouseText, [...claimsOf(iceHouseText, about), removed])

export const openClaimNumber = 10

const storyOf = (id: string): Story => madeShelf.find((each) => each.id === `story-${id}`) ?? iceHouse

const arabicText = buildDocument(
  {
    headline: 'عودة العبّارة إلى الميناء القديم',
    dek: 'توقفت العبّارة تسعة عشر شهرًا، والبلدية لا تقول كم كلّف الإصلاح.',
    byline: 'نور كاستيلان',
    dateline: 'هالمسوند',
  },
  [
    paragraph(
      'عادت العبّارة إلى الميناء القديم يوم السبت {1:بعد تسعة عشر شهرًا من التوقف}. وقالت البلدية إن {2:نحو 400 شخص عبروا في الساعة الأولى}.',
    ),
    paragraph(
      '{3:«كنّا نعدّ الأيام»}، قالت {4:سيغني تورفالد التي تدير دفاتر الميناء {5:منذ ثلاثين عامًا}}. وقد بلغت الكلفة {6:340,000 كرونة} بحسب Hale & Sorrel.',
    ),
    paragraph('A paragraph in {7:another script} stands the other way round, and {8:its marks} with it.'),
  ],
)

export const arabicStory = opened(
  storyOf('arabic'),
  arabicText,
  claimsOf(arabicText, {
    1: ['confirmed'],
    2: ['queried'],
    3: ['wrong', { kind: 'quote' }],
    4: ['onAuthor'],
    5: ['unverified'],
    6: ['notAFact'],
    7: ['confirmed'],
  }),
)

/** In which nobody has found anything to tag. */
export const readText = buildDocument(
  { headline: 'What the harbour smells of', byline: 'By Noor Castellan' },
  [paragraph('Tar, mostly, and rope. When the wind turns it is bread.')],
)

const emptyText = buildDocument({}, [])
export const emptyStory = opened(storyOf('untitled'), emptyText, [])

const everyStatus = [
  'unchecked',
  'queried',
  'confirmed',
  'wrong',
  'unverified',
  'onAuthor',
  'notAFact',
] as const satisfies readonly Status[]

/** One line each: the words of a statement, of a quote, and of one that runs over the line. */
const statusText = buildDocument(
  { headline: 'A line for each status' },
  everyStatus.map((_, at) =>
    paragraph(
      `Here {${at * 3 + 1}:a statement of some words} is followed by {${at * 3 + 2}:“a quote,”} and by {${at * 3 + 3}:one that is long enough to run over the end of the line, as many do, into the next}.`,
    ),
  ),
)

export const statusStory = opened(
  { ...iceHouse, headline: 'A line for each status', slug: 'a-line-for-each-status' },
  statusText,
  claimsOf(
    statusText,
    Object.fromEntries(
      everyStatus.flatMap((status, at) => [
        [at * 3 + 1, [status]],
        [at * 3 + 2, [status, { kind: 'quote' }]],
        [at * 3 + 3, [status]],
      ]),
    ),
  ),
)

const nest = (depth: number, from: number): string =>
  depth === 0 ? 'forty crowns' : `{${from}:the clerk wrote ${nest(depth - 1, from + 1)}}`

/** As dense as it gets: claims in claims in claims, and hardly a word that is in none. */
const nestedText = buildDocument(
  { headline: 'Claims in claims', byline: 'By Noor Castellan' },
  [0, 1, 2].map((at) =>
    paragraph(
      `{${at * 12 + 1}:In {${at * 12 + 2}:the spring of 1962} {${at * 12 + 3}:the harbour office {${at * 12 + 4}:paid {${at * 12 + 5}:nineteen masons}} to carry the house}}, and {${at * 12 + 6}:of what was left {${at * 12 + 7}:it bought {${at * 12 + 8}:a bell}}}. Later ${nest(4, at * 12 + 9)}.`,
    ),
  ),
)

export const nestedStory = opened(
  { ...iceHouse, headline: 'Claims in claims', slug: 'claims-in-claims' },
  nestedText,
  claimsOf(
    nestedText,
    Object.fromEntries(
      Array.from({ length: 36 }, (_, at) => [
        at + 1,
        [everyStatus[(at * 3) % everyStatus.length] ?? 'wrong'],
      ]),
    ),
  ),
)

export const madeTexts: readonly OpenedStory[] = [iceHouseStory, arabicStory, emptyStory]
