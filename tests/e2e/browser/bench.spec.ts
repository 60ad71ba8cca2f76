import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { expect, test } from '../shell.ts'

const program = resolve(import.meta.dirname, '../../bench/main.ts')

const reportSchema = z.object({
  isShort: z.boolean(),
  seconds: z.record(z.string(), z.number()),
  rows: z.array(
    z.object({
      section: z.string(),
      name: z.string(),
      who: z.string(),
      p50: z.number().positive(),
      count: z.int().positive(),
      ratio: z.object({ to: z.string(), p50: z.number().positive() }).nullable(),
      target: z.null(),
    }),
  ),
})

test('the bench works in its short form: every part measures, peers stand beside Stet, nothing is judged', async () => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-report-'))
  const out = join(folder, 'bench.json')
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--short', '--out', out])
  const { isShort, seconds, rows } = reportSchema.parse(JSON.parse(await readFile(out, 'utf8')))
  await rm(folder, { recursive: true })

  expect(isShort).toBe(true)
  expect(Object.keys(seconds)).toEqual(['typing', 'opening', 'settling', 'desk', 'search', 'mark'])
  const of = (section: string) => rows.filter((row) => row.section.startsWith(section))
  const everybody = ['Stet', 'bare contenteditable', 'tiptap StarterKit', 'Lexical']
  for (const section of ['Keystroke to paint', 'Opening', 'Memory: the scripts’ part of it']) {
    expect(new Set(of(section).map(({ who }) => who))).toEqual(new Set(everybody))
    const [peer] = of(section).filter(({ ratio }) => ratio === null)
    for (const { who, ratio } of of(section)) {
      expect([who, ratio?.to ?? who]).toEqual([who, peer?.who])
    }
  }
  expect(of('Keystroke to paint').map(({ name }) => name)).toContain('1,000 words, 150 claims in one another')
  expect(of('Settling').map(({ name }) => name)).toEqual([
    'one claim, from the key to the frame',
    'one claim, frames until it shows',
    '20 claims that are selected, from the key to the frame',
    '20 claims, from the news to the frame',
    '20 claims, from the call to the desk’s acknowledgement',
  ])
  expect(of('Search over 60 stories').map(({ name, count }) => [name, count])).toEqual([
    ['16 fixed queries', 16],
    ['one word of middling frequency', 8],
    ['two words', 4],
    ['a phrase', 4],
    ['the commonest words', 2],
    ['four letters of a word', 2],
  ])
  for (const section of ['A keystroke at the desk', 'Proving a desk', 'From the start', 'First pass']) {
    expect(of(section).length).toBeGreaterThan(0)
    expect(stdout).toContain(`## ${of(section)[0]?.section}`)
  }
})
