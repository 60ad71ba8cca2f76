import type { Outputs } from '../../../shared/contract/contract.ts'
import { fileHashSchema, sourceIdSchema } from '../../../shared/model/ids.ts'
import { newSourceDetails, type SourceDetails, type SourceKind } from '../../../shared/model/source.ts'

type Listed = Outputs['sources']['list'][number]

const atMs = Date.UTC(2026, 2, 4, 9, 30)

function source(
  id: string,
  kind: SourceKind,
  title: string,
  usedBy: number,
  given: Partial<SourceDetails> = {},
  files: Listed['files'] = [],
): Listed {
  return {
    ...newSourceDetails(kind, title),
    ...given,
    id: sourceIdSchema.parse(`source-${id}`),
    files,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    usedBy,
  }
}

export const ledger = source(
  'ledger',
  'document',
  'Harbour ledger of Halmsund, volumes 11 to 13',
  4,
  {
    publisher: 'Harbour office of Halmsund',
    date: '1958–1964',
    note: 'Seen in the reading room. Volume 12 lacks two leaves.',
  },
  [
    {
      hash: fileHashSchema.parse('a'.repeat(64)),
      name: 'ledger-volume-12-leaf-40-recto-and-verso.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 2_481_330,
    },
  ],
)

export const interview = source('interview', 'recording', 'Interview with Signe Torvald, 41 minutes', 2, {
  publisher: 'Signe Torvald',
  date: '2 March 2026',
})

export const insider = source('insider', 'person', 'Aksel Rønn, sat in the meetings', 1, {
  isConfidential: true,
  terms: 'notForAttribution',
  codeName: 'Tern',
  printAs: 'somebody who sat in the meetings',
})

export const visit = source(
  'visit',
  'observation',
  'Counted the bricks of the north wall',
  1,
  { date: '5 March 2026', note: 'From the quay, with the glass. The cornerstone has a year on it.' },
  [
    {
      // Hashes that begin so have a picture in the gallery.
      hash: fileHashSchema.parse('0'.repeat(64)),
      name: 'north-wall.svg',
      mediaType: 'image/svg+xml',
      sizeBytes: 812,
    },
  ],
)

export const madeSources: readonly Listed[] = [
  source('weather', 'dataSet', 'Ice days at the outer mole, daily', 0, {
    publisher: 'Coastal weather service',
    url: 'https://data.example.org/halmsund/ice/outer-mole/daily?from=1951&to=2026&unit=days',
  }),
  insider,
  source('book', 'book', 'Salt, Ice and Herring: a history of the northern harbours', 1, {
    publisher: 'Lykke & Son',
    date: '1987',
  }),
  ledger,
  interview,
  source('notice', 'webPage', 'Notice of works at the ice house', 3, {
    publisher: 'Town of Halmsund',
    url: 'https://halmsund.example.org/works/ice-house',
    date: '11 February 2026',
  }),
  visit,
]
