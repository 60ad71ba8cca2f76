import { createHash, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import { must } from '../../shared/lib/assert.ts'
import { type AuditEvent, auditEventSchema, type Via } from '../../shared/model/audit.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { PersonId, StoryId } from '../../shared/model/ids.ts'
import type { AuditEventTable, AuditPayloadTable } from './tables.ts'
import type { Tx } from './transaction.ts'

/** `previousHash` of the first event of a chain. */
export const noHash = '0'.repeat(64)

/** The setting that holds the head of the desk's own chain, as JSON. */
const deskHeadName = 'deskChainHead'

/** The last event of a chain. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

export const emptyChain: ChainHead = { seq: 0, hash: noHash }

/** What one event tells. */
export interface Told {
  subject: string
  /** Before and after; anything that JSON can say. */
  payload: unknown
}

/** What events of one command share. */
export interface Occasion {
  chain: StoryId | 'desk'
  atMs: number
  personId: PersonId | null
  via: Via
  /** Subject and verb: "claim.settled". */
  kind: string
}

export type NewEvent = Occasion & Told

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** RFC 8785, of what the database will hold: SQLite knows no halves of surrogate pairs. */
function canonical(value: unknown): string {
  const plain: unknown = JSON.parse(
    JSON.stringify(value ?? null, (_, part: unknown) =>
      typeof part === 'string' ? part.toWellFormed() : part,
    ),
  )
  return must(canonicalize(plain), 'a payload that JSON cannot say')
}

function hashOfPayload(salt: string, payload: string): string {
  return sha256(salt + payload)
}

function hashOfEvent(row: Omit<AuditEventTable, 'hash'>): string {
  return sha256(
    canonical({
      chain: row.chain,
      seq: row.seq,
      atMs: row.at_ms,
      personId: row.person_id,
      via: row.via,
      kind: row.kind,
      subject: row.subject,
      payloadHash: row.payload_hash,
      previousHash: row.previous_hash,
    }),
  )
}

/** The head as it is kept beside the chain; null where there is nothing that keeps it. */
async function keptHead(tx: Tx, chain: string): Promise<ChainHead | null> {
  if (chain !== 'desk') {
    const story = await tx
      .selectFrom('story')
      .select(['chain_seq', 'chain_head'])
      .where('id', '=', chain)
      .executeTakeFirst()
    if (!story) return null
    return story.chain_seq === 0 ? emptyChain : { seq: story.chain_seq, hash: story.chain_head }
  }
  const setting = await tx
    .selectFrom('setting')
    .select('value')
    .where('name', '=', deskHeadName)
    .executeTakeFirst()
  return setting ? (JSON.parse(setting.value) as ChainHead) : emptyChain
}

async function keepHead(tx: Tx, chain: string, head: ChainHead): Promise<void> {
  if (chain !== 'desk') {
    await tx
      .updateTable('story')
      .set({ chain_seq: head.seq, chain_head: head.hash })
      .where('id', '=', chain)
      .execute()
    return
  }
  const value = JSON.stringify(head)
  await tx
    .insertInto('setting')
    .values({ name: deskHeadName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** SQLite takes at most 32,766 values in one statement. */
const eventsPerInsert = 1000

/**
 * Adds events to a chain, in their order, and moves the chain's head, in the transaction of what they tell of. A
 * story's row must stand before its first event.
 *
 * @throws AssertionFailed where the story does not exist
 */
export async function appendEvents(tx: Tx, occasion: Occasion, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const { chain } = occasion
  let head = must(await keptHead(tx, chain), `no story ${chain} to append an event to`)
  const events: AuditEventTable[] = []
  const payloads: AuditPayloadTable[] = []
  for (const one of told) {
    const salt = randomBytes(16).toString('hex')
    const payload = canonical(one.payload)
    const row = {
      chain,
      seq: head.seq + 1,
      at_ms: occasion.atMs,
      person_id: occasion.personId,
      via: occasion.via,
      kind: occasion.kind,
      subject: one.subject,
      payload_hash: hashOfPayload(salt, payload),
      previous_hash: head.hash,
    }
    const hash = hashOfEvent(row)
    events.push({ ...row, hash })
    payloads.push({ chain, seq: row.seq, salt, payload })
    head = { seq: row.seq, hash }
  }
  for (let at = 0; at < events.length; at += eventsPerInsert) {
    await tx
      .insertInto('audit_event')
      .values(events.slice(at, at + eventsPerInsert))
      .execute()
    await tx
      .insertInto('audit_payload')
      .values(payloads.slice(at, at + eventsPerInsert))
      .execute()
  }
  await keepHead(tx, chain, head)
}

/** As {@link appendEvents}, for one. */
export async function appendEvent(tx: Tx, { subject, payload, ...occasion }: NewEvent): Promise<void> {
  await appendEvents(tx, occasion, [{ subject, payload }])
}

function readRows(tx: Tx, chain: string) {
  return tx
    .selectFrom('audit_event')
    .leftJoin('audit_payload', (join) =>
      join
        .onRef('audit_payload.chain', '=', 'audit_event.chain')
        .onRef('audit_payload.seq', '=', 'audit_event.seq'),
    )
    .selectAll('audit_event')
    .select(['audit_payload.salt', 'audit_payload.payload'])
    .where('audit_event.chain', '=', chain)
    .orderBy('audit_event.seq')
}

/** An event with what its payload was hashed with, so that others can hash it again; null where it was struck. */
export interface SaltedEvent {
  readonly event: AuditEvent
  readonly salt: string | null
}

/** Every event of a chain, oldest first; the payload of a struck one is null. */
export async function readSaltedChain(tx: Tx, chain: string): Promise<SaltedEvent[]> {
  const rows = await readRows(tx, chain).execute()
  return rows.map((row) => ({
    event: auditEventSchema.parse({
      chain: row.chain,
      seq: row.seq,
      atMs: row.at_ms,
      personId: row.person_id,
      via: row.via,
      kind: row.kind,
      subject: row.subject,
      payloadHash: row.payload_hash,
      previousHash: row.previous_hash,
      hash: row.hash,
      payload: row.payload === null ? null : JSON.parse(row.payload),
    }),
    salt: row.salt,
  }))
}

/** As {@link readSaltedChain}, the events alone. */
export async function readChain(tx: Tx, chain: string): Promise<AuditEvent[]> {
  return (await readSaltedChain(tx, chain)).map(({ event }) => event)
}

/** What events tell, in order, those that follow `after`; null where it was struck. */
export async function tellingsAfter(
  tx: Tx,
  chain: string,
  after: number,
  limit: number,
): Promise<{ seq: number; kind: string; subject: string; personId: string | null; payload: unknown }[]> {
  const rows = await readRows(tx, chain).where('audit_event.seq', '>', after).limit(limit).execute()
  return rows.map(({ seq, kind, subject, person_id, payload }) => ({
    seq,
    kind,
    subject,
    personId: person_id,
    payload: payload === null ? null : (JSON.parse(payload) as unknown),
  }))
}

/** How many of the events up to `seq` still tell something. */
export async function countPayloads(tx: Tx, chain: string, seq: number): Promise<number> {
  const row = await tx
    .selectFrom('audit_event')
    .innerJoin('audit_payload', (join) =>
      join
        .onRef('audit_payload.chain', '=', 'audit_event.chain')
        .onRef('audit_payload.seq', '=', 'audit_event.seq'),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('audit_event.chain', '=', chain)
    .where('audit_event.seq', '<=', seq)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** A check of a chain that has come as far as `after`. */
export interface ChainCheck {
  readonly findings: Finding[]
  readonly events: number
  /** Events of which what they told was struck, and is accounted for. */
  readonly struck: number
  /** The event up to which it was read; null when the end was reached and the kept head compared. */
  readonly after: ChainHead | null
}

/**
 * Checks the part of a chain that follows `after`, at most `limit` events. A long chain can so be checked in
 * many short transactions, for what was appended is never changed.
 *
 * @param accounted the events of which a striking has taken away what they told
 */
export async function checkChainPart(
  tx: Tx,
  chain: string,
  after: ChainHead,
  limit: number,
  accounted: ReadonlySet<number> = new Set(),
): Promise<ChainCheck> {
  const findings: Finding[] = []
  let struck = 0
  const found = (kind: Finding['kind'], message: string) => findings.push({ kind, subject: chain, message })
  const rows = await readRows(tx, chain).where('audit_event.seq', '>', after.seq).limit(limit).execute()
  let last = after
  for (const row of rows) {
    if (row.seq !== last.seq + 1) {
      const missing = row.seq - last.seq - 1
      found(
        'chain',
        `${missing} ${missing === 1 ? 'event is' : 'events are'} missing before event ${row.seq}`,
      )
    } else if (row.previous_hash !== last.hash) {
      found('chain', `event ${row.seq} does not follow event ${last.seq}`)
    }
    if (hashOfEvent(row) !== row.hash) found('chain', `event ${row.seq} (${row.kind}) was changed`)
    const { salt, payload } = row
    if (payload === null && accounted.has(row.seq)) struck++
    else if (payload === null) {
      found('chain', `what event ${row.seq} (${row.kind}) tells is missing, and no striking accounts for it`)
    } else if (accounted.has(row.seq)) {
      found('chain', `what event ${row.seq} (${row.kind}) told was struck, and is there again`)
    }
    if (salt !== null && payload !== null && hashOfPayload(salt, payload) !== row.payload_hash) {
      found('chain', `what event ${row.seq} (${row.kind}) tells was changed`)
    }
    last = { seq: row.seq, hash: row.hash }
  }
  if (rows.length === limit) return { findings, events: rows.length, struck, after: last }

  const head = await keptHead(tx, chain)
  if (head && head.seq > last.seq) {
    found('head', `the chain ends at event ${last.seq}, but had come to event ${head.seq}`)
  } else if (head && head.seq < last.seq) {
    found('head', `the chain goes on to event ${last.seq}, but was written only up to event ${head.seq}`)
  } else if (head && head.hash !== last.hash) {
    found('head', `event ${last.seq} is not the one that was written last`)
  }
  const stray = await tx
    .selectFrom('audit_payload')
    .select('seq')
    .where('chain', '=', chain)
    .where('seq', '>', last.seq)
    .orderBy('seq')
    .execute()
  for (const { seq } of stray) found('chain', `event ${seq} is missing, though what it tells is there`)
  return { findings, events: rows.length, struck, after: null }
}

/** What is wrong with a chain: events altered, missing, moved or added behind the desk's back. */
export async function checkChain(tx: Tx, chain: string, accounted?: ReadonlySet<number>): Promise<Finding[]> {
  const findings: Finding[] = []
  let after: ChainHead | null = emptyChain
  while (after) {
    const part: ChainCheck = await checkChainPart(tx, chain, after, 1000, accounted)
    findings.push(...part.findings)
    after = part.after
  }
  return findings
}
