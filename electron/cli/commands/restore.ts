import { z } from 'zod'
import type { CopyLoss } from '../../../shared/model/copy.ts'
import type { Answer } from '../answer.ts'
import { folderCommand, type Place } from '../command.ts'
import { badInput } from '../failure.ts'
import { counted } from '../layout.ts'
import { verifyAnswer } from './verify.ts'

/** What is in the desk and not in the backup, as a person would say it. */
function describeLoss(loss: CopyLoss | null, isDone: boolean): string {
  if (!loss) return 'The present database cannot be read, so nobody can tell what is newer in it.'
  const { stories, changed, steps, events } = loss
  if (stories + changed + steps + events === 0) return 'Nothing is newer than this backup.'
  const parts = [
    `${counted(stories, 'story', 'stories')} that it does not have`,
    `${counted(changed, 'story', 'stories')} that went on since`,
    `${counted(steps, 'edit')} and ${counted(events, 'event')} of the trail in all`,
  ]
  return `${isDone ? 'Set aside, being newer' : 'Newer'} than this backup: ${parts.join(', ')}.`
}

async function lossWithout(folder: string, name: string): Promise<CopyLoss | null> {
  const [{ lossOf }, { findCopy }, { migrations, newestVersion }] = await Promise.all([
    import('../../store/copy-list.ts'),
    import('../../store/restore.ts'),
    import('../../store/migrate.ts'),
  ])
  try {
    return lossOf(folder, await findCopy(folder, name, true), newestVersion(migrations))
  } catch (error) {
    throw badInput(error instanceof Error ? error.message : String(error), 'UNREADABLE')
  }
}

async function restore(name: string, place: Place): Promise<Answer> {
  const [{ restoreClosed, CopyRefused }, { openDesk }] = await Promise.all([
    import('../../desk/restoring.ts'),
    import('../../desk/desk.ts'),
  ])
  const { folder, log } = place
  const by = { personId: null, name: place.name, via: 'commandLine' as const }
  let done: Awaited<ReturnType<typeof restoreClosed>>
  try {
    done = await restoreClosed(folder, name, by, { anywhere: true })
  } catch (error) {
    if (error instanceof CopyRefused) throw badInput(error.message, 'UNREADABLE')
    throw error
  }
  // This opening puts the backup in its place; what is open then is proved as it stands.
  const desk = await openDesk({ folder, via: 'restore', log })
  try {
    const client = desk.client({ personId: null, via: 'commandLine' })
    const report = await client.desk.verify()
    const proved = verifyAnswer(report)
    return {
      json: { ...done, verify: report },
      text: [
        `The desk is as in ${name}. The database from before lies in ${done.setAside}.`,
        describeLoss(done.loss, true),
        String(proved.text),
      ].join('\n'),
      ...(proved.exitCode === undefined ? {} : { exitCode: proved.exitCode }),
    }
  } finally {
    await desk.close()
  }
}

export const restoreCommand = folderCommand({
  name: 'restore',
  summary: 'take the desk back to a backup; exit code 4 where what was restored does not hold',
  positionals: ['BACKUP'],
  options: { 'dry-run': { help: 'only say what would be lost' } },
  notes: [
    'BACKUP is a name from “stet backup list”, or the file of a backup.',
    'The present database is set aside in the folder “set-aside”, never deleted; “stet restore” takes it back too.',
  ],
  input: z.object({ backup: z.string().min(1), dryRun: z.boolean().default(false) }),
  async run({ backup, dryRun }, place) {
    if (!dryRun) return restore(backup, place)
    const loss = await lossWithout(place.folder, backup)
    return { json: { loss }, text: describeLoss(loss, false) }
  },
})
