import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { wordsInEach } from '../../../electron/main/words.ts'
import { textKeys } from '../../../shared/commands/text.ts'
import { commandGroupNames, windowCommands } from '../../../shared/commands/window.ts'
import { chooseWindowLanguage, type WindowLanguage } from '../../../shared/model/window-language.ts'

const renderer = resolve(import.meta.dirname, '../../../renderer')

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Every module with words of the window, as a window of that language reads it. */
async function tableOf(language: string): Promise<Map<string, string>> {
  vi.resetModules()
  vi.stubGlobal('navigator', { language, languages: [language], platform: 'Linux', userAgent: '' })
  const found = new Map<string, string>()
  for (const name of readdirSync(join(renderer, 'ui/strings'))) {
    if (name === 'in-language.ts' || name === 'import-words.ts') continue
    collect(name, await import(join(renderer, 'ui/strings', name)), found)
  }
  return found
}

/** What one kind of question that the first pass asks is said of; what it lacks, others lack too. */
const asked = { kind: 'weekday', words: '7', weekday: 7 }

/** Of counts and names, of a list of names, of counts and a list by name, or of what was found. */
function say(words: (...given: unknown[]) => unknown): unknown {
  const samples = [[7, 7, 7, 7], [['7', '7']], [{ changed: 7, context: 7, asksKind: [7] }], [asked]]
  for (const sample of samples) {
    try {
      return words(...sample)
    } catch {
      // It takes something else.
    }
  }
  throw new Error(`nothing of what is at hand can be said by ${words.toString()}`)
}

/** What is said of a count or a name, and such words take nothing else, stands in the table as said of 7. */
function collect(place: string, value: unknown, found: Map<string, string>): void {
  if (typeof value === 'string') found.set(place, value)
  else if (typeof value === 'function') {
    const said = say(value as (...given: unknown[]) => unknown)
    // What is said of one of several kinds is said of none here.
    if (said !== undefined) found.set(`${place}()`, String(said))
  } else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) collect(`${place} ${key}`, each, found)
}

/** Words that both languages share. */
const shared = new Set([
  '7 Titel',
  '7 Links',
  '7 Link',
  '# Link',
  '# Links',
  'Ada Lovelace',
  'Deutsch',
  'English',
  'Format',
  'Hash',
  'HTML',
  'Link',
  'Markdown',
  'Name',
  'Person',
  'Slug',
  'https://',
  'Status',
  'Stet',
  '7 – Stet',
  'TK',
  'Text',
])

test('nothing that the window says in German is left in English, and nothing is said in one alone', async () => {
  const english = await tableOf('en-GB')
  const german = await tableOf('de-DE')
  expect([...german.keys()]).toEqual([...english.keys()])
  expect(english.size).toBeGreaterThan(500)
  const same = [...german].filter(
    ([place, words]) => english.get(place) === words && /\p{L}/u.test(words) && !shared.has(words),
  )
  expect(same).toEqual([])
})

test('German is set as German is: its own quotation marks and dots apart, no English ones', async () => {
  const odd = [...(await tableOf('de-DE'))].filter(([, words]) =>
    /\S…|“[^„]*”|‘|\b(?:the|and|of)\b/.test(words),
  )
  expect(odd).toEqual([])
})

test('titles of commands and groups and what main says are in both languages', () => {
  const pairs = [
    ...windowCommands.map(({ id, title }) => [id, title.en, title.de]),
    ...textKeys.map(({ id, title }) => [id, title.en, title.de]),
    ...Object.keys(commandGroupNames.en).map((group) => [
      group,
      Reflect.get(commandGroupNames.en, group),
      Reflect.get(commandGroupNames.de, group),
    ]),
  ]
  const english = new Map<string, string>()
  const german = new Map<string, string>()
  collect('main', wordsInEach.en, english)
  collect('main', wordsInEach.de, german)
  for (const [place, words] of german) pairs.push([place, english.get(place), words])
  expect(pairs.filter(([, en, de]) => !en || !de || (en === de && !shared.has(en)))).toEqual([])
})

test('no view words anything by itself', () => {
  const found: string[] = []
  for (const name of readdirSync(renderer, { recursive: true, encoding: 'utf8' })) {
    // The gallery says what it shows to whoever builds the window.
    if (!name.endsWith('.tsx') || name.endsWith('.gallery.tsx') || name.startsWith('gallery')) continue
    const source = readFileSync(join(renderer, name), 'utf8')
    for (const pattern of [
      /\b(?:aria-label|title|placeholder|alt|label|lead|hint)="[^"]*[A-Za-z]{3}[^"]*"/g,
      />\s*[A-Z][a-z]+(?: [\w’]+)*[.!?…]?\s*<\//g,
    ])
      for (const [hit] of source.matchAll(pattern)) found.push(`${name}: ${hit}`)
  }
  expect(found).toEqual([])
})

describe('a window is read in', () => {
  test.each<[string[], WindowLanguage]>([
    [['de-CH', 'en'], 'de'],
    [['fr-FR', 'de-DE'], 'de'],
    [['en-US', 'de'], 'en'],
    [['fr-FR'], 'en'],
    [['den-CA'], 'en'],
    [[], 'en'],
  ])('%j: %s', (preferred, language) => {
    expect(chooseWindowLanguage(preferred)).toBe(language)
  })

  test('the language that was chosen, whatever the system has', async () => {
    vi.stubGlobal('navigator', { language: 'en-US', languages: ['en-US'] })
    vi.stubGlobal('localStorage', { getItem: () => JSON.stringify({ language: 'de' }) })
    vi.resetModules()
    const { windowLanguage } = await import('../../../renderer/ui/strings/in-language.ts')
    expect(windowLanguage).toBe('de')
  })
})

test('numbers, lists, sizes and times are written as the window’s language does', async () => {
  vi.resetModules()
  vi.stubGlobal('navigator', { language: 'de-DE', languages: ['de-DE'] })
  const german = await import('../../../renderer/ui/format.ts')
  expect(german.formatNumber(1234.5)).toBe('1.234,5')
  expect(german.joinByOr(['Titel', 'Datum'])).toBe('Titel oder Datum')
  expect(german.formatSize(12_300)).toBe('12,3 kB')
  expect(german.plural(1, '# Wort', '# Wörter')).toBe('1 Wort')
  expect(german.formatMoment(Date.UTC(2026, 10, 23, 9, 24))).toMatch(/^23\.11\.2026, /)
  expect(german.formatAgo(0, 3_600_000 * 5)).toMatch(/vor 5 Std/)

  // German on an English system: no region is known.
  vi.resetModules()
  vi.stubGlobal('navigator', { language: 'en-US', languages: ['en-US'] })
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify({ language: 'de' }) })
  expect((await import('../../../renderer/ui/format.ts')).locale).toBe('de')
})

test('whatever an import may change or leave out is said in German too', async () => {
  const { germanOfImport } = await import('../../../renderer/ui/strings/import-words.ts')
  const folder = resolve(import.meta.dirname, '../../../electron/import')
  const said = readdirSync(folder).flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const patterns = [/changes\.add\(\s*'([^']+)'/g, /'([^']+ taken out)'/g]
    if (name === 'rules.ts') patterns.push(/(?:name|reason): '([^']+)'/g)
    return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, words]) => words ?? ''))
  })
  expect(said.length).toBeGreaterThan(90)
  const readable = said.map((words) => words.replace('\\ufffd', '\ufffd'))
  expect(readable.filter((words) => germanOfImport[words] === undefined)).toEqual([])
})
