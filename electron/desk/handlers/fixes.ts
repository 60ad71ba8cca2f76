import { act } from '../act.ts'
import type { Core } from '../core.ts'
import { acceptFix, answerFix, rejectFix, restoreFix, suggestFix, withdrawFix } from '../fixes.ts'
import type { Implementer } from '../implementer.ts'
import { readAuthors } from '../settle.ts'

export function fixHandlers(os: Implementer['fixes'], core: Core) {
  return {
    suggest: os.suggest.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => suggestFix(core, now, input)),
    ),

    answer: os.answer.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => answerFix(core, now, input)),
    ),

    accept: os.accept.handler(async ({ input, context }) => {
      await readAuthors(core, { status: 'confirmed', fixId: input.fixId })
      return act(core, context, input.requestId, (now) => acceptFix(core, now, input))
    }),

    reject: os.reject.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => rejectFix(core, now, input)),
    ),

    withdraw: os.withdraw.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => withdrawFix(core, now, input.fixId)),
    ),

    restore: os.restore.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => restoreFix(core, now, input.fixId)),
    ),
  }
}
