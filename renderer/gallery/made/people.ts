import { personIdSchema } from '../../../shared/model/ids.ts'
import type { Person, Role } from '../../../shared/model/person.ts'

const person = (id: string, name: string, initials: string, role: Role): Person => ({
  id: personIdSchema.parse(`person-${id}`),
  name,
  initials,
  role,
})

export const me = person('edda', 'Edda Lindqvist', 'EL', 'editor')
export const checker = person('bram', 'Bram Okafor', 'BO', 'checker')
export const writer = person('noor', 'Noor Castellan', 'NC', 'writer')
export const lawyer = person('wilm', 'Wilm von der Aa-Rautenstrauch', 'WR', 'legal')

export const madePeople: readonly Person[] = [me, checker, writer, lawyer]
