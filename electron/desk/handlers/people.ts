import { newPersonId, type PersonId } from '../../../shared/model/ids.ts'
import type { Person } from '../../../shared/model/person.ts'
import { findPerson, findPersonByName, insertPerson, listPeople, updatePerson } from '../../store/people.ts'
import type { Tx } from '../../store/transaction.ts'
import { act, actAsAnybody } from '../act.ts'
import type { Core } from '../core.ts'
import { doubtAll } from '../doubt.ts'
import type { Implementer } from '../implementer.ts'
import { badInput, refuse } from '../refuse.ts'

/** @throws TAKEN where somebody else has the name */
async function tidied<T extends Omit<Person, 'id'>>(tx: Tx, person: T, id: PersonId | null): Promise<T> {
  const name = person.name.trim().replace(/\s+/gu, ' ')
  const initials = person.initials.trim()
  if (name === '' || initials === '') throw badInput('a name and initials are wanted')
  const other = await findPersonByName(tx, name)
  if (other && other.id !== id) throw refuse('TAKEN', { what: 'name' })
  return { ...person, name, initials }
}

export function peopleHandlers(os: Implementer['people'], core: Core) {
  return {
    list: os.list.handler(() => core.store.transaction(listPeople)),

    add: os.add.handler(({ input, context }) =>
      actAsAnybody(core, context, input.requestId, async (now) => {
        const person: Person = { id: newPersonId(), ...(await tidied(now.tx, input.person, null)) }
        await insertPerson(now.tx, person)
        await now.record('desk', 'person.added', person.id, { before: null, after: person })
        await doubtAll(core, now, null)
        now.tell('people')
        return person
      }),
    ),

    change: os.change.handler(({ input, context }) =>
      act(core, context, input.requestId, async (now) => {
        const before = await findPerson(now.tx, input.person.id)
        if (!before) throw refuse('NOT_FOUND', { what: 'person', id: input.person.id })
        const person = await tidied(now.tx, input.person, before.id)
        await updatePerson(now.tx, person)
        await now.record('desk', 'person.changed', person.id, { before, after: person })
        now.tell('people')
        return person
      }),
    ),
  }
}
