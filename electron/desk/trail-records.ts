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

export interface ToldClaim {
  readonly fields: ToldFields
  /** By the id of the backup; null where that cannot be told. */
  backup: Map<string, unknown> | null
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
const claimFields = ['kind', 'speaker', 'assigneeId', 'note', 'isLegal'] as const
const birthFields = ['number', 'copiedFrom', 'taggedBy', 'taggedAtMs'] as const
/** Told where somebody had worked on the claim. */
const presenceFields = ['presence', 'words'] as const

const fieldOfKind: Readonly<Record<string, (typeof claimFields)[number]>> = {
  'claim.kindChanged': 'kind',
  'claim.speakerChanged': 'speaker',
  'claim.assigned': 'assigneeId',
  'claim.noted': 'note',
  'claim.legalFlagged': 'isLegal',
}

const fieldsOfStoryKind: Readonly<Record<string, readonly (keyof Story)[]>> = {
  'story.created': ['stage', 'language', 'slug', 'archivedAtMs', 'copiedFrom', 'createdAtMs'],
  'story.staged': ['stage'],
  'story.languageSet': ['language'],
  'story.renamed': ['slug'],
  'story.archived': ['archivedAtMs'],
  'story.restored': ['archivedAtMs'],
}

function isToldIdle({ fields, backup, settlings }: ToldClaim): boolean {
  const isGiven = (name: string, none: unknown) => fields.has(name) && fields.get(name) !== none
  return !(
    isGiven('assigneeId', null) ||
    isGiven('note', '') ||
    isGiven('isLegal', false) ||
    (backup && backup.size > 0) ||
    settlings.some((one) => !one.isTakenBack)
  )
}

/** What a story's own chain, taken event by event from the first, tells of the records of the story. */
export class StoryTelling {
  readonly story: ToldFields = new Map()
  readonly claims = new Map<string, ToldClaim>()
  readonly readings = new Map<string, ToldReading>()
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
    else if (event.kind.startsWith('claim.') || event.kind.startsWith('backup.')) this.#takeClaim(event)
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
        const born = this.#claim(String(claim.id), true, null)
        tell(born.fields, ['number', 'copiedFrom'], claim)
      }
    }
  }

  #claim(id: string, areSettlingsAll: boolean, backup: Map<string, unknown> | null): ToldClaim {
    const known = this.claims.get(id)
    if (known) return known
    const claim: ToldClaim = { fields: new Map(), backup, settlings: [], areSettlingsAll }
    this.claims.set(id, claim)
    return claim
  }

  #takeClaim(event: Telling): void {
    const isBirth = event.kind === 'claim.tagged'
    const claim = this.#claim(event.subject, isBirth, isBirth ? new Map() : null)
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
        claim.backup = after ? backupIn(after) : null
        break
      case 'backup.added':
      case 'backup.changed':
        if (!after) claim.backup = null
        else claim.backup?.set(String(after.id), after)
        break
      case 'backup.removed': {
        const { before } = objectOf(event.payload)
        if (!before) claim.backup = null
        else claim.backup?.delete(String(objectOf(before).id))
        break
      }
    }
  }
}

function backupIn({ backup }: Record<string, unknown>): Map<string, unknown> | null {
  return Array.isArray(backup) ? new Map(backup.map((one) => [String(objectOf(one).id), one])) : null
}

/** What the desk's own chain, taken event by event from the first, tells of sources and people. */
export class DeskTelling {
  /** By id; a field that was struck is not in it. */
  readonly sources = new Map<string, ToldFields>()
  readonly people = new Map<string, ToldFields>()

  take(event: Telling): void {
    const { kind, subject } = event
    if (kind === 'source.removed') this.sources.delete(subject)
    else if (kind === 'sample.removed') {
      const { sources } = objectOf(event.payload)
      for (const id of Array.isArray(sources) ? sources : []) this.sources.delete(String(id))
    } else if (kind.startsWith('source.')) this.sources.set(subject, toldWhole(event))
    else if (kind.startsWith('person.')) this.people.set(subject, toldWhole(event))
  }
}

function toldWhole(event: Telling): ToldFields {
  return new Map(Object.entries(afterOf(event) ?? {}))
}
