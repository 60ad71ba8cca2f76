import { z } from 'zod'
import { type Judging, type Standing, standingOf } from '../../../shared/check/standing.ts'
import type { DeskClient } from '../../../shared/contract/contract.ts'
import { readDocument } from '../../../shared/document/build.ts'
import { textOf } from '../../../shared/document/text.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import { deskCommand } from '../command.ts'
import { counted, tableOf } from '../layout.ts'
import { findStory, sourcesOf } from '../references.ts'
import { wordsFor } from '../spelling.ts'

export const showCommand = deskCommand({
  name: 'show',
  summary: 'show a story with its claims and their sources',
  positionals: ['STORY'],
  input: z.object({ story: z.string().min(1) }),
  needs: 'desk',
  async run(input, { client }) {
    const { id: storyId } = await findStory(client, input.story)
    const { story, document, claims } = await client.stories.open({ storyId })
    const sources = await sourcesOf(client, claims)
    const standings = await standingsOf(client, claims)
    const facts = `${counted(claims.length, 'claim')}, ${story.openCount} open`
    const parts = [
      `${story.slug}  ${story.id}\n${story.stage}, ${counted(story.wordCount, 'word')}, ${facts}`,
      textOf(readDocument(document), 'accepted').replaceAll('\n', '\n\n'),
    ]
    if (claims.length > 0)
      parts.push(`Claims\n${tableOf(claims.map((claim) => claimRow(claim, standings.get(claim.id))))}`)
    if (sources.length > 0) parts.push(`Sources\n${tableOf(sources.map(sourceRow))}`)
    return {
      json: {
        story,
        document,
        claims: claims.map((claim) => ({ ...claim, standing: standings.get(claim.id) })),
        sources,
      },
      text: parts.filter((part) => part !== '').join('\n\n'),
    }
  },
})

/** What is to be said of each claim, by its id. */
async function standingsOf(client: DeskClient, claims: readonly Claim[]): Promise<Map<ClaimId, Standing>> {
  const [rules, sources, people] = await Promise.all([
    client.desk.rules(),
    client.sources.list(),
    client.people.list(),
  ])
  const judging: Judging = {
    rules,
    sources: new Map(sources.map((source) => [source.id, source])),
    isDeskOfOne: people.length <= 1,
    nowMs: Date.now(),
  }
  return new Map(claims.map((claim) => [claim.id, standingOf(claim, judging)]))
}

/** "confirmed, changed (words), thin" */
function statusIn(claim: Claim, standing: Standing | undefined): string {
  const parts = [wordsFor(claim.status)]
  if (standing) {
    if (standing.changed.length > 0) parts.push(`changed (${standing.changed.join(', ')})`)
    if (standing.context.length > 0) parts.push(`context (${standing.context.join(', ')})`)
    if (standing.asksKind) parts.push('kind?')
    if (standing.thin) parts.push('thin')
    if (standing.isContradicted) parts.push('contradicted')
    if (standing.isOld) parts.push('old')
    if (standing.isOwnWords) parts.push('own words')
  }
  if (claim.presence !== 'inText') parts.push(claim.presence)
  return parts.join(', ')
}

function claimRow(claim: Claim, standing: Standing | undefined): string[] {
  return [
    `#${claim.number}`,
    claim.kind,
    statusIn(claim, standing),
    counted(claim.backup.length, 'backup', 'backups'),
    claim.speaker === null ? claim.words : `${claim.speaker.name}: ${claim.words}`,
  ]
}

export function sourceRow(source: Source): string[] {
  return [
    source.id,
    [
      wordsFor(source.kind),
      ...(source.isConfidential ? ['confidential'] : []),
      ...(source.standing === 'stands' ? [] : [source.standing]),
    ].join(', '),
    [source.title, source.publisher, source.date, source.url].filter((part) => part !== '').join(' · '),
  ]
}
