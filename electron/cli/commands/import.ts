import { basename } from 'node:path'
import { z } from 'zod'
import { newRequestId } from '../../../shared/model/ids.ts'
import type { Receipt } from '../../../shared/model/receipt.ts'
import { deskCommand } from '../command.ts'
import { readInput } from '../files.ts'
import { counted, indented, tableOf } from '../layout.ts'
import { wordsFor } from '../spelling.ts'

export const importCommand = deskCommand({
  name: 'import',
  summary: 'make a story of a text, Markdown, HTML or Stet JSON file',
  positionals: ['FILE'],
  options: {
    name: { value: 'NAME', help: 'what to call the file; its ending tells the format' },
  },
  notes: ['FILE may be “-” for standard input.'],
  input: z.object({ file: z.string().min(1), name: z.string().min(1).max(255).optional() }),
  needs: 'person',
  async run({ file, name }, { client, blobs }) {
    const bytes = await readInput(file)
    const { hash } = await blobs.put(bytes)
    const imported = await client.transfer.importFile({
      requestId: newRequestId(),
      name: name ?? (file === '-' ? '' : basename(file)),
      hash,
    })
    const { story } = await client.stories.open({ storyId: imported.storyId })
    return { json: imported, text: `${story.slug}  ${story.id}\n${receiptText(imported.receipt)}` }
  },
})

function receiptText(receipt: Receipt): string {
  const kept = Object.entries(receipt.kept)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => [String(count), wordsFor(what)])
  const lines = [kept.length > 0 ? `Kept:\n${indented(tableOf(kept))}` : 'Kept: nothing']
  if (receipt.changed.length > 0) {
    const rows = receipt.changed.map(({ what, count }) => [String(count), what])
    lines.push(`Changed:\n${indented(tableOf(rows))}`)
  }
  if (receipt.dropped.length > 0) {
    const rows = receipt.dropped.map((part) => [part.rule, part.text])
    lines.push(`Dropped ${counted(receipt.dropped.length, 'part')}:\n${indented(tableOf(rows))}`)
  }
  if (receipt.missing.length > 0) lines.push(`Missing: ${receipt.missing.join(', ')}`)
  return lines.join('\n')
}
