import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { worthOf } from '../../../shared/mark/worth.ts'
import { projectFolder, stet, stetError, temporaryFolder } from './command.ts'

const mill = 'The mill lost 40 of its 120 jobs in 1931.'
const thanks = 'Thank you, and good evening to all of you.'
const mühle = 'Die Mühle verlor 1931 vierzig Prozent ihrer Arbeitsplätze.'

function scores(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('mark --jsonl', () => {
  const text = [
    'The mill will close, Mayor Anna Berg said.',
    '😀 “We are closing it,” she said, “and we will not say when.”',
    'She called the word “mill” a title.',
  ].join('\n\n')

  test('answers each quoted span with its speaker and both places in the text, a line a story', async () => {
    const lines = [
      { doc_id: 'a', text, lang: 'en', more: 1 },
      { doc_id: 2, text: '„Wir schließen heute Abend“, sagte Berg.', lang: 'de' },
      { doc_id: 'c', text: '' },
    ]
    const input = lines.map((line) => JSON.stringify(line)).join('\n')
    const { exitCode, stdout } = await stet(await temporaryFolder(), ['mark', '--jsonl', '-'], input)
    expect(exitCode).toBe(0)
    const she = text.indexOf('she said')
    const span = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      text: words,
    })
    const speaker = {
      speaker_text: 'Anna Berg',
      speaker_role: 'Mayor',
      speaker_start: she,
      speaker_end: she + 3,
    }
    expect(scores(stdout)).toEqual([
      {
        doc_id: 'a',
        quotes: [
          { ...span('“We are closing it,”'), ...speaker },
          { ...span('“and we will not say when.”'), ...speaker },
        ],
      },
      {
        doc_id: 2,
        quotes: [
          {
            start: 0,
            end: 27,
            text: '„Wir schließen heute Abend“',
            speaker_text: 'Berg',
            speaker_role: '',
            speaker_start: 35,
            speaker_end: 39,
          },
        ],
      },
      { doc_id: 'c', quotes: [] },
    ])
  })
})

describe('mark --sentences', () => {
  test('answers one score a line, in the order of the file, with and without --json', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'in.jsonl')
    await writeFile(file, `${[mill, thanks].map((sentence) => JSON.stringify({ sentence })).join('\n')}\n`)
    const wanted = [{ score: worthOf(mill, 'en') }, { score: worthOf(thanks, 'en') }]
    for (const options of [[], ['--json']]) {
      const { exitCode, stdout, stderr } = await stet(folder, [...options, 'mark', '--sentences', file])
      expect([exitCode, stderr]).toEqual([0, ''])
      expect(scores(stdout)).toEqual(wanted)
    }
  })

  test('takes lines that are the sentence itself, in JSON’s quotation marks or its own, and empty ones', async () => {
    const folder = await temporaryFolder()
    const said = '"It fell by 40 percent," she said.'
    const input = [mill, JSON.stringify(mill), said, '', '[Applause]', '1931'].join('\r\n')
    const { stdout } = await stet(folder, ['mark', '--sentences', '-'], input)
    const wanted = [mill, mill, said, '', '[Applause]', '1931']
    expect(scores(stdout)).toEqual(wanted.map((sentence) => ({ score: worthOf(sentence, 'en') })))
  })

  test('reads each line in its own language, else in the one that is given', async () => {
    const folder = await temporaryFolder()
    const input = `${JSON.stringify({ sentence: mühle })}\n${JSON.stringify({ sentence: mill, lang: 'en' })}\n`
    const { stdout } = await stet(folder, ['mark', '--sentences', '-', '--language', 'de-AT'], input)
    expect(scores(stdout)).toEqual([{ score: worthOf(mühle, 'de') }, { score: worthOf(mill, 'en') }])
    expect(worthOf(mühle, 'de')).not.toBe(worthOf(mühle, 'en'))
  })

  test('makes no desk', async () => {
    const desk = join(await temporaryFolder(), 'desk')
    expect((await stet(desk, ['mark', '--sentences', '-'], mill)).exitCode).toBe(0)
    expect(await stetError(desk, ['verify'])).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of an empty file is an empty answer', async () => {
    const ended = await stet(await temporaryFolder(), ['mark', '--sentences', '-'], '')
    expect(ended).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  })

  test.each<[string, string[], string | Uint8Array, string, string]>([
    ['nothing to read', [], '', 'BAD_INPUT', 'say what to read: a story, --jsonl FILE or --sentences FILE'],
    [
      'two things to read',
      ['--jsonl', '-', '--sentences', '-'],
      '',
      'BAD_INPUT',
      'say what to read: a story, --jsonl FILE or --sentences FILE',
    ],
    [
      'a story without its text',
      ['--jsonl', '-'],
      '{"doc_id": "a"}',
      'UNREADABLE',
      'standard input, line 1: ✖ Invalid input: expected string, received undefined → at text',
    ],
    ['a file that is not there', ['--sentences', 'no.jsonl'], '', 'UNREADABLE', 'it does not exist'],
    ['a folder', ['--sentences', projectFolder], '', 'UNREADABLE', 'it is a folder'],
    [
      'a language that is none',
      ['--sentences', '-', '--language', 'klingonisch!'],
      '',
      'BAD_INPUT',
      'write “en” or “de”',
    ],
    [
      'broken JSON',
      ['--sentences', '-'],
      `${mill}\n{"sentence": "The mill`,
      'UNREADABLE',
      'standard input, line 2: this is not whole JSON; each line is one object by itself',
    ],
    [
      'an object without a sentence',
      ['--sentences', '-'],
      '{"text": "The mill"}',
      'UNREADABLE',
      'standard input, line 1: ✖ Invalid input: expected string, received undefined → at sentence',
    ],
    ['a compressed file', ['--sentences', '-'], gzipSync(mill), 'UNREADABLE', 'unpack it first'],
    [
      'text in another encoding',
      ['--sentences', '-'],
      Buffer.from('M\xfchle', 'latin1'),
      'UNREADABLE',
      'UTF-8',
    ],
  ])('of %s is bad input that says what to do', async (_, args, input, code, message) => {
    const error = await stetError(await temporaryFolder(), ['mark', ...args], input)
    expect(error).toMatchObject({ exitCode: 2, code })
    expect(error.message).toContain(message)
  })
})

describe('mark STORY', () => {
  const text = [
    'The mill',
    '',
    'By Ada Quill',
    '',
    'It was built in 1911 by forty men. It was Monday, 5 May 2020.',
    '',
    '“We are closing it,” said the mayor, Anna Berg, “and we will not say when.”',
  ].join('\n')

  test('lists what is proposed and undecided with its reasons, and what is asked; what was read is proposed no more', async () => {
    const desk = await temporaryFolder()
    const file = join(await temporaryFolder(), 'mill.txt')
    await writeFile(file, text)
    await stet(desk, ['import', file])
    const { stdout } = await stet(desk, ['mark', 'the-mill', '--json'])
    const { candidates, questions } = JSON.parse(stdout)
    expect(candidates[0]).toMatchObject({
      kind: 'quote',
      words: '“We are closing it,” “and we will not say when.”',
      facets: ['quote'],
      speaker: { name: 'Anna Berg' },
    })
    expect(JSON.stringify(candidates)).toContain('1911')
    expect(JSON.stringify(candidates)).not.toMatch(/worth|score/u)
    expect(questions).toContainEqual({ kind: 'weekday', words: [expect.stringContaining('Monday')] })
    const table = (await stet(desk, ['mark', 'the-mill'])).stdout
    expect(table).toMatch(/quote +“We are closing it,” .* \(Anna Berg, mayor\)/u)
    expect(table).toContain('asks: weekday')
    await stet(desk, ['read', 'the-mill', '--all'])
    expect(JSON.parse((await stet(desk, ['mark', 'the-mill', '--json'])).stdout).candidates).toEqual([])
  })

  test('wants a story or a file, and not both', async () => {
    const desk = await temporaryFolder()
    expect((await stetError(desk, ['mark', 'the-mill', '--jsonl', '-'])).exitCode).toBe(2)
    expect((await stetError(desk, ['mark', 'the-mill'])).exitCode).toBe(2)
  })
})
