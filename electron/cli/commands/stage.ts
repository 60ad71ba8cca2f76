import { z } from 'zod'
import { newRequestId } from '../../../shared/model/ids.ts'
import { stageSchema } from '../../../shared/model/story.ts'
import { deskCommand } from '../command.ts'
import { findStory } from '../references.ts'
import { choicesOf, spelled } from '../spelling.ts'

export const stageCommand = deskCommand({
  name: 'stage',
  summary: 'set how far a story is',
  positionals: ['STORY'],
  options: { to: { value: 'STAGE', help: choicesOf(stageSchema.options) } },
  notes: ['“ready” and “published” want a cleared story (stet gate, stet clear).'],
  input: z.object({ story: z.string().min(1), to: spelled(stageSchema.options) }),
  needs: 'person',
  async run({ story: reference, to: stage }, { client }) {
    const { id: storyId } = await findStory(client, reference)
    const story = await client.stories.setStage({ requestId: newRequestId(), storyId, stage })
    return { json: { story }, text: `${story.slug}  ${story.stage}` }
  },
})
