import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { StoryBundle } from '../../../shared/model/bundle.ts'
import {
  backupOf,
  block,
  bundleOf,
  claimOf,
  figure,
  fileOf,
  link,
  list,
  mark,
  pngOf,
  settlingOf,
  sourceOf,
  tag,
  text,
} from './fixture.ts'

/** Everything that a confidential source may not leave behind; each stands in some record of the story below. */
export const secrets = {
  title: 'Marguerite Oyelaran, deputy harbour master',
  name: 'Marguerite Oyelaran',
  surname: 'Oyelaran',
  publisher: 'Tidewater Pilots Guild',
  url: 'https://vault.example/m-oyelaran/call?id=7',
  note: 'Met her twice behind the customs shed; never call the office line.',
  codeName: 'Lamplighter',
  fileName: 'oyelaran-call-2026-02-11.m4a',
  fileBytes: 'RIFF the whole call, word for word, with her voice in it',
  locator: 'from minute 14:32 of the second call',
  excerpt: 'They told us to log the spoil as clean sand and move on.',
  backupNote: 'She read this aloud from her own logbook.',
} as const

export const secretFile = fileOf(new TextEncoder().encode(secrets.fileBytes))
export const openFile = fileOf(new TextEncoder().encode('minutes of the port committee, all pages'))
export const picture = fileOf(pngOf(900, 500))

/** A story of our own that has every kind of block, mark and claim, and one confidential source used all over. */
export function harbourStory(): StoryBundle {
  let document = buildDocument(
    {
      headline: 'The harbour dug deeper than its permit',
      dek: 'Port logs show 41,000 tonnes of silt that nobody was told about',
      byline: 'By Tomas Lind',
      dateline: 'EASTHAVEN, March 4',
      searchTitle: 'Easthaven harbour dredging: what the logs show',
      searchDescription: 'Port logs show far more silt was dredged than the permit allowed.',
      socialLine: 'What lies under Easthaven harbour, and who signed for it.',
    },
    [
      block(
        'paragraph',
        'Between May and September the port of Easthaven took ',
        text('41,000 tonnes', mark('bold')),
        ' of silt from its northern basin, ',
        text('more than twice what its permit allows', mark('italic')),
        ', according to ',
        text('the committee’s own minutes', link('https://port.example/minutes?year=2025&page=2')),
        '.',
      ),
      block(
        'paragraph',
        '“We dug where the charts told us to dig,” said Harald Voss, who runs the port. “Nobody asked for more.”',
      ),
      block('crosshead', 'What the logs say'),
      schema.node('blockquote', null, [
        block('paragraph', 'Spoil of barge 7 to be logged as sand until further notice.'),
        list('bulletList', [[block('paragraph', 'Barge 7')], [block('paragraph', 'Barge 9')]]),
      ]),
      block(
        'paragraph',
        'The silt held 38 mg of lead per kilogram, and CO',
        text('2', mark('subscript')),
        ' readings rose by 10',
        text('3', mark('superscript')),
        ' over ',
        text('two', mark('strike')),
        ' ',
        text('three', mark('underline')),
        ' weeks. A person who saw the logs said the crews had no choice.',
      ),
      block('pullQuote', 'Nobody asked for more.'),
      schema.node('crosshead', { level: 2 }, [text('Three dates')]),
      list(
        'orderedList',
        [
          [block('paragraph', 'In May the first barge sailed.')],
          [
            block('paragraph', 'In July the permit ran out.'),
            list('bulletList', [[block('paragraph', 'It was renewed in August.')]]),
            block('paragraph', 'Nobody noticed.'),
          ],
          [block('paragraph', 'In September the digging stopped.')],
        ],
        3,
      ),
      list('orderedList', [
        [block('paragraph', 'A list of its own.')],
        [block('paragraph', 'Its second line.')],
      ]),
      schema.node('rule'),
      figure(
        picture.hash,
        'Barge 7 at its berth in June.',
        'Photo: Rana Aziz',
        'A grey barge beside a low pier',
      ),
      figure(
        '0'.repeat(64),
        'The northern basin from above.',
        'Port of Easthaven',
        'A basin seen from the air',
      ),
      block('paragraph', 'אמר דובר הנמל: "הכול חוקי", and added nothing in English.'),
      block('editorsNote', 'An earlier version gave the wrong year for the permit.'),
    ],
  )
  const tagged: [number, string][] = [
    [1, '41,000 tonnes of silt from its northern basin'],
    [
      2,
      '“We dug where the charts told us to dig,” said Harald Voss, who runs the port. “Nobody asked for more.”',
    ],
    [3, 'northern basin, more than twice what its permit allows'],
    [4, 'permit allows, according to the committee’s own minutes'],
    [5, 'Spoil of barge 7 to be logged as sand until further notice.\nBarge 7\nBarge 9'],
    [6, '38 mg of lead'],
    [7, 'said the crews had no choice'],
    [8, '41,000 tonnes of silt that nobody was told about'],
    [10, 'A grey barge beside a low pier'],
    [11, 'In July the permit ran out.\nIt was renewed in August.\nNobody noticed.'],
    [12, 'far more silt was dredged'],
    [13, '"הכול חוקי"'],
  ]
  for (const [number, words] of tagged) {
    document = tag(document, `claim-${String(number).padStart(6, '0')}`, words)
  }
  const wordsOfClaim = new Map(tagged)
  const at = (number: number): { words: string } => ({ words: wordsOfClaim.get(number) ?? '' })
  const hidden = 'source-hidden1'
  const minutes = 'source-minutes'
  const insider = { excerpt: secrets.excerpt, locator: secrets.locator, note: secrets.backupNote }
  return bundleOf(document, {
    slug: 'harbour-dredging-oyelaran',
    claims: [
      claimOf(1, {
        ...at(1),
        status: 'confirmed',
        settling: settlingOf('confirmed', '41,000 tonnes of silt from its northern basin', {
          note: `${secrets.name} agrees with the minutes`,
          backupFingerprints: {
            'backup-1-utes': 'a'.repeat(64),
            'backup-1-den1': 'b'.repeat(64),
          },
        }),
        backup: [
          backupOf(1, minutes, {
            locator: 'p. 12, item 4',
            excerpt: 'Total spoil removed: 41,000 t.',
            note: 'Signed by the chair.',
          }),
          backupOf(1, hidden, insider),
        ],
        note: `Ask ${secrets.surname} for the second page; ${secrets.codeName} has it at ${secrets.url}`,
      }),
      claimOf(2, {
        ...at(2),
        kind: 'quote',
        status: 'queried',
        speaker: { name: 'Harald Voss', role: 'who runs the port', sourceId: null },
        settling: settlingOf('queried', '“We dug where the charts told us,” said Harald Voss', {
          note: 'Recording cuts off after “dig”.',
          personId: 'person-writer1',
        }),
        assigneeId: 'person-checker',
      }),
      claimOf(3, { ...at(3), isLegal: true, note: 'Permit 118/B says 20,000 tonnes.' }),
      claimOf(4, { ...at(4), status: 'unchecked' }),
      claimOf(5, { ...at(5), kind: 'quote', speaker: { name: secrets.name, role: '', sourceId: hidden } }),
      claimOf(6, { ...at(6), status: 'wrong', settling: settlingOf('wrong', '83 mg of lead') }),
      claimOf(7, { ...at(7), backup: [backupOf(7, hidden, { stance: 'context', rank: 'secondary' })] }),
      claimOf(8, at(8)),
      claimOf(9, {
        words: `${secrets.name} of the ${secrets.publisher} signed the log`,
        presence: 'removed',
        status: 'onAuthor',
        settling: settlingOf('onAuthor', `${secrets.name} signed the log`, {
          note: `see ${secrets.fileName} and her excerpt: ${secrets.excerpt}`,
        }),
        note: `taken out so that ${secrets.name.toUpperCase()} cannot be found`,
      }),
      claimOf(10, at(10)),
      claimOf(11, at(11)),
      claimOf(12, at(12)),
      claimOf(13, { ...at(13), kind: 'quote' }),
    ],
    sources: [
      sourceOf(hidden, 'person', secrets.title, {
        publisher: secrets.publisher,
        url: secrets.url,
        date: '2026-02-11',
        note: secrets.note,
        isConfidential: true,
        terms: 'background',
        codeName: secrets.codeName,
        files: [
          {
            hash: secretFile.hash,
            name: secrets.fileName,
            mediaType: 'audio/mp4',
            sizeBytes: secretFile.sizeBytes,
          },
        ],
      }),
      sourceOf(minutes, 'document', 'Minutes of the port committee', {
        publisher: 'Port of Easthaven',
        url: 'https://port.example/minutes',
        date: 'October 2025',
        note: `Sent to us before ${secrets.surname} called.`,
        files: [
          {
            hash: openFile.hash,
            name: 'minutes.pdf',
            mediaType: 'application/pdf',
            sizeBytes: openFile.sizeBytes,
          },
        ],
      }),
    ],
    files: [secretFile, openFile, picture],
  })
}
