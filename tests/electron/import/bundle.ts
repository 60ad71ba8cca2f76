import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { type StoryBundle, storyBundleSchema } from '../../../shared/model/bundle.ts'

const ids = {
  story: 'story-0001',
  claims: ['claim-0001', 'claim-0002', 'claim-0003'],
  source: 'source-0001',
  person: 'person-0001',
  backup: 'backup-0001',
}

/** A story of two claims in the text and one removed, one of them settled on one piece of backup. */
export function harbourBundle(): StoryBundle {
  const claim = (id: string | undefined, ...text: string[]) =>
    text.map((words) => schema.text(words, [schema.mark('claim', { id })]))
  const body = [
    schema.node('paragraph', null, [
      schema.text('The ferry sails at '),
      ...claim(ids.claims[0], 'nine'),
      schema.text(', and Lie said: '),
      ...claim(ids.claims[1], '“She is a stubborn old thing.”'),
    ]),
    schema.node('crosshead', { level: 1 }, [schema.text('A Careful Sum')]),
    schema.node('blockquote', null, [
      schema.node('paragraph', null, [schema.text('The sea has signed it.')]),
    ]),
    schema.node('bulletList', null, [
      schema.node('listItem', null, [schema.node('paragraph', null, [schema.text('two lorries')])]),
    ]),
    schema.node('pullQuote', null, [schema.text('A timetable is a promise')]),
    schema.node('editorsNote', null, [schema.text('This story was changed on Monday.')]),
  ]
  const document = buildDocument(
    {
      headline: 'The Night Ferry Is Back',
      dek: 'Twelve years after.',
      byline: 'By Runa Haug',
      dateline: 'OSTERBY (AP)',
      searchTitle: 'Night ferry',
      searchDescription: 'It sails again.',
      socialLine: 'Look who is back.',
    },
    body,
  )
  const record = (id: string | undefined, number: number, words: string, presence: string) => ({
    id,
    storyId: ids.story,
    number,
    kind: number === 2 ? 'quote' : 'statement',
    presence,
    words,
    speaker: number === 2 ? { name: 'Lie', role: '', sourceId: ids.source } : null,
    status: number === 1 ? 'confirmed' : 'unchecked',
    settling:
      number === 1
        ? {
            status: 'confirmed',
            words,
            version: 3,
            note: '',
            personId: ids.person,
            atMs: 5,
            backupFingerprints: {},
          }
        : null,
    assigneeId: null,
    note: '',
    isLegal: false,
    copiedFrom: null,
    backup:
      number === 1
        ? [
            {
              id: ids.backup,
              claimId: id,
              sourceId: ids.source,
              locator: 'p. 2',
              excerpt: 'departs 21:00',
              stance: 'supports',
              rank: 'primary',
              note: '',
              addedBy: ids.person,
              addedAtMs: 4,
            },
          ]
        : [],
    taggedBy: ids.person,
    taggedAtMs: 2,
    revision: number,
  })
  return storyBundleSchema.parse({
    format: 'stet-story',
    formatVersion: 1,
    schemaVersion: 1,
    isPartial: false,
    story: {
      id: ids.story,
      slug: 'night-ferry',
      stage: 'checking',
      version: 3,
      createdAtMs: 1,
      updatedAtMs: 5,
      copiedFrom: null,
      nextNumber: 4,
    },
    document: document.toJSON(),
    claims: [
      record(ids.claims[0], 1, 'nine', 'inText'),
      record(ids.claims[1], 2, '“She is a stubborn old thing.”', 'inText'),
      record(ids.claims[2], 3, 'a line long gone', 'removed'),
    ],
    sources: [
      {
        id: ids.source,
        kind: 'document',
        title: 'Timetable',
        publisher: 'County',
        url: '',
        date: '2025',
        note: '',
        usualRank: 'primary',
        isConfidential: false,
        terms: 'onRecord',
        codeName: '',
        printAs: '',
        files: [],
        createdAtMs: 1,
        updatedAtMs: 1,
      },
    ],
    people: [{ id: ids.person, name: 'Ada Roe', initials: 'AR', role: 'checker' }],
    files: [],
  })
}
