import type { Node } from 'prosemirror-model'
import { countUnread, nothingRead } from '../../shared/check/read.ts'
import { sentencesOf } from '../../shared/check/sentences.ts'
import { wordCount } from '../../shared/document/count.ts'
import { textOf } from '../../shared/document/text.ts'
import { must } from '../../shared/lib/assert.ts'
import type { StoryId } from '../../shared/model/ids.ts'
import { insertSnapshot } from '../store/journal.ts'
import { findStory, freeSlug, insertStory, newStoryRow, type StoryRow } from '../store/stories.ts'
import type { Act } from './act.ts'
import type { Core } from './core.ts'
import { guessLanguage, localeHere } from './language.ts'

/** As the database keeps it: it knows no halves of surrogate pairs. */
export function headlineOf(document: Node): string {
  return textOf(document.child(0), 'accepted').toWellFormed()
}

/**
 * A story's row and the snapshot that its journal begins with; its claims, and the event that tells where it
 * came from, are the caller's.
 *
 * @param given.slug as the row gets it; left out, one is made of the headline or of `slugFrom`
 * @param given.language left out, it is guessed
 */
export async function makeStory(
  core: Core,
  act: Act,
  id: StoryId,
  document: Node,
  given: Partial<StoryRow> = {},
  slugFrom = '',
): Promise<StoryRow> {
  const headline = headlineOf(document)
  const words = wordCount(document)
  const version = given.version ?? 0
  const slug = given.slug ?? (await freeSlug(act.tx, headline || slugFrom))
  const language = given.language ?? guessLanguage(document, localeHere())
  await insertStory(
    act.tx,
    newStoryRow(id, act.atMs, {
      ...given,
      slug,
      headline,
      language,
      word_count: words,
      unread_count: countUnread(sentencesOf(document), nothingRead),
    }),
  )
  await insertSnapshot(act.tx, id, version, document)
  // A story that was here before under this id, and was taken away, must not be taken for this one.
  core.documents.forget(id)
  core.documents.stage(id, { version, document, words })
  core.tending.later(id)
  act.tell('stories')
  return must(await findStory(act.tx, id), 'the story was inserted')
}
