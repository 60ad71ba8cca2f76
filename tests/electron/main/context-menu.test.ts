import { expect, it } from 'vitest'
import { type Clicked, contextTemplate } from '../../../electron/main/context-menu.ts'
import { dictionariesFor } from '../../../electron/main/languages.ts'

const clicked = (given: Partial<Clicked>): Clicked => ({
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: false,
  selectionText: '',
  editFlags: { canCut: true, canCopy: true, canPaste: true, canSelectAll: true },
  ...given,
})

function offered(given: Partial<Clicked>) {
  const done: string[] = []
  const items = contextTemplate(clicked(given), {
    replace: (word) => done.push(`replace ${word}`),
    learn: (word) => done.push(`learn ${word}`),
  })
  const names = items.map(({ label, role, type }) => label ?? role ?? type ?? '')
  const click = (label: string) =>
    (items.find((item) => item.label === label)?.click as (() => void) | undefined)?.()
  return { names, done, click }
}

it('offers suggestions and the dictionary for a word that is not in it', () => {
  const { names, done, click } = offered({
    isEditable: true,
    misspelledWord: 'brigde',
    dictionarySuggestions: ['bridge', 'brigade', 'c', 'd', 'e', 'f', 'g'],
  })
  expect(names.slice(0, 8)).toEqual([
    'bridge',
    'brigade',
    'c',
    'd',
    'e',
    'f',
    'separator',
    'Add “brigde” to the dictionary',
  ])
  click('bridge')
  click('Add “brigde” to the dictionary')
  expect(done).toEqual(['replace bridge', 'learn brigde'])
})

it('says that there are no suggestions', () => {
  expect(offered({ isEditable: true, misspelledWord: 'Tarnwick' }).names[0]).toBe('No suggestions')
})

it('offers the clipboard in what can be edited, copying of what is selected, and nothing elsewhere', () => {
  expect(offered({ isEditable: true }).names).toEqual([
    'cut',
    'copy',
    'paste',
    'Paste without formatting',
    'separator',
    'selectAll',
  ])
  expect(offered({ selectionText: 'some words' }).names).toEqual(['copy'])
  expect(offered({ selectionText: ' ' }).names).toEqual([])
})

const available = ['de', 'de-AT', 'en-AU', 'en-GB', 'en-US', 'fr', 'pt-BR', 'pt-PT', 'sr']

it.each([
  ['de', ['de']],
  ['de-AT', ['de-AT']],
  ['de-CH', ['de']],
  ['en', ['en-US']],
  ['en-gb', ['en-GB']],
  ['en-NZ', ['en-US']],
  ['pt', ['pt-BR']],
  ['pt-AO', ['pt-BR']],
  ['ja', []],
  ['', []],
  ['not a language', []],
  [null, []],
])('spells %s by %j', (language, dictionaries) => {
  const found = dictionariesFor(language, available)
  // Of several countries none of which is meant, any will do.
  if (language === 'en-NZ' || language === 'pt-AO') expect(found).toHaveLength(1)
  else expect(found).toEqual(dictionaries)
})
