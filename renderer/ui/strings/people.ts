import type { Role } from '../../../shared/model/person.ts'
import { inLanguage } from './in-language.ts'

export const roleNames = inLanguage<Record<Role, string>>({
  en: {
    writer: 'Writer',
    checker: 'Checker',
    editor: 'Editor',
    legal: 'Legal',
  },
  de: {
    writer: 'Autor/in',
    checker: 'Faktencheck',
    editor: 'Redaktion',
    legal: 'Recht',
  },
})

export const personStrings = inLanguage({
  en: {
    title: 'Who works here?',
    lead: 'Stet notes who settled what. Your name stays on this desk and leaves it only in exports.',
    name: 'Name',
    namePlaceholder: 'Ada Lovelace',
    initials: 'Initials',
    role: 'Role',
    roleHint:
      'Declared, without a password. Everybody writes and tags; checkers and editors settle, legal clears its flags, editors clear, publish and strike.',
    roleHintAlone: 'As long as you are alone here, you may do all but strike.',
    start: 'Start work',
    known: 'People at this desk',
    addTitle: 'Somebody new',
    dialogTitle: 'People',
    switchTo: (name: string) => `Work as ${name}`,
    isYou: 'you',
    change: (name: string) => `Change ${name}`,
    added: (name: string) => `${name} was added.`,
    changed: 'The change is in the trail.',
    asYou: (name: string, role: string) => `${name}, ${role}. People at this desk`,
    nowWorking: (name: string) => `You now work as ${name}.`,
  },
  de: {
    title: 'Wer arbeitet hier?',
    lead: 'Stet hält fest, wer was entschieden hat. Ihr Name bleibt an diesem Desk und verlässt ihn nur in Exporten.',
    name: 'Name',
    namePlaceholder: 'Ada Lovelace',
    initials: 'Kürzel',
    role: 'Rolle',
    roleHint:
      'Selbst angegeben, ohne Passwort. Schreiben und markieren dürfen alle; Faktencheck und Redaktion entscheiden, das Recht nimmt seine Vorbehalte zurück, die Redaktion gibt frei, publiziert und tilgt.',
    roleHintAlone: 'Solange Sie hier allein sind, dürfen Sie alles außer tilgen.',
    start: 'Loslegen',
    known: 'Wer an diesem Desk arbeitet',
    addTitle: 'Jemand Neues',
    dialogTitle: 'Personen',
    switchTo: (name: string) => `Als ${name} arbeiten`,
    isYou: 'Sie',
    change: (name: string) => `${name} ändern`,
    added: (name: string) => `${name} ist dabei.`,
    changed: 'Die Änderung steht im Protokoll.',
    asYou: (name: string, role: string) => `${name}, ${role}. Personen an diesem Desk`,
    nowWorking: (name: string) => `Sie arbeiten jetzt als ${name}.`,
  },
})
