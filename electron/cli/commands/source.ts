import { basename, extname } from 'node:path'
import { z } from 'zod'
import { newRequestId, newSourceId } from '../../../shared/model/ids.ts'
import {
  newSourceDetails,
  sourceDetailsSchema,
  sourceKindSchema,
  sourceStandingSchema,
  termsSchema,
} from '../../../shared/model/source.ts'
import { mediaTypeBytes, mediaTypeOf, unknownMedia } from '../../store/media.ts'
import { deskCommand } from '../command.ts'
import { readBytes } from '../files.ts'
import { counted, tableOf } from '../layout.ts'
import { chosenRank, rankOptions, rankSwitches, refineRank } from '../rank.ts'
import { findSource } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'
import { sourceRow } from './show.ts'

export const sourceAddCommand = deskCommand({
  name: 'source add',
  summary: 'add a source to the library',
  positionals: [],
  options: {
    kind: { value: 'KIND', help: choicesOf(sourceKindSchema.options) },
    title: { value: 'TITLE', help: 'a title, or the person’s name' },
    publisher: { value: 'NAME', help: 'publisher, or who speaks' },
    url: { value: 'URL', help: 'its address; nothing is fetched' },
    date: { value: 'DATE', help: 'as the source gives it' },
    note: { value: 'TEXT', help: 'a remark for the desk' },
    group: { value: 'NAME', help: 'what it shares with others, such as a wire story: they count once' },
    standing: { value: 'STANDING', help: choicesOf(sourceStandingSchema.options) },
    ...rankOptions,
    confidential: { help: 'leaves the desk only as described in print' },
    terms: {
      value: 'TERMS',
      help: `${choicesOf(termsSchema.options)} (default: on-record; not-for-attribution where confidential)`,
    },
    'code-name': { value: 'NAME', help: 'what the desk calls it among themselves' },
    'print-as': { value: 'TEXT', help: 'the wording used in print' },
    file: { value: 'FILE', isMany: true, help: 'a file to keep with it; may be given several times' },
  },
  input: z
    .object({
      kind: spelled(sourceKindSchema.options),
      title: z.string().trim().min(1, 'a title is wanted').max(1000),
      publisher: z.string().max(500).default(''),
      url: z.string().max(4000).default(''),
      date: z.string().max(100).default(''),
      note: z.string().max(20_000).default(''),
      group: z.string().max(200).default(''),
      standing: spelled(sourceStandingSchema.options).default('stands'),
      ...rankSwitches,
      confidential: z.boolean().default(false),
      terms: spelled(termsSchema.options).optional(),
      codeName: z.string().max(200).default(''),
      printAs: z.string().max(500).default(''),
      file: z.array(z.string().min(1)).default([]),
    })
    .superRefine(refineRank),
  needs: 'person',
  async run(input, { client, blobs }) {
    // Every file is read before anything is written, so that a wrong name leaves no half-made source.
    const files = await Promise.all(
      input.file.map(async (file) => ({ name: basename(file), bytes: await readBytes(file) })),
    )
    const proposed = newSourceDetails(input.kind, input.title)
    const sourceId = newSourceId()
    await client.sources.add({
      requestId: newRequestId(),
      sourceId,
      details: {
        ...proposed,
        publisher: input.publisher,
        url: input.url,
        date: input.date,
        note: input.note,
        independenceGroup: input.group.trim(),
        standing: input.standing,
        usualRank: chosenRank(input) ?? proposed.usualRank,
        isConfidential: input.confidential,
        terms: input.terms ?? (input.confidential ? 'notForAttribution' : proposed.terms),
        codeName: input.codeName,
        printAs: input.printAs,
      },
    })
    for (const { name, bytes } of files) {
      const { hash } = await blobs.put(bytes)
      await client.sources.attachFile({
        requestId: newRequestId(),
        sourceId,
        hash,
        name,
        mediaType: mediaTypeFor(name, bytes),
      })
    }
    const withFiles = files.length > 0 ? `, ${counted(files.length, 'file')}` : ''
    return { json: { sourceId }, text: `${sourceId}  ${input.title}${withFiles}` }
  },
})

export const sourceChangeCommand = deskCommand({
  name: 'source change',
  summary: 'change what is said of a source; settled claims that rest on it are opened where it counts',
  positionals: ['SOURCE'],
  options: {
    title: { value: 'TITLE', help: 'a title, or the person’s name' },
    publisher: { value: 'NAME', help: 'publisher, or who speaks' },
    url: { value: 'URL', help: 'its address; nothing is fetched' },
    date: { value: 'DATE', help: 'as the source gives it' },
    note: { value: 'TEXT', help: 'a remark for the desk' },
    group: { value: 'NAME', help: 'what it shares with others, such as a wire story: they count once' },
    standing: { value: 'STANDING', help: choicesOf(sourceStandingSchema.options) },
    ...rankOptions,
  },
  notes: ['SOURCE is a source’s id or its title. What is not given stays as it is.'],
  input: z
    .object({
      source: z.string().min(1),
      title: z.string().trim().min(1).max(1000).optional(),
      publisher: z.string().max(500).optional(),
      url: z.string().max(4000).optional(),
      date: z.string().max(100).optional(),
      note: z.string().max(20_000).optional(),
      group: z.string().max(200).optional(),
      standing: spelled(sourceStandingSchema.options).optional(),
      ...rankSwitches,
    })
    .superRefine(refineRank),
  needs: 'person',
  async run(input, { client }) {
    const known = await findSource(client, input.source)
    const source = await client.sources.change({
      requestId: newRequestId(),
      sourceId: known.id,
      details: sourceDetailsSchema.parse({
        ...known,
        title: input.title ?? known.title,
        publisher: input.publisher ?? known.publisher,
        url: input.url ?? known.url,
        date: input.date ?? known.date,
        note: input.note ?? known.note,
        independenceGroup: input.group?.trim() ?? known.independenceGroup,
        standing: input.standing ?? known.standing,
        usualRank: chosenRank(input) ?? known.usualRank,
      }),
    })
    return { json: { source }, text: `${source.id}  ${source.title}` }
  },
})

export const sourcesCommand = deskCommand({
  name: 'sources',
  summary: 'list the sources of the library, by title',
  positionals: [],
  input: z.object({}),
  needs: 'desk',
  async run(_, { client }) {
    const sources = await client.sources.list()
    return {
      json: { sources },
      text: sources.length > 0 ? tableOf(sources.map(sourceRow)) : 'No sources yet.',
    }
  },
})

/** Kinds that their bytes do not prove. */
const mediaTypesByEnding: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function mediaTypeFor(name: string, bytes: Uint8Array): string {
  const proven = mediaTypeOf(bytes.subarray(0, mediaTypeBytes))
  return proven === unknownMedia ? (mediaTypesByEnding[extname(name).toLowerCase()] ?? proven) : proven
}
