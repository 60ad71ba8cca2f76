import type Database from 'better-sqlite3'
import { sql as first } from './migrations/0001-first.ts'
import { sql as claimWhole } from './migrations/0002-claim-whole.ts'
import { sql as striking } from './migrations/0003-striking.ts'
import { sql as language } from './migrations/0004-language.ts'
import { sql as journalHead } from './migrations/0005-journal-head.ts'
import { sql as slugFollows } from './migrations/0006-slug-follows.ts'
import { sql as reading } from './migrations/0007-reading.ts'
import { sql as queriesAndFixes } from './migrations/0008-queries-and-fixes.ts'
import { sql as standing } from './migrations/0009-standing.ts'
import { sql as staleIndex } from './migrations/0010-stale-index.ts'
import { sql as gate } from './migrations/0011-gate.ts'
import { sql as firstPass } from './migrations/0012-first-pass.ts'

/** One step of the database's shape; once released it is never changed. */
export interface Migration {
  /** Without gaps from 1; kept as `user_version`. */
  readonly version: number
  readonly name: string
  /** Any number of statements, none of them BEGIN or COMMIT. */
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  { version: 1, name: 'first', sql: first },
  { version: 2, name: 'claim whole', sql: claimWhole },
  { version: 3, name: 'striking', sql: striking },
  { version: 4, name: 'language', sql: language },
  { version: 5, name: 'journal head', sql: journalHead },
  { version: 6, name: 'slug follows', sql: slugFollows },
  { version: 7, name: 'reading', sql: reading },
  { version: 8, name: 'queries and fixes', sql: queriesAndFixes },
  { version: 9, name: 'standing', sql: standing },
  { version: 10, name: 'staleIndex', sql: staleIndex },
  { version: 11, name: 'gate', sql: gate },
  { version: 12, name: 'first pass', sql: firstPass },
]

/** "Stet", in the header of every desk's database, so that no other program's is taken for one. */
export const applicationId = 0x53746574

export function newestVersion(known: readonly Migration[]): number {
  return known.reduce((newest, migration) => Math.max(newest, migration.version), 0)
}

export function readVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** A migration that was undone whole: the database is as it was before it. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed'

  constructor(migration: Migration, copy: string | null, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const where = copy === null ? '' : ` A copy from before is ${copy}.`
    super(
      `the desk could not be brought to version ${migration.version} (${reason}); it is as it was.${where}`,
      {
        cause,
      },
    )
  }
}

function run(database: Database.Database, migration: Migration): void {
  // Rebuilding a table that others refer to needs this off, and it cannot be switched inside a transaction.
  database.pragma('foreign_keys = OFF')
  try {
    database.exec('BEGIN IMMEDIATE')
    database.exec(migration.sql)
    const broken = database.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to rows that do not exist`)
    database.pragma(`application_id = ${applicationId}`)
    database.pragma(`user_version = ${migration.version}`)
    database.exec('COMMIT')
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

/**
 * Brings a database to the newest version, each migration in one transaction of its own.
 *
 * @param copy copies a database that holds something already, before anything is done to it
 * @throws MigrationFailed with everything of the failed migration undone
 */
export async function migrate(
  database: Database.Database,
  known: readonly Migration[],
  copy: (toVersion: number) => Promise<string>,
): Promise<void> {
  const version = readVersion(database)
  const pending = known.filter((migration) => migration.version > version)
  if (pending.length === 0) return
  const copied = version === 0 ? null : await copy(newestVersion(known))
  for (const migration of pending) {
    try {
      run(database, migration)
    } catch (error) {
      throw new MigrationFailed(migration, copied, error)
    }
  }
}
