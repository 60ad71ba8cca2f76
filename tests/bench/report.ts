import type { Row } from './measure.ts'

function figure(value: number, unit: Row['unit']): string {
  if (Number.isNaN(value)) return '–'
  if (unit === 'bytes' || unit === 'frames') return Math.round(value).toLocaleString('en')
  if (value < 0.1) return value.toFixed(3)
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

function cells(row: Row): string[] {
  const { unit, ratio, target } = row
  const times = (value: number | null) => (value === null ? '–' : value.toFixed(2))
  return [
    row.name,
    row.who,
    figure(row.p50, unit),
    row.p95 === null ? '–' : figure(row.p95, unit),
    unit,
    String(row.count),
    ratio ? `${times(ratio.p50)} / ${times(ratio.p95)} of ${ratio.to}` : '',
    target ? `${target.says}: ${target.isMet ? 'reached' : 'MISSED'}` : '',
  ]
}

/** The rows as Markdown, a table a section. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'who', 'p50', 'p95', 'unit', 'n', 'ratio p50 / p95', 'to reach']
  const sections = [...new Set(rows.map((row) => row.section))]
  return sections
    .map((section) => {
      const lines = [head, head.map(() => '---'), ...rows.filter((row) => row.section === section).map(cells)]
      return `## ${section}\n\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`
    })
    .join('\n')
}
