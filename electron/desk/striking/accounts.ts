import type { VerifyReport } from '../../../shared/model/finding.ts'
import { deskTellings, findPendingStriking } from '../../store/striking.ts'
import type { Tx } from '../../store/transaction.ts'
import { deletedTellingSchema, strikingKinds, struckTellingSchema } from './trail.ts'

/** What the desk's chain accounts for: whatever is gone and is not in here is missing. */
export interface Accounts {
  /** By chain, the events of which what they told was struck. */
  readonly events: ReadonlyMap<string, ReadonlySet<number>>
  readonly stories: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  readonly strikings: number
  /** A striking was begun and has not come to its end. */
  readonly isPending: boolean
}

export const noAccounts: Accounts = {
  events: new Map(),
  stories: new Set(),
  files: new Set(),
  strikings: 0,
  isPending: false,
}

export const nothingStruck: VerifyReport['struck'] = { strikings: 0, events: 0, stories: 0, files: 0 }

/** Reads the strikings and deletions that the desk's chain tells of; whether the chain holds is another check. */
export async function readAccounts(tx: Tx): Promise<Accounts> {
  const events = new Map<string, Set<number>>()
  const stories = new Set<string>()
  const files = new Set<string>()
  let strikings = 0
  for (const { kind, subject, payload } of await deskTellings(tx, Object.values(strikingKinds))) {
    if (kind === strikingKinds.struck) {
      const telling = struckTellingSchema.safeParse(payload)
      if (!telling.success) continue
      strikings++
      for (const hash of telling.data.files) files.add(hash)
      for (const [chain, seqs] of Object.entries(telling.data.events)) {
        events.set(chain, new Set([...(events.get(chain) ?? []), ...seqs]))
      }
    }
    if (kind === strikingKinds.deleted) {
      const telling = deletedTellingSchema.safeParse(payload)
      if (!telling.success) continue
      strikings++
      for (const hash of telling.data.files) files.add(hash)
      stories.add(subject)
      // Should the story ever come in again, its chain begins anew.
      events.delete(subject)
    }
  }
  return { events, stories, files, strikings, isPending: (await findPendingStriking(tx)) !== null }
}
