import type { ExcusedLine, Gate } from '../../shared/check/gate.ts'
import type { Difference } from '../../shared/check/shown.ts'
import { askKinds, blockKinds, type GateKind, type GateLine } from '../../shared/model/gate.ts'

export type GateSection = 'differences' | 'blocks' | 'asks' | 'excused'

/** A row of the gate: the head of a group, or what is in it. */
export type GateRowOf =
  | {
      readonly row: 'group'
      readonly section: GateSection
      readonly kind: GateKind | null
      readonly count: number
      readonly lines: readonly GateLine[]
      readonly isShut: boolean
    }
  | { readonly row: 'line'; readonly section: 'blocks' | 'asks'; readonly line: GateLine }
  | { readonly row: 'excused'; readonly excused: ExcusedLine }
  | { readonly row: 'difference'; readonly difference: Difference }

/** Names a group, so that it stays shut while the list changes. */
export function groupKey(section: GateSection, kind: GateKind | null): string {
  return kind === null ? section : `${section}:${kind}`
}

const order: readonly GateKind[] = [...blockKinds, ...askKinds]

/**
 * The gate as a list: what changed since it was cleared, blocks by their kind, asks, what is let pass; each row with
 * a key of its own that outlives the list.
 *
 * @param shut keys of groups that are shown without their rows
 */
export function gateRows(gate: Gate, shut: ReadonlySet<string>): Map<string, GateRowOf> {
  const rows = new Map<string, GateRowOf>()
  const group = (section: GateSection, kind: GateKind | null, lines: readonly GateLine[], count: number) => {
    const key = groupKey(section, kind)
    const isShut = shut.has(key)
    rows.set(key, { row: 'group', section, kind, count, lines, isShut })
    return !isShut
  }
  const differences = gate.cleared?.differences ?? []
  if (differences.length > 0 && group('differences', null, [], differences.length)) {
    for (const difference of differences) {
      rows.set(`difference:${difference.from}:${difference.before.length}`, { row: 'difference', difference })
    }
  }
  for (const section of ['blocks', 'asks'] as const) {
    const byKind = Map.groupBy(gate[section], (line) => line.kind)
    for (const kind of order) {
      const lines = byKind.get(kind)
      if (!lines || !group(section, kind, lines, lines.length)) continue
      for (const line of lines) {
        rows.set(`${kind}:${line.claimId ?? line.from}`, { row: 'line', section, line })
      }
    }
  }
  if (gate.excused.length > 0 && group('excused', null, [], gate.excused.length)) {
    for (const excused of gate.excused) {
      rows.set(`excused:${excused.line.kind}:${excused.line.claimId}`, { row: 'excused', excused })
    }
  }
  return rows
}
