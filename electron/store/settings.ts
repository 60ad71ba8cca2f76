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
