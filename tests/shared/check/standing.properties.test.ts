import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { type ClaimChanges, changesOf } from '../../../shared/check/standing.ts'
import { anchorsInBlock } from '../../../shared/document/anchors.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { anchorPlace, anchorsAround } from '../../../shared/document/place.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { ClaimKind, Settling } from '../../../shared/model/claim.ts'
import type { Place } from '../../../shared/model/place.ts'
import { action, mixed, Player } from '../document/player.ts'
import { Writing } from '../document/writing.ts'

interface Settled {
  readonly words: string
  readonly place: Place | null
}

/** In the text, a caption, a cell and a note; each with the how manieth of its words is meant. */
const tagged: readonly (readonly [string, number])[] = [
  ['At least 23 people', 1],
  ['“We are leaving,”', 1],
  ['be back.”', 1],
  ['U.S.-led force', 1],
  ['million in', 1],
  ['bridge in May', 1],
  ['$3.5', 2],
  ['Nobody knows', 1],
  ['Red Crescent', 1],
]

function begin(): { writing: Writing; player: Player; settled: Map<string, Settled> } {
  const writing = new Writing(mixed())
  for (const [words, nth] of tagged) writing.tag(words, `settled ${words}`, nth)
  const settled = new Map(writing.claims().map((id) => [id, readAnew(writing.state.doc, id)]))
  return { writing, player: new Player(writing, 't'), settled }
}

/** Of a copy of the document, of which nothing was ever kept. */
function readAnew(document: Node, id: string): Settled {
  const copy = Node.fromJSON(schema, document.toJSON())
  const { state } = new Writing(copy)
  return { words: wordsOf(state.doc, id), place: anchorPlace(state.doc, id) }
}

function wordsOf(document: Node, id: string): string {
  return new Writing(document).words(id) ?? ''
}

function changes(settled: Settled, now: Settled, kind: ClaimKind = 'statement'): ClaimChanges {
  const settling = { ...settled, status: 'confirmed', speaker: null } as unknown as Settling
  return changesOf({ ...now, kind, status: 'confirmed', settling, speaker: null, changedGround: [] })
}

const asSettled: ClaimChanges = { changed: [], context: [], asksKind: false }

test('what is read again after an edit is every claim whose words or place it changed, and all that was kept of blocks is as read anew', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 20, size: 'max' }), (list) => {
      const { writing, player } = begin()
      for (const one of list) {
        const before = writing.state.doc
        player.play(one)
        const after = writing.state.doc
        const around = anchorsAround(before, after)
        for (const id of writing.claims()) {
          const now = { words: writing.words(id) ?? '', place: anchorPlace(after, id) }
          expect([id, now]).toEqual([id, readAnew(after, id)])
          if (!around.has(id)) expect([id, now]).toEqual([id, readAnew(before, id)])
        }
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('undoing everything since they were settled leaves every claim as it was settled', () => {
  fc.assert(
    fc.property(fc.array(action, { minLength: 1, maxLength: 20, size: 'max' }), (list) => {
      const { writing, player, settled } = begin()
      const document = writing.state.doc
      // What goes back behind the settling has no end to come back to.
      for (const one of list) if (one.kind !== 'undo' && one.kind !== 'redo') player.play(one)
      for (let left = 400; left > 0 && !sameDocument(writing.state.doc, document); left--) writing.undo()
      expect(sameDocument(writing.state.doc, document)).toBe(true)
      for (const [id, then] of settled) {
        const now = { words: writing.words(id) ?? '', place: anchorPlace(writing.state.doc, id) }
        expect([id, changes(then, now)]).toEqual([id, asSettled])
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

const kinds: readonly (readonly string[])[] = [
  ['“', '"', '„', '»'],
  ['”', '"', '“', '«'],
  ['’', "'"],
  ['-', '‑', '–'],
  [' ', '\u00a0', '  ', '\u2009'],
]

/** A character in other type; of a letter, with a place behind it where the line may break. */
function inOtherType(character: string, seed: number): string {
  const kind = kinds.find(([first]) => first === character)
  if (kind) return kind[seed % kind.length] ?? character
  return /\p{L}/u.test(character) && seed % 5 === 0 ? `${character}\u00ad` : character
}

test('other type, anywhere in the text, is a change of no claim and of no context', () => {
  const noise = fc.array(fc.record({ at: fc.nat(), seed: fc.nat(60) }), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(noise, (list) => {
      const { writing, settled } = begin()
      for (const { at, seed } of list) {
        const { doc } = writing.state
        const places: { position: number; character: string }[] = []
        doc.descendants((node, position) => {
          for (const [offset, character] of [...(node.text ?? '')].entries())
            places.push({ position: position + offset, character })
        })
        const { position, character } = places[at % places.length] ?? { position: 1, character: '' }
        const by = inOtherType(character, seed)
        // What was set anew once is left alone: twice, quotation marks may no longer close.
        if (by === character || !kinds.flat().concat(by).includes(by)) continue
        const marks = doc.resolve(position + 1).marks()
        writing.apply(writing.state.tr.replaceWith(position, position + 1, schema.text(by, marks)))
      }
      for (const [id, then] of settled) {
        const now = { words: writing.words(id) ?? '', place: anchorPlace(writing.state.doc, id) }
        expect([id, then.words, now.words, changes(then, now)]).toEqual([
          id,
          then.words,
          now.words,
          asSettled,
        ])
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('one edit of other paragraphs than its own stales no claim', () => {
  const edit = fc.record({
    first: fc.nat(),
    count: fc.integer({ min: 1, max: 3 }),
    texts: fc.array(fc.constantFrom('', 'So it began.', 'It is over, they said.', 'Dead.'), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(edit, ({ first, count, texts }) => {
      const { writing, settled } = begin()
      const { doc } = writing.state
      const bare: number[] = []
      doc.forEach((block, _, index) => {
        if (block.type.name === 'paragraph') bare.push(index)
      })
      const from = bare[first % bare.length] ?? 0
      let to = from
      while (to < from + count && doc.maybeChild(to)?.type.name === 'paragraph') to++
      const held = new Set<string>()
      for (let index = from; index < to; index++)
        for (const id of anchorsInBlock(doc.child(index)).keys()) held.add(id)
      const at = (index: number) => {
        let position = 0
        for (let one = 0; one < index; one++) position += doc.child(one).nodeSize
        return position
      }
      const blocks = texts.map((text) =>
        schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]),
      )
      writing.apply(writing.state.tr.replaceWith(at(from), at(to), blocks))
      for (const [id, then] of settled) {
        // A note goes with its reference.
        if (held.has(id) || writing.words(id) === undefined) continue
        const now = { words: writing.words(id) ?? '', place: anchorPlace(writing.state.doc, id) }
        expect([id, changes(then, now)]).toEqual([id, asSettled])
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
