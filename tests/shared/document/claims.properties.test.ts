import fc from 'fast-check'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import type { Node, Slice } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { anchorId, anchorMarks, anchorSpans, touchedAnchors } from '../../../shared/document/anchors.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { anchorMemory } from '../../../shared/document/follow.ts'
import { schema } from '../../../shared/document/schema.ts'
import { insideWord } from '../../../shared/document/words.ts'
import { tagRefusal } from '../../../shared/document/zones.ts'
import { Writing } from './writing.ts'

/** Words of every claim, read the slow way: every character of the document with its marks and its block. */
function readByForce(document: Node): Map<string, string> {
  const characters: { text: string; ids: string[]; block: number }[] = []
  let block = 0
  document.descendants((node) => {
    if (node.isTextblock) block++
    if (!node.isText) return
    for (const text of node.text ?? '')
      characters.push({ text, ids: anchorMarks(node.marks).map(anchorId), block })
  })
  const words = new Map<string, string>()
  for (const id of new Set(characters.flatMap((character) => character.ids))) {
    let from = characters.findIndex((character) => character.ids.includes(id))
    let to = characters.findLastIndex((character) => character.ids.includes(id)) + 1
    const sameBlock = (at: number) => characters[at - 1]?.block === characters[at]?.block
    const inside = (at: number): boolean => {
      if (!sameBlock(at)) return false
      const here = characters[at]?.block
      const first = characters.findIndex((character) => character.block === here)
      const texts = characters
        .filter((character) => character.block === here)
        .map((character) => character.text)
      return insideWord(texts, at - first)
    }
    while (from > 0 && inside(from)) from--
    while (to < characters.length && inside(to)) to++
    let text = ''
    for (let at = from; at < to; at++) {
      if (at > from && !sameBlock(at)) text += '\n'
      text += characters[at]?.text
    }
    words.set(id, text.trim())
  }
  return words
}

const paragraphs = [
  'At least 23 people died in Homs on Monday. “We are leaving,” said Anna Berg, “and we won’t be back.”',
  'The U.S.-led force spent $3.5 million in 2019.',
  'Nobody knows more.',
]

type Action =
  | { kind: 'type'; at: number; length: number; text: string }
  | {
      kind: 'paste' | 'cut' | 'copy' | 'drag' | 'tag' | 'untag' | 'backspace'
      at: number
      length: number
      to: number
    }
  | { kind: 'split' | 'join' | 'undo' | 'redo'; at: number }

const at = fc.nat({ max: 400 })
const length = fc.nat({ max: 30 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at,
      length,
      text: fc.constantFrom('x', ' and ', '23', 'dead.', '“', '。', '𝒳', '\u0301'),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'paste' as const,
        'cut' as const,
        'copy' as const,
        'drag' as const,
        'tag' as const,
        'untag' as const,
        'backspace' as const,
      ),
      at,
      length,
      to: at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('split' as const, 'join' as const, 'undo' as const, 'redo' as const),
      at,
    }),
  },
)

/** Plays actions on one writing; positions are taken modulo the document as it stands. */
class Player {
  private clipboard: Slice | undefined
  private tags = 0
  readonly writing: Writing
  private readonly name: string

  constructor(writing: Writing, name: string) {
    this.writing = writing
    this.name = name
  }

  private place(at: number): number {
    const { doc } = this.writing.state
    const places: number[] = []
    doc.descendants((node, position) => {
      if (!node.isTextblock) return true
      const text = node.textContent
      for (let offset = 0; offset <= text.length; offset++) {
        // No caret comes to stand between the halves of a surrogate pair.
        if (!/[\udc00-\udfff]/.test(text.charAt(offset))) places.push(position + 1 + offset)
      }
      return false
    })
    return places[at % places.length] ?? 1
  }

  private range(at: number, length: number): { from: number; to: number } {
    const one = this.place(at)
    const other = this.place(at + length)
    return { from: Math.min(one, other), to: Math.max(one, other) }
  }

  play(action: Action): void {
    const { writing } = this
    switch (action.kind) {
      case 'type': {
        const { from, to } = this.range(action.at, action.length)
        if (!this.spansOneZone(from, to)) return
        writing.select(from, to).type(action.text)
        return
      }
      case 'backspace': {
        const { from, to } = this.range(action.at, action.length)
        if (from === to || !this.spansOneZone(from, to)) return
        writing.select(from, to).backspace()
        return
      }
      case 'copy':
      case 'cut': {
        const { from, to } = this.range(action.at, action.length)
        if (!this.spansOneZone(from, to)) return
        writing.select(from, to)
        this.clipboard = action.kind === 'cut' ? writing.cut() : writing.copy()
        return
      }
      case 'paste': {
        const { from, to } = this.range(action.at, action.length)
        if (!this.clipboard || !this.spansOneZone(from, to)) return
        writing.select(from, to).paste(this.clipboard)
        return
      }
      case 'drag': {
        const { from, to } = this.range(action.at, action.length)
        const target = this.place(action.to)
        if (!this.spansOneZone(from, to) || (target >= from && target <= to)) return
        writing.select(from, to).drag(target)
        return
      }
      case 'tag': {
        const { from, to } = this.range(action.at, action.length)
        if (!tagRefusal(writing.state.doc, { from, to }))
          writing.tagRange(from, to, `${this.name}${++this.tags}`)
        return
      }
      case 'untag': {
        const ids = writing.claims()
        const id = ids[action.at % Math.max(1, ids.length)]
        if (id === undefined) return
        const { doc, tr } = writing.state
        writing.apply(tr.removeMark(0, doc.content.size, schema.mark('claim', { id })))
        return
      }
      case 'split': {
        const position = this.place(action.at)
        if (writing.state.doc.resolve(position).parent.type.name === 'paragraph')
          writing.select(position).split()
        return
      }
      case 'join': {
        const $position = writing.state.doc.resolve(this.place(action.at))
        const before = $position.depth > 0 ? writing.state.doc.resolve($position.before()).nodeBefore : null
        if (before?.type.name !== 'paragraph' || $position.parent.type.name !== 'paragraph') return
        writing.apply(writing.state.tr.join($position.before()))
        return
      }
      case 'undo':
        writing.undo()
        return
      case 'redo':
        writing.redo()
        return
    }
  }

  /** Edits across fields are what the window's keymaps keep from happening. */
  private spansOneZone(from: number, to: number): boolean {
    const { doc } = this.writing.state
    return from === to || tagRefusal(doc, { from, to })?.kind !== 'acrossParts'
  }
}

const actions = fc.array(action, { minLength: 1, maxLength: 25 })

describe('after random edits, pastes, drags, undo and redo', () => {
  test('the words of every claim equal a reading by force, also when only touched claims are read again', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const writing = Writing.of(...paragraphs)
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
      fc.property(actions, (list) => {
        const writing = Writing.of(...paragraphs)
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
      fc.property(actions, (list) => {
        const writing = Writing.of(...paragraphs)
        const start = writing.state.doc
        const player = new Player(writing, 't')
        for (const one of list) player.play(one)
        const replayed = writing.steps.reduce((document, step) => {
          const again = Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())))
          const result = again.apply(document)
          if (!result.doc) throw new Error(result.failed ?? 'no document')
          return result.doc
        }, start)
        expect(replayed.eq(writing.state.doc)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('undoing everything gives the first document back', () => {
    fc.assert(
      fc.property(
        fc.array(
          action.filter((one) => one.kind !== 'undo' && one.kind !== 'redo'),
          { minLength: 1, maxLength: 15 },
        ),
        (list) => {
          const writing = Writing.of(...paragraphs)
          const start = writing.state.doc
          const player = new Player(writing, 't')
          for (const one of list) player.play(one)
          for (let i = 0; i < 400; i++) writing.undo()
          expect(sameDocument(writing.state.doc, start)).toBe(true)
        },
      ),
      { numRuns: 150 },
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
      fc.property(fc.array(turn, { minLength: 1, maxLength: 30 }), (turns) => {
        const start = Writing.of(...paragraphs).state.doc
        const authority = new Authority(start)
        const players = ['a', 'b'].map((name) => {
          const writing = new Writing(start, [collab({ version: 0, clientID: name })], name)
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
})
