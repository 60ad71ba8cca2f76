import { z } from 'zod'
import { must } from '../../../shared/lib/assert.ts'
import { exportFormatSchema, exportPurposeSchema } from '../../../shared/model/export.ts'
import { deskCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { findStory } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'
import { writeExport } from '../write-out.ts'

export const exportCommand = deskCommand({
  name: 'export',
  summary: 'write a story to a file',
  positionals: ['STORY'],
  options: {
    as: { value: 'FORMAT', help: choicesOf(exportFormatSchema.options) },
    for: {
      value: 'PURPOSE',
      help: `${choicesOf(exportPurposeSchema.options)} (default: internal)`,
    },
    out: { value: 'FILE', help: 'the file to write; “-” for standard output' },
    'with-confidential': { help: 'let confidential sources out whole, not only as described in print' },
  },
  notes: [
    'For publishing, the story has to be cleared (stet gate). What is internal and not cleared says so on every page and in the name that the story gives the file.',
    'FILE may be a folder: the story then names the file. A file that is there is replaced.',
    'Here --as is the format; who is working is said before the command: stet --as NAME export …',
  ],
  input: z.object({
    story: z.string().min(1),
    as: spelled(exportFormatSchema.options),
    for: spelled(exportPurposeSchema.options).default('internal'),
    out: z.string().min(1),
    withConfidential: z.boolean().default(false),
  }),
  // What leaves the desk stands in its trail, with who took it out.
  needs: 'person',
  async run({ story: reference, as, for: purpose, out, withConfidential }, { client, blobs, isJson }) {
    if (isJson && out === '-' && as !== 'json') {
      throw badInput('--json keeps standard output for JSON: name a file with --out')
    }
    const { id: storyId } = await findStory(client, reference)
    const { hash, name, mediaType, sizeBytes } = await client.transfer.exportStory({
      storyId,
      as,
      purpose,
      withConfidential,
    })
    const bytes = must(await blobs.read(hash), 'an export can be read while the desk is open')
    if (out === '-') return { json: bytes, text: bytes }
    const file = await writeExport(out, name, bytes)
    return { json: { file, hash, mediaType, sizeBytes }, text: `${file}  ${sizeBytes} bytes` }
  },
})
