import { Fragment, Slice } from '@tiptap/pm/model'
import { schema } from '../../shared/document/schema.ts'

/** Wider or longer than this it is no table of a story; its words are pasted as they come. */
const most = { rows: 500, columns: 60 }

/** What cannot stand in a cell: a table that has it only places things on its page. */
const apart = 'table, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, figure'

/** Blocks in a cell become one line: their words with a space between them. */
function flatten(cell: Element): void {
  for (const block of [...cell.querySelectorAll('p, div, br, section, article')]) {
    const inside = [...block.childNodes]
    block.replaceWith(' ', ...inside, ' ')
  }
  cell.normalize()
  for (const text of [...cell.childNodes].filter((node) => node.nodeType === 3)) {
    text.textContent = (text.textContent ?? '').replace(/\s+/gu, ' ')
  }
  const [first, last] = [cell.firstChild, cell.lastChild]
  if (first?.nodeType === 3) first.textContent = (first.textContent ?? '').trimStart()
  if (last?.nodeType === 3) last.textContent = (last.textContent ?? '').trimEnd()
}

/** Where a cell reaches over several columns or rows, empty ones take their places. */
function setApart(table: HTMLTableElement): void {
  const rows = [...table.rows]
  rows.forEach((row, at) => {
    for (const cell of [...row.cells]) {
      const column = [...row.cells].indexOf(cell)
      const across = Math.min(cell.colSpan, most.columns)
      const down = Math.min(cell.rowSpan, rows.length - at)
      for (let y = 0; y < down; y++) {
        for (let x = y === 0 ? 1 : 0; x < across; x++) {
          const empty = table.ownerDocument.createElement(cell.tagName)
          const line = rows[at + y]
          line?.insertBefore(empty, y === 0 ? cell.nextSibling : (line.cells[column] ?? null))
        }
      }
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
    }
  })
}

/**
 * HTML from another program with its tables as the story has them: cells of one line, none of them merged. Tables that
 * only place things on their page are taken apart. Nothing in it runs or loads: it is read in a document of its own.
 */
export function plainTables(html: string): string {
  if (!/<table/iu.test(html)) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const table of [...page.querySelectorAll('table')].reverse()) {
    const width = Math.max(0, ...[...table.rows].map((row) => row.cells.length))
    const isLayout =
      width < 2 ||
      width > most.columns ||
      table.rows.length > most.rows ||
      table.querySelector(apart) !== null
    if (isLayout) {
      const cells = [...table.rows].flatMap((row) => [...row.cells])
      table.replaceWith(
        ...cells.map((cell) => {
          const block = page.createElement('div')
          block.append(...cell.childNodes)
          return block
        }),
      )
      continue
    }
    for (const row of table.rows) for (const cell of row.cells) flatten(cell)
    setApart(table)
    const caption = table.caption
    if (caption) {
      const line = page.createElement('p')
      line.append(...caption.childNodes)
      caption.remove()
      table.before(line)
    }
  }
  return page.body.innerHTML
}

/** Lines of a spreadsheet, cells set apart by tabs, as a table; null where the text is none. */
export function tableOfText(text: string): Slice | null {
  const lines = text.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split('\n')
  const rows = lines.map((line) => line.split('\t'))
  const width = rows[0]?.length ?? 0
  const isTable = rows.length > 1 && width > 1 && rows.every((row) => row.length === width)
  if (!isTable || rows.length > most.rows || width > most.columns) return null
  const table = schema.node(
    'table',
    null,
    rows.map((row) =>
      schema.node(
        'tableRow',
        null,
        row.map((words) =>
          schema.node('tableCell', null, words.trim() === '' ? [] : [schema.text(words.trim())]),
        ),
      ),
    ),
  )
  return new Slice(Fragment.from(table), 0, 0)
}
