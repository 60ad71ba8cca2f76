import { z } from 'zod'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { changesText, type Fix, isFixOpen, remedySchema, stateOf } from '../../../shared/model/fix.ts'
import { newFixId, newRequestId } from '../../../shared/model/ids.ts'
import type { Answer } from '../answer.ts'
import { deskCommand } from '../command.ts'
import { badInput, refused } from '../failure.ts'
import { findClaim, findStory } from '../references.ts'
import { choicesOf, spelled, wordsFor } from '../spelling.ts'

const deeds = ['to', 'answer', 'accept', 'reject', 'withdraw', 'list'] as const

export const fixCommand = deskCommand({
  name: 'fix',
  summary: 'suggest other words for a claim, answer that, accept or reject it',
  positionals: ['STORY', '[CLAIM]'],
  options: {
    to: { value: 'WORDS', help: 'what the claim’s words are to be' },
    why: { value: 'TEXT', help: 'why; goes with --to' },
    remedy: {
      value: 'REMEDY',
      help: `${choicesOf(remedySchema.options)} (default: words); “answer” puts --to behind a quotation, “stands” wants no --to`,
    },
    answer: { value: 'TEXT', help: 'what whoever wrote the story says to it' },
    accept: { help: 'changes the text and confirms the claim on its new words; for editors' },
    reject: { help: 'leaves the text as it is; for editors, with --reason' },
    withdraw: { help: 'takes the suggestion off the claim' },
    reason: { value: 'TEXT', help: 'why it is rejected, or stands as said' },
    fix: { value: 'FIX', help: 'which, by its id, where a claim has several that are open' },
    list: { help: 'lists the fixes of the story, or of the claim' },
  },
  notes: [
    'CLAIM is the number of a claim of STORY, or its id.',
    'Within quotation marks, --to is taken only from a transcript: an excerpt of a recording or document among the claim’s backup.',
  ],
  input: z
    .object({
      story: z.string().min(1),
      claim: z.string().min(1).optional(),
      to: z.string().max(100_000).optional(),
      why: z.string().trim().min(1, 'say why').max(20_000).optional(),
      remedy: spelled(remedySchema.options).default('words'),
      answer: z.string().trim().min(1, 'say what the answer is').max(20_000).optional(),
      accept: z.boolean().default(false),
      reject: z.boolean().default(false),
      withdraw: z.boolean().default(false),
      reason: z.string().max(20_000).default(''),
      fix: z.string().min(1).optional(),
      list: z.boolean().default(false),
    })
    .superRefine((given, context) => {
      const asked = deeds.filter((deed) => given[deed] !== undefined && given[deed] !== false)
      const isStanding = !changesText(given.remedy) && given.why !== undefined && given.to === undefined
      const count = asked.length + (isStanding ? 1 : 0)
      const names = deeds.map((deed) => `--${deed}`).join(', ')
      if (count !== 1) context.addIssue({ code: 'custom', message: `one of ${names} is wanted` })
      if (given.to !== undefined && given.why === undefined) {
        context.addIssue({ code: 'custom', message: '--to wants --why' })
      }
    }),
  needs: ({ list }) => (list ? 'desk' : 'person'),
  async run(given, { client }) {
    const story = await findStory(client, given.story)
    const reference = given.claim
    if (given.list) return listOf(client, story.id, reference)
    if (reference === undefined) throw badInput('CLAIM is wanted; see: stet help fix')
    const claim = await findClaim(client, /^\d+$/u.test(reference) ? `${story.id}#${reference}` : reference)
    if (claim.storyId !== story.id)
      throw badInput(`the claim is not of the story “${story.slug}”`, 'NOT_FOUND')
    const requestId = newRequestId()
    if (given.why !== undefined && (given.to !== undefined || !changesText(given.remedy))) {
      const fixId = newFixId()
      const suggested = await client.fixes.suggest({
        requestId,
        fixId,
        claimId: claim.id,
        remedy: given.remedy,
        newWords: given.to ?? '',
        why: given.why,
        backupIds: claim.backup.map((backup) => backup.id),
        seenWords: claim.words,
      })
      return said(suggested, fixId)
    }
    const { id: fixId } = chooseFix(claim, given.fix)
    if (given.answer !== undefined) {
      return said(await client.fixes.answer({ requestId, fixId, words: given.answer }), fixId)
    }
    if (given.accept)
      return said(await client.fixes.accept({ requestId, fixId, reason: given.reason }), fixId)
    if (given.reject)
      return said(await client.fixes.reject({ requestId, fixId, reason: given.reason }), fixId)
    const claimAfter = await client.fixes.withdraw({ requestId, fixId })
    return { json: { fixId, claim: claimAfter }, text: `#${claimAfter.number}  withdrawn` }
  },
})

/** The fix that is named, or the only one that nobody has decided about. */
function chooseFix(claim: Claim, id: string | undefined): Fix {
  const named = id === undefined ? undefined : claim.fixes.find((fix) => fix.id === id)
  if (named) return named
  if (id !== undefined) throw badInput(`the claim has no fix “${id}”`, 'NOT_FOUND')
  const open = claim.fixes.filter(isFixOpen)
  const [only] = open
  if (!only) throw badInput('no fix is open for this claim', 'NOT_FOUND')
  if (open.length === 1) return only
  throw refused('AMBIGUOUS', `${open.length} fixes are open: choose one with --fix (stet fix STORY --list)`)
}

function said(claim: Claim, fixId: Fix['id']): Answer {
  const fix = must(
    claim.fixes.find((one) => one.id === fixId),
    'the fix is on its claim',
  )
  const line = `#${claim.number}  ${stateOf(fix)}  ${wordsFor(claim.status)}  ${claim.words}`
  return { json: { fixId, state: stateOf(fix), claim }, text: `${line}\n${fixId}` }
}

async function listOf(
  client: DeskClient,
  storyId: Claim['storyId'],
  reference: string | undefined,
): Promise<Answer> {
  const { claims } = await client.stories.open({ storyId })
  const fixes = claims
    .filter(({ id, number }) => reference === undefined || reference === id || reference === `${number}`)
    .flatMap((claim) =>
      claim.fixes.map((fix) => ({ number: claim.number, now: claim.words, state: stateOf(fix), ...fix })),
    )
  const lines = fixes.map(
    ({ number, state, remedy, words, newWords, why, id }) =>
      `#${number}  ${state}  ${id}\n  - ${words}\n  + ${changesText(remedy) ? newWords : '(stands as said)'}\n  ${why}`,
  )
  return { json: { fixes }, text: lines.length > 0 ? lines.join('\n') : 'No fixes.' }
}
