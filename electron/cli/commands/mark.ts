import { basename } from 'node:path'
import { z } from 'zod'
import { worthOf } from '../../../shared/mark/worth.ts'
import { languageSchema, readLanguage } from '../../../shared/model/language.ts'
import { plainCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { readInput } from '../files.ts'
import { bytesOfLines, linesOf, readLine } from '../lines.ts'

const languageOption = z.string().transform((given, context) => {
  const language = readLanguage(given)
  if (language) return language
  context.addIssue({ code: 'custom', message: `“${given}” is no language; write “en” or “de”` })
  return z.NEVER
})

const sentenceLineSchema = z.object({ sentence: z.string(), lang: languageSchema.optional() })

export const markCommand = plainCommand({
  name: 'mark',
  summary: 'let the first pass read a file, without a desk',
  positionals: [],
  options: {
    sentences: { value: 'FILE', help: 'a sentence a line; says how much each deserves a check' },
    language: { value: 'LANGUAGE', help: 'of lines that name none; English if it is not given' },
  },
  notes: [
    'FILE may be “-” for standard input.',
    '--sentences: a line is {"sentence": …, "lang": …}, or the sentence itself. The answer is {"score": …}',
    'a line, from 0 to 1, in the same order. Scores order sentences; they say nothing of what is true.',
    'The answer is JSON, a line each, with and without --json.',
  ],
  input: z.object({
    sentences: z.string().min(1, 'a file is wanted').optional(),
    language: languageOption.default('en'),
  }),
  async run({ sentences, language }) {
    if (sentences === undefined) {
      throw badInput('say what to read: --sentences FILE; see: stet help mark')
    }
    const scored = await sentencesScored(sentences, language)
    return { json: scored, text: bytesOfLines(scored) }
  },
})

async function sentencesScored(file: string, language: string): Promise<{ score: number }[]> {
  const name = file === '-' ? 'standard input' : basename(file)
  const lines = linesOf(await readInput(file), name)
  return lines.map((line, index) => {
    const { sentence, lang } = sentenceOf(line, { name, number: index + 1 })
    return { score: worthOf(sentence, lang ?? language) }
  })
}

/** A line that does not begin as an object does is the sentence itself; in quotation marks it may be JSON's. */
function sentenceOf(
  line: string,
  place: { name: string; number: number },
): z.output<typeof sentenceLineSchema> {
  if (line.trimStart().startsWith('{')) return readLine(line, sentenceLineSchema, place)
  try {
    const given: unknown = JSON.parse(line)
    return { sentence: typeof given === 'string' ? given : line }
  } catch {
    return { sentence: line }
  }
}
