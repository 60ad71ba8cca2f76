import type { StoryTrail } from './trail.ts'

/** How to prove it, for whoever has the file and not Stet. */
const proof =
  'hash is the SHA-256 of the canonical JSON (RFC 8785) of {chain, seq, atMs, personId, via, kind, subject, payloadHash, previousHash}; payloadHash is the SHA-256 of salt followed by the canonical JSON of payload. previousHash is the hash of the event before, 64 zeros for the first. Where salt is null the payload was struck or, if isWithheld, left out in part or whole.'

/** The trail as JSON: every event with its hashes, and the names of whom and what they are about. */
export function makeTrailJson({ story, events, claims, people }: StoryTrail): string {
  const acting = new Set(events.map(({ event }) => event.personId))
  const content = {
    format: 'stet-trail',
    formatVersion: 1,
    proof,
    story: { id: story.id, slug: story.slug, headline: story.headline, version: story.version },
    people: people
      .filter((person) => acting.has(person.id))
      .map(({ id, name, initials, role }) => ({ id, name, initials, role })),
    claims: claims.map(({ id, number, kind, presence, words }) => ({ id, number, kind, presence, words })),
    events: events.map(({ event, salt, isWithheld }) => ({ ...event, salt, isWithheld })),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
