import { countByFacet } from '../../store/dismissals.ts'
import { act } from '../act.ts'
import type { Core } from '../core.ts'
import { dismiss, takeBackDismissals } from '../dismissing.ts'
import type { Implementer } from '../implementer.ts'

export function firstPassHandlers(os: Implementer['firstPass'], core: Core) {
  return {
    dismiss: os.dismiss.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => dismiss(now, input)),
    ),

    takeBack: os.takeBack.handler(({ input, context }) =>
      act(core, context, input.requestId, (now) => takeBackDismissals(now, input)),
    ),

    counts: os.counts.handler(() => core.store.transaction(countByFacet)),
  }
}
