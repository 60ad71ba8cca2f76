/** Takes the value that `share` (0 to 1) of the sorted values lie at or below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One line of the table: what was measured, of whom, and the ratio to the peer of the same run. */
export interface Row {
  readonly section: string
  readonly name: string
  readonly who: string
  readonly unit: 'ms' | 'bytes' | 'MB' | 'frames'
  readonly p50: number
  /** null where one value alone was taken. */
  readonly p95: number | null
  readonly count: number
  /** To the peer, by p50 and p95; null for the peer itself and where there is none. */
  readonly ratio: { readonly to: string; readonly p50: number; readonly p95: number | null } | null
  /** What was to be reached, and whether it was; null where nothing was asked. */
  readonly target: { readonly says: string; readonly isMet: boolean } | null
}

export interface Taken {
  readonly section: string
  readonly name: string
  readonly who: string
  readonly unit: Row['unit']
  readonly values: readonly number[]
}

/** A row without ratio and target; {@link against} adds them. */
export function rowOf({ section, name, who, unit, values }: Taken): Row {
  return {
    section,
    name,
    who,
    unit,
    p50: median(values),
    p95: values.length > 1 ? quantile(values, 0.95) : null,
    count: values.length,
    ratio: null,
    target: null,
  }
}

/** `row` held against its peer. */
export function against(row: Row, peer: Row): Row {
  const p95 = row.p95 !== null && peer.p95 !== null ? row.p95 / peer.p95 : null
  return { ...row, ratio: { to: peer.who, p50: row.p50 / peer.p50, p95 } }
}

/** Those of one thing, each held against the row of `who`. */
export function rowsAgainst(rows: readonly Row[], who: string): Row[] {
  const peer = rows.find((row) => row.who === who)
  return rows.map((row) => (peer && row !== peer ? against(row, peer) : row))
}

export function aim(row: Row, says: string, isMet: boolean): Row {
  return { ...row, target: { says, isMet } }
}
