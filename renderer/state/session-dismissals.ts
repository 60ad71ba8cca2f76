import type { DeskClient } from '../../shared/contract/contract.ts'
import { DismissedWords } from '../../shared/mark/dismissed.ts'
import type { Dismissal, DismissalId, Dismissed } from '../../shared/model/dismissal.ts'
import { newRequestId, type StoryId } from '../../shared/model/ids.ts'

export interface DismissalBookOptions {
  readonly storyId: StoryId
  readonly client: Pick<DeskClient, 'firstPass'>
  readonly dismissals: readonly Dismissal[]
  onChange(): void
}

export interface DismissalBook {
  words(): Pick<DismissedWords, 'has'>
  /** What stands, the oldest first. */
  standing(): Dismissal[]
  /** How many stand. */
  count(): number
  /** Rises whenever something was dismissed or taken back. */
  changes(): number
  receive(dismissals: readonly Dismissal[]): void
  /** @returns what is dismissed by it that was not before; rejects with the desk's refusal */
  dismiss(dismissed: readonly Dismissed[]): Promise<readonly Dismissal[]>
  takeBack(ids: readonly DismissalId[]): Promise<void>
}

/** What of the open story's first pass was put aside, as the desk says and tells. */
export function keepDismissals(options: DismissalBookOptions): DismissalBook {
  const { client, storyId } = options
  const index = new DismissedWords()
  const known = new Map<DismissalId, Dismissal>()
  let changes = 0
  let count = 0

  function receive(dismissals: readonly Dismissal[]): void {
    for (const one of dismissals) {
      const before = known.get(one.id)
      if (before && before.revision >= one.revision) continue
      if (before) index.remove(before)
      index.add(one)
      known.set(one.id, one)
      count += Number(!one.isTakenBack) - Number(before?.isTakenBack === false)
      changes++
    }
  }

  receive(options.dismissals)

  return {
    words: () => index,
    standing: () => [...known.values()].filter((one) => !one.isTakenBack),
    count: () => count,
    changes: () => changes,
    receive,
    async dismiss(dismissed) {
      const made = await client.firstPass.dismiss({
        requestId: newRequestId(),
        storyId,
        dismissed: [...dismissed],
      })
      receive(made)
      options.onChange()
      return made
    },
    async takeBack(ids) {
      receive(await client.firstPass.takeBack({ requestId: newRequestId(), storyId, ids: [...ids] }))
      options.onChange()
    },
  }
}
