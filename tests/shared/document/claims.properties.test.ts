import fc from 'fast-check'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { Node, Slice } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { anchorSpans, touchedAnchors } from '../../../shared/document/anchors.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { anchorMemory } from '../../../shared/document/follow.ts'
import { footnotesOf } from '../../../shared/document/footnotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { readByForce } from './force.ts'
import { action, mixed, Player, paragraphs } from './player.ts'
import { Writing } from './writing.ts'

const actions = fc.array(action, { minLength: 1, maxLength: 25 })

const plain = Writing.of(...paragraphs).state.doc
const everything = mixed()
/** Of paragraphs alone, or with a figure, a table and footnotes among them. */
const start = fc.constantFrom(plain, everything)

describe('after random edits, pastes, drags, undo and redo', () => {
  test('the words of every claim equal a reading by force, also when only touched claims are read again', () => {
    fc.assert(
      fc.property(start, actions, (document, list) => {
        const writing = new Writing(document)
        const player = new Player(writing, 't')
        const kept = new Map<string, string>()
        for (const one of list) {
          const before = writing.state.doc
          player.play(one)
          for (const id of touchedAnchors(before, writing.state.doc)) {
            const words = writing.words(id)
            if (words === undefined) kept.delete(id)
            else kept.set(id, words)
          }
          const byForce = readByForce(writing.state.doc)
          expect(new Map([...kept].sort())).toEqual(new Map([...byForce].sort()))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('every claim is in the text or remembered with its last words, unless it was untagged', () => {
    fc.assert(
      fc.property(start, actions, (document, list) => {
        const writing = new Writing(document)
        const player = new Player(writing, 't')
        for (const one of list) {
          player.play(one)
          const present = anchorSpans(writing.state.doc)
          const gone = anchorMemory.getState(writing.state)?.gone
          for (const id of writing.records.keys()) {
            expect(present.has(id) || gone?.has(id)).toBe(true)
            if (!present.has(id)) expect(gone?.get(id)?.words).not.toBe('')
          }
          for (const [id, words] of readByForce(writing.state.doc)) expect([id, words]).not.toEqual([id, ''])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('replaying the journal of steps gives the same document', () => {
    fc.assert(
      fc.property(start, actions, (document, list) => {
        const writing = new Writing(document)
        const player = new Player(writing, 't')
        for (const one of list) player.play(one)
        const replayed = writing.steps.reduce((document, step) => {
          const again = Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())))
          const result = again.apply(document)
          if (!result.doc) throw new Error(result.failed ?? 'no document')
          return result.doc
        }, document)
        expect(replayed.eq(writing.state.doc)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('every reference has its note and every note its reference, in one order, and the document stays whole', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const writing = new Writing(everything)
        const player = new Player(writing, 't')
        for (const one of list) {
          player.play(one)
          const { references, notes } = footnotesOf(writing.state.doc)
          expect(notes.map(({ id }) => id)).toEqual(references.map(({ id }) => id))
          expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length)
          writing.state.doc.check()
        }
      }),
      { numRuns: 300 },
    )
  })

  test('undoing everything gives the first document back', () => {
    fc.assert(
      fc.property(
        start,
        fc.array(
          action.filter((one) => one.kind !== 'undo' && one.kind !== 'redo'),
          { minLength: 1, maxLength: 15 },
        ),
        (document, list) => {
          const writing = new Writing(document)
          const player = new Player(writing, 't')
          for (const one of list) player.play(one)
          for (let i = 0; i < 400; i++) writing.undo()
          expect(sameDocument(writing.state.doc, document)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('two windows on one story', () => {
  /** Orders steps as the desk does. */
  class Authority {
    document: Node
    readonly steps: Step[] = []
    readonly clients: (string | number)[] = []

    constructor(document: Node) {
      this.document = document
    }

    send(writing: Writing): void {
      const ready = sendableSteps(writing.state)
      if (!ready || ready.version !== this.steps.length) return
      for (const step of ready.steps) {
        this.document = step.apply(this.document).doc ?? this.document
        this.steps.push(step)
        this.clients.push(ready.clientID)
      }
    }

    fetch(writing: Writing): void {
      const version = getVersion(writing.state)
      if (version === this.steps.length) return
      writing.apply(
        receiveTransaction(writing.state, this.steps.slice(version), this.clients.slice(version), {
          mapSelectionBackward: true,
        }),
      )
    }
  }

  test('converge on the desk’s document whatever they do and however late they hear of each other', () => {
    const turn = fc.record({ who: fc.nat({ max: 1 }), action, send: fc.boolean(), fetch: fc.boolean() })
    fc.assert(
      fc.property(start, fc.array(turn, { minLength: 1, maxLength: 30 }), (document, turns) => {
        const authority = new Authority(document)
        const players = ['a', 'b'].map((name) => {
          const writing = new Writing(document, [collab({ version: 0, clientID: name })], name)
          return new Player(writing, name)
        })
        for (const { who, action: one, send, fetch } of turns) {
          const player = players[who]
          if (!player) continue
          player.play(one)
          if (fetch) authority.fetch(player.writing)
          if (send) authority.send(player.writing)
        }
        for (let round = 0; round < 3; round++) {
          for (const { writing } of players) {
            authority.fetch(writing)
            authority.send(writing)
          }
        }
        for (const { writing } of players) {
          authority.fetch(writing)
          expect(sendableSteps(writing.state)).toBeNull()
          expect(writing.state.doc.eq(authority.document)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('never have one claim in two places, however they cut, paste and undo at the same moment', () => {
    const turn = fc.record({
      who: fc.nat({ max: 1 }),
      does: fc.constantFrom('cut', 'paste', 'paste', 'undo', 'redo', 'type'),
      at: fc.nat({ max: 60 }),
      send: fc.boolean(),
      fetch: fc.boolean(),
    })
    const texts = ['Some 23 dead in Homs.', 'Then 300 men left.', 'Nobody knows more.']
    const words = ['23 dead', '300 men', 'Nobody']
    fc.assert(
      fc.property(fc.array(turn, { minLength: 4, maxLength: 30 }), (turns) => {
        const start = words.reduce((writing, one, i) => writing.tag(one, `c${i}`), Writing.of(...texts)).state
          .doc
        const authority = new Authority(start)
        const windows = ['a', 'b'].map(
          (name) => new Writing(start, [collab({ version: 0, clientID: name })], name),
        )
        // The clipboard is the machine's: both windows paste what either cut.
        let clipboard: Slice | undefined
        for (const { who, does, at, send, fetch } of turns) {
          const writing = windows[who]
          if (!writing) continue
          if (does === 'cut') {
            const spans = [...anchorSpans(writing.state.doc).values()]
            const span = spans[at % Math.max(1, spans.length)]
            if (span) clipboard = writing.select(span.from, span.to).cut()
          }
          if (does === 'paste' && clipboard)
            writing.select(outsideClaims(writing.state.doc, at)).paste(clipboard)
          if (does === 'type') writing.select(1).type('x')
          if (does === 'undo') writing.undo()
          if (does === 'redo') writing.redo()
          if (fetch) authority.fetch(writing)
          if (send) authority.send(writing)
        }
        for (let round = 0; round < 4; round++) {
          for (const writing of windows) {
            authority.fetch(writing)
            authority.send(writing)
          }
        }
        for (const writing of windows) {
          authority.fetch(writing)
          expect(writing.state.doc.eq(authority.document)).toBe(true)
          for (const { from, to } of anchorSpans(writing.state.doc).values()) {
            const text = writing.state.doc.textBetween(from, to, '|')
            for (const one of words) expect(text.split(one).length, text).toBeLessThanOrEqual(2)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

function isBetweenWords(document: Node, place: number): boolean {
  const { parentOffset, parent } = document.resolve(place)
  return !/^\w\w$/.test(
    parent.textBetween(Math.max(0, parentOffset - 1), Math.min(parent.content.size, parentOffset + 1)),
  )
}

/** A place between two words where no claim stands around it or touches it. */
function outsideClaims(document: Node, at: number): number {
  const spans = [...anchorSpans(document).values()]
  const places: number[] = []
  document.descendants((node, position) => {
    if (node.type.name !== 'paragraph') return !node.isTextblock
    for (let place = position + 1; place <= position + node.nodeSize - 1; place++)
      if (!spans.some(({ from, to }) => place >= from && place <= to) && isBetweenWords(document, place))
        places.push(place)
    return false
  })
  return places[at % Math.max(1, places.length)] ?? 1
}
