import { userInfo } from 'node:os'
import type { DeskClient } from '../../shared/contract/contract.ts'
import { newRequestId, type PersonId } from '../../shared/model/ids.ts'
import { initialsOf } from '../../shared/model/person.ts'

/** The name of the account, where the operating system knows one. */
export function accountName(): string {
  try {
    return userInfo().username || 'Editor'
  } catch {
    // An account without an entry, as containers have them.
    return process.env.USER || process.env.USERNAME || 'Editor'
  }
}

/** Whoever has this name at the desk, however it is capitalised, or null. */
export async function findPerson(client: DeskClient, name: string): Promise<PersonId | null> {
  const people = await client.people.list()
  const wanted = name.trim()
  const person =
    people.find((one) => one.name === wanted) ??
    people.find((one) => one.name.toLowerCase() === wanted.toLowerCase())
  return person?.id ?? null
}

/** As {@link findPerson}; whoever is new is added as an editor. */
export async function findOrAddPerson(client: DeskClient, name: string): Promise<PersonId> {
  const known = await findPerson(client, name)
  if (known) return known
  const person = { name: name.trim(), initials: initialsOf(name), role: 'editor' as const }
  return (await client.people.add({ requestId: newRequestId(), person })).id
}
