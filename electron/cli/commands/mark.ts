import { basename } from 'node:path'
import { z } from 'zod'
import { passagesOfText } from '../../../shared/mark/plain-story.ts'
import { quotationsOf } from '../../../shared/mark/quotations.ts'
import { worthOf } from '../../../shared/mark/worth.ts'
import { languageSchema, readLanguage } from '../../../shared/model/language.ts'
import { type Command, plainCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { readInput } from '../files.ts'
import { bytesOfLines, linesOf, readLine } from '../lines.ts'
import { markStoryCommand } from './mark-story.ts'

const languageOption = z.string().transform((given, context) => {
  const language = readLanguage(given)
  if (language) return language
  context.addIssue({ code: 'custom', message: `“${given}” is no language; write “en” or “de”` })
  return z.NEVER
})

const storyLineSchema = z.object({
  doc_id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: languageSchema.optional(),
})

const sentenceLineSchema = z.object({ sentence: z.string(), lang: languageSchema.optional() })

const markFilesCommand = plainCommand({
  name: 'mark',
  summary: 'list what the first pass proposes in a story, or let it read a file',
  positionals: ['[STORY]'],
  options: {
    jsonl: { value: 'FILE', help: 'a story a line; says what is quoted in it and who said so' },
    sentences: { value: 'FILE', help: 'a sentence a line; says how much each deserves a check' },
    language: { value: 'LANGUAGE', help: 'of lines that name none; English if it is not given' },
  },
  notes: [
    'Of a story: what it proposes and nobody has decided, what may do most harm first, and what it asks.',
    'FILE may be “-” for standard input.',
    '--jsonl: a line is {"doc_id": …, "text": …, "lang": …}; lines of the text are its paragraphs. The answer is',
    '{"doc_id": …, "quotes": […]} a line: start and end of each quoted span in the text, in UTF-16 code units, with',
    'the speaker’s name, and where the text names the speaker. What nobody said, such as a title, is left out.',
    '--sentences: a line is {"sentence": …, "lang": …}, or the sentence itself. The answer is {"score": …}',
    'a line, from 0 to 1, in the same order. Scores order sentences; they say nothing of what is true.',
    'The answer is JSON, a line each, with and without --json.',
  ],
  input: z.object({
    jsonl: z.string().min(1, 'a file is wanted').optional(),
    sentences: z.string().min(1, 'a file is wanted').optional(),
    language: languageOption.default('en'),
  }),
  async run({ jsonl, sentences, language }) {
    if ((jsonl === undefined) === (sentences === undefined)) {
      throw badInput('say what to read: a story, --jsonl FILE or --sentences FILE; see: stet help mark')
    }
    const answers =
      jsonl === undefined
        ? await sentencesScored(sentences ?? '', language)
        : await storiesQuoted(jsonl, language)
    return { json: answers, text: bytesOfLines(answers) }
  },
})

export const markCommand: Command = {
  ...markFilesCommand,
  prepare(given) {
    if (given.story === undefined) return markFilesCommand.prepare(given)
    if (Object.keys(given).length > 1) throw badInput('name a story or a file, not both; see: stet help mark')
    return markStoryCommand.prepare(given)
  },
}

/** What is quoted in a story, an entry for each stretch in quotation marks. */
interface StoryQuotes {
  readonly doc_id: string | number
  readonly quotes: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    /** As full as the story has it, else the words that name the speaker; null where none do. */
    readonly speaker_text: string | null
    readonly speaker_role: string | null
    readonly speaker_start: number | null
    readonly speaker_end: number | null
  }[]
}

async function storiesQuoted(file: string, language: string): Promise<StoryQuotes[]> {
  const name = file === '-' ? 'standard input' : basename(file)
  return linesOf(await readInput(file), name).map((line, index) => {
    const { doc_id, text, lang } = readLine(line, storyLineSchema, { name, number: index + 1 })
    return { doc_id, quotes: quotesIn(text, lang ?? language) }
  })
}

function quotesIn(text: string, language: string): StoryQuotes['quotes'] {
  const placed = passagesOfText(text)
  const start = (passage: number) => placed[passage]?.start ?? 0
  const passages = placed.map(({ passage }) => passage)
  return quotationsOf(passages, language)
    .filter(({ kind }) => kind === 'speech')
    .flatMap(({ parts, speaker, mention }) => {
      const from = mention && start(mention.passage) + mention.from
      const to = mention && start(mention.passage) + mention.to
      return parts.map((part) => {
        const [begins, ends] = [start(part.passage) + part.from, start(part.passage) + part.to]
        return {
          start: begins,
          end: ends,
          text: text.slice(begins, ends),
          speaker_text: speaker?.name ?? (from !== null && to !== null ? text.slice(from, to) : null),
          speaker_role: speaker?.role ?? null,
          speaker_start: from,
          speaker_end: to,
        }
      })
    })
}

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
