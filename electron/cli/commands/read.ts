import { z } from 'zod'
import { readsSame } from '../../../shared/check/changed.ts'
import { asRead, readWordsOf, unreadSentences } from '../../../shared/check/read.ts'
import { type Sentence, sentencesOf } from '../../../shared/check/sentences.ts'
import type { OpenedStory } from '../../../shared/contract/stories.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { newRequestId } from '../../../shared/model/ids.ts'
import { deskCommand } from '../command.ts'
import { badInput } from '../failure.ts'
import { counted, tableOf } from '../layout.ts'
import { findStory } from '../references.ts'
import { wordsFor } from '../spelling.ts'

export const readCommand = deskCommand({
  name: 'read',
  summary: 'mark sentences of a story as read: nothing to check in them but what is tagged',
  positionals: ['STORY'],
  options: {
    all: { help: 'every sentence that is unread' },
    sentence: { value: 'WORDS', help: 'this sentence, as it stands but for its typography' },
    'take-back': { help: 'take back your own last reading of the story, whole' },
  },
  notes: [
    'A sentence is remembered by its words: moved it stays read, changed it is unread.',
    'What a claim covered when the sentence was read is not read by that.',
  ],
  input: z
    .object({
      story: z.string().min(1),
      all: z.boolean().default(false),
      sentence: z.string().regex(/\S/u, 'no words to look for').optional(),
      takeBack: z.boolean().default(false),
    })
    .refine(
      ({ all, sentence, takeBack }) => [all, sentence !== undefined, takeBack].filter(Boolean).length === 1,
      {
        message:
          'say what was read: --all, or --sentence WORDS; or --take-back (stet unread lists what is left)',
      },
    ),
  needs: 'person',
  async run({ story: reference, sentence, takeBack }, { client }) {
    const { id: storyId, unreadCount: before } = await findStory(client, reference)
    if (takeBack) {
      const { story } = await client.stories.takeBackRead({ requestId: newRequestId(), storyId })
      const { unreadCount } = story
      return { json: { read: 0, unread: unreadCount }, text: left(unreadCount) }
    }
    const opened = await client.stories.open({ storyId })
    const chosen = sentence === undefined ? unreadOf(opened) : sentencesOfWords(opened, sentence)
    if (chosen.length === 0) return { json: { read: 0, unread: before }, text: left(before) }
    const { story } = await client.stories.markRead({
      requestId: newRequestId(),
      storyId,
      sentences: chosen.map(asRead),
    })
    const { unreadCount } = story
    const read = before - unreadCount
    return {
      json: { read, unread: unreadCount },
      text: `${counted(read, 'sentence')} marked as read; ${left(unreadCount)}`,
    }
  },
})

export const unreadCommand = deskCommand({
  name: 'unread',
  summary: 'list the sentences of a story that nobody has read as they stand',
  positionals: ['STORY'],
  input: z.object({ story: z.string().min(1) }),
  needs: 'desk',
  async run(input, { client }) {
    const { id: storyId } = await findStory(client, input.story)
    const unread = unreadOf(await client.stories.open({ storyId }))
    const rows = unread.map(({ where, words }) => [wordsFor(where), words])
    return {
      json: { unread: unread.map(({ where, words }) => ({ where, words })) },
      text: rows.length === 0 ? left(0) : `${tableOf(rows)}\n${left(rows.length)}`,
    }
  },
})

function left(unread: number): string {
  return unread === 0 ? 'nothing is unread' : `${counted(unread, 'sentence')} unread`
}

function unreadOf({ document, readings }: OpenedStory): Sentence[] {
  return unreadSentences(readDocument(document), readWordsOf(readings))
}

/** @throws CommandFailed (exit 2) where no sentence of the story has these words */
function sentencesOfWords({ document }: OpenedStory, words: string): Sentence[] {
  const found = sentencesOf(readDocument(document)).filter((sentence) => readsSame(sentence.words, words))
  if (found.length > 0) return found
  throw badInput(
    'no sentence of the story reads so, from its first to its last word (stet unread STORY)',
    'NOT_FOUND',
  )
}
