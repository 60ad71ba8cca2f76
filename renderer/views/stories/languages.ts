import { baseLanguage, unknownLanguage } from '../../../shared/model/language.ts'
import { locale } from '../../ui/format.ts'
import { strings } from '../../ui/strings.ts'

/** Offered without asking: what newsrooms write in, with the countries whose spelling differs. */
const offered = (
  'af ar bg bn ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-US es es-419 et eu fa fi fr fr-CA ga gl ' +
  'he hi hr hu hy id is it ja ka ko lb lt lv mk ms mt nb nl nl-BE nn pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr ' +
  'uk ur vi zh-Hans zh-Hant'
).split(' ')

/** "German (Austria)"; a name that nobody knows stands as it is. */
export function nameOfLanguage(language: string): string {
  if (language === unknownLanguage) return strings.stories.languageUnknown
  try {
    const names = new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' })
    return names.of(language) ?? language
  } catch {
    return language
  }
}

/** The languages to choose from, by name, the one that is set among them whatever it is. */
export function languageChoices(set: string): { value: string; name: string }[] {
  const all = new Set([...offered, ...(set === unknownLanguage ? [] : [set, baseLanguage(set)])])
  const named = [...all].map((value) => ({ value, name: nameOfLanguage(value) }))
  named.sort((one, other) => one.name.localeCompare(other.name, locale))
  return [{ value: unknownLanguage, name: strings.stories.languageUnknown }, ...named]
}
