import { createHash } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import type { z } from 'zod'
import { anchorSpans, anchorWords } from '../../shared/document/anchors.ts'
import { readDocument } from '../../shared/document/build.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { type StoryBundle, storyBundleSchema } from '../../shared/model/bundle.ts'
import type { Changes } from './changes.ts'
import { limits } from './limits.ts'
import { Unreadable } from './unreadable.ts'

const advice = 'Export the story from Stet as JSON once more and choose that file unchanged.'

/**
 * A story with its claims and sources, as Stet exports it.
 *
 * @throws Unreadable where it is no such file, is of a newer Stet, or contradicts itself
 */
export function readBundle(text: string, changes: Changes): { bundle: StoryBundle; document: Node } {
  const json = parseJson(text)
  refuseUnsafe(json)
  const bundle = parseBundle(json)
  const document = parseDocument(bundle)
  refuseContradictions(bundle, document)
  const claims = bundle.claims.map((claim) => {
    const words = claim.presence === 'inText' ? (anchorWords(document, claim.id) ?? claim.words) : claim.words
    if (words !== claim.words) changes.add('claims whose words were read anew from the text')
    return { ...claim, words }
  })
  return { bundle: { ...bundle, claims }, document }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''))
  } catch {
    throw new Unreadable(`This file is not JSON, or only a part of it arrived. ${advice}`)
  }
}

/** Depth and characters that the readers below, or the database, could not bear; looked at without recursion. */
function refuseUnsafe(json: unknown): void {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.jsonDepth)
      throw new Unreadable(`This JSON is nested too deep to be a story. ${advice}`)
    const below: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed())
        throw new Unreadable(`This JSON holds broken characters (half of a surrogate pair). ${advice}`)
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value)) below.push(inner)
    }
    level = below
  }
}

function parseBundle(json: unknown): StoryBundle {
  const has = (key: string): unknown =>
    typeof json === 'object' && json !== null ? Object.getOwnPropertyDescriptor(json, key)?.value : undefined
  if (has('format') !== 'stet-story')
    throw new Unreadable(
      'This JSON is no story that Stet exported. Choose one that was exported as JSON, or paste the text.',
    )
  const versions = [Number(has('formatVersion')), Number(has('schemaVersion'))]
  if ((versions[0] ?? 0) > 1 || (versions[1] ?? 0) > schemaVersion)
    throw new Unreadable(
      'This story was exported by a newer Stet. Update Stet on this computer, then import it again.',
    )
  const parsed = storyBundleSchema.safeParse(json)
  if (!parsed.success)
    throw new Unreadable(`This story file is damaged at ${placeOf(parsed.error)}. ${advice}`)
  return parsed.data
}

function placeOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'an unknown place'
  return `${issue.path.length > 0 ? issue.path.map(String).join('.') : 'its start'} (${issue.message})`
}

function parseDocument(bundle: StoryBundle): Node {
  try {
    return readDocument(bundle.document)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new Unreadable(`The text of this story file does not fit a story: ${detail}. ${advice}`)
  }
}

/** What a desk holds as true of every story must be true of one that comes in. */
function refuseContradictions(bundle: StoryBundle, document: Node): void {
  const damaged = (what: string): never => {
    throw new Unreadable(`This story file contradicts itself: ${what}. ${advice}`)
  }
  const unique = (what: string, values: readonly (string | number)[]): Set<string | number> => {
    const set = new Set(values)
    if (set.size < values.length) damaged(`two ${what} are the same`)
    return set
  }
  const claims = unique(
    'claims',
    bundle.claims.map((claim) => claim.id),
  )
  unique(
    'claim numbers',
    bundle.claims.map((claim) => claim.number),
  )
  unique(
    'pieces of backup',
    bundle.claims.flatMap((claim) => claim.backup.map((backup) => backup.id)),
  )
  unique(
    'queries or fixes',
    bundle.claims.flatMap((claim) => [...claim.queries, ...claim.fixes].map((one) => one.id)),
  )
  const sources = unique(
    'sources',
    bundle.sources.map((source) => source.id),
  )
  const people = unique(
    'people',
    bundle.people.map((person) => person.id),
  )
  const files = unique(
    'files',
    bundle.files.map((file) => file.hash),
  )

  const marked = anchorSpans(document)
  for (const id of marked.keys())
    if (!claims.has(id)) damaged(`the text has a claim ${id} that is not listed`)
  for (const claim of bundle.claims) {
    const name = `claim #${claim.number}`
    if (claim.storyId !== bundle.story.id) damaged(`${name} belongs to another story`)
    if (claim.number >= bundle.story.nextNumber) damaged(`${name} is beyond the story's next number`)
    if (claim.presence === 'inText' && !marked.has(claim.id)) damaged(`${name} is not in the text`)
    if (claim.presence !== 'inText' && marked.has(claim.id))
      damaged(`${name} is in the text and listed as ${claim.presence}`)
    if ((claim.settling?.status ?? 'unchecked') !== claim.status)
      damaged(`${name} has a status that nobody set`)
    const named = [
      claim.taggedBy,
      claim.assigneeId,
      claim.settling?.personId,
      ...claim.backup.map((backup) => backup.addedBy),
      ...claim.queries.flatMap((query) => [query.addedBy, query.answer?.notedBy]),
      ...claim.fixes.flatMap((fix) => [fix.suggestedBy, fix.answer?.personId, fix.decision?.personId]),
      claim.legalClearing?.personId,
      claim.secondReading?.askedBy,
      claim.secondReading?.readerId,
      claim.secondReading?.done?.personId,
    ]
    for (const person of named)
      if (person && !people.has(person)) damaged(`${name} names a person who is not listed`)
    const cited = [
      claim.speaker?.sourceId,
      ...claim.backup.map((backup) => backup.sourceId),
      ...claim.queries.map((query) => query.sourceId),
    ]
    for (const source of cited)
      if (source && !sources.has(source)) damaged(`${name} names a source that is not listed`)
    for (const backup of claim.backup)
      if (backup.claimId !== claim.id) damaged(`${name} has backup of another claim`)
    for (const one of [...claim.queries, ...claim.fixes])
      if (one.claimId !== claim.id) damaged(`${name} has a query or fix of another claim`)
  }
  for (const file of bundle.files) {
    const bytes = Buffer.from(file.base64, 'base64')
    if (createHash('sha256').update(bytes).digest('hex') !== file.hash)
      damaged(`the bytes of file ${file.hash.slice(0, 12)} are not the ones it names`)
  }
  const wanted = bundle.sources.flatMap((source) => source.files.map((file) => file.hash as string))
  document.descendants((node) => {
    if (node.type.name === 'figure') wanted.push(String(node.attrs.hash))
    return !node.isTextblock
  })
  if (!bundle.isPartial)
    for (const hash of wanted) if (!files.has(hash)) damaged(`the file ${hash.slice(0, 12)} is missing`)
}
