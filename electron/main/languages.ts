/**
 * The dictionaries that fit a story's language, best first, of those that there are: itself, then its language
 * in the country that it is usually written for, then in any country.
 *
 * @param language as BCP 47 names it; null for no story
 */
export function dictionariesFor(language: string | null, available: readonly string[]): string[] {
  if (language === null || language === '') return []
  const wanted = language.toLowerCase()
  const exact = available.find((each) => each.toLowerCase() === wanted)
  if (exact) return [exact]
  const base = baseOf(wanted)
  const ofLanguage = available.filter((each) => baseOf(each) === base)
  const bare = ofLanguage.find((each) => each.toLowerCase() === base)
  const likely = likelyOf(wanted)
  const found = ofLanguage.find((each) => each.toLowerCase() === likely) ?? bare ?? ofLanguage[0]
  return found ? [found] : []
}

const baseOf = (language: string) => language.split('-')[0]?.toLowerCase() ?? ''

/** "en" is "en-us" and "pt" is "pt-br", by the likely subtags of Unicode. */
function likelyOf(language: string): string {
  try {
    const { language: base, region } = new Intl.Locale(language).maximize()
    return `${base}-${region ?? ''}`.toLowerCase()
  } catch {
    return language
  }
}
