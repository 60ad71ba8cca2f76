import { z } from 'zod'
import type { Claim } from '../../../shared/model/claim.ts'
import {
  newBackupId,
  newQueryId,
  newRequestId,
  newSourceId,
  queryIdSchema,
} from '../../../shared/model/ids.ts'
import { isOverdue, type ListedQuery, waySchema } from '../../../shared/model/query.ts'
import { deskCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'
import { findClaim, findSource } from '../references.ts'
import { choicesOf, spelled, wordsFor } from '../spelling.ts'

/** A day, or a day and a time, as the clock on this machine has it: "2026-05-03", "2026-05-03 16:00". */
const momentSchema = z.string().transform((text, context) => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(text)
  const atMs = isDay ? new Date(`${text}T23:59:59`).getTime() : Date.parse(text.replace(' ', 'T'))
  if (Number.isFinite(atMs)) return atMs
  context.addIssue({ code: 'custom', message: `“${text}” is no day or time: 2026-05-03, 2026-05-03 16:00` })
  return z.NEVER
})

export const queriesCommand = deskCommand({
  name: 'queries',
  summary: 'list who is waited for, over all stories, overdue first',
  positionals: [],
  options: { all: { help: 'also those that are answered' } },
  input: z.object({ all: z.boolean().default(false) }),
  needs: 'desk',
  async run({ all }, { client }) {
    const nowMs = Date.now()
    const queries = (await client.queries.list({ all })).map((one) => ({
      ...one,
      isOverdue: isOverdue(one.query, nowMs),
    }))
    return {
      json: { queries },
      text: queries.length > 0 ? tableOf(queries.map(rowOf)) : 'Nobody is waited for.',
    }
  },
})

function dayOf(atMs: number): string {
  const date = new Date(atMs)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

function standOf({ query, isOverdue: isLate }: ListedQuery & { isOverdue: boolean }): string {
  if (query.answer) return 'answered'
  if (query.dueAtMs === null) return 'waiting'
  return `${isLate ? 'overdue' : 'due'} ${dayOf(query.dueAtMs)}`
}

function rowOf(one: ListedQuery & { isOverdue: boolean }): string[] {
  const { query, slug, number } = one
  return [
    standOf(one),
    `${slug}#${number}`,
    `${query.asked}, ${wordsFor(query.way)}${query.isRightOfReply ? ', right of reply' : ''}`,
    query.id,
    query.question,
  ]
}

export const queryAddCommand = deskCommand({
  name: 'query add',
  summary: 'note that somebody was asked about a claim',
  positionals: ['CLAIM'],
  options: {
    asked: { value: 'NAME', help: 'who was asked' },
    source: { value: 'SOURCE', help: 'the same among the sources: its id or title' },
    question: { value: 'TEXT', help: 'what they were asked' },
    way: { value: 'WAY', help: `${choicesOf(waySchema.options)} (default: mail)` },
    when: { value: 'TIME', help: 'when they were asked: 2026-05-03 16:00 (default: now)' },
    due: { value: 'TIME', help: 'until when an answer is wanted' },
    'right-of-reply': { help: 'they were asked to answer what the story says of them' },
    'keep-status': { help: 'leaves the claim’s status; else it is queried' },
  },
  notes: ['CLAIM is a claim’s id, or STORY#NUMBER.'],
  input: z.object({
    claim: z.string().min(1),
    asked: z.string().trim().min(1, 'a name is wanted').max(300),
    source: z.string().min(1).optional(),
    question: z.string().trim().min(1, 'say what they were asked').max(20_000),
    way: spelled(waySchema.options).default('mail'),
    when: momentSchema.optional(),
    due: momentSchema.optional(),
    rightOfReply: z.boolean().default(false),
    keepStatus: z.boolean().default(false),
  }),
  needs: 'person',
  async run(input, { client }) {
    const { id: claimId, words } = await findClaim(client, input.claim)
    const source = input.source === undefined ? null : await findSource(client, input.source)
    const queryId = newQueryId()
    const claim = await client.queries.ask({
      requestId: newRequestId(),
      queryId,
      claimId,
      details: {
        asked: input.asked,
        sourceId: source?.id ?? null,
        question: input.question,
        way: input.way,
        askedAtMs: input.when ?? Date.now(),
        dueAtMs: input.due ?? null,
        isRightOfReply: input.rightOfReply,
      },
      seenWords: input.keepStatus ? null : words,
    })
    return { json: { queryId, claim }, text: `${lineOf(claim)}\n${queryId}` }
  },
})

function lineOf(claim: Claim): string {
  const waiting = claim.queries.filter((query) => query.answer === null).length
  return `#${claim.number}  ${wordsFor(claim.status)}, ${counted(waiting, 'answer')} waited for`
}

export const queryAnswerCommand = deskCommand({
  name: 'query answer',
  summary: 'note what was answered',
  positionals: ['QUERY'],
  options: {
    words: { value: 'TEXT', help: 'what they said, verbatim' },
    when: { value: 'TIME', help: 'when they said it (default: now)' },
    'as-backup': { help: 'makes it backup of the claim, tied to the person among the sources' },
  },
  notes: ['QUERY is a query’s id (stet queries).'],
  input: z.object({
    query: queryIdSchema,
    words: z.string().trim().min(1, 'say what they answered').max(100_000),
    when: momentSchema.optional(),
    asBackup: z.boolean().default(false),
  }),
  needs: 'person',
  async run({ query: queryId, words, when, asBackup }, { client }) {
    const answer = { words, atMs: when ?? Date.now() }
    const answered = await client.queries.answer({ requestId: newRequestId(), queryId, answer })
    if (!asBackup) return { json: { claim: answered }, text: lineOf(answered) }
    const way = answered.queries.find((one) => one.id === queryId)?.way ?? 'other'
    const backupId = newBackupId()
    const claim = await client.queries.attachAnswer({
      requestId: newRequestId(),
      queryId,
      backupId,
      sourceId: newSourceId(),
      locator: `${wordsFor(way)}, ${dayOf(answer.atMs)}`,
    })
    return { json: { backupId, claim }, text: `${lineOf(claim)}\n${backupId}` }
  },
})
