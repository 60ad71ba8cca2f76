import { expect, it } from 'vitest'
import { baseLanguage, languageSchema, readLanguage } from '../../../shared/model/language.ts'

it.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['de_at', 'de-AT'],
  [' pt-br ', 'pt-BR'],
  ['deu', 'de'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['de-u-co-phonebk', 'de'],
  ['', null],
  ['und', null],
  ['english', null],
  ['x', null],
  ['en">', null],
  ['a'.repeat(60), null],
])('%j names %j', (name, language) => {
  expect(readLanguage(name)).toBe(language)
})

it.each(['en', 'de-AT', 'zh-Hant', 'und', 'es-419'])('%s is a language', (language) => {
  expect(languageSchema.safeParse(language).success).toBe(true)
})

it.each(['', 'EN', 'en_GB', 'en-', 'en" onload="', 'e'])('%j is none', (language) => {
  expect(languageSchema.safeParse(language).success).toBe(false)
})

it('knows a language without its country', () => {
  expect([baseLanguage('pt-BR'), baseLanguage('de')]).toEqual(['pt', 'de'])
})
