import { AsyncLocalStorage } from 'node:async_hooks'
import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type Transaction,
} from 'kysely'
import { AssertionFailed } from '../../shared/lib/assert.ts'
import type { Tables } from './tables.ts'

export type Tx = Transaction<Tables>

/** The one way to the database. */
export interface Store {
  /**
   * One at a time, in the order of the calls; commits when `work` resolves, rolls back when it throws. `work`
   * awaits nothing but queries: whatever else it waited for would hold up everybody.
   *
   * @throws StoreClosed after {@link close}
   * @throws AssertionFailed inside the work of another transaction, which it would wait for without end
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Work on the connection itself, in its turn and outside of any transaction: what SQLite does not do inside
   * of one.
   *
   * @throws StoreClosed after {@link close}
   * @throws AssertionFailed inside the work of a transaction
   */
  apart<T>(work: (database: Database.Database) => T): Promise<T>
  /**
   * From now on every transaction is refused with `error`; what was called before comes to its end.
   *
   * @returns takes that back, unless it was called for something else meanwhile
   */
  stop(error: Error): () => void
  /**
   * Copies the database through the connection that is open, in its turn: also one whose file is gone, and also
   * after {@link stop}.
   */
  copyTo(path: string): Promise<void>
  /** Settles, with why, once the database's file is found to be gone; see {@link Store.look}. */
  readonly gone: Promise<Error>
  /** Looks whether the database's file is still there, without waiting for somebody to write. */
  look(): void
  /** The version of the database's shape. */
  readonly version: number
  /** Lets what was called before come to its end. Calling it again does nothing. */
  close(): Promise<void>
}

export class StoreClosed extends Error {
  override readonly name = 'StoreClosed'

  constructor() {
    super('the desk is closed')
  }
}

/** Prepared statements that are kept; lists of differing length make a statement each, so there is an end. */
const keptStatements = 400

/** Preparing costs more than running, on the typing path: a statement once prepared is kept. */
function withKeptStatements(database: Database.Database, isBegun: () => boolean): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    prepare(sql) {
      // After a full disk or the like SQLite has rolled back by itself: what follows would stand on its own.
      if (isBegun() && !database.inTransaction) throw new Error('the database gave the transaction up')
      const known = kept.get(sql)
      if (known && !known.busy) {
        kept.delete(sql)
        kept.set(sql, known)
        return known as SqliteStatement
      }
      const statement = database.prepare(sql)
      if (!known) kept.set(sql, statement)
      const oldest = kept.keys().next()
      if (kept.size > keptStatements && !oldest.done) kept.delete(oldest.value)
      return statement as SqliteStatement
    },
    close() {
      kept.clear()
      database.close()
    },
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database
  #isBegun = false

  constructor(database: Database.Database) {
    super({ database: withKeptStatements(database, () => this.#isBegun) })
    this.#database = database
  }

  /** Takes the right to write at once: a transaction that reads first can then not fail when it writes. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    this.#isBegun = true
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
    this.#isBegun = false
  }

  /** A full disk makes SQLite roll back by itself; the error worth telling is that one. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    this.#isBegun = false
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

function dialectOf(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/**
 * The queue that owns `database` from now on.
 *
 * @param afterClose runs once the connection is closed
 * @param checkBeneath throws where the file behind the connection is no longer the desk's; asked before each
 *   transaction and after each commit, for a commit into a file that nobody can open again is no commit
 */
export function makeStore(
  database: Database.Database,
  afterClose: () => void | Promise<void>,
  checkBeneath: () => void = () => {},
): Store {
  const db = new Kysely<Tables>({ dialect: dialectOf(database) })
  const inside = new AsyncLocalStorage<{ isRunning: boolean }>()
  let last: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | null = null
  let stopped: Error | null = null
  const gone = Promise.withResolvers<Error>()

  /** Once it is gone it stays gone, whatever is put in its place. */
  function proveBeneath(): void {
    try {
      checkBeneath()
    } catch (error) {
      stopped = error instanceof Error ? error : new Error(String(error))
      gone.resolve(stopped)
      throw stopped
    }
  }

  async function run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (stopped) throw stopped
    proveBeneath()
    const context = { isRunning: true }
    try {
      const done = await inside.run(context, () => db.transaction().execute(work))
      proveBeneath()
      return done
    } finally {
      // Whatever the work left behind, such as a timer, may open a transaction of its own from now on.
      context.isRunning = false
    }
  }

  return {
    transaction(work) {
      if (inside.getStore()?.isRunning) {
        return Promise.reject(new AssertionFailed('a transaction was opened inside another one'))
      }
      if (closing) return Promise.reject(new StoreClosed())
      const turn = last.then(() => run(work))
      last = turn.catch(() => undefined)
      return turn
    },
    apart(work) {
      if (inside.getStore()?.isRunning) {
        return Promise.reject(new AssertionFailed('the connection was asked for inside a transaction'))
      }
      if (closing) return Promise.reject(new StoreClosed())
      const turn = last.then(() => work(database))
      last = turn.catch(() => undefined)
      return turn
    },
    stop(error) {
      stopped ??= error
      return () => {
        if (stopped === error) stopped = null
      }
    },
    copyTo(path) {
      if (closing) return Promise.reject(new StoreClosed())
      const turn = last.then(async () => {
        await database.backup(path)
      })
      last = turn.catch(() => undefined)
      return turn
    },
    gone: gone.promise,
    look() {
      if (stopped || closing) return
      try {
        proveBeneath()
      } catch {
        // Whoever waits for `gone` is told.
      }
    },
    version: Number(database.pragma('user_version', { simple: true })),
    close() {
      if (inside.getStore()?.isRunning) {
        return Promise.reject(new AssertionFailed('the store was closed inside a transaction'))
      }
      closing ??= last.then(async () => {
        await db.destroy()
        // Kysely closes only a connection that was used.
        if (database.open) database.close()
        await afterClose()
      })
      return closing
    },
  }
}
