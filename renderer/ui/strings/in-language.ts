/** What the window can be read in. */
export const windowLanguages = ['en', 'de'] as const
export type WindowLanguage = (typeof windowLanguages)[number]

/** As the system has it; English where it asks for something else. */
export const windowLanguage: WindowLanguage = navigator.language.startsWith('de') ? 'de' : 'en'

/** The words of one area of the window in the language that the window is in; both have the same shape. */
export function inLanguage<Words>(both: { en: Words; de: NoInfer<Words> }): Words {
  return both[windowLanguage]
}
