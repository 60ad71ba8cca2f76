import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { Authors } from '../../shared/document/authors.ts'
import { schema } from '../../shared/document/schema.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { firstSnapshot, writtenAfter } from '../store/journal.ts'
import { findStory, type StoryRow } from '../store/stories.ts'
import type { Store, Tx } from '../store/transaction.ts'

const stepsPerRead = 1000

/** Stories of which the authors are kept, so that a further settling reads only what was written since. */
const storiesKept = 8

export interface Authorship {
  /** Who wrote what of a story as it stands; reads the journal from where it was read last. */
  of(tx: Tx, story: StoryRow, document: Node): Promise<Authors>
  /** Reads a story's journal ahead in short transactions of their own, so that `of` finds little left to read. */
  prepare(store: Store, storyId: StoryId): Promise<void>
}

interface Known {
  readonly authors: Authors
  version: number
}

async function begin(tx: Tx, storyId: StoryId): Promise<Known> {
  const { document, version } = await firstSnapshot(tx, storyId)
  return { authors: new Authors(document.content.size), version }
}

/** @returns whether there may be more */
async function readOn(tx: Tx, storyId: StoryId, known: Known): Promise<boolean> {
  const rows = await writtenAfter(tx, storyId, known.version, stepsPerRead)
  for (const { step, personId, version } of rows) {
    known.authors.take(Step.fromJSON(schema, step), personId)
    known.version = version
  }
  return rows.length === stepsPerRead
}

async function readAll(tx: Tx, storyId: StoryId, known: Known): Promise<void> {
  while (await readOn(tx, storyId, known)) {}
}

export function openAuthorship(): Authorship {
  const kept = new Map<StoryId, Known>()

  function keep(storyId: StoryId, known: Known): void {
    kept.delete(storyId)
    kept.set(storyId, known)
    const oldest = kept.keys().next()
    if (kept.size > storiesKept && !oldest.done) kept.delete(oldest.value)
  }

  return {
    async of(tx, story, document) {
      const storyId = story.id as StoryId
      let known = kept.get(storyId)
      // A transaction that failed, or a story that came anew under its id, left something else behind.
      if (!known || known.version > story.version) known = await begin(tx, storyId)
      await readAll(tx, storyId, known)
      if (known.authors.size !== document.content.size) {
        known = await begin(tx, storyId)
        await readAll(tx, storyId, known)
      }
      keep(storyId, known)
      return known.authors
    },
    async prepare(store, storyId) {
      const isMore = () =>
        store.transaction(async (tx) => {
          const story = await findStory(tx, storyId)
          if (!story) return false
          let known = kept.get(storyId)
          if (!known || known.version > story.version) known = await begin(tx, storyId)
          keep(storyId, known)
          return readOn(tx, storyId, known)
        })
      while (await isMore()) {}
    },
  }
}
