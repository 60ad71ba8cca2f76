import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { readsSame } from '../../../shared/check/changed.ts'
import {
  asRead,
  countUnread,
  readStateOf,
  readWordsOf,
  sentencesChanged,
  unreadSentences,
} from '../../../shared/check/read.ts'
import { type Sentence, sentencesOf } from '../../../shared/check/sentences.ts'
import { anchorSpans } from '../../../shared/document/anchors.ts'
import { wholeWords } from '../../../shared/document/words.ts'
import { action, mixed, Player, paragraphs } from '../document/player.ts'
import { Writing } from '../document/writing.ts'

const actions = fc.array(action, { minLength: 1, maxLength: 25 })
const plain = Writing.of(...paragraphs).state.doc
const start = fc.constantFrom(plain, mixed())

/** Which letters of a sentence no claim has, by looking at each of them. */
function untaggedByForce(document: Node, sentence: Sentence): string {
  const spans = [...anchorSpans(document).values()].map((span) => wholeWords(document, span))
  let untagged = ''
  document.nodesBetween(sentence.from, sentence.to, (node, position) => {
    for (let i = 0; i < (node.text?.length ?? 0); i++) {
      const at = position + i
      if (at < sentence.from || at >= sentence.to) continue
      const isTagged = spans.some((span) => at >= span.from && at < span.to)
      if (!isTagged) untagged += node.text?.charAt(i)
    }
  })
  return untagged
}

test('after random edits the sentences that changed are enough to count those that are unread', () => {
  fc.assert(
    fc.property(
      start,
      actions,
      fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      (document, list, picks) => {
        const read = readWordsOf([
          {
            isTakenBack: false,
            sentences: sentencesOf(document)
              .filter((_, i) => picks[i % 20])
              .map(asRead),
          },
        ])
        const player = new Player(new Writing(document), 't')
        let unread = unreadSentences(document, read).length
        for (const one of list) {
          const before = player.writing.state.doc
          player.play(one)
          const changed = sentencesChanged(before, player.writing.state.doc)
          unread += countUnread(changed.after, read) - countUnread(changed.before, read)
          expect(unread).toBe(unreadSentences(player.writing.state.doc, read).length)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('after random edits a sentence is tagged where, letter by letter, claims have all of it, and where nobody read it only there', () => {
  fc.assert(
    fc.property(start, actions, (document, list) => {
      const player = new Player(new Writing(document), 't')
      for (const one of list) player.play(one)
      const { doc } = player.writing.state
      for (const sentence of sentencesOf(doc)) {
        const isLettered = /[\p{L}\p{N}]/u.test(sentence.words)
        const left = untaggedByForce(doc, sentence)
        const isLeft = isLettered ? /[\p{L}\p{N}]/u.test(left) : /[^\s\p{M}\p{Cf}]/u.test(left)
        expect([sentence.words, readStateOf(sentence, readWordsOf([]))]).toEqual([
          sentence.words,
          isLeft ? 'unread' : 'tagged',
        ])
      }
    }),
    { numRuns: 300 },
  )
})

test('of a story that was read, random edits leave no sentence read whose words nobody read', () => {
  fc.assert(
    fc.property(start, actions, (document, list) => {
      const sentences = sentencesOf(document)
      // One kind of quotation mark for another is typography, and reads the same.
      const isKnown = ({ words }: Sentence) => sentences.some((one) => readsSame(one.words, words))
      const read = readWordsOf([{ isTakenBack: false, sentences: sentences.map(asRead) }])
      const player = new Player(new Writing(document), 't')
      for (const one of list) player.play(one)
      for (const sentence of sentencesOf(player.writing.state.doc)) {
        if (readStateOf(sentence, read) === 'read')
          expect([sentence.words, isKnown(sentence)]).toEqual([sentence.words, true])
      }
    }),
    { numRuns: 200 },
  )
})

test('random edits that are all undone leave everything read', () => {
  fc.assert(
    fc.property(start, actions, (document, list) => {
      const read = readWordsOf([{ isTakenBack: false, sentences: sentencesOf(document).map(asRead) }])
      const player = new Player(new Writing(document), 't')
      for (const one of list) if (one.kind !== 'undo' && one.kind !== 'redo') player.play(one)
      for (let i = 0; i < 400; i++) player.writing.undo()
      expect(unreadSentences(player.writing.state.doc, read)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
