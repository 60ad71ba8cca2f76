import { z } from 'zod'
import { stanceSchema } from '../../../shared/model/backup.ts'
import { newBackupId, newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { chosenRank, rankOptions, rankSwitches, refineRank } from '../rank.ts'
import { findClaim, findSource } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'

export const backupAddCommand = deskCommand({
  name: 'backup add',
  summary: 'tie a claim to a source',
  positionals: ['CLAIM', 'SOURCE'],
  options: {
    locator: { value: 'PLACE', help: 'the place in the source: a page, a timestamp' },
    excerpt: { value: 'WORDS', help: 'the words of the source, verbatim' },
    stance: { value: 'STANCE', help: `${choicesOf(stanceSchema.options)} (default: supports)` },
    ...rankOptions,
    note: { value: 'TEXT', help: 'a remark' },
  },
  notes: [
    'CLAIM is a claim’s id, or STORY#NUMBER; SOURCE a source’s id, or its title.',
    'With neither --primary nor --secondary the source’s usual rank holds.',
  ],
  input: z
    .object({
      claim: z.string().min(1),
      source: z.string().min(1),
      locator: z.string().max(500).default(''),
      excerpt: z.string().max(100_000).default(''),
      stance: spelled(stanceSchema.options).default('supports'),
      ...rankSwitches,
      note: z.string().max(20_000).default(''),
    })
    .superRefine(refineRank),
  needs: 'person',
  async run(input, { client }) {
    const { id: claimId } = await findClaim(client, input.claim)
    const source = await findSource(client, input.source)
    const backupId = newBackupId()
    const rank = chosenRank(input) ?? source.usualRank
    const { locator, excerpt, stance, note } = input
    const claim = await client.claims.addBackup({
      requestId: newRequestId(),
      claimId,
      backupId,
      sourceId: source.id,
      details: { locator, excerpt, stance, rank, note },
    })
    return {
      json: { backupId },
      text: `#${claim.number}  ${stance}, ${rank}: ${source.title}\n${backupId}`,
    }
  },
})
