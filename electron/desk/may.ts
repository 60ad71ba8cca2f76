import { must } from '../../shared/lib/assert.ts'
import { type Deed, may } from '../../shared/model/may.ts'
import { listPeople } from '../store/people.ts'
import type { Act } from './act.ts'
import { refuse } from './refuse.ts'

/** @throws NOT_YOURS where the deed is not for the role of whoever acts */
export async function needMay(act: Pick<Act, 'tx' | 'personId'>, deed: Deed): Promise<void> {
  const people = await listPeople(act.tx)
  const person = must(
    people.find((one) => one.id === act.personId),
    'whoever acts is known',
  )
  if (!may(deed, person.role, people.length === 1)) throw refuse('NOT_YOURS', { deed, role: person.role })
}
