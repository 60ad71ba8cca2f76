import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { claims } from './claims.ts'
import { desk } from './desk.ts'
import { firstPass } from './first-pass.ts'
import { fixes } from './fixes.ts'
import { gate } from './gate.ts'
import { people } from './people.ts'
import { queries } from './queries.ts'
import { sources } from './sources.ts'
import { stories } from './stories.ts'
import { striking } from './striking.ts'
import { transfer } from './transfer.ts'

/**
 * What the window may ask of the desk, and what it is told. Declared here once; the handlers' types, the
 * client and every transport follow from it. Only JSON crosses the wire; bytes travel by `PUT /blob` (answers
 * `{hash, sizeBytes}`) and `GET /blob/HASH`. Who asks is a property of the connection, never an input.
 */
export const contract = {
  desk,
  people,
  stories,
  claims,
  firstPass,
  gate,
  queries,
  fixes,
  sources,
  transfer,
  striking,
}

export type Contract = typeof contract
export type DeskClient = ContractRouterClient<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
