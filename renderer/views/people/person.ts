import { newRequestId } from '../../../shared/model/ids.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { Desk } from '../../state/desk.ts'
import { prefer } from '../../state/preferences.ts'
import type { PersonDetails } from './PersonForm.tsx'

/** Makes somebody the one who works at this window, now and at its next start. */
export function workAs({ link }: Desk, person: Person): void {
  link.setPerson(person.id)
  prefer({ personId: person.id })
}

export async function addPerson({ link, queries }: Desk, person: PersonDetails): Promise<Person> {
  const added = await link.client.people.add({ requestId: newRequestId(), person })
  await queries.invalidateQueries({ queryKey: ['people'] })
  return added
}

export async function changePerson({ link, queries }: Desk, person: Person): Promise<void> {
  await link.client.people.change({ requestId: newRequestId(), person })
  await queries.invalidateQueries({ queryKey: ['people'] })
}
