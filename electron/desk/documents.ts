import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { wordCount } from '../../shared/document/count.ts'
import { schema } from '../../shared/document/schema.ts'
import { assert, must } from '../../shared/lib/assert.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import type { StepJson } from '../../shared/model/write.ts'
import { newestSnapshot, stepsAfter } from '../store/journal.ts'
import type { Tx } from '../store/transaction.ts'

const stepsPerRead = 1000

/** Opening a story whose snapshot is further behind than this asks for a new one. */
export const stepsPerSnapshot = 200

export interface StoryDocument {
  readonly version: number
  readonly document: Node
  readonly words: number
}

/** The documents of the stories last used, so that a write need not read the story from the database. */
export interface Documents {
  /** The document at `version`, which is the story's version in `tx`. */
  at(tx: Tx, storyId: StoryId, version: number): Promise<StoryDocument>
  /** What a write in a running transaction makes of a story. */
  stage(storyId: StoryId, made: StoryDocument): void
  forget(storyId: StoryId): void
  /** The newest that is held of a story, which a transaction that failed may have left; null for none. */
  held(storyId: StoryId): StoryDocument | null
}

/** @throws Error where a step of the journal does not apply: the journal is damaged */
export function applyJournal(document: Node, steps: readonly { version: number; step: StepJson }[]): Node {
  let result = document
  for (const { version, step } of steps) {
    const { doc, failed } = Step.fromJSON(schema, step).apply(result)
    assert(failed === null, `step ${version} of the journal does not apply`)
    result = must(doc, 'a step that did not fail made a document')
  }
  return result
}

async function load(
  tx: Tx,
  storyId: StoryId,
  version: number,
): Promise<{ made: StoryDocument; replayed: number }> {
  const snapshot = await newestSnapshot(tx, storyId)
  let { document, version: at } = snapshot
  while (at < version) {
    const steps = await stepsAfter(tx, storyId, at, stepsPerRead)
    assert(steps.length > 0 && steps[0]?.version === at + 1, `step ${at + 1} of the journal is missing`)
    document = applyJournal(document, steps)
    at = must(steps.at(-1), 'a step').version
  }
  assert(at === version, `the journal goes on to ${at}, but the story is at ${version}`)
  return { made: { version, document, words: wordCount(document) }, replayed: version - snapshot.version }
}

/**
 * Each story has up to two documents here: the one that stands, and the one that the transaction now running
 * would make. The database alone says which of them holds, by the story's version: when a transaction fails,
 * its document is simply never asked for, and the next one made at that version takes its place.
 *
 * @param onLongReplay told when a story was loaded from a snapshot far behind it
 */
export function openDocuments(limit: number, onLongReplay: (storyId: StoryId) => void): Documents {
  const kept = new Map<StoryId, StoryDocument[]>()

  function keep(storyId: StoryId, documents: StoryDocument[]): void {
    kept.delete(storyId)
    kept.set(storyId, documents)
    const oldest = kept.keys().next()
    if (kept.size > limit && !oldest.done) kept.delete(oldest.value)
  }

  return {
    async at(tx, storyId, version) {
      const known = kept.get(storyId)?.find((one) => one.version === version)
      if (known) {
        keep(storyId, [known])
        return known
      }
      const { made, replayed } = await load(tx, storyId, version)
      keep(storyId, [made])
      if (replayed > stepsPerSnapshot) onLongReplay(storyId)
      return made
    },
    stage(storyId, made) {
      const earlier = (kept.get(storyId) ?? []).filter((one) => one.version < made.version)
      keep(storyId, [...earlier.slice(-1), made])
    },
    forget(storyId) {
      kept.delete(storyId)
    },
    held(storyId) {
      return kept.get(storyId)?.at(-1) ?? null
    },
  }
}
