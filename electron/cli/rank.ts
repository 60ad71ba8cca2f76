import { z } from 'zod'
import type { Rank } from '../../shared/model/source.ts'
import type { OptionSpec } from './command.ts'

/** A rank is given as one of two switches; with neither, what is usual holds. */
export const rankOptions = {
  primary: { help: 'it saw or made the fact itself' },
  secondary: { help: 'it tells what others said of it' },
} satisfies Record<string, OptionSpec>

export const rankSwitches = { primary: z.boolean().default(false), secondary: z.boolean().default(false) }

interface Switches {
  readonly primary: boolean
  readonly secondary: boolean
}

export function refineRank(input: Switches, context: z.RefinementCtx): void {
  if (input.primary && input.secondary) {
    context.addIssue({ code: 'custom', message: 'give --primary or --secondary, not both' })
  }
}

export function chosenRank({ primary, secondary }: Switches): Rank | null {
  if (primary) return 'primary'
  return secondary ? 'secondary' : null
}
