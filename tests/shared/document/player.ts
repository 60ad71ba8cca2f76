import fc from 'fast-check'
import type { Node, Slice } from 'prosemirror-model'
import { buildDocument } from '../../../shared/document/build.ts'
import { canRefer } from '../../../shared/document/pairing.ts'
import { schema } from '../../../shared/document/schema.ts'
import { tagRefusal } from '../../../shared/document/zones.ts'
import { paragraph, Writing } from './writing.ts'

export const paragraphs = [
  'At least 23 people died in Homs on Monday. “We are leaving,” said Anna Berg, “and we won’t be back.”',
  'The U.S.-led force spent $3.5 million in 2019.',
  'Nobody knows more.',
]

/** A text with everything that a body may hold beside paragraphs: a figure, a table, and two footnotes. */
export function mixed(hash = '0'.repeat(64)): Node {
  const words = (text: string): Node[] => (text === '' ? [] : [schema.text(text)])
  const row = (kind: 'tableHeader' | 'tableCell', texts: readonly string[]): Node =>
    schema.node(
      'tableRow',
      null,
      texts.map((text) => schema.node(kind, null, words(text))),
    )
  const [first = '', second = '', third = ''] = paragraphs
  const document = buildDocument({ headline: 'A headline' }, [
    paragraph(first),
    schema.node('figure', { hash, widthPx: 640, heightPx: 480 }, [
      schema.node('caption', null, words('The bridge in May.')),
      schema.node('credit', null, words('Anna Berg')),
      schema.node('altText'),
    ]),
    paragraph(second),
    schema.node('table', null, [
      row('tableHeader', ['Year', 'Spent']),
      row('tableCell', ['2019', '$3.5 million']),
      row('tableCell', ['2020', '']),
    ]),
    paragraph(third),
  ])
  return new Writing(document, [], 'first-')
    .after('in 2019')
    .note('The budget of 2019, p. 3.')
    .after('Homs')
    .note('By the count of the Red Crescent.').state.doc
}

export type Action =
  | { kind: 'type'; at: number; length: number; text: string }
  | {
      kind: 'paste' | 'cut' | 'copy' | 'drag' | 'tag' | 'untag' | 'backspace'
      at: number
      length: number
      to: number
    }
  | { kind: 'split' | 'join' | 'undo' | 'redo' | 'note'; at: number }

const at = fc.nat({ max: 400 })
const length = fc.nat({ max: 30 })
export const action: fc.Arbitrary<Action> = fc.oneof(
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
      kind: fc.constantFrom(
        'split' as const,
        'join' as const,
        'undo' as const,
        'redo' as const,
        'note' as const,
      ),
      at,
    }),
  },
)

/** Plays actions on one writing; positions are taken modulo the document as it stands. */
export class Player {
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
      const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
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
      case 'note':
        if (canRefer(writing.select(this.place(action.at)).state)) writing.note('So said the minutes.')
        return
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
