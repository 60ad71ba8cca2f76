import type { ExportFormat } from '../../shared/model/export.ts'
import { notClearedName } from './gate-lines.ts'
import { legalText } from './legal.ts'

const endings: Record<ExportFormat, string> = {
  html: '.html',
  md: '.md',
  txt: '.txt',
  json: '.json',
  docx: '.docx',
  'docx-backup': '-backup.docx',
  report: '-report.html',
}

/** Names that Windows keeps for devices, with any ending. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu

/** File systems allow 255 bytes a name; browsers and desks add " (1)" and the like. */
const longestBytes = 180

function shortened(text: string): string {
  let result = ''
  let sizeBytes = 0
  for (const character of text) {
    sizeBytes += Buffer.byteLength(character)
    if (sizeBytes > longestBytes) break
    result += character
  }
  return result
}

/** The name of an export: the slug and an ending, allowed on Windows, macOS and Linux alike. */
export function exportName(slug: string, as: ExportFormat, isNotCleared = false): string {
  return fileName(slug, `${isNotCleared ? notClearedName : ''}${endings[as]}`)
}

/** As {@link exportName}, with an ending of one's own. */
export function fileName(slug: string, ending: string): string {
  const safe = legalText(slug)
    .normalize('NFC')
    .replace(/[\s<>:"/\\|?*]+/gu, '-')
    // Invisible characters, among them those that turn the reading direction and so disguise an ending.
    .replace(/[\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, '')
  const name = shortened(safe.replace(/^[-.~\s]+/u, '')).replace(/[-.\s]+$/u, '')
  const base = name.split('.')[0] ?? ''
  return `${name === '' || deviceName.test(base) ? `story${name && `-${name}`}` : name}${ending}`
}
