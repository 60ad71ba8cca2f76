import { act } from '../act.ts'
import type { Core } from '../core.ts'
import type { Implementer } from '../implementer.ts'
import {
  answerQuery,
  ask,
  attachAnswer,
  changeQuery,
  listedQueries,
  removeQuery,
  restoreQuery,
} from '../queries.ts'

export function queryHandlers(os: Implementer['queries'], core: Core) {
  return {
    list: os.list.handler(({ input }) => listedQueries(core, input.all)),

    ask: os.ask.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => ask(core, now, input)),
    ),

    change: os.change.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => changeQuery(core, now, input)),
    ),

    answer: os.answer.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => answerQuery(core, now, input)),
    ),

    attachAnswer: os.attachAnswer.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => attachAnswer(core, now, input)),
    ),

    remove: os.remove.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => removeQuery(core, now, input.queryId)),
    ),

    restore: os.restore.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => restoreQuery(core, now, input.queryId)),
    ),
  }
}
