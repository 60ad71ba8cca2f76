import { ORPCError } from '@orpc/server'
import type { z } from 'zod'
import { type RefusalCode, refusals } from '../../shared/contract/refusals.ts'

type Refusals = typeof refusals
type DataOf<Code extends RefusalCode> = Refusals[Code] extends { data: infer Schema extends z.ZodType }
  ? [data: z.input<Schema>]
  : []

/** A refusal by its name, to be thrown; inside a transaction it also takes everything back. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  ...data: DataOf<Code>
): ORPCError<Code, unknown> {
  return new ORPCError(code, { defined: true, status: refusals[code].status, data: data[0] })
}

/** Input that fits its schema and still makes no sense. */
export function badInput(message: string): ORPCError<'BAD_REQUEST', unknown> {
  return new ORPCError('BAD_REQUEST', { message })
}
