import { attribute, type Element, isBlock, isElement } from './tree.ts'

const sections = new Set(['thead', 'tbody', 'tfoot'])

/** The cells of each row of a table that have any content. */
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
