import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * Where Electron keeps a window's own things (preferences, places, dictionaries, the log), apart from the desk
 * that they belong to: that folder holds the desk alone. Each desk has its own, so that two desks can be open
 * side by side, each in one Stet.
 *
 * @param appData where the system keeps the data of applications
 */
export function windowFolder(appData: string, desk: string, usualDesk: string): string {
  const folder = join(appData, 'Stet Window')
  if (desk === usualDesk) return folder
  return join(folder, 'Desks', createHash('sha256').update(desk).digest('hex').slice(0, 16))
}
