import { ORPCError } from '@orpc/client'
import type { RefusalCode } from '../../shared/contract/refusals.ts'
import { LinkBroken } from '../link/broken.ts'
import { type Explanation, refusalTexts, strings } from '../ui/strings.ts'
import { say } from './notice.ts'
import { toast } from './toasts.ts'
import { Stopped } from './work.ts'

/** What the desk answered with, where it answered at all. */
export function refusalCode(error: unknown): string | null {
  return error instanceof ORPCError ? error.code : null
}

/** What a refusal says beyond its name; read as text because it is only shown. */
function detailOf(error: unknown): { reason?: string; count?: number } {
  if (!(error instanceof ORPCError) || typeof error.data !== 'object' || error.data === null) return {}
  const { reason, count } = error.data as { reason?: unknown; count?: unknown }
  return {
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof count === 'number' ? { count } : {}),
  }
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalTexts, code)
}

/** What happened, what is safe, what to do. */
export function explain(error: unknown): Explanation {
  const code = refusalCode(error)
  if (error instanceof LinkBroken) return strings.errors.closed
  if (code === null) return strings.errors.unknown
  if (code === 'BAD_REQUEST') return strings.errors.badInput
  if (!isRefusalCode(code)) return strings.errors.unknown
  const known = refusalTexts[code]
  const { reason, count } = detailOf(error)
  if (code === 'UNREADABLE' && reason) return { ...known, what: strings.errors.unreadable(reason) }
  if (code === 'NOT_SAVED' && reason)
    return { ...known, what: `${known.what.replace(/\.$/u, '')} (${reason}).` }
  if (code === 'IN_USE' && count) return { ...known, what: strings.sources.inUse(count) }
  return known
}

export function toastError(error: unknown): void {
  if (error instanceof Stopped) {
    say(strings.work.stopped)
    return
  }
  const explanation = explain(error)
  toast(explanation.what, {
    tone: 'error',
    detail: `${explanation.safe} ${explanation.next}`,
    isOfLostLink: error instanceof LinkBroken,
  })
}

/** Runs a command of a button or key: what goes wrong is shown, and nothing is thrown. */
export async function perform<T>(command: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await command()
  } catch (error) {
    toastError(error)
    return undefined
  }
}

/** For a form that stays open and says by itself what went wrong. @returns undefined where nothing did */
export async function failureOf(command: () => Promise<void>): Promise<string | undefined> {
  try {
    await command()
    return undefined
  } catch (error) {
    const { what, next } = explain(error)
    return `${what} ${next}`
  }
}

/** One after the other: what goes wrong with one is shown and the next goes on, until somebody stops it. */
export async function performEach<T>(
  items: readonly T[],
  command: (item: T, at: number) => Promise<void>,
): Promise<void> {
  for (const [at, item] of items.entries()) {
    try {
      await command(item, at)
    } catch (error) {
      toastError(error)
      if (error instanceof Stopped) return
    }
  }
}
