import type { Role } from '../../../shared/model/person.ts'

export const roleNames: Record<Role, string> = {
  writer: 'Writer',
  checker: 'Checker',
  editor: 'Editor',
  legal: 'Legal',
}

export const personStrings = {
  title: 'Who works here?',
  lead: 'Stet notes who settled what. Your name stays on this desk and leaves it only in exports.',
  name: 'Name',
  namePlaceholder: 'Ada Lovelace',
  initials: 'Initials',
  role: 'Role',
  roleHint:
    'Declared, without a password. Everybody writes and tags; checkers and editors settle, legal clears its flags, editors clear, publish and strike. Alone here, you may do all but strike.',
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
}
