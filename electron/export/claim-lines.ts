import type { StoryBundle } from '../../shared/model/bundle.ts'
import type { Claim, ClaimKind, Status } from '../../shared/model/claim.ts'
import type { PersonId, SourceId } from '../../shared/model/ids.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Source } from '../../shared/model/source.ts'
import { askedLines } from './asked-lines.ts'
import { kindName, kindsOfClaim, passesOf, type ReleasedGate } from './gate-lines.ts'

/** One line of what the desk knows of a claim. */
export interface ClaimLine {
  /** "" where the text speaks for itself. */
  readonly label: string
  readonly text: string
}

export const kindNames: Record<ClaimKind, string> = { statement: 'Statement', quote: 'Quote' }

export const statusWords: Record<Status, string> = {
  unchecked: 'unchecked',
  queried: 'queried',
  confirmed: 'confirmed',
  wrong: 'wrong',
  unverified: 'unverified',
  onAuthor: 'on author',
  notAFact: 'not a fact',
}

/** The last moment that a date in XML can name with four digits of a year. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59)

/** A moment of the record; what no calendar can name becomes the nearest that it can. */
export function dateOf(atMs: number): Date {
  return new Date(Math.min(Math.max(atMs, 0), lastMs))
}

/** "2026-11-23 09:24 UTC" */
export function utc(atMs: number): string {
  return `${dateOf(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Reads people and sources of a bundle by id. */
export interface Names {
  person(id: PersonId): Person | undefined
  source(id: SourceId): Source | undefined
}

export function namesIn(bundle: StoryBundle): Names {
  const people = new Map(bundle.people.map((person) => [person.id, person]))
  const sources = new Map(bundle.sources.map((source) => [source.id, source]))
  return { person: (id) => people.get(id), source: (id) => sources.get(id) }
}

export function sourceLine(source: Source | undefined): string {
  if (!source) return 'source not in this file'
  const beside = [source.publisher, source.date].filter((text) => text !== '').join(', ')
  return beside === '' ? source.title : `${source.title} (${beside})`
}

/** Words in quotation marks, unless they bring their own. */
export function quoted(words: string): string {
  return words === '' || /^["“„«‘'「『]/u.test(words) ? words : `“${words}”`
}

/** "12 · Quote · confirmed" */
export function claimHeading(claim: Claim): string {
  const removed = claim.presence === 'inText' ? '' : ' · not in the text'
  return `${claim.number} · ${kindNames[claim.kind]} · ${statusWords[claim.status]}${removed}`
}

/** What a checker or editor reads of a claim: its words, who says them, what backs them, who settled it. */
export function claimLines(claim: Claim, names: Names, gate: ReleasedGate | null = null): ClaimLine[] {
  const lines: ClaimLine[] = []
  const add = (label: string, text: string): void => {
    if (text.trim() !== '') lines.push({ label, text })
  }
  add('', quoted(claim.words))
  if (gate) add('Gate', kindsOfClaim(gate, claim.id).map(kindName).join(', '))
  if (claim.speaker) {
    const known = claim.speaker.sourceId && names.source(claim.speaker.sourceId)?.title
    const asSource = known && known !== claim.speaker.name ? `source: ${known}` : ''
    const said = [claim.speaker.name, claim.speaker.role, asSource].filter((text) => text !== '')
    add('Speaker', said.join(', '))
  }
  if (claim.isLegal) add('Legal', 'flagged for a lawyer')
  if (claim.assigneeId) add('With', names.person(claim.assigneeId)?.name ?? 'somebody not in this file')
  claim.backup.forEach((backup, index) => {
    const source = names.source(backup.sourceId)
    add(`Backup ${index + 1}`, `${backup.stance}, ${backup.rank}: ${sourceLine(source)}`)
    add('Where', backup.locator)
    add('Excerpt', quoted(backup.excerpt))
    add('Address', source?.url ?? '')
    add('Backup note', backup.note)
  })
  lines.push(...askedLines(claim, names))
  add('Note', claim.note)
  if (claim.settling) {
    const { status, personId, atMs, words, note } = claim.settling
    const by = names.person(personId)?.name ?? 'somebody not in this file'
    add('Settled', `${statusWords[status]} by ${by}, ${utc(atMs)}`)
    if (words !== claim.words) add('As settled', quoted(words))
    add('Remark', note)
  }
  if (gate) lines.push(...passesOf(gate, claim, names))
  return lines
}
