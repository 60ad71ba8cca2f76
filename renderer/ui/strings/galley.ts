import { inLanguage } from './in-language.ts'

export const galleyStrings = inLanguage({
  en: { begin: 'The story begins here' },
  de: { begin: 'Hier beginnt der Beitrag' },
})
