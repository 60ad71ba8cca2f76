import { describe, expect, it } from 'vitest'
import {
  acceleratorOf,
  idOf,
  type MenuLine,
  menuColumns,
  menuTemplate,
  wordsOf,
} from '../../../electron/main/menu-table.ts'
import { speak } from '../../../electron/main/speech.ts'
import { textKeys } from '../../../shared/commands/text.ts'
import { type KeyedCommand, windowCommands } from '../../../shared/commands/window.ts'

const platforms = ['darwin', 'linux', 'win32'] as const
const linesOf = (platform: NodeJS.Platform): MenuLine[] =>
  menuColumns(platform, true).flatMap((column) => [...column.lines])

/** Keys that Electron gives to roles, as its documentation of them says. */
const roleChords: Record<string, string> = {
  close: 'Mod+w',
  quit: 'Mod+q',
  minimize: 'Mod+m',
  hide: 'Mod+h',
  cut: 'Mod+x',
  copy: 'Mod+c',
  paste: 'Mod+v',
  zoomIn: 'Mod++',
  zoomOut: 'Mod+-',
  resetZoom: 'Mod+0',
  reload: 'Mod+r',
}

describe.each(platforms)('the menu on %s', (platform) => {
  const lines = linesOf(platform)

  it('offers every command of the window once, under its own title', () => {
    const offered = lines.flatMap((line) => (line.kind === 'command' ? [line.command] : []))
    expect([...offered].sort()).toEqual(windowCommands.map(({ id }) => id).sort())
    for (const line of lines) {
      if (line.kind !== 'command') continue
      const { title, asks }: KeyedCommand =
        windowCommands.find(({ id }) => id === line.command) ?? windowCommands[0]
      expect(wordsOf(line)?.label).toBe(asks ? `${title.en}…` : title.en)
    }
  })

  it('names each line once and words every one', () => {
    const ids = lines.flatMap((line) => idOf(line) ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const line of lines) {
      if (line.kind === 'rule' || line.kind === 'role') continue
      expect(wordsOf(line)?.label).toMatch(/\S/)
    }
  })

  it('takes no key from the page: what the page hears is shown and left to it', () => {
    const pageChords = new Set([
      ...windowCommands.flatMap(({ chord, chordOutside }: KeyedCommand) =>
        [chord ?? [], chordOutside ?? []].flat(),
      ),
      ...textKeys.flatMap(({ chord, also }) => [chord ?? [], also ?? []].flat()),
    ])
    const items = menuTemplate(menuColumns(platform, true), () => {}).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    )
    const registered = items.flatMap(({ accelerator, registerAccelerator }) =>
      accelerator && registerAccelerator !== false ? [accelerator] : [],
    )
    expect(registered.sort()).toEqual([
      'CmdOrCtrl+N',
      'CmdOrCtrl+O',
      'CmdOrCtrl+Shift+E',
      'CmdOrCtrl+Shift+N',
    ])
    expect(
      registered.filter((each) => [...pageChords].some((chord) => acceleratorOf(chord) === each)),
    ).toEqual([])
    for (const line of lines) {
      if (line.kind !== 'role' || line.as) continue
      // Hide on a Mac is the system's, and no window gets it.
      if (line.role === 'hide') continue
      expect([line.role, pageChords.has(roleChords[line.role] ?? '')]).toEqual([line.role, false])
    }
  })

  it('shows the page’s keys beside the commands', () => {
    const shown = menuTemplate(menuColumns(platform, true), () => {})
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .filter(({ label }) =>
        ['Confirmed', 'Undo', 'Paste without formatting', 'Print…'].includes(label ?? ''),
      )
      .map(({ label, accelerator, registerAccelerator }) => [label, accelerator, registerAccelerator])
    expect(shown).toEqual([
      ['Print…', 'CmdOrCtrl+P', false],
      ['Undo', 'CmdOrCtrl+Z', false],
      ['Paste without formatting', 'CmdOrCtrl+Shift+V', false],
      ['Confirmed', 'CmdOrCtrl+Alt+Y', false],
    ])
  })

  it('says everything in German where the window does', () => {
    const labels = () =>
      menuTemplate(menuColumns(platform, true), () => {}).flatMap(({ label, submenu }) => [
        label,
        ...(Array.isArray(submenu) ? submenu : []).flatMap((item) =>
          item.type === 'separator' ? [] : [item.label],
        ),
      ])
    const english = new Set(labels())
    speak('de')
    const german = labels()
    speak('en')
    expect(german).not.toContain(undefined)
    const sameInBoth = ['Link', 'Text', 'Stet']
    expect(german.filter((label) => english.has(label) && !sameInBoth.includes(label ?? ''))).toEqual([])
  })

  it('says which line was clicked', () => {
    const clicked: MenuLine[] = []
    const file = menuTemplate(menuColumns(platform, true), (line) => clicked.push(line)).find(
      ({ label }) => label === 'File',
    )
    const items = Array.isArray(file?.submenu) ? file.submenu : []
    const item = items.find(({ label }) => label === 'Export…')
    // Electron hands over the item, the window and the event; ours needs none of them.
    ;(item?.click as (() => void) | undefined)?.()
    expect(clicked).toEqual([{ kind: 'command', command: 'export' }])
  })
})

it('has the application’s menu and no Quit under File on a Mac, and the other way round elsewhere', () => {
  const roles = (platform: NodeJS.Platform, label: string) =>
    menuColumns(platform, false)
      .find((column) => column.label.en === label)
      ?.lines.flatMap((line) => (line.kind === 'role' ? [line.role] : []))
  expect(roles('darwin', 'Stet')).toContain('quit')
  expect(roles('darwin', 'File')).toEqual(['close'])
  expect(roles('linux', 'Stet')).toBeUndefined()
  expect(roles('win32', 'File')).toEqual(['close', 'quit'])
})

it('offers developer tools in development alone', () => {
  const hasTools = (isDevelopment: boolean) =>
    menuColumns('linux', isDevelopment).some(({ lines }) =>
      lines.some((line) => line.kind === 'role' && line.role === 'toggleDevTools'),
    )
  expect([hasTools(true), hasTools(false)]).toEqual([true, false])
})

it.each([
  ['Mod+Alt+Shift+a', 'CmdOrCtrl+Alt+Shift+A'],
  ['Mod+Alt+Enter', 'CmdOrCtrl+Alt+Return'],
  ['Shift+F3', 'Shift+F3'],
  ["Mod+Alt+'", "CmdOrCtrl+Alt+'"],
])('%s is %s to Electron', (chord, accelerator) => {
  expect(acceleratorOf(chord)).toBe(accelerator)
})
