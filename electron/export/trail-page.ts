import type { Claim } from '../../shared/model/claim.ts'
import { type TrailNames, tellEvent, viaNames } from '../../shared/trail/tell.ts'
import { utc } from './claim-lines.ts'
import { escapeHtml } from './escape.ts'
import { reportStyle } from './report-style.ts'
import type { StoryTrail, TrailEvent } from './trail.ts'

const style = `
table { inline-size: 100%; border-collapse: collapse; font-size: .875rem; }
th, td { padding: .4rem .6rem .4rem 0; border-top: 1px solid #ccc; text-align: start; vertical-align: top; }
th { color: #595959; font-weight: 400; }
td.when { white-space: nowrap; }
td p { margin: 0; }
td .hash { color: #595959; font-size: .7rem; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
`

/** The trail as a page to read or print that needs nothing beside it. */
export function makeTrailPage(trail: StoryTrail): string {
  const { story, events } = trail
  const index = indexOf(trail)
  const title = `Trail: ${story.headline || story.slug}`
  const last = events.at(-1)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${reportStyle}${style}</style></head><body>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="lead">${escapeHtml(story.slug)} · ${events.length} ${events.length === 1 ? 'event' : 'events'}, oldest first. Times are UTC. Roles and names are as declared at the desk, without a password.</p>
<table><thead><tr><th scope="col">No.</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead>
<tbody>
${events.map((event) => row(event, index)).join('\n')}
</tbody></table>
${last ? `<p class="end">Each event’s hash holds the one before it. The last is event ${last.event.seq}: <span class="hash">${last.event.hash}</span></p>` : ''}
</body></html>
`
}

interface Index extends TrailNames {
  claim(id: string): Claim | undefined
}

function indexOf({ claims, people, sources }: StoryTrail): Index {
  const claimsById = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]))
  const namesById = new Map<string, string>(people.map((person) => [person.id, person.name]))
  const titlesById = new Map<string, string>(sources.map((source) => [source.id, source.title]))
  return {
    claim: (id) => claimsById.get(id),
    person: (id) => namesById.get(id) ?? null,
    source: (id) => titlesById.get(id) ?? null,
  }
}

function row({ event, isWithheld }: TrailEvent, index: Index): string {
  const claim = index.claim(event.subject)
  const person = event.personId === null ? null : index.person(event.personId)
  const { what, detail } = tellEvent(event, index, 'en')
  const on = claim ? ` <b>#${claim.number}</b> <span dir="auto">${escapeHtml(claim.words)}</span>` : ''
  const told = detail ?? untold(event.payload, isWithheld)
  return `<tr id="event-${event.seq}"><td>${event.seq}</td><td class="when">${utc(event.atMs)}</td>
<td>${escapeHtml(person ?? '–')}<br>${escapeHtml(viaNames.en[event.via])}</td>
<td><p>${escapeHtml(what)}${on}</p>${told === null ? '' : `<p dir="auto">${escapeHtml(told)}</p>`}<p class="hash">${event.hash}</p></td></tr>`
}

function untold(payload: unknown, isWithheld: boolean): string | null {
  if (isWithheld) return 'What it told concerns a confidential source and is left out.'
  return payload === null ? 'What it told was struck.' : null
}
