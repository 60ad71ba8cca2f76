import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDeskFolder, deskFolder } from '../../../electron/desk/folder.ts'

describe('the desk’s folder', () => {
  const cases: [NodeJS.Platform, Record<string, string>, string, string][] = [
    ['linux', {}, '/home/ada', '/home/ada/.local/share/Stet'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/Stet'],
    ['linux', { XDG_DATA_HOME: 'not/absolute' }, '/home/ada', '/home/ada/.local/share/Stet'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ada', '/home/ada/.local/share/Stet'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ada', '/Users/ada/Library/Application Support/Stet'],
    [
      'win32',
      { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
      'C:\\Users\\ada',
      'C:\\Users\\ada\\AppData\\Roaming\\Stet',
    ],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Stet'],
  ]
  it.each(cases)(
    'lies on %s with %o where that system keeps an application’s data',
    (platform, env, home, folder) => {
      expect(defaultDeskFolder({ platform, env, home })).toBe(folder)
    },
  )

  it('is the one that was named, seen from where one stands', () => {
    expect(deskFolder('desks/one')).toBe(resolve('desks/one'))
    expect(deskFolder(undefined)).toBe(defaultDeskFolder())
  })
})
