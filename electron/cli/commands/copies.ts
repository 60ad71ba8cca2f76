import { z } from 'zod'
import { type DeskCopy, keptCopiesSchema } from '../../../shared/model/copy.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand, folderCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'

const occasions: Record<DeskCopy['occasion'], string> = {
  start: 'start',
  day: 'new day',
  import: 'before an import',
  asked: 'asked for',
  migration: 'before a new shape',
  rescue: 'rescued',
  setAside: 'set aside',
}

/** In the machine's own time, as a person reads it. */
function momentOf(atMs: number): string {
  const at = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000)
  return at.toISOString().slice(0, 16).replace('T', ' ')
}

function rowOf(copy: DeskCopy): string[] {
  const content =
    copy.trouble === null
      ? `${counted(copy.stories, 'story', 'stories')}, last change ${copy.lastChangeMs === null ? 'never' : momentOf(copy.lastChangeMs)}`
      : `cannot be opened: ${copy.trouble}`
  const size = `${Math.ceil(copy.sizeBytes / 1000)} kB`
  return [momentOf(copy.atMs), occasions[copy.occasion], size, content, copy.name]
}

export const backupCommand = deskCommand({
  name: 'backup',
  summary: 'back the desk up now, into its folder “backups”',
  positionals: [],
  input: z.object({}),
  notes: [
    'A backup is the whole database at one moment; the files it names stay in “files” and never change.',
    'Where nobody did anything since the last backup, that one is named and no other is made.',
  ],
  needs: 'desk',
  async run(_, { client }) {
    const made = await client.desk.copyNow({ requestId: newRequestId() })
    const text = made.isNew ? '' : '\nNobody did anything since; no other was made.'
    return { json: made, text: `${tableOf([rowOf(made.copy)], Number.POSITIVE_INFINITY)}${text}` }
  },
})

export const backupListCommand = folderCommand({
  name: 'backup list',
  summary: 'list the backups of the desk, the newest first; also of one that cannot be opened',
  positionals: [],
  input: z.object({}),
  async run(_, { folder }) {
    const [{ listCopies }, { migrations, newestVersion }] = await Promise.all([
      import('../../store/copy-list.ts'),
      import('../../store/migrate.ts'),
    ])
    const copies = await listCopies(folder, newestVersion(migrations))
    const text = copies.length > 0 ? tableOf(copies.map(rowOf), Number.POSITIVE_INFINITY) : 'No backups yet.'
    return { json: { copies }, text }
  },
})

export const backupKeepCommand = deskCommand({
  name: 'backup keep',
  summary: 'say how many backups of each occasion are kept; those before a change of shape always are',
  positionals: ['NUMBER'],
  input: z.object({ number: z.coerce.number().pipe(keptCopiesSchema) }),
  needs: 'person',
  async run({ number }, { client }) {
    const kept = await client.desk.keepCopies({ requestId: newRequestId(), kept: number })
    return { json: kept, text: `${counted(kept.kept, 'backup')} of each occasion will be kept.` }
  },
})
