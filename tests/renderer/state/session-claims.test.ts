import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { keepClaims } from '../../../renderer/state/session-claims.ts'
import { anchorSpans } from '../../../shared/document/anchors.ts'
import { type Claim, claimSchema } from '../../../shared/model/claim.ts'
import { type ClaimId, personIdSchema, storyIdSchema } from '../../../shared/model/ids.ts'
import { claimJson } from '../../claim.ts'
import { type Action, action, mixed, Player } from '../../shared/document/player.ts'
import { Writing } from '../../shared/document/writing.ts'

const storyId = storyIdSchema.parse('story-00000001')
const personId = personIdSchema.parse('person-0000001')

function bookOf(document: Node, claims: readonly Claim[] = []) {
  return keepClaims({ storyId, personId, claims, document, now: () => 1, onChange: () => {} })
}

/** In the text’s order, then those that left it by number: put together from nothing. */
function orderByForce(book: ReturnType<typeof bookOf>, document: Node): string[] {
  const claims = new Map(book.claims())
  const standing = [...anchorSpans(document).keys()].filter((id) => claims.has(id as ClaimId))
  const removed = [...claims.values()]
    .filter(({ presence }) => presence === 'removed')
    .sort((one, other) => one.number - other.number)
  return [...standing, ...removed.map(({ id }) => id)]
}

/** Claims to begin with. */
const tagged: Action[] = [10, 60, 110, 160, 210].map((at) => ({ kind: 'tag', at, length: 15, to: 0 }))

test('the order of claims, kept from edit to edit, is that of the text as it stands, the removed behind it', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 25, size: 'max' }), (list) => {
      const writing = new Writing(mixed())
      const player = new Player(writing, 't')
      const book = bookOf(writing.state.doc)
      for (const one of [...tagged, ...list]) {
        const before = writing.state.doc
        player.play(one)
        book.follow(before, writing.state)
        for (const id of writing.claims()) expect(book.claims().has(id as ClaimId)).toBe(true)
        expect(book.order()).toEqual(orderByForce(book, writing.state.doc))
        for (const [id, { words, presence }] of book.claims()) {
          if (presence === 'inText') expect([id, words]).toEqual([id, writing.words(id) ?? ''])
        }
        expect([...book.removed()].map(({ id }) => id)).toEqual(
          book.order().filter((id) => book.claims().get(id)?.presence === 'removed'),
        )
      }
    }),
    { numRuns: 200 },
  )
})

test('what the desk says of claims outside the text finds its place behind it, and leaves it again', () => {
  const claim = (number: number, presence: Claim['presence'], revision: number): Claim =>
    claimSchema.parse(
      claimJson({
        id: `claim-${String(number).padStart(8, '0')}`,
        storyId,
        number,
        presence,
        words: 'Nobody knows',
        taggedBy: personId,
        taggedAtMs: 1,
        revision,
      }),
    )
  const numbers = () => book.order().map((id) => book.claims().get(id)?.number)
  const book = bookOf(mixed(), [claim(2, 'removed', 1)])
  expect(numbers()).toEqual([2])
  book.receive([claim(1, 'removed', 2), claim(3, 'removed', 3)])
  expect(numbers()).toEqual([1, 2, 3])
  book.receive([{ ...claim(2, 'removed', 4), words: 'Nobody knows more' }])
  expect([...book.removed()].map(({ words }) => words)).toEqual([
    'Nobody knows',
    'Nobody knows more',
    'Nobody knows',
  ])
  book.receive([claim(1, 'withdrawn', 5)])
  expect(numbers()).toEqual([2, 3])
})
