import type { Command } from './command.ts'
import { assignCommand } from './commands/assign.ts'
import { auditCommand } from './commands/audit.ts'
import { backupAddCommand } from './commands/backup.ts'
import { clearCommand } from './commands/clear.ts'
import { backupCommand, backupKeepCommand, backupListCommand } from './commands/copies.ts'
import { deleteCommand } from './commands/delete.ts'
import { editCommand } from './commands/edit.ts'
import { exportCommand } from './commands/export.ts'
import { fixCommand } from './commands/fix.ts'
import { gateCommand } from './commands/gate.ts'
import { helpCommand } from './commands/help.ts'
import { importCommand } from './commands/import.ts'
import { legalCommand } from './commands/legal.ts'
import { markCommand } from './commands/mark.ts'
import { queriesCommand, queryAddCommand, queryAnswerCommand } from './commands/queries.ts'
import { readCommand, unreadCommand } from './commands/read.ts'
import { restoreCommand } from './commands/restore.ts'
import { rulesCommand } from './commands/rules.ts'
import { searchCommand } from './commands/search.ts'
import { settleCommand } from './commands/settle.ts'
import { showCommand } from './commands/show.ts'
import { sourceAddCommand, sourceChangeCommand, sourcesCommand } from './commands/source.ts'
import { stageCommand } from './commands/stage.ts'
import { storiesCommand } from './commands/stories.ts'
import { strikeCommand } from './commands/strike.ts'
import { tagCommand } from './commands/tag.ts'
import { verifyCommand } from './commands/verify.ts'

const others: readonly Command[] = [
  importCommand,
  storiesCommand,
  showCommand,
  editCommand,
  tagCommand,
  assignCommand,
  settleCommand,
  readCommand,
  unreadCommand,
  sourceAddCommand,
  sourceChangeCommand,
  sourcesCommand,
  backupAddCommand,
  rulesCommand,
  queriesCommand,
  queryAddCommand,
  queryAnswerCommand,
  fixCommand,
  legalCommand,
  gateCommand,
  clearCommand,
  stageCommand,
  searchCommand,
  markCommand,
  exportCommand,
  auditCommand,
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
