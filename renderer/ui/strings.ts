/*
 * Every word of the window, put together from one file an area in `strings/`, so that views ask in one place.
 * Errors say what happened, what is safe, and what to do.
 */
import { backupStrings } from './strings/backup.ts'
import { claimsStrings } from './strings/claims.ts'
import { backupsStrings } from './strings/copies.ts'
import { editorStrings, fieldNames, findStrings, linkStrings, partNames } from './strings/editor.ts'
import { languageStrings } from './strings/language.ts'
import { pencilStrings } from './strings/pencil.ts'
import { personStrings } from './strings/people.ts'
import { errorsStrings } from './strings/refusals.ts'
import { savingStrings } from './strings/saving.ts'
import { sourcesStrings } from './strings/sources.ts'
import { startStrings, storiesStrings } from './strings/stories.ts'
import { strikingStrings } from './strings/striking.ts'
import { tourStrings } from './strings/tour.ts'
import { trailStrings } from './strings/trail.ts'
import { exportStrings, importStrings, receiptStrings } from './strings/transfer.ts'
import {
  appStrings,
  commonStrings,
  connectionStrings,
  insertStrings,
  keysStrings,
  paletteStrings,
  statusStrings,
  topStrings,
} from './strings/window.ts'
import { workStrings } from './strings/work.ts'

export { stanceNames } from './strings/backup.ts'
export { kindNames, statusMeanings, statusNames } from './strings/claims.ts'
export { placeLabels, riskNames, walkOrderNames } from './strings/pencil.ts'
export { roleNames } from './strings/people.ts'
export { type Explanation, refusalTexts } from './strings/refusals.ts'
export { rankNames, sourceKindNames, termsNames } from './strings/sources.ts'
export { hitKindNames, stageNames } from './strings/stories.ts'
export { fileUses, placeNames } from './strings/striking.ts'
export { exportNames, missingNames, receiptFormatNames } from './strings/transfer.ts'

export const strings = {
  app: appStrings,
  common: commonStrings,
  errors: errorsStrings,
  connection: connectionStrings,
  person: personStrings,
  stories: storiesStrings,
  striking: strikingStrings,
  start: startStrings,
  insert: insertStrings,
  top: topStrings,
  claims: claimsStrings,
  backup: backupStrings,
  sources: sourcesStrings,
  import: importStrings,
  receipt: receiptStrings,
  export: exportStrings,
  status: statusStrings,
  backups: backupsStrings,
  palette: paletteStrings,
  keys: keysStrings,
  work: workStrings,
  tour: tourStrings,
  editor: editorStrings,
  find: findStrings,
  link: linkStrings,
  fields: fieldNames,
  parts: partNames,
  saving: savingStrings,
  pencil: pencilStrings,
  language: languageStrings,
  trail: trailStrings,
}
