import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { schema } from '../../shared/document/schema.ts'
import { bodyRange, inBody } from './parts.ts'

/** The cell that the caret stands in, and where it is in its table. */
export interface CellPlace {
  readonly table: Node
  /** Position before the table. */
  readonly tableAt: number
  readonly row: number
  readonly column: number
}

export function cellAt({ selection }: EditorState): CellPlace | null {
  const { $head } = selection
  const depth = $head.depth - 2
  if (depth < 1 || $head.node(depth).type !== schema.nodes.table) return null
  return {
    table: $head.node(depth),
    tableAt: $head.before(depth),
    row: $head.index(depth),
    column: $head.index(depth + 1),
  }
}

/** Position before a row of a table, or behind the last one. */
function rowStart({ table, tableAt }: CellPlace, row: number): number {
  let at = tableAt + 1
  for (let i = 0; i < row; i++) at += table.child(i).nodeSize
  return at
}

/** Position before a cell, or behind the last one of its row; rows may be of different lengths. */
function cellStart(place: CellPlace, row: number, column: number): number {
  const cells = place.table.child(row)
  let at = rowStart(place, row) + 1
  for (let i = 0; i < Math.min(column, cells.childCount); i++) at += cells.child(i).nodeSize
  return at
}

function widthOf(table: Node): number {
  return Math.max(...table.children.map((row) => row.childCount))
}

function cell(isHeader: boolean): Node {
  return isHeader ? schema.node('tableHeader') : schema.node('tableCell')
}

/** The caret at the end of a cell's words. */
function caretIn(transaction: Transaction, place: CellPlace, row: number, column: number): Transaction {
  const table = transaction.doc.nodeAt(place.tableAt)
  if (!table) return transaction
  const now = { ...place, table }
  const inRow = table.child(Math.min(row, table.childCount - 1))
  const at = cellStart(now, Math.min(row, table.childCount - 1), Math.min(column, inRow.childCount - 1))
  const words = transaction.doc.nodeAt(at)
  const end = at + 1 + (words?.content.size ?? 0)
  return transaction.setSelection(TextSelection.create(transaction.doc, end)).scrollIntoView()
}

function emptyTable(rows: number, columns: number): Node {
  const line = (isHeader: boolean): Node =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: columns }, () => cell(isHeader)),
    )
  return schema.node(
    'table',
    null,
    Array.from({ length: rows }, (_, row) => line(row === 0)),
  )
}

/** Puts a block of the body behind the one at the caret, or in the place of an empty paragraph. */
export function putBlock(state: EditorState, block: Node, at = state.selection.$to.pos): Transaction | null {
  const $at = state.doc.resolve(at)
  if (!inBody($at)) return null
  const from = $at.before(1)
  const top = $at.node(1)
  const isEmpty = top.type === schema.nodes.paragraph && top.content.size === 0
  const transaction = isEmpty
    ? state.tr.replaceWith(from, from + top.nodeSize, block)
    : state.tr.insert($at.after(1), block)
  const start = isEmpty ? from : $at.after(1)
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(start + 1), 1)).scrollIntoView()
}

const insertTable: Command = (state, dispatch) => {
  const transaction = putBlock(state, emptyTable(3, 3))
  if (!transaction) return false
  dispatch?.(transaction)
  return true
}

/** A command on the table at the caret. */
function onTable(work: (state: EditorState, place: CellPlace) => Transaction | null): Command {
  return (state, dispatch) => {
    const place = cellAt(state)
    const transaction = place && work(state, place)
    if (!transaction) return false
    dispatch?.(transaction)
    return true
  }
}

const addRow = (side: 0 | 1): Command =>
  onTable((state, place) => {
    const row = place.row + side
    const cells = Array.from({ length: widthOf(place.table) }, () => cell(false))
    const transaction = state.tr.insert(rowStart(place, row), schema.node('tableRow', null, cells))
    return caretIn(transaction, place, row, place.column)
  })

const addColumn = (side: 0 | 1): Command =>
  onTable((state, place) => {
    const column = place.column + side
    const transaction = state.tr
    for (let row = place.table.childCount - 1; row >= 0; row--) {
      const cells = place.table.child(row)
      const isHeader =
        cells.child(Math.min(place.column, cells.childCount - 1)).type === schema.nodes.tableHeader
      transaction.insert(cellStart(place, row, column), cell(isHeader))
    }
    return caretIn(transaction, place, place.row, column)
  })

/** The table itself goes with its last row or column; a body that has nothing else keeps a paragraph. */
function withoutTable(state: EditorState, { table, tableAt }: CellPlace): Transaction {
  const end = tableAt + table.nodeSize
  const body = bodyRange(state.doc)
  const isAll = body.from === tableAt && body.to === end
  const transaction = isAll
    ? state.tr.replaceWith(tableAt, end, schema.node('paragraph'))
    : state.tr.delete(tableAt, end)
  const isLast = !isAll && body.to === end
  const $at = transaction.doc.resolve(tableAt)
  return transaction.setSelection(TextSelection.near($at, isLast ? -1 : 1)).scrollIntoView()
}

const deleteRow = onTable((state, place) => {
  if (place.table.childCount === 1) return withoutTable(state, place)
  const at = rowStart(place, place.row)
  const transaction = state.tr.delete(at, at + place.table.child(place.row).nodeSize)
  return caretIn(transaction, place, place.row, place.column)
})

const deleteColumn = onTable((state, place) => {
  const { table, column } = place
  // A row that ends before the column keeps its cells; one that has nothing else goes.
  if (table.children.every((row) => row.childCount <= 1)) return withoutTable(state, place)
  const transaction = state.tr
  for (let row = table.childCount - 1; row >= 0; row--) {
    const cells = table.child(row)
    if (column >= cells.childCount) continue
    const at = cells.childCount === 1 ? rowStart(place, row) : cellStart(place, row, column)
    const size = cells.childCount === 1 ? cells.nodeSize : cells.child(column).nodeSize
    transaction.delete(at, at + size)
  }
  return caretIn(transaction, place, place.row, column)
})

/** Cells of the first row become headers, or plain ones again. */
const toggleHeader = onTable((state, place) => {
  const transaction = state.tr
  const [first] = place.table.children
  const isOn = first?.children.every((one) => one.type === schema.nodes.tableHeader)
  first?.forEach((_, offset) => {
    const type = isOn ? schema.nodes.tableCell : schema.nodes.tableHeader
    transaction.setNodeMarkup(place.tableAt + 2 + offset, type)
  })
  return transaction
})

/** To the next cell, or the one before; from the last one into a new row. */
export const stepCell = (direction: -1 | 1): Command =>
  onTable((state, place) => {
    const { table } = place
    const inRow = table.child(place.row)
    const isEnd = direction > 0 ? place.column + 1 >= inRow.childCount : place.column === 0
    if (!isEnd) return caretIn(state.tr, place, place.row, place.column + direction)
    const row = place.row + direction
    if (row < 0) return state.tr
    if (row < table.childCount)
      return caretIn(state.tr, place, row, direction > 0 ? 0 : table.child(row).childCount - 1)
    const cells = Array.from({ length: widthOf(table) }, () => cell(false))
    const transaction = state.tr.insert(rowStart(place, row), schema.node('tableRow', null, cells))
    return caretIn(transaction, place, row, 0)
  })

/** Out of the table, into a paragraph behind it. */
export const leaveTable: Command = onTable((state, { table, tableAt }) => {
  const after = tableAt + table.nodeSize
  const transaction = state.tr
  if (state.doc.nodeAt(after)?.type !== schema.nodes.paragraph)
    transaction.insert(after, schema.node('paragraph'))
  return transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView()
})

export type TableCommand =
  | 'table'
  | 'rowAbove'
  | 'rowBelow'
  | 'columnBefore'
  | 'columnAfter'
  | 'headerRow'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'

export const tableCommands: Readonly<Record<TableCommand, Command>> = {
  table: insertTable,
  rowAbove: addRow(0),
  rowBelow: addRow(1),
  columnBefore: addColumn(0),
  columnAfter: addColumn(1),
  headerRow: toggleHeader,
  deleteRow,
  deleteColumn,
  deleteTable: onTable(withoutTable),
}
