import { z } from 'zod'
import { newRequestId } from '../../../shared/model/ids.ts'
import type { FoundFile, Places, StrikingPreview, StrikingReceipt } from '../../../shared/model/striking.ts'
import { deskCommand } from '../command.ts'
import { counted, indented, tableOf } from '../layout.ts'
import { findStory } from '../references.ts'

export const strikeCommand = deskCommand({
  name: 'strike',
  summary: 'strike words, such as a name, from everything at the desk, for good',
  positionals: ['WORDS…'],
  options: {
    reason: { value: 'TEXT', help: 'why; it is kept in the trail, so without the words themselves' },
    story: { value: 'STORY', help: 'strike them in this story alone, with its trail and its receipt' },
    'whole-words': { help: 'leave alone what stands inside a longer word' },
    'keep-files': {
      help: 'keep attached and imported files that hold the words (default: they are removed)',
    },
    'dry-run': { help: 'only say what would be struck' },
  },
  notes: [
    'For editors alone. There is no undo: not even a backup of the desk keeps what was struck.',
    'Copies of the folder made elsewhere, and files exported earlier, are out of reach.',
  ],
  input: z
    .object({
      words: z.array(z.string()).transform((words) => words.join(' ')),
      reason: z.string().max(2000).default(''),
      story: z.string().optional(),
      wholeWords: z.boolean().default(false),
      keepFiles: z.boolean().default(false),
      dryRun: z.boolean().default(false),
    })
    .refine(({ reason, dryRun }) => dryRun || reason.trim() !== '', {
      path: ['reason'],
      message: 'a reason is wanted, and it is kept',
    }),
  needs: 'person',
  async run({ words, reason, story: reference, wholeWords, keepFiles, dryRun }, { client }) {
    const storyId = reference === undefined ? null : (await findStory(client, reference)).id
    const given = { words, storyId, wholeWords }
    if (dryRun) {
      const preview = await client.striking.preview(given)
      return { json: { preview }, text: previewText(preview) }
    }
    const kept = keepFiles ? (await client.striking.preview(given)).files.map((file) => file.hash) : []
    const receipt = await client.striking.strike({
      requestId: newRequestId(),
      ...given,
      reason,
      keepFiles: kept,
    })
    return { json: { receipt }, text: receiptText(receipt) }
  },
})

function placesText(places: Places): string {
  const rows = Object.entries(places).map(([kind, count]) => [String(count), kind])
  return rows.length === 0 ? 'nothing' : tableOf(rows)
}

export function filesText(files: readonly FoundFile[]): string {
  return files
    .map(({ hash, names, usedAs }) => `${hash.slice(0, 12)}…  ${usedAs}  ${names.join(', ')}`.trimEnd())
    .join('\n')
}

function previewText({ places, forms, files, copies }: StrikingPreview): string {
  const parts = [`Would be struck:\n${indented(placesText(places))}`]
  if (forms.length > 0) {
    parts.push(`as it stands:\n${indented(tableOf(forms.map(({ text, count }) => [`${count} ×`, text])))}`)
  }
  if (files.length > 0) parts.push(`removed, for they hold it:\n${indented(filesText(files))}`)
  parts.push(`also in ${counted(copies, 'backup')} of the desk`)
  return parts.join('\n')
}

/** What was done, the same after striking and after deleting. */
export function receiptText(receipt: StrikingReceipt): string {
  const { places, filesRemoved, filesKept, copiesRewritten, copiesDeleted, left } = receipt
  const parts = [`Struck for good:\n${indented(placesText(places))}`]
  if (filesRemoved.length > 0) parts.push(`${counted(filesRemoved.length, 'file')} removed`)
  if (filesKept.length > 0) parts.push(`${counted(filesKept.length, 'file')} kept that hold the words`)
  if (copiesRewritten > 0) parts.push(`${counted(copiesRewritten, 'backup')} of the desk written anew`)
  for (const { name, reason } of copiesDeleted) parts.push(`backup ${name} deleted: ${reason}`)
  for (const path of left) parts.push(`not Stet’s, and still holds the words: ${path}`)
  return parts.join('\n')
}
