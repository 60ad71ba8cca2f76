import { z } from 'zod'
import { claimKindSchema } from '../../shared/model/claim.ts'

/**
 * What was copied, with its claims. The clipboard itself, which every program may read, holds only clean text
 * and a token; the rest waits under that token in this origin's storage, where Stet's other windows find it.
 */
const copiedSchema = z.object({
  slice: z.looseObject({}),
  /** By claim id: copies of a claim that another story has must be of its kind. */
  kinds: z.record(z.string(), claimKindSchema),
  /** By id: the notes of the references in it. */
  notes: z.record(z.string(), z.looseObject({})).default({}),
})
export type Copied = z.infer<typeof copiedSchema>

const prefix = 'stet.copied.'
const listKey = 'stet.copied'
/** The latest so many are kept, and none that is larger. */
const keptCount = 5
const largestCharacters = 1_000_000

/** What is too large for the storage, or all of it where there is none, stays in this window. */
const inWindow = new Map<string, Copied>()

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

function remembered(store: Storage): string[] {
  const parsed = z.array(z.string()).safeParse(JSON.parse(store.getItem(listKey) ?? '[]'))
  return parsed.success ? parsed.data : []
}

/** @returns the token that finds it again */
export function keepCopied(copied: Copied): string {
  const token = crypto.randomUUID()
  inWindow.set(token, copied)
  for (const old of [...inWindow.keys()].slice(0, -keptCount)) inWindow.delete(old)
  const store = storage()
  const text = JSON.stringify(copied)
  if (!store || text.length > largestCharacters) return token
  try {
    const tokens = [...remembered(store), token]
    for (const old of tokens.slice(0, -keptCount)) store.removeItem(prefix + old)
    store.setItem(prefix + token, text)
    store.setItem(listKey, JSON.stringify(tokens.slice(-keptCount)))
  } catch {
    // The storage is full: other windows get the clean text, this one has all of it.
  }
  return token
}

export function findCopied(token: string): Copied | null {
  const here = inWindow.get(token)
  if (here) return here
  try {
    const text = storage()?.getItem(prefix + token)
    return text ? copiedSchema.parse(JSON.parse(text)) : null
  } catch {
    return null
  }
}

/** Throws away all that was copied, in this window and in Stet's others. */
export function forgetCopied(): void {
  inWindow.clear()
  try {
    const store = storage()
    if (!store) return
    for (const token of remembered(store)) store.removeItem(prefix + token)
    store.removeItem(listKey)
  } catch {
    // Without a storage there is nothing in it.
  }
}
