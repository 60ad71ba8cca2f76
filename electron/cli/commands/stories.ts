import { z } from 'zod'
import { deskCommand } from '../command.ts'
import { tableOf } from '../layout.ts'

export const storiesCommand = deskCommand({
  name: 'stories',
  summary: 'list the stories, the last changed first',
  positionals: [],
  options: { archived: { help: 'archived ones too' } },
  input: z.object({ archived: z.boolean().default(false) }),
  needs: 'desk',
  async run({ archived }, { client }) {
    const stories = await client.stories.list({ archived })
    const rows = stories.map((story) => [
      story.slug,
      story.archivedAtMs === null ? story.stage : 'archived',
      `${story.wordCount} words`,
      `${story.claimCount - story.openCount} of ${story.claimCount} settled`,
      story.headline,
    ])
    return { json: { stories }, text: stories.length > 0 ? tableOf(rows) : 'No stories yet.' }
  },
})
