/** Columns set side by side, two spaces apart; the last takes what room is left and is cut with "…". */
export function tableOf(rows: readonly (readonly string[])[], widthColumns = terminalWidth()): string {
  const widths: number[] = []
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, lengthOf(oneLine(cell)))
    })
  }
  return rows
    .map((row) => {
      const lead = row
        .slice(0, -1)
        .map((cell, column) => padded(oneLine(cell), widths[column] ?? 0))
        .join('  ')
      const left = Math.max(20, widthColumns - lengthOf(lead) - 2)
      return `${lead}  ${cut(oneLine(row.at(-1) ?? ''), left)}`.trimEnd()
    })
    .join('\n')
}

/** Every line set in by two spaces. */
export function indented(text: string): string {
  return text.replace(/^/gmu, '  ')
}

export function cut(text: string, columns: number): string {
  const characters = [...text]
  return characters.length <= columns ? text : `${characters.slice(0, columns - 1).join('')}…`
}

/** "1 story", "2 stories". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Words of a story may hold what a terminal takes for commands; people are shown a dot instead. */
export function harmless(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, '·')
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function lengthOf(text: string): number {
  return [...text].length
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - lengthOf(text)))
}

function terminalWidth(): number {
  return process.stdout.columns ?? 120
}
