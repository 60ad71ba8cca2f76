import { z } from 'zod'
import { type TextCommandId, textKeys } from '../commands/text.ts'
import { type CommandId, windowCommands } from '../commands/window.ts'
import { fileHashSchema } from '../model/ids.ts'
import { windowLanguageSchema } from '../model/window-language.ts'

const commandIds = windowCommands.map((command) => command.id)
const textIds = textKeys.map((key) => key.id)

export const commandIdSchema = z.enum(commandIds as [CommandId, ...CommandId[]])
export const textCommandIdSchema = z.enum(textIds as [TextCommandId, ...TextCommandId[]])

/** A file that the main process has brought to the desk. */
export const chosenFileSchema = z.object({ name: z.string().max(255), hash: fileHashSchema })
export const chosenFilesSchema = z.array(chosenFileSchema)
export type ChosenFile = z.infer<typeof chosenFileSchema>

/** What the main process asks of a window. */
export const windowAskSchema = z.discriminatedUnion('kind', [
  /** A menu was chosen. */
  z.object({ kind: z.literal('run'), command: commandIdSchema }),
  z.object({ kind: z.literal('runText'), command: textCommandIdSchema }),
  /** A file was opened with Stet. */
  z.object({ kind: z.literal('import'), file: chosenFileSchema }),
  /** Bring to the desk what is not there yet, and answer with this ticket. */
  z.object({ kind: z.literal('save'), ticket: z.string() }),
])
export type WindowAsk = z.infer<typeof windowAskSchema>

/** How a window stands. */
export const windowReportSchema = z.object({
  /** Everything that was written in it is at the desk. */
  isSaved: z.boolean(),
  /** The commands that have something to act on. */
  can: z.array(commandIdSchema),
  /** A story is open to be written in. */
  hasText: z.boolean(),
  /** The language of the story that is open, as BCP 47 names it; null where none is. */
  language: z.string().max(35).nullable(),
  /** What the window itself is read in; null of one that has not spoken yet. */
  speaks: windowLanguageSchema.nullable(),
})
export type WindowReport = z.infer<typeof windowReportSchema>

export const saveAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  /** Why not, for a person. */
  z.object({ kind: z.literal('notSaved'), reason: z.string().max(1000) }),
])
export type SaveAnswer = z.infer<typeof saveAnswerSchema>
