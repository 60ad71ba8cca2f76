import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { Caller } from './act.ts'
import { toldOf } from './failure.ts'

/**
 * The contract, waiting to be implemented. Around every handler, and around the checks of what goes in and
 * out, stands the rule for what a caller is told when something fails.
 */
export function makeImplementer(log: (line: string) => void) {
  return implement(contract)
    .$context<Caller>()
    .use(async ({ next, path }) => {
      try {
        return await next({ context: { call: path.join('.') } })
      } catch (error) {
        throw toldOf(error, path.join('.'), log)
      }
    })
}

export type Implementer = ReturnType<typeof makeImplementer>
