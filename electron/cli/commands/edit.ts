import { v7 } from 'uuid'
import { z } from 'zod'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { makeEdit, rewriteRange } from '../../../shared/document/replace.ts'
import { schemaVersion } from '../../../shared/document/schema.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { type ClaimId, newClaimId, newRequestId } from '../../../shared/model/ids.ts'
import { chooseOccurrence, nthOption, nthSchema, occurrenceNotes } from '../choose.ts'
import { deskCommand } from '../command.ts'
import { refused } from '../failure.ts'
import { counted } from '../layout.ts'
import { findStory } from '../references.ts'

export const editCommand = deskCommand({
  name: 'edit',
  summary: 'put words of a story in the place of others',
  positionals: ['STORY'],
  options: {
    replace: { value: 'WORDS', help: 'the exact words that stand there' },
    with: { value: 'WORDS', help: 'what they are to be; nothing takes them out' },
    nth: nthOption,
  },
  notes: [
    'It is written as from a window: claims follow their words, and what was checked reads as changed.',
    ...occurrenceNotes,
  ],
  input: z.object({
    story: z.string().min(1),
    replace: z.string().regex(/\S/u, 'no words to look for'),
    with: z.string(),
    nth: nthSchema,
  }),
  needs: 'person',
  async run({ story: reference, replace, with: words, nth }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    const opened = await client.stories.open({ storyId })
    const document = readDocument(opened.document)
    const { fromA, toA } = chooseOccurrence(document, replace, nth)
    const made = makeEdit(document, hostOf(opened), [
      (transaction) => rewriteRange(transaction, { from: fromA, to: toA }, words),
    ])
    if (!made) {
      throw refused(
        'PARAGRAPHS',
        'the words have other paragraphs than those that stand there: replace the words of each on their own',
      )
    }
    const { version } =
      made.steps.length === 0
        ? opened
        : await client.stories.write({
            requestId: newRequestId(),
            storyId,
            atVersion: opened.version,
            clientId: v7(),
            schemaVersion,
            steps: made.steps.map((step) => step.toJSON()),
            claims: made.created.map(({ id, copiedFrom }) => ({
              id: id as ClaimId,
              kind: 'statement' as const,
              ...(copiedFrom === undefined ? {} : { copiedFrom: copiedFrom as ClaimId }),
            })),
          })
    const after = await client.stories.open({ storyId })
    const claims = rewordedIn(opened.claims, after.claims)
    return {
      json: { version, claims },
      text: [
        `${after.story.slug}  version ${version}, ${counted(claims.length, 'claim')} reworded`,
        ...claims.map(({ number, presence, words: now }) =>
          presence === 'inText' ? `#${number}  ${now}` : `#${number}  (${presence}) ${now}`,
        ),
      ].join('\n'),
    }
  },
})

function hostOf({ claims }: OpenedStory) {
  const ids = new Set<string>(claims.map((claim) => claim.id))
  const removed = claims.filter((claim) => claim.presence === 'removed')
  return { knows: (id: string) => ids.has(id), removed: () => removed, newId: newClaimId }
}

/** The claims that read otherwise, or left the text or came back to it, by number. */
function rewordedIn(before: readonly Claim[], after: readonly Claim[]) {
  const known = new Map(before.map((claim) => [claim.id, claim]))
  return after
    .filter((claim) => {
      const was = known.get(claim.id)
      return was === undefined || was.words !== claim.words || was.presence !== claim.presence
    })
    .map(({ id: claimId, number, presence, words }) => ({ claimId, number, presence, words }))
}
