import type { WindowLanguage } from '../../../shared/model/window-language.ts'
import { inLanguage } from './in-language.ts'

/** Each in itself, so that nobody is locked out. */
export const languageNames: Record<WindowLanguage, string> = { en: 'English', de: 'Deutsch' }

/** The choice of the language that all the others are in. */
export const languageStrings = inLanguage({
  en: {
    title: 'Language of the window',
    label: 'Language',
    hint: 'The window opens anew in it. Stories keep their own.',
    system: 'As the system',
    notNow: (reason: string) => `${reason} The language stays as it is until that is saved.`,
  },
  de: {
    title: 'Sprache des Fensters',
    label: 'Sprache',
    hint: 'Das Fenster öffnet sich darin neu. Beiträge behalten ihre eigene.',
    system: 'Wie das System',
    notNow: (reason: string) =>
      `${reason} Solange das nicht gespeichert ist, bleibt die Sprache, wie sie ist.`,
  },
})
