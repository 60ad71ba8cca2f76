import type { Implementer } from '../implementer.ts'
import type { Strikings } from '../striking/strike.ts'

export function strikingHandlers(os: Implementer['striking'], strikings: Strikings) {
  return {
    preview: os.preview.handler(({ input, context }) => strikings.preview(context, input)),
    strike: os.strike.handler(({ input, context }) => strikings.strike(context, input)),
    previewDeletion: os.previewDeletion.handler(({ input, context }) =>
      strikings.previewDeletion(context, input.storyId),
    ),
    deleteStory: os.deleteStory.handler(({ input, context }) => strikings.deleteStory(context, input)),
  }
}
