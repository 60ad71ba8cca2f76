import type { PersonId } from '../../shared/model/ids.ts'
import { type Person, personSchema } from '../../shared/model/person.ts'
import type { Tx } from './transaction.ts'

/** By name. */
export async function listPeople(tx: Tx): Promise<Person[]> {
  const rows = await tx.selectFrom('person').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map((row) => personSchema.parse(row))
}

export async function findPerson(tx: Tx, id: PersonId): Promise<Person | null> {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? personSchema.parse(row) : null
}

export async function findPersonByName(tx: Tx, name: string): Promise<Person | null> {
  const row = await tx.selectFrom('person').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? personSchema.parse(row) : null
}

export async function insertPerson(tx: Tx, person: Person): Promise<void> {
  await tx.insertInto('person').values(person).execute()
}

export async function updatePerson(tx: Tx, person: Person): Promise<void> {
  const { id, ...columns } = person
  await tx.updateTable('person').set(columns).where('id', '=', id).execute()
}
