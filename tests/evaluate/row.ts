/** One figure, with what it is to be held against. */
export interface Row {
  readonly part: string
  /** Of what, and how many: "ClaimBuster, 7,974 sentences". */
  readonly corpus: string
  readonly measure: string
  /** null where there was nothing to measure; `note` says why. */
  readonly value: number | null
  /** What one gets without any effort. */
  readonly floor: number | null
  /** What others have published, in their words. */
  readonly published: string
  readonly target: number | null
  readonly note: string
}

export function row(given: Pick<Row, 'part' | 'corpus' | 'measure' | 'value'> & Partial<Row>): Row {
  return { floor: null, published: '', target: null, note: '', ...given }
}

export function isReached({ value, target }: Row): boolean | null {
  return value === null || target === null ? null : value >= target
}

function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3).replace(/^0/u, '')
}

function verdict(one: Row): string {
  const { value, target } = one
  if (target === null) return ''
  if (value === null) return figure(target)
  const rest = isReached(one) ? 'reached' : `SHORT by ${figure(target - value)}`
  return `${figure(target)}: ${rest}`
}

/** The rows as Markdown, a table a part. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'measure', 'Stet', 'floor', 'published', 'to reach', '']
  return [...new Set(rows.map(({ part }) => part))]
    .map((part) => {
      const cells = rows
        .filter((one) => one.part === part)
        .map((one) => [
          one.corpus,
          one.measure,
          figure(one.value),
          figure(one.floor),
          one.published,
          verdict(one),
          one.note,
        ])
      const lines = [head, head.map(() => '---'), ...cells]
      return `## ${part}\n\n${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`
    })
    .join('\n')
}
