import { z } from 'zod'

/** What Stet speaks to whoever works at it; the language of a story is another matter. */
export const windowLanguageSchema = z.enum(['en', 'de'])
export type WindowLanguage = z.infer<typeof windowLanguageSchema>

/** The same thing in each of them. */
export type InEach<Words = string> = Record<WindowLanguage, Words>

/**
 * The first that Stet speaks of those that somebody prefers, else English.
 *
 * @param preferred as BCP 47 names them, the most preferred first
 */
export function chooseWindowLanguage(preferred: readonly string[]): WindowLanguage {
  for (const tag of preferred) {
    const known = windowLanguageSchema.safeParse(tag.toLowerCase().split(/[-_]/)[0])
    if (known.success) return known.data
  }
  return 'en'
}
