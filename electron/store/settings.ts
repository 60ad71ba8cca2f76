import { type DeskRules, defaultDeskRules, deskRulesSchema } from '../../shared/check/rules.ts'
import { keptCopiesSchema } from '../../shared/model/copy.ts'
import { defaultKeptCopies } from './copies.ts'
import type { Tx } from './transaction.ts'

/** How many backups of each occasion are kept. */
const keptCopiesName = 'keptCopies'

/**
 * Changes whenever the desk is taken back to a backup. A version that a window knows from another life says
 * nothing about this one's.
 */
const lifeName = 'deskLife'

/** By which rule the stories' open claims were last counted all over. */
const countedByName = 'countedBy'

/** The same of their unread sentences. */
const unreadCountedByName = 'unreadCountedBy'

/** What the desk asks of a check, as JSON. */
const rulesName = 'rules'

async function readSetting(tx: Tx, name: string): Promise<string | null> {
  const row = await tx.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

async function writeSetting(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** 0 where they were only ever counted one by one. */
export async function readCountedBy(tx: Tx): Promise<number> {
  return Number((await readSetting(tx, countedByName)) ?? 0)
}

export async function writeCountedBy(tx: Tx, rule: number): Promise<void> {
  await writeSetting(tx, countedByName, String(rule))
}

/** As {@link readCountedBy}, of unread sentences. */
export async function readUnreadCountedBy(tx: Tx): Promise<number> {
  return Number((await readSetting(tx, unreadCountedByName)) ?? 0)
}

export async function writeUnreadCountedBy(tx: Tx, rule: number): Promise<void> {
  await writeSetting(tx, unreadCountedByName, String(rule))
}

/** What nobody ever set is as Stet proposes it. */
export async function readRules(tx: Tx): Promise<DeskRules> {
  const kept = await readSetting(tx, rulesName)
  if (kept === null) return defaultDeskRules
  const read = deskRulesSchema.safeParse({ ...defaultDeskRules, ...JSON.parse(kept) })
  return read.success ? read.data : defaultDeskRules
}

export async function writeRules(tx: Tx, rules: DeskRules): Promise<void> {
  await writeSetting(tx, rulesName, JSON.stringify(rules))
}

export async function readKeptCopies(tx: Tx): Promise<number> {
  const kept = keptCopiesSchema.safeParse(
    Number((await readSetting(tx, keptCopiesName)) ?? defaultKeptCopies),
  )
  return kept.success ? kept.data : defaultKeptCopies
}

export async function writeKeptCopies(tx: Tx, kept: number): Promise<void> {
  await writeSetting(tx, keptCopiesName, String(kept))
}

/** "" where the desk was never taken back. */
export async function readLife(tx: Tx): Promise<string> {
  return (await readSetting(tx, lifeName)) ?? ''
}

export async function writeLife(tx: Tx, life: string): Promise<void> {
  await writeSetting(tx, lifeName, life)
}
