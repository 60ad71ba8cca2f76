import { z } from 'zod'
import { must } from '../../../shared/lib/assert.ts'
import { trailFormatSchema } from '../../../shared/model/export.ts'
import type { StoryId } from '../../../shared/model/ids.ts'
import { tellEvent, viaNames } from '../../../shared/trail/tell.ts'
import type { Answer } from '../answer.ts'
import { deskCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { tableOf } from '../layout.ts'
import { findPerson } from '../person.ts'
import { findStory } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'
import { writeExport } from '../write-out.ts'

export const auditCommand = deskCommand({
  name: 'audit',
  summary: 'read a story’s trail: who did what, when and through what; or write it to a file',
  positionals: ['STORY'],
  options: {
    claim: { value: 'NUMBER', help: 'only what was done to this claim' },
    person: { value: 'NAME', help: 'only what this person did' },
    as: { value: 'FORMAT', help: `with --out: ${choicesOf(trailFormatSchema.options)}` },
    out: { value: 'FILE', help: 'write the whole trail to this file or folder' },
    'with-confidential': { help: 'with --out: also what events tell of confidential sources' },
  },
  notes: [
    'With --json every event comes whole, with its hashes. stet verify proves the chain against the desk.',
    'What --out writes is recorded in the desk’s trail, under the name of whoever is working.',
  ],
  input: z.object({
    story: z.string().min(1),
    claim: z.coerce.number().int().positive().optional(),
    person: z.string().min(1).optional(),
    as: spelled(trailFormatSchema.options).optional(),
    out: z.string().min(1).optional(),
    withConfidential: z.boolean().default(false),
  }),
  needs: ({ out }) => (out === undefined ? 'desk' : 'person'),
  async run({ story: reference, claim: number, person: name, as, out, withConfidential }, { client, blobs }) {
    const { id: storyId } = await findStory(client, reference)
    if (out !== undefined) {
      if (number !== undefined || name !== undefined) {
        throw badInput('a trail is written whole: leave --claim and --person out, or --out')
      }
      const made = await client.transfer.exportTrail({ storyId, as: as ?? 'html', withConfidential })
      const bytes = must(await blobs.read(made.hash), 'an export can be read while the desk is open')
      const file = await writeExport(out, made.name, bytes)
      const { hash, mediaType, sizeBytes } = made
      return { json: { file, hash, mediaType, sizeBytes }, text: `${file}  ${sizeBytes} bytes` }
    }
    if (as !== undefined || withConfidential) throw badInput('--as and --with-confidential go with --out')
    return read(client, storyId, number, name)
  },
})

type Client = Parameters<typeof findStory>[0]

async function read(
  client: Client,
  storyId: StoryId,
  number: number | undefined,
  name: string | undefined,
): Promise<Answer> {
  const [all, people, sources, { claims }] = await Promise.all([
    client.stories.trail({ storyId }),
    client.people.list(),
    client.sources.list(),
    client.stories.open({ storyId }),
  ])
  const claim = claims.find((one) => one.number === number)
  if (number !== undefined && !claim) throw badInput(`the story has no claim ${number}`, 'NOT_FOUND')
  const personId = name === undefined ? null : await findPerson(client, name)
  if (name !== undefined && personId === null) throw badInput(`nobody here is called “${name}”`, 'NOT_FOUND')
  const events = all.filter(
    (event) => (!claim || event.subject === claim.id) && (personId === null || event.personId === personId),
  )
  const names = new Map<string, string>(people.map((person) => [person.id, person.name]))
  const titles = new Map<string, string>(sources.map((source) => [source.id, source.title]))
  const numbers = new Map<string, number>(claims.map((one) => [one.id, one.number]))
  const rows = events.map((event) => {
    const { what, detail } = tellEvent(
      event,
      { person: (id) => names.get(id) ?? null, source: (id) => titles.get(id) ?? null },
      'en',
    )
    const on = numbers.get(event.subject)
    return [
      String(event.seq),
      new Date(event.atMs).toISOString().slice(0, 19).replace('T', ' '),
      event.personId === null ? '–' : (names.get(event.personId) ?? event.personId),
      viaNames.en[event.via],
      on === undefined ? '' : `#${on}`,
      detail === null ? what : `${what}: ${detail}`,
    ]
  })
  return {
    json: { storyId, events },
    text: rows.length === 0 ? 'Nothing of that stands in the trail.' : tableOf(rows),
  }
}
