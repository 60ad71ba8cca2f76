import type { Gate } from '../../shared/check/gate.ts'
import { isCleared } from '../../shared/check/gate.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { type GateKind, type GateLine, gateKindNames } from '../../shared/model/gate.ts'
import type { ClaimId } from '../../shared/model/ids.ts'
import { type ClaimLine, type Names, utc } from './claim-lines.ts'

/** Stands on what leaves the desk without having been cleared; an import knows it again and leaves it out. */
export const notClearedMark = 'NOT CLEARED – internal copy'

/** In a file's name. */
export const notClearedName = '-NOT-CLEARED'

/**
 * What the gate says of a story, for its exports. The words and reasons of claims are read from the claims that are
 * let out and never from here: these still hold what is confidential.
 */
export interface ReleasedGate {
  readonly gate: Gate
  readonly isCleared: boolean
}

export function released(gate: Gate): ReleasedGate {
  return { gate, isCleared: isCleared(gate) }
}

export function kindName(kind: GateKind): string {
  return gateKindNames.en[kind]
}

/** What blocks or is asked of a claim, each once, in the gate's order. */
export function kindsOfClaim({ gate }: ReleasedGate, claimId: ClaimId): GateKind[] {
  const of = (lines: readonly GateLine[]) =>
    lines.filter((line) => line.claimId === claimId).map((line) => line.kind)
  return [...of(gate.blocks), ...of(gate.asks)]
}

/** What an editor let pass of a claim, with the reason: in force at the gate, read from the claim as it is let out. */
export function passesOf({ gate }: ReleasedGate, claim: Claim, names: Names): ClaimLine[] {
  return gate.excused
    .filter(({ line }) => line.claimId === claim.id)
    .map(({ line, excuse }) => {
      const reason =
        claim.overrides.find((one) => one.id === excuse.overrideId)?.reason ??
        claim.fixes.find((one) => one.id === excuse.fixId)?.decision?.reason ??
        ''
      const by = names.person(excuse.personId)?.name ?? 'somebody not in this file'
      return {
        label: 'Let pass',
        text: `${kindName(line.kind)}, by ${by}, ${utc(excuse.atMs)}: ${reason}`,
      }
    })
}

/** Who cleared the story, and whether that still holds. */
export function clearingText({ gate, isCleared: holds }: ReleasedGate, names: Names): string {
  if (!gate.cleared) return 'nobody has cleared it'
  const { clearing, differences } = gate.cleared
  const by = names.person(clearing.personId)?.name ?? 'somebody not in this file'
  const said = `cleared by ${by}, ${utc(clearing.atMs)}, at version ${clearing.version}`
  if (holds) return said
  const why = differences.length > 0 ? 'the text has changed since' : 'something blocks since'
  return `was ${said}; ${why}`
}
