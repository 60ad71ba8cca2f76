import { attribute, type Element, isBlock, isElement } from './tree.ts'

const sections = new Set(['thead', 'tbody', 'tfoot'])

/** The cells of each row of a table; its caption is a row of its own. */
export function tableRows(table: Element): Element[][] {
  const rows: Element[][] = []
  const read = (element: Element): void => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      if (sections.has(child.tagName)) read(child)
      else if (child.tagName === 'tr')
        rows.push(child.childNodes.filter(isElement).filter((cell) => /^t[dh]$/u.test(cell.tagName)))
      else if (child.tagName === 'caption') rows.push([child])
    }
  }
  read(table)
  return rows.filter((row) => row.length > 0)
}

/**
 * Whether a table shows data. One that only places things on the page (of one column, or with blocks, lists and
 * further tables in its cells) is read like any other container.
 */
export function isDataTable(table: Element): boolean {
  if (/^(presentation|none)$/iu.test(attribute(table, 'role'))) return false
  const rows = tableRows(table)
  if (!rows.some((row) => row.length > 1)) return false
  return rows.every((row) => row.every((cell) => blocksIn(cell) <= 1))
}

/** How many blocks stand in a cell, a chain of one inside the other being one; those that are no text count more. */
function blocksIn(cell: Element): number {
  let count = 0
  const read = (element: Element, isInText: boolean): void => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      if (!isBlock(child)) read(child, isInText)
      else if (/^(p|div)$/u.test(child.tagName)) {
        if (!isInText) count++
        read(child, true)
        if (isInText && element.childNodes.filter(isElement).filter(isBlock).length > 1) count++
      } else count += 2
    }
  }
  read(cell, false)
  return count
}

/** Wider than any table that a story shows; what stands in further columns is joined to the last. */
const mostColumns = 60

/** A place in a laid-out table: a cell of the page, or nothing where a merged cell reaches. */
export type TablePlace = Element | null

/**
 * The rows of a table as a plain grid: where a cell reaches over several columns or rows, its words stand in the
 * first place and the others are empty.
 */
export function layTable(rows: readonly (readonly Element[])[]): {
  grid: TablePlace[][]
  mergedCells: number
} {
  const grid: (TablePlace | undefined)[][] = rows.map(() => [])
  let mergedCells = 0
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column++
      const reach = (name: string, most: number): number =>
        Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), most)
      const across = reach('colspan', Math.max(1, mostColumns - column))
      const down = reach('rowspan', rows.length - at)
      if (across > 1 || down > 1) mergedCells++
      for (let y = 0; y < down; y++)
        for (let x = 0; x < across; x++) {
          const line = grid[at + y]
          if (line && line[column + x] === undefined) line[column + x] = x === 0 && y === 0 ? cell : null
        }
      column += across
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  return {
    grid: grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    mergedCells,
  }
}
