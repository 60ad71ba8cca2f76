import { exhaustive } from '../lib/assert.ts'
import type { Role } from './person.ts'

/** What not everybody at a desk may do. Writing and tagging are everybody's. */
export const deeds = [
  'settle',
  'read',
  'dismiss',
  'clearLegal',
  'acceptFix',
  'override',
  'clear',
  'publish',
  'kill',
  'setRules',
] as const
export type Deed = (typeof deeds)[number]

/** The roles whose part it is. */
export function rolesFor(deed: Deed): readonly Role[] {
  switch (deed) {
    case 'settle':
    case 'read':
    case 'dismiss':
      return ['checker', 'editor']
    case 'clearLegal':
      return ['legal']
    case 'acceptFix':
    case 'override':
    case 'clear':
    case 'publish':
    case 'kill':
    case 'setRules':
      return ['editor']
    default:
      return exhaustive(deed)
  }
}

/**
 * Whether somebody may do it. Who works at a desk alone does everything there, whatever their role is called:
 * there is nobody else to do it. Roles are declared on this machine, without a password.
 */
export function may(deed: Deed, role: Role, isAlone: boolean): boolean {
  return isAlone || rolesFor(deed).includes(role)
}
