import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'

/** What the answer depends on, so that every system's can be tried on any. */
export interface FolderSurroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/** Where the desk lies when nobody names a folder: where each system keeps an application's data. */
export function defaultDeskFolder(
  { platform, env, home }: FolderSurroundings = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): string {
  if (platform === 'win32') {
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Stet')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Stet')
  // The XDG rules tell programs to ignore a path that is not absolute.
  const dataHome = env.XDG_DATA_HOME ?? ''
  return posix.join(posix.isAbsolute(dataHome) ? dataHome : posix.join(home, '.local', 'share'), 'Stet')
}

/** The folder that was named, else the default one. */
export function deskFolder(named: string | undefined): string {
  return named ? resolve(named) : defaultDeskFolder()
}
