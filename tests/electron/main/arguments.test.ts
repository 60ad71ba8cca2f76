import { expect, it } from 'vitest'
import { readArguments } from '../../../electron/main/arguments.ts'

it.each([
  [[], { desk: undefined, files: [] }],
  [['story.txt'], { desk: undefined, files: ['/home/ada/story.txt'] }],
  [['/a/b.md', '../c.html'], { desk: undefined, files: ['/a/b.md', '/home/c.html'] }],
  [['--desk', 'two', 'x.json'], { desk: 'two', files: ['/home/ada/x.json'] }],
  [['--desk=two'], { desk: 'two', files: [] }],
  [['--desk='], { desk: undefined, files: [] }],
  [['--desk'], { desk: undefined, files: [] }],
  [['--no-sandbox', '--inspect=0', 'x.txt'], { desk: undefined, files: ['/home/ada/x.txt'] }],
  [['file:///a/with%20space.txt'], { desk: undefined, files: ['/a/with space.txt'] }],
  [['file://elsewhere/a.txt', ''], { desk: undefined, files: [] }],
  [['--', '--desk'], { desk: undefined, files: ['/home/ada/--desk'] }],
])('%j is read', (words, read) => {
  expect(readArguments(words, '/home/ada')).toEqual(read)
})
