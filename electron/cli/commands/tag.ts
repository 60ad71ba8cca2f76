import { AddMarkStep } from 'prosemirror-transform'
import { v7 } from 'uuid'
import { z } from 'zod'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { type TagRefusal, tagRefusal } from '../../../shared/document/zones.ts'
import { exhaustive, must } from '../../../shared/lib/assert.ts'
import { claimKindSchema } from '../../../shared/model/claim.ts'
import { newClaimId, newRequestId } from '../../../shared/model/ids.ts'
import { chooseOccurrence, nthOption, nthSchema, occurrenceNotes } from '../choose.ts'
import { deskCommand } from '../command.ts'
import { badInput, type CommandFailed, refused } from '../failure.ts'
import type { Occurrence } from '../occurrences.ts'
import { findStory } from '../references.ts'
import { choicesOf, spelled, wordsFor } from '../spelling.ts'

export const tagCommand = deskCommand({
  name: 'tag',
  summary: 'tag words of a story as a claim',
  positionals: ['STORY'],
  options: {
    kind: { value: 'KIND', help: choicesOf(claimKindSchema.options) },
    text: { value: 'WORDS', help: 'the exact words, quotation marks and all' },
    nth: nthOption,
    speaker: { value: 'NAME', help: 'who says it, as the text names them' },
    role: { value: 'ROLE', help: 'the speaker’s title or function, as the text gives it' },
  },
  notes: occurrenceNotes,
  input: z
    .object({
      story: z.string().min(1),
      kind: spelled(claimKindSchema.options),
      text: z.string().regex(/\S/u, 'no words to look for'),
      nth: nthSchema,
      speaker: z.string().trim().min(1, 'a name is wanted').max(300).optional(),
      role: z.string().max(500).optional(),
    })
    .refine(({ role, speaker }) => role === undefined || speaker !== undefined, {
      message: '--role goes with --speaker',
    }),
  needs: 'person',
  async run({ story: reference, kind, text, nth, speaker, role = '' }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    const opened = await client.stories.open({ storyId })
    const { fromA, toA } = choosePlace(opened, text, nth)
    const id = newClaimId()
    const step = new AddMarkStep(fromA, toA, schema.mark('claim', { id }))
    await client.stories.write({
      requestId: newRequestId(),
      storyId,
      atVersion: opened.version,
      clientId: v7(),
      schemaVersion,
      steps: [step.toJSON()],
      claims: [{ id, kind, ...(speaker === undefined ? {} : { speaker: { name: speaker, role } }) }],
    })
    const { claims } = await client.stories.open({ storyId })
    const claim = must(
      claims.find((one) => one.id === id),
      'a claim that was just tagged stands in its story',
    )
    return {
      json: { claimId: claim.id, number: claim.number },
      text: `#${claim.number}  ${claim.kind}  ${claim.words}\n${claim.id}`,
    }
  },
})

/** @throws CommandFailed where the words stand nowhere, in several places, or cannot be one claim */
function choosePlace({ document: json }: OpenedStory, text: string, nth: number | undefined): Occurrence {
  const document = readDocument(json)
  const chosen = chooseOccurrence(document, text, nth)
  const refusal = tagRefusal(document, { from: chosen.fromA, to: chosen.toA })
  if (refusal) throw refusalFor(refusal)
  return chosen
}

function refusalFor(refusal: TagRefusal): CommandFailed {
  switch (refusal.kind) {
    case 'noWords':
      return badInput('there are no words to tag')
    case 'acrossParts': {
      const [first, last] = refusal.parts.map(wordsFor)
      return refused(
        'ACROSS_PARTS',
        `one claim cannot reach from the ${first} into the ${last}: tag the words in each on their own`,
      )
    }
    default:
      return exhaustive(refusal)
  }
}
