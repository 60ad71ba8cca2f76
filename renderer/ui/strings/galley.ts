import { inLanguage } from './in-language.ts'

export const galleyStrings = inLanguage({
  en: { begin: 'The story begins here', description: 'Description: ', footnote: 'Footnote' },
  de: { begin: 'Hier beginnt der Beitrag', description: 'Beschreibung: ', footnote: 'Fußnote' },
})
