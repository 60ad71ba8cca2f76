import type { DeskClient } from '../../shared/contract/contract.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { claimIdSchema } from '../../shared/model/ids.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Story } from '../../shared/model/story.ts'
import { badInput } from './failure.ts'
import { proposal } from './nearest.ts'

/** @throws CommandFailed (exit 2) where no story has this id or slug */
export async function findStory(client: DeskClient, reference: string): Promise<Story> {
  const stories = await client.stories.list({ archived: true })
  const story =
    stories.find((one) => one.id === reference) ??
    stories.find((one) => one.slug === reference) ??
    stories.find((one) => one.slug === reference.toLowerCase())
  if (story) return story
  throw badInput(
    `there is no story “${reference}”${proposal(
      reference,
      stories.map((one) => one.slug),
    )}; a story is named by its id or its slug (stet stories)`,
    'NOT_FOUND',
  )
}

/** A claim named by its id, or as "STORY#7" by its story and number. */
export async function findClaim(client: DeskClient, reference: string): Promise<Claim> {
  const hash = reference.lastIndexOf('#')
  if (hash < 0) {
    const stories = await client.stories.list({ archived: true })
    if (stories.some((one) => one.slug === reference || one.id === reference))
      throw badInput(`“${reference}” is a story; its first claim is ${reference}#1`, 'NOT_FOUND')
    const id = claimIdSchema.safeParse(reference)
    if (id.success) return client.claims.read({ claimId: id.data })
    throw badInput(`“${reference}” names no claim: give its id, or STORY#NUMBER`, 'NOT_FOUND')
  }
  const number = Number(reference.slice(hash + 1))
  if (!/^[0-9]+$/u.test(reference.slice(hash + 1)))
    throw badInput(`“${reference}” does not end in the number of a claim`)
  const story = await findStory(client, reference.slice(0, hash))
  const { claims } = await client.stories.open({ storyId: story.id })
  const claim = claims.find((one) => one.number === number)
  if (claim) return claim
  throw badInput(`the story “${story.slug}” has no claim ${number}`, 'NOT_FOUND')
}

/** @throws CommandFailed (exit 2) where no source has this id, nor one source alone this title */
export async function findSource(client: DeskClient, reference: string): Promise<Source> {
  const sources = await client.sources.list()
  const known = sources.find((source) => source.id === reference)
  if (known) return known
  const titled = sources.filter((source) => source.title === reference)
  const only = titled[0]
  if (only && titled.length === 1) return only
  if (titled.length > 1)
    throw badInput(`${titled.length} sources are called “${reference}”: name one by its id`)
  throw badInput(
    `there is no source “${reference}”${proposal(
      reference,
      sources.map((source) => source.title),
    )}; a source is named by its id or its title (stet sources)`,
    'NOT_FOUND',
  )
}

/** The sources that claims rest on or are spoken by, in the library's order. */
export async function sourcesOf(client: DeskClient, claims: readonly Claim[]): Promise<Source[]> {
  const ids = new Set<string>()
  for (const claim of claims) {
    for (const backup of claim.backup) ids.add(backup.sourceId)
    if (claim.speaker?.sourceId) ids.add(claim.speaker.sourceId)
  }
  if (ids.size === 0) return []
  const sources = await client.sources.list()
  return sources.filter((source) => ids.has(source.id)).map(({ usedBy: _, ...source }) => source)
}
