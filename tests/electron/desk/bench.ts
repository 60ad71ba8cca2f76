import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { expect, onTestFinished } from 'vitest'
import { type Desk, makeDesk } from '../../../electron/desk/desk.ts'
import { openStore } from '../../../electron/store/open.ts'
import type { Store } from '../../../electron/store/transaction.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { buildDocument, readDocument } from '../../../shared/document/build.ts'
import { schema, schemaVersion } from '../../../shared/document/schema.ts'
import { mappedText } from '../../../shared/document/text.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { BackupDetails } from '../../../shared/model/backup.ts'
import type { Claim, Status } from '../../../shared/model/claim.ts'
import type { Remedy } from '../../../shared/model/fix.ts'
import {
  type BackupId,
  type ClaimId,
  type FixId,
  newBackupId,
  newClaimId,
  newFixId,
  newQueryId,
  newRequestId,
  newSourceId,
  type PersonId,
  type QueryId,
  type RequestId,
  type SourceId,
  type StoryId,
} from '../../../shared/model/ids.ts'
import type { QueryDetails } from '../../../shared/model/query.ts'
import { newSourceDetails, type SourceDetails } from '../../../shared/model/source.ts'
import type { NewClaim, StepJson } from '../../../shared/model/write.ts'
import { temporaryFolder } from '../store/temporary.ts'

export const details: BackupDetails = {
  locator: 'page 4',
  excerpt: 'Four hundred, by our count.',
  stance: 'supports',
  rank: 'primary',
  note: '',
}

/** A desk in a folder of its own, with two people at it and a hand on its store. */
export interface Bench {
  readonly desk: Desk
  readonly folder: string
  readonly store: Store
  readonly ada: DeskClient
  readonly grace: DeskClient
  readonly adaId: PersonId
  readonly graceId: PersonId
  readonly nobody: DeskClient
  readonly logged: string[]
  /** The desk's clock: a second passes with every look. */
  readonly clock: { nowMs: number }
  /** A transaction to come, the next or the `count`th, does all its work and then fails with `error`. */
  failNext(error: Error, count?: number): void
  /** Transactions that the store has done so far. */
  transactions(): number
}

export async function setUpBench(given: { folder?: string } = {}): Promise<Bench> {
  const folder = given.folder ?? (await temporaryFolder())
  const store = await openStore(folder)
  let failure: Error | null = null
  let failsIn = 0
  let transactions = 0
  const touchy: Store = {
    ...store,
    transaction: (work) => {
      transactions++
      return store.transaction(async (tx) => {
        const result = await work(tx)
        if (failure && --failsIn === 0) throw failure
        return result
      })
    },
    apart: (work) => store.apart(work),
    close: () => store.close(),
  }
  const clock = { nowMs: Date.UTC(2024, 9, 21, 9) }
  const logged: string[] = []
  const now = () => {
    clock.nowMs += 1000
    return clock.nowMs
  }
  const desk = await makeDesk(touchy, folder, { now, log: (line) => logged.push(line) })
  onTestFinished(() => desk.close())
  const nobody = desk.client({ personId: null, via: 'window' })
  const join = async (name: string, initials: string): Promise<PersonId> => {
    const known = (await nobody.people.list()).find((person) => person.name === name)
    const person = { name, initials, role: 'checker' as const }
    return (known ?? (await nobody.people.add({ requestId: newRequestId(), person }))).id
  }
  const adaId = await join('Ada Quill', 'AQ')
  const graceId = await join('Grace Marten', 'GM')
  return {
    desk,
    folder,
    store,
    adaId,
    graceId,
    ada: desk.client({ personId: adaId, via: 'window' }),
    grace: desk.client({ personId: graceId, via: 'commandLine' }),
    nobody,
    logged,
    clock,
    failNext: (error, count = 1) => {
      failure = error
      failsIn = count
    },
    transactions: () => transactions,
  }
}

/** The error of a refused call, by its name and what it says. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error, 'the call was to be refused').toBeInstanceOf(Error)
  const { code, data } = error as Error & { code: string; data: unknown }
  return data === undefined ? { code, data: undefined } : { code, data }
}

export const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

export async function documentOf(client: DeskClient, storyId: StoryId): Promise<Node> {
  return readDocument((await client.stories.open({ storyId })).document)
}

/** A copy of a story in a test's hand: edits it and sends what came of it. */
export async function edit(
  client: DeskClient,
  storyId: StoryId,
  change: (transform: Transform) => void,
  options: { claims?: NewClaim[]; requestId?: RequestId; atVersion?: number; clientId?: string } = {},
): Promise<{ version: number }> {
  const opened = await client.stories.open({ storyId })
  const transform = new Transform(readDocument(opened.document))
  change(transform)
  return client.stories.write({
    requestId: options.requestId ?? newRequestId(),
    storyId,
    atVersion: options.atVersion ?? opened.version,
    clientId: options.clientId ?? 'bench',
    schemaVersion,
    steps: stepsOf(transform),
    claims: options.claims ?? [],
  })
}

export function stepsOf(transform: Transform): StepJson[] {
  return JSON.parse(JSON.stringify(transform.steps.map((step) => step.toJSON()))) as StepJson[]
}

/** Where words stand in a document. */
export function find(document: Node, words: string): { from: number; to: number } {
  const { text, positions } = mappedText(document, 'both', { from: 0, to: document.content.size })
  const at = text.indexOf(words)
  if (at < 0) throw new Error(`no "${words}" in the document`)
  return {
    from: must(positions[at], 'a position'),
    to: must(positions[at + words.length - 1], 'a position') + 1,
  }
}

export async function makeStory(
  client: DeskClient,
  texts: readonly string[],
  headline = 'The bridge is open',
): Promise<StoryId> {
  const story = await client.stories.create({ requestId: newRequestId(), headline })
  const whole = buildDocument({ headline }, texts.map(paragraph))
  await edit(client, story.id, (transform) => {
    transform.replaceWith(0, transform.doc.content.size, whole.content)
  })
  return story.id
}

export async function tag(
  client: DeskClient,
  storyId: StoryId,
  words: string,
  given: Partial<Pick<NewClaim, 'id' | 'kind' | 'proposedFor'>> = {},
): Promise<Claim> {
  const id = given.id ?? newClaimId()
  await edit(
    client,
    storyId,
    (transform) => {
      const { from, to } = find(transform.doc, words)
      transform.addMark(from, to, schema.mark('claim', { id }))
    },
    { claims: [{ kind: 'statement', ...given, id }] },
  )
  return claimOf(client, storyId, id)
}

export async function claimOf(client: DeskClient, storyId: StoryId, id: ClaimId): Promise<Claim> {
  const { claims } = await client.stories.open({ storyId })
  return must(
    claims.find((claim) => claim.id === id),
    'the claim is listed',
  )
}

export async function isListed(client: DeskClient, storyId: StoryId, id: ClaimId): Promise<boolean> {
  return (await client.stories.open({ storyId })).claims.some((claim) => claim.id === id)
}

export function settle(client: DeskClient, claim: Claim, status: Status, note = ''): Promise<Claim> {
  return client.claims.settle({
    requestId: newRequestId(),
    claimId: claim.id,
    status,
    note,
    seenWords: claim.words,
  })
}

export async function addSource(
  client: DeskClient,
  title: string,
  given: Partial<SourceDetails> = {},
): Promise<SourceId> {
  const sourceId = newSourceId()
  await client.sources.add({
    requestId: newRequestId(),
    sourceId,
    details: { ...newSourceDetails('document', title), ...given },
  })
  return sourceId
}

export function addBackup(
  client: DeskClient,
  claimId: ClaimId,
  sourceId: SourceId,
  given: Partial<BackupDetails> = {},
): Promise<Claim> {
  return client.claims.addBackup({
    requestId: newRequestId(),
    claimId,
    backupId: newBackupId(),
    sourceId,
    details: { ...details, ...given },
  })
}

/** Asks somebody about a claim; its status stays where no words are said to have been seen. */
export function ask(
  client: DeskClient,
  claimId: ClaimId,
  given: Partial<QueryDetails> = {},
  queryId: QueryId = newQueryId(),
  seenWords: string | null = null,
): Promise<Claim> {
  const details: QueryDetails = {
    asked: 'Jonas Helm',
    sourceId: null,
    question: 'How many boats lay there?',
    way: 'mail',
    askedAtMs: 1_000,
    dueAtMs: 9_000,
    isRightOfReply: false,
    ...given,
  }
  return client.queries.ask({ requestId: newRequestId(), queryId, claimId, details, seenWords })
}

export function answer(client: DeskClient, queryId: QueryId, words: string): Promise<Claim> {
  return client.queries.answer({ requestId: newRequestId(), queryId, answer: { words, atMs: 5_000 } })
}

/** Suggests a fix of a claim as it reads in the record given. */
export function suggest(
  client: DeskClient,
  claim: Claim,
  newWords: string,
  given: { remedy?: Remedy; why?: string; backupIds?: BackupId[]; fixId?: FixId } = {},
): Promise<Claim> {
  return client.fixes.suggest({
    requestId: newRequestId(),
    fixId: given.fixId ?? newFixId(),
    claimId: claim.id,
    remedy: given.remedy ?? 'words',
    newWords,
    why: given.why ?? 'The register has four.',
    backupIds: given.backupIds ?? [],
    seenWords: claim.words,
  })
}

export async function trailKinds(client: DeskClient, storyId: StoryId): Promise<string[]> {
  return (await client.stories.trail({ storyId })).map((event) => event.kind)
}

/** Everything that `verify` has to say against a desk. */
export async function findings(client: DeskClient): Promise<unknown[]> {
  return (await client.desk.verify()).findings
}
