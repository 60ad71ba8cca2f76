import type { AuditEvent } from '../../shared/model/audit.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Person } from '../../shared/model/person.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Story } from '../../shared/model/story.ts'
import { type Scrub, scrubber, secretsOf } from './scrub.ts'

export interface TrailEvent {
  readonly event: AuditEvent
  /** What its payload was hashed with; null where the payload is not whole. */
  readonly salt: string | null
  /** What it told, or a part of it, was left out; see {@link withoutConfidentialEvents}. */
  readonly isWithheld: boolean
}

/** A story's chain in the trail, oldest event first, with the records that it names. */
export interface StoryTrail {
  readonly story: Story
  readonly events: readonly TrailEvent[]
  /** Of the story, withdrawn ones too. */
  readonly claims: readonly Claim[]
  readonly sources: readonly Source[]
  readonly people: readonly Person[]
}

/** In place of a confidential source's own words. */
const withheld = 'withheld'

/**
 * The trail as it may leave the desk. Of an event that names a confidential source nothing is told but that it
 * was; in all others the source's fields are looked for and replaced. Hashes stay, so the chain can be followed
 * all the same. Words of claims stand in the story and stay as they are.
 */
export function withoutConfidentialEvents(trail: StoryTrail): StoryTrail {
  const hidden = trail.sources.filter((source) => source.isConfidential)
  if (hidden.length === 0) return trail
  const ids = hidden.map((source) => source.id)
  const names = (event: AuditEvent) => {
    const payload = JSON.stringify(event.payload ?? null)
    return ids.some((id) => payload.includes(id))
  }
  const backups = trail.claims.flatMap((claim) => claim.backup)
  const scrub = scrubber(
    hidden.flatMap((source) =>
      secretsOf(
        source,
        withheld,
        backups.filter((backup) => backup.sourceId === source.id),
      ),
    ),
  )
  const storyWords = new Set(trail.claims.map((claim) => claim.words))
  return {
    ...trail,
    events: trail.events.map((one) => {
      if (names(one.event)) return { event: { ...one.event, payload: null }, salt: null, isWithheld: true }
      const payload = scrubbed(one.event.payload, (text) => (storyWords.has(text) ? text : scrub(text)))
      if (JSON.stringify(payload) === JSON.stringify(one.event.payload)) return one
      return { event: { ...one.event, payload }, salt: null, isWithheld: true }
    }),
    claims: trail.claims.map((claim) => ({
      ...claim,
      words: claim.presence === 'inText' ? claim.words : scrub(claim.words),
    })),
    sources: trail.sources.filter((source) => !source.isConfidential),
  }
}

/** Every text in a payload, wherever it stands. */
function scrubbed(value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return scrub(value)
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, scrub))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, scrubbed(one, scrub)]))
}
