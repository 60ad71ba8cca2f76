import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insertSlice } from '../../../renderer/editor/clipboard.ts'
import { crossesParts, deleteParts } from '../../../renderer/editor/parts.ts'
import { tableOfText } from '../../../renderer/editor/pasted-tables.ts'
import { moveBlock, selectWhole } from '../../../renderer/editor/pictures.ts'
import { cellAt, leaveTable, stepCell, tableCommands } from '../../../renderer/editor/tables.ts'
import { schema } from '../../../shared/document/schema.ts'
import { caretAt, paragraph, placeOf, selecting, story } from './story.ts'

function table(...rows: string[][]): Node {
  return schema.node(
    'table',
    null,
    rows.map((row, at) =>
      schema.node(
        'tableRow',
        null,
        row.map((words) =>
          schema.node(at === 0 ? 'tableHeader' : 'tableCell', null, words === '' ? [] : [schema.text(words)]),
        ),
      ),
    ),
  )
}

const boats = table(['Year', 'Boats'], ['2019', '3'], ['2020', '5'])

function run(state: EditorState, ...commands: Command[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now
    command(now, (transaction) => {
      next = now.apply(transaction)
    })
    next.doc.check()
    return next
  }, state)
}

/** The rows of the first table, a header in capitals, the caret as "|"; null where there is none. */
function grid(state: EditorState): string[] | null {
  let found: string[] | null = null
  state.doc.descendants((node, position) => {
    if (node.type !== schema.nodes.table || found) return true
    const lines: string[] = []
    node.forEach((row, offset) => {
      const cells: string[] = []
      row.forEach((cell, inside) => {
        const start = position + 1 + offset + 1 + inside + 1
        const { head } = state.selection
        const isHere = head >= start && head <= start + cell.content.size
        const words =
          cell.type === schema.nodes.tableHeader ? cell.textContent.toUpperCase() : cell.textContent
        cells.push(words + (isHere ? '|' : ''))
      })
      lines.push(cells.join(' / '))
    })
    found = lines
    return false
  })
  return found
}

const at = (words: string, document = story('Before.', boats, 'After.')): EditorState =>
  caretAt(document, placeOf(document, words))

describe('commands on a table', () => {
  test.each<[string, Command, string, string[] | null]>([
    ['a row below', tableCommands.rowBelow, '2019', ['YEAR / BOATS', '2019 / 3', '| / ', '2020 / 5']],
    ['a row above', tableCommands.rowAbove, '5', ['YEAR / BOATS', '2019 / 3', ' / |', '2020 / 5']],
    ['a column after', tableCommands.columnAfter, '2019', ['YEAR /  / BOATS', '2019 / | / 3', '2020 /  / 5']],
    [
      'a column before',
      tableCommands.columnBefore,
      'Year',
      ['| / YEAR / BOATS', ' / 2019 / 3', ' / 2020 / 5'],
    ],
    ['no header row', tableCommands.headerRow, '2019', ['Year / Boats', '|2019 / 3', '2020 / 5']],
    ['without a row', tableCommands.deleteRow, '2019', ['YEAR / BOATS', '2020| / 5']],
    ['without a column', tableCommands.deleteColumn, 'Boats', ['YEAR|', '2019', '2020']],
    ['deleted', tableCommands.deleteTable, '5', null],
    ['the next cell', stepCell(1), 'Boats', ['YEAR / BOATS', '2019| / 3', '2020 / 5']],
    ['the cell before', stepCell(-1), '2019', ['YEAR / BOATS|', '2019 / 3', '2020 / 5']],
    ['a new row from the last cell', stepCell(1), '5', ['YEAR / BOATS', '2019 / 3', '2020 / 5', '| / ']],
  ])('%s', (_, command, from, expected) => {
    const done = grid(run(at(from), command))
    // The caret stands at the end of a cell; at its beginning where nothing moved it.
    expect(done?.map((line) => line.replace('|2019', '2019|')) ?? null).toEqual(
      expected?.map((line) => line.replace('|2019', '2019|')) ?? null,
    )
  })

  test('a header cell stays one in a new column, and a new row has none', () => {
    const state = run(at('Boats'), tableCommands.columnAfter, tableCommands.rowAbove)
    expect(cellAt(state)?.table.child(1).lastChild?.type.name).toBe('tableHeader')
    expect(cellAt(state)?.table.child(0).firstChild?.type.name).toBe('tableCell')
  })

  test('put a new one in the place of an empty paragraph, else behind the one at the caret', () => {
    const empty = story('Before.', '', 'After.')
    const place = placeOf(empty, 'Before.') + 'Before.'.length + 2
    const names = (state: EditorState) =>
      state.doc.children.filter((node) => node.type.spec.group === 'block').map((node) => node.type.name)
    expect(names(run(caretAt(empty, place), tableCommands.table))).toEqual([
      'paragraph',
      'table',
      'paragraph',
    ])
    expect(names(run(at('Before.', story('Before.', 'After.')), tableCommands.table))).toEqual([
      'paragraph',
      'table',
      'paragraph',
    ])
  })

  test.each([
    ['column', tableCommands.deleteColumn, [['2019'], ['2020']]],
    ['row', tableCommands.deleteRow, [['2019', '2020']]],
  ] as const)(
    'without its last %s a table is gone, and a body without anything else keeps a paragraph',
    (_, command, rows) => {
      const last = story(table(...rows.map((row) => [...row])))
      const state = run(at('2019', last), command)
      expect(state.doc.children.map((node) => node.type.name).slice(4, -3)).toEqual(['paragraph'])
    },
  )

  test('do nothing in the headline or outside of a table', () => {
    const headline = caretAt(story('Body.'), 2)
    expect(tableCommands.table(headline)).toBe(false)
    expect(tableCommands.rowBelow(at('Before.'))).toBe(false)
  })

  test('leave it by a paragraph behind it, one that is there or a new one', () => {
    expect(run(at('5'), leaveTable).selection.$head.parent.textContent).toBe('After.')
    const alone = run(at('5', story(boats)), leaveTable)
    expect(alone.selection.$head.parent.type.name).toBe('paragraph')
    expect(grid(alone)).not.toBeNull()
  })

  test('keep every row alike and every document whole, whatever is done in whatever order', () => {
    const commands = [
      ...Object.values(tableCommands),
      stepCell(1),
      stepCell(-1),
      leaveTable,
      selectWhole,
      moveBlock(1),
    ]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }), (turns) => {
        let state = at('2019')
        for (const [which, where] of turns) {
          const places: number[] = []
          state.doc.descendants((node, position) => {
            if (node.isTextblock) places.push(position + 1)
          })
          const head = places[where % places.length] ?? 1
          if (where % 3 > 0) state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, head)))
          const command = commands[which % commands.length]
          if (command) state = run(state, command)
          state.doc.descendants((node) => {
            if (node.type !== schema.nodes.table) return true
            expect(new Set(node.children.map((row) => row.childCount)).size).toBe(1)
            return false
          })
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the words of a table', () => {
  test('are deleted across cells without joining them', () => {
    const state = selecting(story('Before.', boats, 'After.'), 'Boats', '20')
    expect(crossesParts(state.selection)).toBe(true)
    const deleted = deleteParts(state)
    deleted?.doc.check()
    expect(deleted && grid(EditorState.create({ doc: deleted.doc }))).toEqual([
      'YEAR / ',
      '19 / 3',
      '2020 / 5',
    ])
  })

  test('copied from one cell are words, from several rows a table', () => {
    const one = selecting(story(boats), '2019').selection.content()
    const into = at('After.', story('After.'))
    expect(insertSlice(into, one).doc.textBetween(0, into.doc.content.size, '|')).toContain('2019After.')
    const several = selecting(story(boats), '2019', '5').selection.content()
    const pasted = insertSlice(into, several).doc
    pasted.check()
    expect(grid(EditorState.create({ doc: pasted }))).toEqual(['2019 / 3', '2020 / 5'])
  })
})

test.each<[string, string, string[] | null]>([
  ['lines of a spreadsheet', 'a\tb\r\n1\t\r\n', ['a / b', '1 / ']],
  ['one line', 'a\tb', null],
  ['lines of different lengths', 'a\tb\nc', null],
  ['plain paragraphs', 'One.\n\nTwo.', null],
])('%s pasted as text', (_, text, expected) => {
  const slice = tableOfText(text)
  const state = at('A', story('A'))
  expect(slice && grid(EditorState.create({ doc: insertSlice(state, slice).doc }))).toEqual(expected)
})

test('a selected block is moved past its neighbours and never out of the body', () => {
  const document = story(paragraph('One.'), schema.node('rule'), 'Two.')
  const names = (state: EditorState) => state.doc.children.map((node) => node.type.name).slice(4, -3)
  const selected = run(at('2019', story('One.', boats)), selectWhole)
  expect(names(run(selected, moveBlock(-1)))).toEqual(['table', 'paragraph'])
  expect(names(run(selected, moveBlock(-1), moveBlock(-1)))).toEqual(['table', 'paragraph'])
  expect(names(run(selected, moveBlock(1)))).toEqual(['paragraph', 'table'])
  expect(moveBlock(1)(caretAt(document, placeOf(document, 'One.')))).toBe(false)
})
