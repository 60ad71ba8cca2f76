import { history, redo, undo } from 'prosemirror-history'
import type { Node, Slice } from 'prosemirror-model'
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { anchorSpans, anchorWords } from '../../../shared/document/anchors.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { anchorMemory, declareCreated, followAnchors } from '../../../shared/document/follow.ts'
import { footnotesOf } from '../../../shared/document/footnotes.ts'
import { bringNotes, insertFootnote, pairFootnotes } from '../../../shared/document/pairing.ts'
import { schema } from '../../../shared/document/schema.ts'

export const paragraph = (text: string): Node =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])

/** One window's editor without the window: a state that is typed, cut, pasted, dragged and undone in. */
export class Writing {
  state: EditorState
  /** Every claim that was ever made, as the desk would know them, with its last words. */
  readonly records = new Map<string, string>()
  /** Everything the state applied, what plugins appended included. */
  readonly steps: Step[] = []
  private count = 0
  /** What the clipboard holds beside the slice. */
  private copied: ReadonlyMap<string, Node> = new Map()
  private readonly name: string

  constructor(document: Node, plugins: readonly Plugin[] = [], name = '') {
    this.name = name
    this.state = EditorState.create({
      doc: document,
      plugins: [
        history({ newGroupDelay: 0 }),
        ...plugins,
        pairFootnotes({ newId: () => `${name}note${++this.count}` }),
        followAnchors({
          knows: (id) => this.records.has(id),
          removed: () =>
            [...this.records]
              .filter(([id]) => !anchorSpans(this.state.doc).has(id))
              .map(([id, words]) => ({ id, words })),
          newId: () => `${name}copy${++this.count}`,
        }),
      ],
    })
  }

  static of(...paragraphs: string[]): Writing {
    return new Writing(buildDocument({ headline: 'A headline' }, paragraphs.map(paragraph)))
  }

  apply(transaction: Transaction): this {
    const { state, transactions } = this.state.applyTransaction(transaction)
    this.state = state
    for (const applied of transactions) this.steps.push(...applied.steps)
    for (const id of anchorSpans(this.state.doc).keys()) this.records.set(id, this.words(id) ?? '')
    return this
  }

  /** Position of the `nth` occurrence of `words`, within one block. */
  find(words: string, nth = 1): { from: number; to: number } {
    let left = nth
    let found: { from: number; to: number } | undefined
    this.state.doc.descendants((node, position) => {
      if (!node.isTextblock) return true
      const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
      for (let at = text.indexOf(words); at >= 0 && !found; at = text.indexOf(words, at + 1)) {
        if (--left === 0) found = { from: position + 1 + at, to: position + 1 + at + words.length }
      }
      return false
    })
    if (!found) throw new Error(`"${words}" is not in the text`)
    return found
  }

  tag(words: string, id: string, nth = 1): this {
    const { from, to } = this.find(words, nth)
    return this.tagRange(from, to, id)
  }

  tagRange(from: number, to: number, id: string): this {
    const transaction = this.state.tr.addMark(from, to, schema.mark('claim', { id }))
    return this.apply(declareCreated(transaction, [{ id }]))
  }

  select(from: number, to = from): this {
    return this.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
  }

  selectWords(words: string, nth = 1): this {
    const { from, to } = this.find(words, nth)
    return this.select(from, to)
  }

  after(words: string, nth = 1): this {
    return this.select(this.find(words, nth).to)
  }

  before(words: string, nth = 1): this {
    return this.select(this.find(words, nth).from)
  }

  /** Letter by letter, as keys come in. */
  type(text: string): this {
    for (const character of text) {
      const { from, to } = this.state.selection
      this.apply(this.state.tr.insertText(character, from, to))
    }
    return this
  }

  backspace(times = 1): this {
    for (let i = 0; i < times; i++) {
      const { from, to, empty } = this.state.selection
      this.apply(this.state.tr.delete(empty ? from - 1 : from, to))
    }
    return this
  }

  /** A footnote behind the caret or the selection, with these words; the caret stays in it. */
  note(words = ''): this {
    const transaction = insertFootnote(this.state, `${this.name}note${++this.count}`)
    if (!transaction) throw new Error('no footnote may stand here')
    return this.apply(transaction.insertText(words))
  }

  /** The references of the text and the notes at its end, each by its number and the words of the note. */
  notes(): string[] {
    const { notes, numbers } = footnotesOf(this.state.doc)
    return notes.map(({ id, node }) => `${numbers.get(id)} ${node.textContent}`)
  }

  copy(): Slice {
    const notes = footnotesOf(this.state.doc).notes
    this.copied = new Map(notes.map(({ id, node }) => [id, node]))
    return this.state.selection.content()
  }

  cut(): Slice {
    const slice = this.copy()
    this.apply(this.state.tr.deleteSelection())
    return slice
  }

  paste(slice: Slice): this {
    const transaction = this.state.tr.replaceSelection(slice).setMeta('uiEvent', 'paste')
    return this.apply(bringNotes(transaction, this.copied))
  }

  pasteText(text: string): this {
    const { from, to } = this.state.selection
    return this.apply(this.state.tr.insertText(text, from, to).setMeta('uiEvent', 'paste'))
  }

  /** Drags the selection to `position` of the present document. */
  drag(position: number): this {
    const transaction = this.state.tr
    const slice = this.copy()
    transaction.deleteSelection()
    const at = transaction.mapping.map(position)
    return this.apply(transaction.replaceRange(at, at, slice).setMeta('uiEvent', 'drop'))
  }

  /** Finds and replaces without moving the caret. */
  replace(words: string, by: string, nth = 1): this {
    const { from, to } = this.find(words, nth)
    return this.apply(this.state.tr.insertText(by, from, to))
  }

  split(): this {
    return this.apply(this.state.tr.split(this.state.selection.from))
  }

  undo(): this {
    undo(this.state, (transaction) => this.apply(transaction))
    return this
  }

  redo(): this {
    redo(this.state, (transaction) => this.apply(transaction))
    return this
  }

  /** The words of a claim now; undefined where it is removed. */
  words(id: string): string | undefined {
    return anchorWords(this.state.doc, id)
  }

  /** Ids of the claims in the text, in order. */
  claims(): string[] {
    return [...anchorSpans(this.state.doc).keys()]
  }

  copiedFrom(id: string): string | undefined {
    return anchorMemory.getState(this.state)?.created.get(id)?.copiedFrom
  }

  text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n')
  }
}
