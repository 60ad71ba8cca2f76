import { z } from 'zod'
import type { Story } from '../../shared/model/story.ts'

/** One event as far as it tells of records; what it told is null once struck. */
export interface Telling {
  readonly kind: string
  readonly subject: string
  readonly personId: string | null
  readonly payload: unknown
}

/** Fields of a record as the trail tells them; one that is not in here is not told, or no longer. */
export type ToldFields = Map<string, unknown>

export interface ToldSettling {
  readonly personId: string | null
  /** null once struck. */
  readonly settling: unknown
  isTakenBack: boolean
}

export interface ToldReading {
  readonly personId: string | null
  /** Time and sentences; null once struck. */
  readonly content: unknown
  isTakenBack: boolean
}

export interface ToldDismissal {
  readonly personId: string | null
  /** What, words, facets and time; null once struck. */
  readonly content: unknown
  isTakenBack: boolean
}

export interface ToldClearing {
  /** null once struck. */
  readonly clearing: unknown
  isTakenBack: boolean
}

/** Records that hang on a claim, by id; null where that cannot be told. */
export type ToldParts = Map<string, unknown> | null

export interface ToldClaim {
  readonly fields: ToldFields
  backup: ToldParts
  queries: ToldParts
  fixes: ToldParts
  overrides: ToldParts
  /** Queries and fixes that were taken away and can be put back, by id, as they were. */
  readonly removed: Map<string, unknown>
  /** In the order of their making. */
  readonly settlings: ToldSettling[]
  /** There was no settling before the first that is told. */
  readonly areSettlingsAll: boolean
}

const objectSchema = z.record(z.string(), z.unknown())

function objectOf(value: unknown): Record<string, unknown> {
  const read = objectSchema.safeParse(value)
  return read.success ? read.data : {}
}

/** What follows `after` in an event that tells before and after; null where it was struck or taken away. */
function afterOf({ payload }: Telling): Record<string, unknown> | null {
  const after = objectOf(payload).after
  return after === null || after === undefined ? null : objectOf(after)
}

function tell(fields: ToldFields, names: readonly string[], after: Record<string, unknown> | null): void {
  for (const name of names) {
    if (after && name in after) fields.set(name, after[name])
    else fields.delete(name)
  }
}

/** Of a claim's record, what only events change once it was tagged, and what never changes. */
const claimFields = [
  'kind',
  'speaker',
  'assigneeId',
  'note',
  'isLegal',
  'legalClearing',
  'secondReading',
  'subject',
] as const
const birthFields = ['number', 'copiedFrom', 'proposedFor', 'taggedBy', 'taggedAtMs'] as const
/** Told where somebody had worked on the claim. */
const presenceFields = ['presence', 'words'] as const

const fieldOfKind: Readonly<Record<string, (typeof claimFields)[number]>> = {
  'claim.kindChanged': 'kind',
  'claim.speakerChanged': 'speaker',
  'claim.assigned': 'assigneeId',
  'claim.noted': 'note',
  'claim.legalFlagged': 'isLegal',
  'claim.legalCleared': 'legalClearing',
  'claim.legalUncleared': 'legalClearing',
  'claim.secondReaderAsked': 'secondReading',
  'claim.secondReaderDropped': 'secondReading',
  'claim.secondRead': 'secondReading',
  'claim.subjectSet': 'subject',
}

const fieldsOfStoryKind: Readonly<Record<string, readonly (keyof Story)[]>> = {
  'story.created': ['stage', 'language', 'slug', 'archivedAtMs', 'copiedFrom', 'createdAtMs'],
  'story.staged': ['stage'],
  'story.languageSet': ['language'],
  'story.renamed': ['slug'],
  'story.archived': ['archivedAtMs'],
  'story.restored': ['archivedAtMs'],
}

function isToldIdle({ fields, backup, queries, fixes, overrides, settlings }: ToldClaim): boolean {
  const isGiven = (name: string, none: unknown) => fields.has(name) && fields.get(name) !== none
  return !(
    isGiven('assigneeId', null) ||
    isGiven('note', '') ||
    isGiven('isLegal', false) ||
    isGiven('legalClearing', null) ||
    isGiven('secondReading', null) ||
    [backup, queries, fixes, overrides].some((parts) => parts && parts.size > 0) ||
    settlings.some((one) => !one.isTakenBack)
  )
}

/** What a story's own chain, taken event by event from the first, tells of the records of the story. */
export class StoryTelling {
  readonly story: ToldFields = new Map()
  readonly claims = new Map<string, ToldClaim>()
  readonly readings = new Map<string, ToldReading>()
  readonly dismissals = new Map<string, ToldDismissal>()
  /** In the order of their making. */
  readonly clearings = new Map<string, ToldClearing>()
  /** Every claim of the story was told when it came into being. */
  areBirthsTold = false
  /** Whether the slug is made of the headline rather than told; null where that was struck. */
  slugFollows: boolean | null = false
  #isBegun = false

  take(event: Telling): void {
    if (!this.#isBegun) this.#begin(event)
    const storyFields = fieldsOfStoryKind[event.kind]
    if (storyFields) {
      tell(this.story, storyFields, afterOf(event))
      this.#takeSlug(event.kind, afterOf(event))
    } else if (event.kind.startsWith('reading.')) this.#takeReading(event)
    else if (event.kind === 'dismissal.made') {
      const { personId } = event
      this.dismissals.set(event.subject, { personId, content: afterOf(event), isTakenBack: false })
    } else if (event.kind === 'dismissal.takenBack') {
      const known = this.dismissals.get(event.subject)
      if (known) known.isTakenBack = true
    } else if (event.kind === 'story.cleared') {
      this.clearings.set(event.subject, { clearing: afterOf(event), isTakenBack: false })
    } else if (event.kind === 'story.clearingTakenBack') {
      const known = this.clearings.get(event.subject)
      if (known) known.isTakenBack = true
    } else if (ofClaims.test(event.kind)) this.#takeClaim(event)
  }

  #takeSlug(kind: string, after: Record<string, unknown> | null): void {
    if (kind === 'story.renamed') this.slugFollows = false
    else if (kind === 'story.created') this.slugFollows = after ? after.slugFollows === true : null
    else if (kind === 'story.staged' && this.slugFollows !== false) {
      if (!after) this.slugFollows = null
      else if ('slug' in after) {
        this.slugFollows = false
        this.story.set('slug', after.slug)
      }
    }
    if (this.slugFollows !== false) this.story.delete('slug')
  }

  #takeReading(event: Telling): void {
    const known = this.readings.get(event.subject)
    if (event.kind === 'reading.takenBack') {
      if (known) known.isTakenBack = true
      return
    }
    const { personId } = event
    this.readings.set(event.subject, {
      personId,
      content: afterOf(event),
      isTakenBack: false,
    })
  }

  #begin(event: Telling): void {
    this.#isBegun = true
    const told = objectOf(event.payload)
    if (event.kind === 'story.created') this.areBirthsTold = true
    // A story of words alone came without claims.
    if (event.kind === 'story.imported') this.areBirthsTold = 'from' in told && told.from === null
    if (event.kind === 'story.duplicated' && Array.isArray(told.claims)) {
      this.areBirthsTold = true
      for (const one of told.claims) {
        const claim = objectOf(one)
        const born = this.#claim(String(claim.id), true, {
          backup: null,
          queries: new Map(),
          fixes: new Map(),
          overrides: new Map(),
        })
        tell(born.fields, ['number', 'copiedFrom'], claim)
      }
    }
  }

  #claim(
    id: string,
    areSettlingsAll: boolean,
    parts: Pick<ToldClaim, 'backup' | 'queries' | 'fixes' | 'overrides'>,
  ): ToldClaim {
    const known = this.claims.get(id)
    if (known) return known
    const claim: ToldClaim = {
      fields: new Map(),
      ...parts,
      removed: new Map(),
      settlings: [],
      areSettlingsAll,
    }
    this.claims.set(id, claim)
    return claim
  }

  #takeClaim(event: Telling): void {
    const isBirth = event.kind === 'claim.tagged'
    const parts = () => (isBirth ? new Map<string, unknown>() : null)
    const claim = this.#claim(event.subject, isBirth, {
      backup: parts(),
      queries: parts(),
      fixes: parts(),
      overrides: parts(),
    })
    const after = afterOf(event)
    const field = fieldOfKind[event.kind]
    if (field) tell(claim.fields, [field], after)
    else this.#takeWork(event, claim, after)
    // Nobody is told where a claim goes that no one works on any more.
    if (isToldIdle(claim)) tell(claim.fields, presenceFields, null)
  }

  #takeWork(event: Telling, claim: ToldClaim, after: Record<string, unknown> | null): void {
    switch (event.kind) {
      case 'claim.tagged':
        tell(claim.fields, [...claimFields, ...birthFields], after)
        break
      case 'claim.removed':
      case 'claim.returned':
        tell(claim.fields, presenceFields, after)
        break
      case 'claim.settled': {
        const { personId } = event
        claim.settlings.push({ personId, settling: after?.settling ?? null, isTakenBack: false })
        break
      }
      case 'claim.settlingTakenBack': {
        const own = claim.settlings.findLast((one) => !one.isTakenBack && one.personId === event.personId)
        if (own) own.isTakenBack = true
        break
      }
      case 'claim.merged':
        tell(claim.fields, ['note', 'isLegal'], after)
        claim.backup = partsIn(after, 'backup')
        claim.queries = partsIn(after, 'queries')
        break
      default: {
        const of = partOfKind[event.kind.split('.')[0] ?? '']
        if (of) claim[of] = partsAfter(claim[of], event, claim.removed)
      }
    }
  }
}

const ofClaims = /^(?:claim|backup|query|fix|override)\./u

const partOfKind: Readonly<Record<string, 'backup' | 'queries' | 'fixes' | 'overrides'>> = {
  backup: 'backup',
  query: 'queries',
  fix: 'fixes',
  override: 'overrides',
}

/** One part came, changed or went; an event that was struck leaves all of them untold. */
function partsAfter(parts: ToldParts, { payload }: Telling, removed: Map<string, unknown>): ToldParts {
  const { before, after } = objectOf(payload)
  if (!before && !after) {
    removed.clear()
    return null
  }
  const id = String(objectOf(after ?? before).id)
  if (after) {
    parts?.set(id, after)
    removed.delete(id)
  } else {
    parts?.delete(id)
    removed.set(id, before)
  }
  return parts
}

function partsIn(after: Record<string, unknown> | null, name: 'backup' | 'queries'): ToldParts {
  const parts = after?.[name]
  return Array.isArray(parts) ? new Map(parts.map((one) => [String(objectOf(one).id), one])) : null
}

/** What the desk's own chain, taken event by event from the first, tells of sources and people. */
export class DeskTelling {
  /** By id; a field that was struck is not in it. */
  readonly sources = new Map<string, ToldFields>()
  readonly people = new Map<string, ToldFields>()
  /** The desk's rules as last set; null where nobody set them, or what was told is gone. */
  rules: Record<string, unknown> | null = null

  take(event: Telling): void {
    const { kind, subject } = event
    if (kind === 'source.removed') this.sources.delete(subject)
    else if (kind === 'sample.removed') {
      const { sources } = objectOf(event.payload)
      for (const id of Array.isArray(sources) ? sources : []) this.sources.delete(String(id))
    } else if (kind.startsWith('source.')) this.sources.set(subject, toldSource(event))
    else if (kind === 'desk.rulesSet') this.rules = afterOf(event)
    else if (kind.startsWith('person.')) this.people.set(subject, toldWhole(event))
  }
}

/** What an older Stet did not tell of a source was as it is for a new one. */
function toldSource(event: Telling): ToldFields {
  const told = toldWhole(event)
  return told.size === 0
    ? told
    : new Map([...Object.entries({ independenceGroup: '', standing: 'stands' }), ...told])
}

function toldWhole(event: Telling): ToldFields {
  return new Map(Object.entries(afterOf(event) ?? {}))
}
