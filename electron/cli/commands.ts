import type { Command } from './command.ts'
import { backupAddCommand } from './commands/backup.ts'
import { backupCommand, backupKeepCommand, backupListCommand } from './commands/copies.ts'
import { deleteCommand } from './commands/delete.ts'
import { exportCommand } from './commands/export.ts'
import { helpCommand } from './commands/help.ts'
import { importCommand } from './commands/import.ts'
import { readCommand, unreadCommand } from './commands/read.ts'
import { restoreCommand } from './commands/restore.ts'
import { searchCommand } from './commands/search.ts'
import { settleCommand } from './commands/settle.ts'
import { showCommand } from './commands/show.ts'
import { sourceAddCommand, sourcesCommand } from './commands/source.ts'
import { storiesCommand } from './commands/stories.ts'
import { strikeCommand } from './commands/strike.ts'
import { tagCommand } from './commands/tag.ts'
import { verifyCommand } from './commands/verify.ts'

const others: readonly Command[] = [
  importCommand,
  storiesCommand,
  showCommand,
  tagCommand,
  settleCommand,
  readCommand,
  unreadCommand,
  sourceAddCommand,
  sourcesCommand,
  backupAddCommand,
  searchCommand,
  exportCommand,
  verifyCommand,
  backupCommand,
  backupListCommand,
  backupKeepCommand,
  restoreCommand,
  strikeCommand,
  deleteCommand,
]

/** Every command, in the order in which a story meets them. */
export const commands: readonly Command[] = [...others, helpCommand(others)]
