import { z } from 'zod'
import { statusSchema } from '../../../shared/model/claim.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { findClaim } from '../references.ts'
import { choicesOf, spelled, wordsFor } from '../spelling.ts'

export const settleCommand = deskCommand({
  name: 'settle',
  summary: 'set the status of a claim',
  positionals: ['CLAIM'],
  options: {
    status: { value: 'STATUS', help: choicesOf(statusSchema.options) },
    note: { value: 'TEXT', help: 'a remark; “not a fact” wants a reason here' },
    seen: {
      value: 'WORDS',
      help: 'the words you judged: refused if the claim reads otherwise now (default: as it reads now)',
    },
  },
  notes: ['CLAIM is a claim’s id, or STORY#NUMBER.'],
  input: z.object({
    claim: z.string().min(1),
    status: spelled(statusSchema.options),
    note: z.string().max(20_000).default(''),
    seen: z.string().optional(),
  }),
  needs: 'person',
  async run({ claim: reference, status, note, seen }, { client }) {
    const { id: claimId, words } = await findClaim(client, reference)
    const claim = await client.claims.settle({
      requestId: newRequestId(),
      claimId,
      status,
      note,
      seenWords: seen ?? words,
    })
    return { json: { claim }, text: `#${claim.number}  ${wordsFor(claim.status)}  ${claim.words}` }
  },
})
