import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Packages of the window: no other room may lean on them. */
const WINDOW_PACKAGES = [
  '@axe-core/',
  '@fontsource',
  '@playwright/',
  '@tanstack/',
  '@tiptap/',
  '@vitejs/',
  'cmdk',
  'lucide-react',
  'radix-ui',
  'react',
]

interface Room {
  /** Rooms that it may import from, itself among them. */
  rooms: readonly string[]
  allowsNode: boolean
  /** Whether a package may be imported. */
  allows: (name: string) => boolean
}

const isWindowPackage = (name: string) =>
  WINDOW_PACKAGES.some(
    (own) =>
      name === own ||
      name.startsWith(own.endsWith('/') ? own : `${own}/`) ||
      (own.startsWith('@') && name.startsWith(own)),
  )

/** Packages that only run under Node. */
const isNodePackage = (name: string) =>
  /^(better-sqlite3|kysely|ws|docx|electron|@orpc\/server)(\/|$)/.test(name)

const plainNode = (rooms: readonly string[]): Room => ({
  rooms,
  allowsNode: true,
  allows: (name) => name !== 'electron' && !isWindowPackage(name),
})

const ROOMS: Record<string, Room> = {
  shared: {
    rooms: ['shared'],
    allowsNode: false,
    allows: (name) =>
      /^(zod|@orpc\/contract|diff|image-size|prosemirror-(history|model|state|transform)|uuid|canonicalize)(\/|$)/.test(
        name,
      ),
  },
  'electron/store': plainNode(['shared', 'electron/store', 'electron/desk']),
  'electron/import': plainNode(['shared', 'electron/import']),
  'electron/export': plainNode(['shared', 'electron/export']),
  'electron/desk': plainNode([
    'shared',
    'electron/desk',
    'electron/store',
    'electron/import',
    'electron/export',
    'electron/serve',
  ]),
  'electron/serve': plainNode(['shared', 'electron/serve', 'electron/desk', 'electron/store']),
  'electron/cli': plainNode(['shared', 'electron/cli', 'electron/desk', 'electron/store', 'electron/serve']),
  'electron/main': {
    rooms: ['shared', 'electron/main', 'electron/desk', 'electron/serve'],
    allowsNode: true,
    allows: (name) => !isWindowPackage(name),
  },
  'electron/preload': {
    rooms: ['shared', 'electron/preload'],
    allowsNode: false,
    allows: (name) => name === 'electron',
  },
  renderer: { rooms: ['shared', 'renderer'], allowsNode: false, allows: (name) => !isNodePackage(name) },
}

/** The narrowest room that a file lies in; undefined outside of all. */
function roomOf(path: string): string | undefined {
  const inside = Object.keys(ROOMS).filter((room) => path === room || path.startsWith(`${room}/`))
  return inside.sort((a, b) => b.length - a.length)[0]
}

function sourcesOf(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a source imports, types included: a type that is leaned on is leaned on. */
function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '')
}

/** Why an import is not allowed; null where it is. */
function objection(file: string, specifier: string): string | null {
  const name = roomOf(file)
  const room = name === undefined ? undefined : ROOMS[name]
  if (!room) return 'lies in no room'
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(file), specifier.split('?')[0] ?? ''))
      .split(sep)
      .join('/')
    // The version is written down once.
    if (target === 'package.json') return room.allowsNode ? null : 'has no Node'
    const targetRoom = roomOf(target)
    if (targetRoom === undefined || !room.rooms.includes(targetRoom)) return `reaches into ${target}`
    if (!existsSync(join(root, target))) return `${target} does not exist`
    return null
  }
  if (specifier.startsWith('node:')) return room.allowsNode ? null : 'has no Node'
  return room.allows(specifier) ? null : 'may not use this package'
}

const files = [...sourcesOf('shared'), ...sourcesOf('electron'), ...sourcesOf('renderer')]

describe('the rooms', () => {
  it('are read: every form of import is seen', () => {
    const source = `
      import a from 'one'
      import type { B } from "two"
      import 'three.css'
      import {
        c,
        d,
      } from './four.ts'
      export * from './five.ts'
      export { e } from './six.ts'
      const f = await import('./seven.ts')
      // import g from 'commented'
      /* import h from 'out' */
      const i = "no import from 'here'"`
    expect(importsOf(source)).toEqual([
      'one',
      'two',
      'three.css',
      './four.ts',
      './five.ts',
      './six.ts',
      './seven.ts',
    ])
  })

  it('know what is allowed and what is not', () => {
    const cases: [file: string, specifier: string, isAllowed: boolean][] = [
      ['shared/model/claim.ts', 'zod', true],
      ['shared/model/claim.ts', 'node:fs', false],
      ['shared/model/claim.ts', 'react', false],
      ['shared/document/schema.ts', '../../electron/store/tables.ts', false],
      ['electron/store/tables.ts', 'kysely', true],
      ['electron/store/tables.ts', 'electron', false],
      ['electron/main/main.ts', 'electron', true],
      ['electron/preload/preload.ts', 'node:fs', false],
      ['renderer/link/link.ts', '../../shared/lib/assert.ts', true],
      ['renderer/link/link.ts', '../../electron/store/tables.ts', false],
      ['renderer/link/link.ts', 'react-dom/client', true],
      ['renderer/link/link.ts', 'better-sqlite3', false],
      ['electron/serve/serve.ts', '@tiptap/core', false],
    ]
    for (const [file, specifier, isAllowed] of cases) {
      expect([file, specifier, objection(file, specifier) === null]).toEqual([file, specifier, isAllowed])
    }
  })

  it('hold: nobody imports what their room may not see', () => {
    const objections = files.flatMap((file) =>
      importsOf(readFileSync(join(root, file), 'utf8')).flatMap((specifier) => {
        const reason = objection(file, specifier)
        return reason ? [`${file} imports ${specifier}: ${reason}`] : []
      }),
    )
    expect(files.length).toBeGreaterThan(30)
    expect(objections).toEqual([])
  })

  it('hear pages in one place, which looks who sent it', () => {
    const hearing = files.filter((file) => /\bipcMain\.\w/.test(readFileSync(join(root, file), 'utf8')))
    expect(hearing).toEqual(['electron/main/sender.ts'])
  })

  it('use no shortcut around the types', () => {
    const shortcuts = /@ts-(ignore|nocheck|expect-error)|\bas any\b|:\s*any\b|<any>/
    const found = files.filter((file) => shortcuts.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })
})
