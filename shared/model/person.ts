import { z } from 'zod'
import { personIdSchema } from './ids.ts'

export const roleSchema = z.enum(['writer', 'checker', 'editor', 'legal'])
export type Role = z.infer<typeof roleSchema>

/** Somebody who works at this desk. Roles are declared, not enforced by a password. */
export const personSchema = z.object({
  id: personIdSchema,
  name: z.string().min(1).max(200),
  initials: z.string().min(1).max(8),
  role: roleSchema,
})
export type Person = z.infer<typeof personSchema>

/** First letters of the first and last name, as newsrooms sign: "Ada Lovelace" signs AL. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('') || '?'
}
