import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isHarmless, keepCopies, safeName } from '../../../electron/main/copies.ts'

it.each([
  ['call with Jonas.m4a', 'call with Jonas.m4a'],
  ['../../.bashrc', '_.._.bashrc'],
  ['a/b\\c:d.pdf', 'a_b_c_d.pdf'],
  ['.hidden', 'hidden'],
  ['CON.txt', '_CON.txt'],
  ['report\u202efdp.exe', 'report_fdp.exe'],
  ['trailing. ', 'trailing'],
  ['', 'file'],
  ['...', 'file'],
])('%j is copied as %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

it('keeps the ending of a long name', () => {
  const name = safeName(`${'a'.repeat(300)}.docx`)
  expect(name).toHaveLength(120)
  expect(name).toMatch(/a\.docx$/)
})

it.each([
  ['letter.PDF', true],
  ['call.m4a', true],
  ['page.html', false],
  ['picture.svg', false],
  ['tool.exe', false],
  ['macro.docm', false],
  ['letter.pdf.exe', false],
  ['run', false],
  ['script.sh', false],
])('%s may be opened by the system: %s', (name, may) => {
  expect(isHarmless(name)).toBe(may)
})

it('writes copies for this user alone, apart from each other, and takes them away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-copies-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const inner = join(folder, 'Copies')
  mkdirSync(inner)
  writeFileSync(join(inner, 'left behind.pdf'), 'by a run that was killed')
  const copies = keepCopies(inner)
  expect(existsSync(inner)).toBe(false)

  const [one, two] = await Promise.all([
    copies.write('letter.pdf', new Uint8Array([1])),
    copies.write('letter.pdf', new Uint8Array([2])),
  ])
  expect([basename(one), basename(two), dirname(one) === dirname(two)]).toEqual([
    'letter.pdf',
    'letter.pdf',
    false,
  ])
  expect([...readFileSync(two)]).toEqual([2])
  if (process.platform !== 'win32') {
    expect(statSync(one).mode & 0o077).toBe(0)
    expect(statSync(inner).mode & 0o077).toBe(0)
  }
  copies.clear()
  expect(readdirSync(folder)).toEqual([])
})
