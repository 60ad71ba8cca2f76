import { describe, expect, it } from 'vitest'
import { guessLanguage, localeHere } from '../../../electron/desk/language.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { languageSchema } from '../../../shared/model/language.ts'

const story = (...paragraphs: string[]) =>
  buildDocument(
    { headline: '' },
    paragraphs.map((words) => schema.node('paragraph', null, schema.text(words))),
  )

const german =
  'Der Gemeinderat hat am Dienstag beschlossen, die Brücke über den Fluss im kommenden Frühjahr zu erneuern. ' +
  'Die Kosten werden auf eine halbe Million geschätzt, sagte die Bürgermeisterin nach der Sitzung.'
const french =
  'Le conseil municipal a décidé mardi de rénover le pont sur la rivière au printemps prochain. ' +
  'Les travaux coûteront un demi-million, a déclaré la maire après la réunion.'
const english =
  'The town council decided on Tuesday to renew the bridge over the river next spring. ' +
  'The work will cost half a million, the mayor said after the meeting, and take until the autumn.'

describe('the language of a story', () => {
  it.each([
    [german, 'en-US', 'de'],
    [german, 'de-AT', 'de-AT'],
    [french, 'en-GB', 'fr'],
    [english, 'de-DE', 'en'],
    [english, 'en-GB', 'en-GB'],
  ])(
    'is told by its words, with the computer’s country where it is its own: %#',
    (words, locale, language) => {
      expect(guessLanguage(story(words), locale)).toBe(language)
    },
  )

  it('is the computer’s where there are too few words to tell', () => {
    expect(guessLanguage(story(), 'nl')).toBe('nl')
    expect(guessLanguage(story('Der Gemeinderat'), 'nl')).toBe('nl')
  })

  it('is gathered from all paragraphs', () => {
    expect(guessLanguage(story(...german.split(' ')), 'en')).toBe('de')
  })

  it('has a name that the contract takes, whatever this computer is set to', () => {
    expect(languageSchema.safeParse(localeHere()).success).toBe(true)
  })
})
