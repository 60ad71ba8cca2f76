import { expect, test } from 'vitest'
import { fragmentOf, placeOf } from '../../../renderer/views/pencil/excerpt.ts'

test.each([
  ['as it stands', 'The log.\nPump 1: 200 h.\nEnd.', 'Pump 1: 200 h', 'Pump 1: 200 h'],
  ['over the end of a line', 'Pump 1 ran\n  for 200 hours.', 'ran for 200', 'ran\n  for 200'],
  ['with other quotation marks', 'He said „it’s over“.', '"it\'s over"', '„it’s over“'],
  ['in other letters', 'PUMP ONE', 'pump one', 'PUMP ONE'],
  ['with signs that mean something in patterns', 'cost (in $) a+b?', '(in $) a+b?', '(in $) a+b?'],
])('an excerpt is found %s', (_, text, excerpt, found) => {
  const place = placeOf(text, excerpt)
  expect(place?.excerpt).toBe(found)
  expect(`${place?.before}${place?.excerpt}${place?.after}`).toBe(text)
})

test('an excerpt that does not stand there, and an empty one, are not found', () => {
  expect(placeOf('Pump 1: 200 h', 'Pump 2: 200 h')).toBeNull()
  expect(placeOf('Pump 1', ' ')).toBeNull()
})

test('a file is opened at the time or the page that the backup names, where its kind knows them', () => {
  expect(fragmentOf('03:12', 'audio/mp4')).toBe('#t=192')
  expect(fragmentOf('at 1:03:12', 'video/mp4')).toBe('#t=3792')
  expect(fragmentOf('folder 3, page 9', 'application/pdf')).toBe('#page=9')
  expect(fragmentOf('S. 4', 'application/pdf')).toBe('#page=4')
  expect(fragmentOf('03:12', 'application/pdf')).toBe('')
  expect(fragmentOf('page 9', 'text/plain')).toBe('')
})
