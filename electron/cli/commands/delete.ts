import { z } from 'zod'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { counted, indented } from '../layout.ts'
import { findStory } from '../references.ts'
import { filesText, receiptText } from './strike.ts'

export const deleteCommand = deskCommand({
  name: 'delete',
  summary: 'delete a story for good, with its journal, its claims and its trail',
  positionals: ['STORY'],
  options: {
    reason: { value: 'TEXT', help: 'why; it is kept in the desk’s trail' },
    'dry-run': { help: 'only say what would go' },
  },
  notes: [
    'For editors alone. There is no undo: not even a backup of the desk keeps the story.',
    'Sources stay. Copies of the folder made elsewhere, and files exported earlier, are out of reach.',
  ],
  input: z
    .object({
      story: z.string().min(1),
      reason: z.string().max(2000).default(''),
      dryRun: z.boolean().default(false),
    })
    .refine(({ reason, dryRun }) => dryRun || reason.trim() !== '', {
      path: ['reason'],
      message: 'a reason is wanted, and it is kept',
    }),
  needs: 'person',
  async run({ story: reference, reason, dryRun }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    if (!dryRun) {
      const receipt = await client.striking.deleteStory({ requestId: newRequestId(), storyId, reason })
      return { json: { receipt }, text: receiptText(receipt) }
    }
    const preview = await client.striking.previewDeletion({ storyId })
    const counts = [
      counted(preview.steps, 'step'),
      counted(preview.claims, 'claim'),
      counted(preview.settlings, 'settling'),
      counted(preview.events, 'event'),
    ].join(', ')
    const files =
      preview.files.length === 0 ? '' : `\nwith files of its own:\n${indented(filesText(preview.files))}`
    return { json: { preview }, text: `Would be deleted for good: ${counts}${files}` }
  },
})
