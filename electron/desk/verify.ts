import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Finding, VerifyReport } from '../../shared/model/finding.ts'
import { type FileHash, fileHashSchema, type StoryId } from '../../shared/model/ids.ts'
import { type ChainHead, checkChainPart, emptyChain } from '../store/audit.ts'
import { checkCopies } from '../store/copies.ts'
import type { Blobs } from '../store/files.ts'
import { checkIntegrity } from '../store/integrity.ts'
import { databasePath } from '../store/paths.ts'
import type { Store } from '../store/transaction.ts'
import { type Accounts, noAccounts, nothingStruck, readAccounts } from './striking/accounts.ts'
import { verifyDeskRecords, verifyStoryRecords } from './verify-records.ts'
import { type HeldDocument, verifyStory } from './verify-story.ts'

/** Events checked in one transaction. */
const eventsPerRead = 2000

/** A damaged database is damaged in many places; the first few tell as much. */
const mostIntegrityErrors = 20

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function verifyDatabase(store: Store, folder: string): Promise<Finding[]> {
  const findings: Finding[] = []
  const found = (message: string) => findings.push({ kind: 'database', subject: '', message })
  // On a connection of its own, in a thread of its own: it takes seconds where the database is large.
  const path = databasePath(folder)
  for (const line of await checkIntegrity({ path, check: 'integrity_check', most: mostIntegrityErrors })) {
    found(line)
  }
  return store.transaction(async (tx) => {
    const strays = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(tx)
    const counted = new Map<string, number>()
    for (const { table, parent } of strays.rows) {
      const between = `${table} that refer to a ${parent} that does not exist`
      counted.set(between, (counted.get(between) ?? 0) + 1)
    }
    for (const [between, count] of counted) found(`rows of ${between}: ${count}`)
    return findings
  })
}

async function verifyChain(
  store: Store,
  chain: string,
  accounted: ReadonlySet<number> | undefined,
): Promise<{ findings: Finding[]; events: number; struck: number }> {
  const findings: Finding[] = []
  let events = 0
  let struck = 0
  let after: ChainHead | null = emptyChain
  while (after) {
    const from: ChainHead = after
    const part = await store.transaction((tx) => checkChainPart(tx, chain, from, eventsPerRead, accounted))
    findings.push(...part.findings)
    events += part.events
    struck += part.struck
    after = part.after
    await nextTurn()
  }
  return { findings, events, struck }
}

/** Every chain that has an event, every story's and the desk's own. */
async function readChains(store: Store): Promise<{ chains: string[]; stories: StoryId[] }> {
  return store.transaction(async (tx) => {
    const stories = await tx.selectFrom('story').select('id').orderBy('id').execute()
    const events = await tx.selectFrom('audit_event').select('chain').distinct().execute()
    const payloads = await tx.selectFrom('audit_payload').select('chain').distinct().execute()
    const chains = new Set(['desk', ...[...stories].map((story) => story.id)])
    for (const { chain } of [...events, ...payloads]) chains.add(chain)
    return { chains: [...chains], stories: stories.map((story) => story.id as StoryId) }
  })
}

/**
 * @param figures hashes that stand in stories, each with the story
 * @param removed hashes of files that were taken away by a striking
 */
async function verifyFiles(
  store: Store,
  blobs: Blobs,
  figures: ReadonlyMap<string, StoryId>,
  removed: ReadonlySet<string>,
): Promise<{ findings: Finding[]; files: number; struck: number }> {
  const findings: Finding[] = []
  const onDisk = new Set<string>()
  const damaged = new Set<string>()
  for await (const hash of blobs.list()) {
    onDisk.add(hash)
    if ((await blobs.check(hash)) === 'damaged') {
      damaged.add(hash)
      findings.push({
        kind: 'file',
        subject: hash,
        message: 'the file’s bytes are not those that were stored',
      })
    }
  }
  const wanted = await store.transaction((tx) =>
    tx.selectFrom('file').select(['hash', 'size_bytes']).execute(),
  )
  // Files that were brought while the folder was read are looked for once more.
  const isMissing = async (hash: FileHash) => !onDisk.has(hash) && (await blobs.check(hash)) === 'missing'
  const known = new Set<string>()
  for (const { hash, size_bytes: kept } of wanted) {
    known.add(hash)
    const sizeBytes = await blobs.sizeOf(hash as FileHash)
    if (await isMissing(hash as FileHash)) {
      findings.push({ kind: 'file', subject: hash, message: 'the file is missing' })
    } else if (sizeBytes !== null && sizeBytes !== kept && !damaged.has(hash)) {
      const message = `the file is said to have ${kept} bytes, it has ${sizeBytes}`
      findings.push({ kind: 'file', subject: hash, message })
    }
  }
  for (const [hash, storyId] of figures) {
    if (known.has(hash) || removed.has(hash)) continue
    const read = fileHashSchema.safeParse(hash)
    if (!read.success || (await isMissing(read.data))) {
      findings.push({ kind: 'file', subject: hash, message: `a figure of story ${storyId} is missing` })
    }
  }
  const struck = [...removed].filter((hash) => !onDisk.has(hash)).length
  return { findings, files: onDisk.size, struck }
}

/**
 * Proves everything that a desk keeps: the database, its copies, every chain and head, every journal against
 * its documents and claims, every file against its name. It changes nothing, and other work goes on between.
 *
 * @param held what the desk has open, to be compared too
 */
export async function verifyDesk(
  store: Store,
  blobs: Blobs,
  folder: string,
  held: HeldDocument = () => null,
): Promise<VerifyReport> {
  const report: VerifyReport = {
    stories: 0,
    steps: 0,
    events: 0,
    claims: 0,
    files: 0,
    struck: { ...nothingStruck },
    findings: [],
  }
  let accounts: Accounts = noAccounts
  /** What cannot even be read is a finding like others, and the rest is still looked at. */
  const part = async (kind: Finding['kind'], subject: string, check: () => Promise<Finding[]>) => {
    try {
      report.findings.push(...(await check()))
    } catch (error) {
      report.findings.push({ kind, subject, message: `cannot be read: ${reasonOf(error)}` })
    }
    await nextTurn()
  }

  await part('database', '', () => verifyDatabase(store, folder))
  await part('database', '', async () =>
    (await checkCopies(folder)).map(({ name, reason }) => ({
      kind: 'database' as const,
      subject: name,
      message: `the copy cannot be relied upon: ${reason}`,
    })),
  )
  await part('chain', 'desk', async () => {
    accounts = await store.transaction(readAccounts)
    report.struck.strikings = accounts.strikings
    if (!accounts.isPending) return []
    const message = 'a striking has not come to its end: close the desk and open it again'
    return [{ kind: 'database', subject: '', message }]
  })
  let chains: string[] = []
  let stories: StoryId[] = []
  await part('database', '', async () => {
    ;({ chains, stories } = await readChains(store))
    return []
  })
  const isStory = new Set<string>(stories)
  for (const chain of chains) {
    await part('chain', chain, async () => {
      const { findings, events, struck } = await verifyChain(store, chain, accounts.events.get(chain))
      report.events += events
      report.struck.events += struck
      if (chain === 'desk' || isStory.has(chain)) return findings
      return [
        ...findings,
        { kind: 'chain', subject: chain, message: 'the story of this trail does not exist' },
      ]
    })
  }
  await part('database', '', () => verifyDeskRecords(store, accounts.files))
  report.struck.stories = [...accounts.stories].filter((id) => !isStory.has(id)).length
  const figures = new Map<string, StoryId>()
  for (const storyId of stories) {
    await part('journal', storyId, async () => {
      const check = await verifyStory(store, storyId, held)
      report.stories++
      report.steps += check.steps
      report.claims += check.claims
      for (const hash of check.figures) figures.set(hash, storyId)
      return check.findings
    })
    await part('claim', storyId, () => verifyStoryRecords(store, storyId))
  }
  await part('file', '', async () => {
    const { findings, files, struck } = await verifyFiles(store, blobs, figures, accounts.files)
    report.files = files
    report.struck.files = struck
    return findings
  })
  return report
}
