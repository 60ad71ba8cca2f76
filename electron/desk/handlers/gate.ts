import { lastClearing } from '../../store/clearings.ts'
import { act } from '../act.ts'
import type { Core } from '../core.ts'
import { needStory } from '../find.ts'
import { answerOf, clear, override, readGate, takeBackClearing, takeBackOverride } from '../gate.ts'
import type { Implementer } from '../implementer.ts'

export function gateHandlers(os: Implementer['gate'], core: Core) {
  return {
    of: os.of.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        const story = await needStory(tx, input.storyId)
        return answerOf((await readGate(core, tx, story)).gate, story.version)
      }),
    ),

    clearing: os.clearing.handler(({ input }) =>
      core.store.transaction(async (tx) => {
        await needStory(tx, input.storyId)
        return lastClearing(tx, input.storyId)
      }),
    ),

    override: os.override.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => override(core, now, input)),
    ),

    takeBackOverride: os.takeBackOverride.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBackOverride(core, now, input.overrideId)),
    ),

    clear: os.clear.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => clear(core, now, input)),
    ),

    takeBackClearing: os.takeBackClearing.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBackClearing(core, now, input.storyId)),
    ),
  }
}
