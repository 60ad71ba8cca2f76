import type { CopyOccasion } from '../../shared/model/copy.ts'

/** The occasions that a copy's name says, each as it is written there. */
const words = ['start', 'day', 'import', 'asked', 'rescue'] as const
export type NamedOccasion = (typeof words)[number]

const pattern = /^stet-(\d{8}T\d{9}Z)-v(\d+)-(start|day|import|asked|rescue|before-v\d+)\.sqlite$/

export interface CopyName {
  readonly name: string
  readonly atMs: number
  /** Of the database's shape. */
  readonly version: number
  readonly occasion: CopyOccasion
}

/** UTC to the millisecond, sortable, without what Windows forbids in names: "20261123T091500123Z". */
export function stampOf(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:.]/g, '')
}

/** The moment that a stamp says, or null where it is none. */
export function parseStamp(stamp: string): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(stamp)
  if (!match) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = match.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second, ms)
}

export function copyNameOf(atMs: number, version: number, occasion: NamedOccasion): string {
  return `stet-${stampOf(atMs)}-v${version}-${occasion}.sqlite`
}

export function migrationCopyNameOf(atMs: number, version: number, toVersion: number): string {
  return `stet-${stampOf(atMs)}-v${version}-before-v${toVersion}.sqlite`
}

/** What a copy's name says, or null where it is no name of ours. */
export function parseCopyName(name: string): CopyName | null {
  const match = pattern.exec(name)
  const atMs = parseStamp(match?.[1] ?? '')
  if (!match || atMs === null) return null
  const occasion = words.find((word) => word === match[3]) ?? 'migration'
  return { name, atMs, version: Number(match[2]), occasion }
}
