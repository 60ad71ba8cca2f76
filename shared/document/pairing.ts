import { isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { changedBlocks } from './changed-blocks.ts'
import { footnotesOf, footnotesPlace, referencesInBlock } from './footnotes.ts'
import { changedRanges } from './ranges.ts'
import { schema } from './schema.ts'

/** What keeping references and notes together needs from outside. */
export interface PairingHost {
  /** A new id for a note. */
  newId(): string
}

/** Notes that left the text in this window, by id, as they were: they return with their reference. */
type GoneNotes = ReadonlyMap<string, Node>

const pairingKey = new PluginKey<GoneNotes>('footnotes')

/** Hands over the notes that belong to references which a transaction brings in from elsewhere. */
export function bringNotes(transaction: Transaction, notes: ReadonlyMap<string, Node>): Transaction {
  return notes.size > 0 ? transaction.setMeta(pairingKey, notes) : transaction
}

function broughtBy(transactions: readonly Transaction[]): Map<string, Node> {
  const notes = new Map<string, Node>()
  for (const transaction of transactions) {
    for (const [id, note] of (transaction.getMeta(pairingKey) as GoneNotes | undefined) ?? [])
      notes.set(id, note)
  }
  return notes
}

/** Whether an edit can have changed which references and notes there are, or their order. */
export function touchesFootnotes(before: Node, after: Node): boolean {
  const { firstIndex, endIndexA, endIndexB } = changedBlocks(before, after)
  const holds = (document: Node, end: number): boolean => {
    for (let index = firstIndex; index < end; index++) {
      const block = document.child(index)
      if (block.type === schema.nodes.footnotes || referencesInBlock(block).length > 0) return true
    }
    return false
  }
  return holds(before, endIndexA) || holds(after, endIndexB)
}

function emptyNote(id: string): Node {
  return schema.node('footnote', { id })
}

function noteWithId(note: Node, id: string): Node {
  return schema.node('footnote', { id }, note.content, note.marks)
}

/**
 * References that arrived with an id that stands elsewhere get one of their own. What stood before keeps its id; of
 * several that came at once the first does.
 *
 * @returns new ids with those that they were copied from
 */
function renewCopies(
  result: Transaction,
  edits: readonly Transaction[],
  host: PairingHost,
): Map<string, string> {
  const { references } = footnotesOf(result.doc)
  const ranges = changedRanges(edits)
  const arrived = ({ at }: { at: number }): boolean =>
    ranges.some(({ fromB, toB }) => at >= fromB && at < toB)
  const copies = new Map<string, string>()
  const taken = new Set(references.filter((one) => !arrived(one)).map(({ id }) => id))
  for (const reference of references.filter(arrived)) {
    if (!taken.has(reference.id)) {
      taken.add(reference.id)
      continue
    }
    const id = host.newId()
    copies.set(id, reference.id)
    result.setNodeAttribute(reference.at, 'id', id)
  }
  return copies
}

/** The order in which notes should stand: that of their references; those without any stay behind. */
function ordered(notes: readonly Node[], numbers: ReadonlyMap<string, number>): Node[] {
  const numberOf = (note: Node): number => numbers.get(String(note.attrs.id)) ?? Number.POSITIVE_INFINITY
  return [...notes].sort((one, other) => numberOf(one) - numberOf(other))
}

/** Makes the block of notes hold `wanted`, touching as few notes as it can. */
function setNotes(result: Transaction, wanted: readonly Node[]): void {
  const { from, to, block } = footnotesPlace(result.doc)
  if (!block) {
    if (wanted.length > 0) result.insert(from, schema.node('footnotes', null, [...wanted]))
    return
  }
  if (wanted.length === 0) {
    result.delete(from, to)
    return
  }
  const current = block.children
  let head = 0
  while (head < current.length && current[head] === wanted[head]) head++
  let tail = 0
  while (
    tail < Math.min(current.length, wanted.length) - head &&
    current[current.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  )
    tail++
  const sizeOf = (notes: readonly Node[]): number => notes.reduce((sum, note) => sum + note.nodeSize, 0)
  const start = from + 1 + sizeOf(current.slice(0, head))
  const end = to - 1 - sizeOf(current.slice(current.length - tail))
  const middle = wanted.slice(head, wanted.length - tail)
  if (middle.length > 0 || end > start) result.replaceWith(start, end, middle)
}

/**
 * Keeps references and notes in pairs through every edit made in this window; what others did has been kept where
 * they did it. The rules:
 *
 * - a note goes with its reference, and a reference with its note; undo brings both back;
 * - a reference that returns, cut and pasted or typed over and undone, brings its note as it was;
 * - a copied reference has a copy of the note, under an id of its own;
 * - notes stand in the order of their references.
 *
 * Only what the edit itself parted is joined: what two windows left at odds is never deleted by a third edit.
 */
export function pairFootnotes(host: PairingHost): Plugin<GoneNotes> {
  return new Plugin<GoneNotes>({
    key: pairingKey,
    state: {
      init: () => new Map(),
      apply(transaction, gone, before, after) {
        if (!transaction.docChanged || !touchesFootnotes(before.doc, after.doc)) return gone
        const left = new Map(gone)
        const standing = new Set(footnotesOf(after.doc).notes.map(({ id }) => id))
        for (const { id, node } of footnotesOf(before.doc).notes) if (!standing.has(id)) left.set(id, node)
        return left
      },
    },
    appendTransaction(transactions, before, after) {
      const edits = transactions.filter((transaction) => transaction.docChanged)
      const isOthers = edits.some((edit) => edit.getMeta('rebased') !== undefined)
      const isHistory = edits.some(
        (edit) =>
          isHistoryTransaction(edit) || isHistoryTransaction(edit.getMeta('appendedTransaction') ?? edit),
      )
      if (edits.length === 0 || isOthers || isHistory) return null
      if (!touchesFootnotes(before.doc, after.doc)) return null
      const result = after.tr
      joinPairs(result, edits, before, pairingKey.getState(after) ?? new Map(), host)
      return result.docChanged ? result.setStoredMarks(after.storedMarks) : null
    },
  })
}

function joinPairs(
  result: Transaction,
  edits: readonly Transaction[],
  before: EditorState,
  gone: GoneNotes,
  host: PairingHost,
): void {
  const past = footnotesOf(before.doc)
  const hadReference = new Set(past.references.map(({ id }) => id))
  const hadNote = new Set(past.notes.map(({ id }) => id))
  const copies = renewCopies(result, edits, host)

  // A note that was deleted takes its reference along.
  const standing = new Set(footnotesOf(result.doc).notes.map(({ id }) => id))
  const isLeft = (id: string): boolean => hadReference.has(id) && hadNote.has(id) && !standing.has(id)
  for (const { id, at } of [...footnotesOf(result.doc).references].reverse()) {
    if (isLeft(id)) result.delete(at, at + 1)
  }

  const { references, notes, numbers } = footnotesOf(result.doc)
  const brought = broughtBy(edits)
  const has = new Set(references.map(({ id }) => id))
  const kept = notes.filter(({ id }) => has.has(id) || !hadReference.has(id)).map(({ node }) => node)
  const missing = references.flatMap(({ id }) => {
    if (standing.has(id) || (hadReference.has(id) && !hadNote.has(id))) return []
    const origin = copies.get(id)
    const original = notes.find((note) => note.id === origin)?.node
    const note = brought.get(origin ?? id) ?? original ?? gone.get(origin ?? id)
    return [note ? noteWithId(note, id) : emptyNote(id)]
  })
  setNotes(result, ordered([...kept, ...missing], numbers))
}

/** Whether a reference may stand at the end of what is selected. */
export function canRefer(state: EditorState): boolean {
  const { $to } = state.selection
  const index = $to.index()
  return $to.parent.isTextblock && $to.parent.canReplaceWith(index, index, schema.nodes.footnoteReference)
}

/** Puts a footnote behind what is selected and the caret into its note; null where none may stand. */
export function insertFootnote(state: EditorState, id: string): Transaction | null {
  if (!canRefer(state)) return null
  const transaction = state.tr
  transaction.insert(state.selection.to, schema.node('footnoteReference', { id }))
  const { notes, numbers } = footnotesOf(transaction.doc)
  setNotes(transaction, ordered([...notes.map(({ node }) => node), emptyNote(id)], numbers))
  const note = footnotesOf(transaction.doc).notes.find((one) => one.id === id)
  if (note) transaction.setSelection(TextSelection.create(transaction.doc, note.at + 1))
  return transaction.scrollIntoView()
}

/**
 * From a reference to its note, and from a note to behind its reference; null where the caret stands at neither.
 */
export function acrossFootnote(state: EditorState): Transaction | null {
  const { $head } = state.selection
  const { references, notes } = footnotesOf(state.doc)
  const select = (at: number): Transaction =>
    state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView()
  if ($head.parent.type === schema.nodes.footnote) {
    const reference = references.find(({ id }) => id === $head.parent.attrs.id)
    return reference ? select(reference.at + 1) : null
  }
  const beside = [$head.nodeBefore, $head.nodeAfter].find(
    (node) => node?.type === schema.nodes.footnoteReference,
  )
  const note = beside && notes.find(({ id }) => id === beside.attrs.id)
  return note ? select(note.at + 1 + note.node.content.size) : null
}

/** Deletes the note that the caret stands in, and with it its reference. */
export function deleteFootnote(state: EditorState): Transaction | null {
  const { $head } = state.selection
  if ($head.parent.type !== schema.nodes.footnote) return null
  const id = String($head.parent.attrs.id)
  const { references, notes } = footnotesOf(state.doc)
  const transaction = state.tr
  setNotes(
    transaction,
    notes.filter((note) => note.id !== id).map(({ node }) => node),
  )
  const own = references.filter((one) => one.id === id)
  for (const { at } of [...own].reverse()) transaction.delete(at, at + 1)
  const [first] = own
  if (first) transaction.setSelection(TextSelection.create(transaction.doc, first.at))
  return transaction.scrollIntoView()
}
