import { z } from 'zod'
import { deskCommand } from '../command.ts'
import { tableOf } from '../layout.ts'

export const searchCommand = deskCommand({
  name: 'search',
  summary: 'search stories, claims and sources, best first',
  positionals: ['WORDS…'],
  options: { limit: { value: 'N', help: 'at most so many (default: 50, at most 200)' } },
  notes: ['All words must occur; words in "quotation marks" are kept together.'],
  input: z.object({
    words: z.array(z.string()).transform((words) => words.join(' ')),
    limit: z
      .string()
      .transform(Number)
      .pipe(z.int('a number from 1 to 200').min(1, 'a number from 1').max(200, 'at most 200'))
      .default(50),
  }),
  needs: 'desk',
  async run({ words, limit }, { client }) {
    const hits = await client.desk.search({ words, limit })
    const rows = hits.map((hit) => [
      hit.kind,
      hit.id,
      hit.title,
      hit.excerpt.map((part) => (part.hit ? `[${part.text}]` : part.text)).join(''),
    ])
    return { json: { hits }, text: hits.length > 0 ? tableOf(rows) : 'Nothing found.' }
  },
})
