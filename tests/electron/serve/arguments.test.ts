import { describe, expect, it } from 'vitest'
import { BadArguments, parseServeArguments } from '../../../electron/serve/arguments.ts'

describe('what follows `npm start --`', () => {
  const understood: [string[], ReturnType<typeof parseServeArguments>][] = [
    [[], { desk: undefined, port: null }],
    [['--desk', '/a b'], { desk: '/a b', port: null }],
    [['--desk=/a', '--port=8080'], { desk: '/a', port: 8080 }],
    [['--port', '0'], { desk: undefined, port: 0 }],
    // The starter adds the port that a crashed desk had.
    [['--port', '1', '--port', '2'], { desk: undefined, port: 2 }],
  ]
  it.each(understood)('%o is understood', (words, meant) => {
    expect(parseServeArguments(words)).toEqual(meant)
  })

  it.each([[['--port', '65536']], [['--port', '-1']], [['--port', '80a']], [['--port', '']], [['--port']]])(
    '%o is no port',
    (words) => {
      expect(() => parseServeArguments(words)).toThrow(BadArguments)
    },
  )

  it.each([[['--desk', '']], [['--dekk', '/a']], [['/a']]])('%o is refused', (words) => {
    expect(() => parseServeArguments(words)).toThrow(BadArguments)
  })
})
