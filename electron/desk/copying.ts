import { basename } from 'node:path'
import { must } from '../../shared/lib/assert.ts'
import type { CopyOccasion, DeskCopy } from '../../shared/model/copy.ts'
import { type CopyOptions, copyDesk, copyNames, isUntouched, upToDateCopy } from '../store/copies.ts'
import { listCopies } from '../store/copy-list.ts'
import type { CopyName } from '../store/copy-name.ts'
import { migrations, newestVersion } from '../store/migrate.ts'
import { readKeptCopies } from '../store/settings.ts'
import type { Store } from '../store/transaction.ts'

/** How often it is looked whether a new day has begun: a sleeping machine stops no shorter timer either. */
const lookMs = 10 * 60 * 1000

/** Imports that follow each other this closely are one sitting, with one backup before them all. */
const sittingMs = 10 * 60 * 1000

/** When the desk backs itself up; one backup after the other, none where nobody did anything since the last. */
export interface Copying {
  /** As a window opens the desk, and then at each new day. */
  keepDaily(): void
  /** As a command opens the desk: hundreds may follow each other, so the first of a day counts. */
  keepToday(): void
  /** Before an import; comes to its end also where the backup could not be made, which the log then says. */
  beforeImport(): Promise<void>
  /** @throws Error where it could not be made */
  now(): Promise<{ copy: DeskCopy; isNew: boolean }>
  list(): Promise<DeskCopy[]>
  /** Lets the backup that is being made come to its end. */
  close(): Promise<void>
}

interface Parts {
  readonly folder: string
  readonly store: Store
  readonly now: () => number
  readonly log: (line: string) => void
}

function dayOf(atMs: number): string {
  return new Date(atMs).toDateString()
}

export function openCopying({ folder, store, now, log }: Parts): Copying {
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  /** @returns the name of the copy that now says all, and whether it was made for that */
  async function copy(occasion: CopyOptions['occasion']): Promise<{ name: string; isNew: boolean }> {
    const known = await upToDateCopy(folder)
    if (known) return { name: known.name, isNew: false }
    const keep = await store.transaction(readKeptCopies)
    return { name: basename(await copyDesk(folder, { occasion, keep, now })), isNew: true }
  }

  /** @param isDue looked at in its turn */
  function tryCopy(
    occasion: CopyOptions['occasion'],
    isDue: () => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<void> {
    return inTurn(async () => {
      try {
        if ((await isDue()) && !isUntouched(folder)) await copy(occasion)
      } catch (error) {
        log(`backup: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
  }

  async function newestCopy(occasion?: CopyOccasion): Promise<CopyName | undefined> {
    return (await copyNames(folder)).findLast((one) =>
      occasion ? one.occasion === occasion : one.occasion !== 'rescue',
    )
  }

  const list = () => listCopies(folder, newestVersion(migrations))

  return {
    keepDaily() {
      let day = dayOf(now())
      void tryCopy('start')
      timer = setInterval(() => {
        const today = dayOf(now())
        if (today === day) return
        day = today
        void tryCopy('day')
      }, lookMs).unref()
    },
    keepToday() {
      void tryCopy('day', async () => {
        const newest = await newestCopy()
        return !newest || dayOf(newest.atMs) !== dayOf(now())
      })
    },
    beforeImport: () =>
      tryCopy('import', async () => {
        const newest = await newestCopy('import')
        const ageMs = newest ? now() - newest.atMs : Number.POSITIVE_INFINITY
        return ageMs < 0 || ageMs > sittingMs
      }),
    async now() {
      const { name, isNew } = await inTurn(() => copy('asked'))
      const made = (await list()).find((one) => one.name === `backups/${name}`)
      return { copy: must(made, 'the backup that was just made'), isNew }
    },
    list,
    async close() {
      if (timer) clearInterval(timer)
      await last
    },
  }
}
