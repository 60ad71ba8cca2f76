import type { AuditEvent } from '../../../shared/model/audit.ts'
import type { Claim } from '../../../shared/model/claim.ts'

export interface TrailFilter {
  /** "#12", "12", or words of a claim; "" for every event. */
  readonly claim: string
  /** "" for everybody. */
  readonly personId: string
}

export const wholeTrail: TrailFilter = { claim: '', personId: '' }

/** The events that a filter lets through, the last first. */
export function filterTrail(
  events: readonly AuditEvent[],
  claims: ReadonlyMap<string, Pick<Claim, 'number' | 'words'>>,
  { claim, personId }: TrailFilter,
): AuditEvent[] {
  const wanted = claim.trim().toLocaleLowerCase()
  const number = /^#?(\d+)$/u.exec(wanted)?.[1]
  const isOf = (id: string): boolean => {
    const one = claims.get(id)
    if (!one) return false
    return number === undefined
      ? one.words.toLocaleLowerCase().includes(wanted)
      : one.number === Number(number)
  }
  return events
    .filter((event) => wanted === '' || isOf(event.subject))
    .filter((event) => personId === '' || event.personId === personId)
    .reverse()
}
