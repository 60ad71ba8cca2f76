import { z } from 'zod'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { findClaim } from '../references.ts'

const switches = ['flag', 'unflag', 'clear', 'unclear', 'read'] as const

export const legalCommand = deskCommand({
  name: 'legal',
  summary: 'flag a claim for legal, clear it, ask for a second reader',
  positionals: ['CLAIM'],
  options: {
    flag: { help: 'a claim with risk before the law' },
    unflag: { help: 'takes the flag away' },
    clear: { help: 'lets it stand, for the words that it has; for legal' },
    unclear: { help: 'takes the clearing away' },
    'second-reader': { value: 'NAME', help: 'asks somebody to read it too; “anybody” leaves open who' },
    read: { help: 'says that you read it as the second' },
    note: { value: 'TEXT', help: 'a condition or remark; goes with --clear' },
  },
  notes: ['CLAIM is a claim’s id, or STORY#NUMBER.'],
  input: z
    .object({
      claim: z.string().min(1),
      flag: z.boolean().default(false),
      unflag: z.boolean().default(false),
      clear: z.boolean().default(false),
      unclear: z.boolean().default(false),
      secondReader: z.string().trim().min(1, 'a name is wanted').optional(),
      read: z.boolean().default(false),
      note: z.string().max(20_000).default(''),
    })
    .refine(
      (given) => [...switches.map((one) => given[one]), given.secondReader].filter(Boolean).length === 1,
      {
        message: 'one of --flag, --unflag, --clear, --unclear, --second-reader, --read is wanted',
      },
    ),
  needs: 'person',
  async run(given, { client }) {
    const { id: claimId, words: seenWords } = await findClaim(client, given.claim)
    const change = { requestId: newRequestId(), claimId }
    const claim = await done()
    return { json: { claim }, text: `#${claim.number}  ${standOf(claim)}  ${claim.words}` }

    async function done(): Promise<Claim> {
      if (given.clear) return client.claims.clearLegal({ ...change, seenWords, note: given.note })
      if (given.unclear) return client.claims.unclearLegal(change)
      if (given.read) return client.claims.readSecond({ ...change, seenWords })
      const reader = given.secondReader
      if (reader === undefined) return client.claims.setLegal({ ...change, isLegal: given.flag })
      const people = await client.people.list()
      const person = people.find((one) => one.name === reader || one.initials === reader)
      if (!person && reader !== 'anybody') throw badInput(`nobody here is called “${reader}”`, 'NOT_FOUND')
      return client.claims.askSecondReader({ ...change, readerId: person?.id ?? null })
    }
  },
})

function standOf({ isLegal, legalClearing, secondReading, words }: Claim): string {
  const parts = [isLegal ? 'flagged' : 'not flagged']
  if (legalClearing) parts.push(legalClearing.words === words ? 'cleared' : 'cleared for other words')
  if (secondReading) parts.push(secondReading.done ? 'read by a second' : 'second reader asked')
  return parts.join(', ')
}
