import { expect, test } from 'vitest'
import { deeds, may } from '../../../shared/model/may.ts'
import { type Role, roleSchema } from '../../../shared/model/person.ts'

test.each<[Role, string[]]>([
  ['writer', []],
  ['checker', ['settle', 'read', 'dismiss']],
  ['legal', ['clearLegal']],
  ['editor', ['settle', 'read', 'dismiss', 'acceptFix', 'override', 'clear', 'publish', 'kill', 'setRules']],
])('among others a %s may do what is theirs and nothing else', (role, theirs) => {
  expect(deeds.filter((deed) => may(deed, role, false))).toEqual(theirs)
})

test.each(roleSchema.options)('somebody alone at a desk may do everything as %s', (role) => {
  expect(deeds.filter((deed) => may(deed, role, true))).toEqual([...deeds])
})
