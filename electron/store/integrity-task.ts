import Database from 'better-sqlite3'

export interface IntegrityTask {
  readonly path: string
  /** `quick_check` leaves out whether each index says what its table says. */
  readonly check: 'quick_check' | 'integrity_check'
  /** A damaged database is damaged in many places; the first few tell as much. */
  readonly most: number
}

/** What SQLite finds wrong, in its words; in this thread, which does nothing else meanwhile. */
export function checkHere({ path, check, most }: IntegrityTask): string[] {
  let database: Database.Database | null = null
  try {
    database = new Database(path, { readonly: true, fileMustExist: true })
    const rows = database.pragma(`${check}(${most})`) as Record<string, unknown>[]
    return rows.map((row) => String(row[check])).filter((line) => line !== 'ok')
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    database?.close()
  }
}
