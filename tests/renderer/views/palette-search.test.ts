import { expect, test } from 'vitest'
import { findIn } from '../../../renderer/app/palette-search.ts'
import { commandGroupNames, windowCommands } from '../../../shared/commands/window.ts'

const commands = windowCommands.map(({ id, title, group }) => ({
  id,
  names: [title.de, title.en, `${commandGroupNames.de[group]} ${title.de}`],
}))
const found = (typed: string) => findIn(commands, typed).map(({ item }) => item.id)

test.each(windowCommands.flatMap(({ id, title }) => [[title.en, id] as const, [title.de, id] as const]))(
  '“%s” finds its command first, whichever language the window is in',
  (typed, id) => {
    // Export and Import are words of other titles; one word may be two commands’ in two languages.
    const titles = windowCommands.find((command) => command.id === found(typed)[0])?.title
    expect([titles?.en, titles?.de, id === found(typed)[0]]).toContain(typed)
  },
)

test('letters that merely occur somewhere find nothing', () => {
  expect(found('Exportieren')).toEqual(['export'])
  expect(found('xzq')).toEqual([])
})

test('words are found in any order, without their accents, and by their beginnings', () => {
  expect(found('andern slug')).toEqual(['slug'])
  expect(found('sprache')).toContain('windowLanguage')
  expect(found('back up desk')).toEqual(['backups'])
})

test('all are there, in their order, while nothing is typed', () => {
  expect(found('  ')).toEqual(windowCommands.map(({ id }) => id))
})
