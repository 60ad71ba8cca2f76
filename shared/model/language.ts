import { z } from 'zod'

/** Not known, or of several; BCP 47 has this name for it. */
export const unknownLanguage = 'und'

/** A language as BCP 47 names it: "en", "de-AT", "zh-Hant". */
export const languageSchema = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/)

/**
 * A language as somebody else wrote it, in the form that is usual; null where it is none.
 *
 * @param name "DE_at", "eng", "" …
 */
export function readLanguage(name: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(name.trim().replace('_', '-'))
    const parsed = languageSchema.safeParse(canonical?.split('-u-')[0])
    return parsed.success && parsed.data !== unknownLanguage ? parsed.data : null
  } catch {
    return null
  }
}

/** The language without its country or script: "pt" of "pt-BR". */
export function baseLanguage(language: string): string {
  return language.split('-')[0] ?? language
}
