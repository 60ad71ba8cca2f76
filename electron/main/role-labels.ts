import type { MenuItemConstructorOptions } from 'electron'
import { spokenLanguage } from './speech.ts'

export type Role = NonNullable<MenuItemConstructorOptions['role']>

/** Electron words its roles in English alone. */
const german = {
  about: 'Über Stet',
  services: 'Dienste',
  hide: 'Stet ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
  quit: 'Beenden',
  close: 'Fenster schließen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  startSpeaking: 'Vorlesen',
  stopSpeaking: 'Vorlesen beenden',
  zoomIn: 'Größer',
  zoomOut: 'Kleiner',
  resetZoom: 'Originalgröße',
  togglefullscreen: 'Vollbild',
  reload: 'Neu laden',
  toggleDevTools: 'Entwicklerwerkzeuge',
  minimize: 'Minimieren',
  zoom: 'Zoomen',
  front: 'Alle nach vorne bringen',
} as const satisfies Partial<Record<Role, string>>

const isWorded = (role: Role): role is keyof typeof german => role in german

/** A label for a role where Electron’s own is in another language than Stet speaks. */
export function roleLabel(role: Role): { label?: string } {
  return spokenLanguage() === 'de' && isWorded(role) ? { label: german[role] } : {}
}
