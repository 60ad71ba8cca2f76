import { describe, expect, test } from 'vitest'
import { commands } from '../../../electron/cli/commands.ts'
import { CommandFailed } from '../../../electron/cli/failure.ts'
import { parseCommandLine, wantsJson } from '../../../electron/cli/parse.ts'

function read(...argv: string[]) {
  const line = parseCommandLine(argv, commands)
  return { command: line.command?.name ?? null, given: line.given, desk: line.desk, as: line.as }
}

function failure(...argv: string[]): { exitCode: number; code: string; message: string } {
  try {
    const line = parseCommandLine(argv, commands)
    line.command?.prepare(line.given)
  } catch (error) {
    if (error instanceof CommandFailed) {
      return { exitCode: error.exitCode, code: error.code, message: error.message }
    }
    throw error
  }
  throw new Error(`understood: ${argv.join(' ')}`)
}

describe('a command line', () => {
  test('names a command of one word or of two', () => {
    expect(read('show', 'my-story')).toMatchObject({ command: 'show', given: { story: 'my-story' } })
    expect(read('source', 'add', '--kind', 'book')).toMatchObject({
      command: 'source add',
      given: { kind: 'book' },
    })
    expect(read('backup', 'add', 'a#1', 'b')).toMatchObject({
      command: 'backup add',
      given: { claim: 'a#1', source: 'b' },
    })
  })

  test('takes the options of every command before and after its name', () => {
    const line = { command: 'stories', given: {}, desk: '/d', as: 'Ada' }
    expect(read('--desk', '/d', '--as', 'Ada', 'stories')).toEqual(line)
    expect(read('stories', '--as=Ada', '--desk=/d')).toEqual(line)
  })

  test('lets export have its own --as, and the name of who works before the command', () => {
    expect(read('--as', 'Ada', 'export', 's', '--as', 'html', '--out', '-')).toMatchObject({
      as: 'Ada',
      given: { story: 's', as: 'html', out: '-' },
    })
    expect(read('export', 's', '--as', 'md', '--out', 'x').as).toBeUndefined()
  })

  test('takes “-” as a file and several words to search for', () => {
    expect(read('import', '-').given).toEqual({ file: '-' })
    expect(read('search', 'red', 'tape').given).toEqual({ words: ['red', 'tape'] })
  })

  test('gives an option that may be repeated as a list', () => {
    expect(read('source', 'add', '--file', 'a', '--file', 'b').given).toEqual({ file: ['a', 'b'] })
  })

  test.each([
    [['frobnicate'], 'there is no command “frobnicate”'],
    [['source'], 'stet source wants one of: source add'],
    [['show'], 'STORY is wanted'],
    [['show', 'one', 'two'], '“two” is one word too many'],
    [['stories', '--loud'], "Unknown option '--loud'"],
    [['--loud', 'stories'], "Unknown option '--loud'"],
    [['settle', 'x', '--status', 'wrong', '--status', 'wrong'], '--status was given twice'],
    [['--desk', '', 'stories'], '--desk wants a value'],
    [['tag', 's', '--kind', 'statement'], '--text is wanted'],
    [['tag', 's', '--kind', 'rumour', '--text', 'x'], '--kind: “rumour” is none of: statement, quote'],
    [['tag', 's', '--kind', 'quote', '--text', ' '], '--text: no words'],
    [['tag', 's', '--kind', 'quote', '--text', 'x', '--nth', '0'], '--nth: a number from 1'],
    [['tag', 's', '--kind', 'quote', '--text', 'x', '--role', 'mayor'], '--role goes with --speaker'],
    [['settle', 'x', '--status', 'perhaps'], 'unverified, on-author, not-a-fact'],
    [['source', 'add', '--kind', 'book'], '--title is wanted'],
    [
      ['source', 'add', '--kind', 'book', '--title', 't', '--primary', '--secondary'],
      'give --primary or --secondary, not both',
    ],
    [['search'], 'WORDS is wanted'],
    [['search', 'x', '--limit', 'many'], '--limit: a number from 1 to 200'],
    [['search', 'x', '--limit', '201'], '--limit: at most 200'],
    [['export', 's', '--as', 'pdf', '--out', 'x'], '--as: “pdf” is none of: html, md, txt, json'],
    [['export', 's', '--as', 'html2', '--out', 'x'], '--as: “html2” is none of'],
    [['export', 's', '--as', 'html'], '--out is wanted'],
  ])('%j is bad input that says what is wrong', (argv, message) => {
    const said = failure(...argv)
    expect(said).toMatchObject({ exitCode: 2, code: 'BAD_INPUT' })
    expect(said.message).toContain(message)
  })

  test.each(['on-author', 'onAuthor', 'on author', 'On-Author', 'ONAUTHOR', 'not-a-fact', 'notAFact'])(
    'knows the status “%s”',
    (status) => {
      const line = parseCommandLine(['settle', 'x', '--status', status], commands)
      expect(line.command?.prepare(line.given).needs).toBe('person')
    },
  )

  test('is asked for JSON by --json alone, not by a word after “--”', () => {
    expect(wantsJson(['nonsense', '--json'])).toBe(true)
    expect(wantsJson(['search', '--', '--json'])).toBe(false)
  })

  test('needs a person exactly for the commands that change something or let a story out', () => {
    const samples: Record<string, string[]> = {
      import: ['x'],
      stories: [],
      show: ['x'],
      tag: ['x', '--kind', 'quote', '--text', 'x'],
      settle: ['x', '--status', 'wrong'],
      read: ['x', '--all'],
      unread: ['x'],
      edit: ['x', '--replace', 'x', '--with', 'y'],
      assign: ['x', '1', '--to', 'y'],
      'query add': ['x', '--asked', 'y', '--question', 'z'],
      'query answer': ['01a2142d-ea32', '--words', 'y'],
      fix: ['x', '1', '--to', 'y', '--why', 'z'],
      legal: ['x', '--flag'],
      audit: ['x'],
      gate: ['x'],
      clear: ['x'],
      stage: ['x', '--to', 'ready'],
      'source add': ['--kind', 'book', '--title', 'x'],
      'source change': ['x'],
      sources: [],
      'backup add': ['x', 'y'],
      search: ['x'],
      export: ['x', '--as', 'txt', '--out', 'x'],
      verify: [],
      strike: ['x', '--reason', 'x'],
      delete: ['x', '--reason', 'x'],
      'backup keep': ['3'],
      restore: ['x'],
      help: [],
    }
    const needs = commands.map((command) => {
      const line = parseCommandLine([...command.name.split(' '), ...(samples[command.name] ?? [])], commands)
      return [command.name, line.command?.prepare(line.given).needs]
    })
    expect(Object.fromEntries(needs)).toEqual({
      import: 'person',
      stories: 'desk',
      show: 'desk',
      tag: 'person',
      settle: 'person',
      read: 'person',
      unread: 'desk',
      edit: 'person',
      assign: 'person',
      queries: 'desk',
      'query add': 'person',
      'query answer': 'person',
      fix: 'person',
      legal: 'person',
      audit: 'desk',
      gate: 'desk',
      clear: 'person',
      stage: 'person',
      'source add': 'person',
      'source change': 'person',
      rules: 'desk',
      sources: 'desk',
      'backup add': 'person',
      search: 'desk',
      export: 'person',
      verify: 'desk',
      strike: 'person',
      delete: 'person',
      backup: 'desk',
      'backup list': 'folder',
      'backup keep': 'person',
      restore: 'folder',
      mark: 'nothing',
      help: 'nothing',
    })
  })
})
