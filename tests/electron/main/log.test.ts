import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openLog } from '../../../electron/main/log.ts'
import { keptOf, linesOf } from '../../../electron/main/log-lines.ts'

const WORDS = 'The mayor hid 340,000 crowns'

function makeLog() {
  const folder = mkdtempSync(join(tmpdir(), 'stet-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'logs', 'stet.log')
  return {
    folder: join(folder, 'logs'),
    path,
    log: openLog(path, '/home/ada', () => 0),
    read: () => readFileSync(path, 'utf8'),
  }
}

it('keeps name, code and places of an error, and nothing of its message', () => {
  class StepError extends RangeError {
    override readonly name = 'StepError'
    readonly code = 'SQLITE_FULL'
  }
  const lines = linesOf(new StepError(`${WORDS}\n    at the river (${WORDS})`), import.meta.dirname)
  expect(lines[0]).toBe('StepError SQLITE_FULL')
  expect(lines[1]).toMatch(/^ {4}at .*~\/log\.test\.ts:\d+:\d+\)?$/)
  expect(lines.join('\n')).not.toContain('mayor')
  expect(lines.join('\n')).not.toContain('river')
  expect(linesOf(WORDS, '')).toEqual(['threw string'])
  expect(linesOf(Object.assign(new Error(WORDS), { name: WORDS, code: WORDS }), '')[0]).toBe('Error')
})

it.each([
  [`claims.settle: SqliteError SQLITE_FULL: ${WORDS}`, ['claims.settle: SqliteError SQLITE_FULL']],
  [`TypeError [ERR_INVALID_ARG_TYPE]: ${WORDS}`, ['TypeError [ERR_INVALID_ARG_TYPE]']],
  [`Uncaught Error: ${WORDS}`, ['Error']],
  [`stories.write: ReplaceError`, ['stories.write: ReplaceError']],
  [
    `    at write (file:///home/ada/stet/out/main/desk.js:12:34); because of SqliteError SQLITE_IOERR: ${WORDS}`,
    ['    at write (file://~/stet/out/main/desk.js:12:34)', 'SqliteError SQLITE_IOERR'],
  ],
  ['    at async Module.run (node:internal/modules/run_main:1:2)', true],
  ['    at C:\\stet\\out\\main\\desk.js:1:2', true],
  [`    at ${WORDS}`, []],
  [`    at the river (as ${WORDS}:1:2)`, []],
  [WORDS, []],
  [`"${WORDS}"`, []],
  [`NATO: ${WORDS}`, []],
  [`throw new Error('${WORDS}')`, []],
  ['', []],
])('of %j it keeps what is ours', (line, kept) => {
  expect(keptOf(line, '/home/ada')).toEqual(kept === true ? [line] : kept)
})

it('writes down what another process said once its lines are whole', () => {
  const { log, read } = makeLog()
  log.heard('desk', 'claims.settle: Sqlite')
  log.heard('desk', `Error SQLITE_FULL: ${WORDS}\n    at x (node:fs:1:2)\n${WORDS}`)
  log.heard('desk', ', she said\n')
  log.note('a window opened')
  expect(read()).toBe(
    [
      '1970-01-01T00:00:00.000Z desk claims.settle: SqliteError SQLITE_FULL',
      '1970-01-01T00:00:00.000Z desk     at x (node:fs:1:2)',
      '1970-01-01T00:00:00.000Z a window opened',
      '',
    ].join('\n'),
  )
})

it('stays bounded: two files of a megabyte and a little, for this user alone', () => {
  const { log, folder, path } = makeLog()
  const error = new TypeError(WORDS)
  error.stack = [
    'TypeError',
    ...Array.from({ length: 20 }, () => `    at f (node:${'x'.repeat(300)}:1:2)`),
  ].join('\n')
  for (let times = 0; times < 700; times++) log.error('again', error)
  expect(readdirSync(folder).sort()).toEqual(['stet.log', 'stet.log.1'])
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size).toBeLessThan(1.1 * 1024 * 1024)
  }
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

it('is no reason to stop where it cannot be written', () => {
  const log = openLog('/dev/null/stet.log', '', () => 0)
  expect(() => log.error('start', new Error('x'))).not.toThrow()
})
