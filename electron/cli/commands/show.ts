import { z } from 'zod'
import { readDocument } from '../../../shared/document/build.ts'
import { textOf } from '../../../shared/document/text.ts'
import type { Claim } from '../../../shared/model/claim.ts'
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
    const facts = `${counted(claims.length, 'claim')}, ${story.openCount} open`
    const parts = [
      `${story.slug}  ${story.id}\n${story.stage}, ${counted(story.wordCount, 'word')}, ${facts}`,
      textOf(readDocument(document), 'accepted').replaceAll('\n', '\n\n'),
    ]
    if (claims.length > 0) parts.push(`Claims\n${tableOf(claims.map(claimRow))}`)
    if (sources.length > 0) parts.push(`Sources\n${tableOf(sources.map(sourceRow))}`)
    return {
      json: { story, document, claims, sources },
      text: parts.filter((part) => part !== '').join('\n\n'),
    }
  },
})

function claimRow(claim: Claim): string[] {
  return [
    `#${claim.number}`,
    claim.kind,
    claim.presence === 'inText' ? wordsFor(claim.status) : `${wordsFor(claim.status)} (${claim.presence})`,
    counted(claim.backup.length, 'backup', 'backups'),
    claim.speaker === null ? claim.words : `${claim.speaker.name}: ${claim.words}`,
  ]
}

export function sourceRow(source: Source): string[] {
  return [
    source.id,
    source.isConfidential ? `${wordsFor(source.kind)}, confidential` : wordsFor(source.kind),
    [source.title, source.publisher, source.date, source.url].filter((part) => part !== '').join(' · '),
  ]
}
