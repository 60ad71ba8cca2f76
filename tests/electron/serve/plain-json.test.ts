import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import { expect, test } from 'vitest'
import { answerPlainly } from '../../../electron/serve/plain-json.ts'

const serializer = new StandardRPCJsonSerializer()
const answered = (answer: unknown) => answerPlainly({ next: async () => answer })

test('an answer goes out as the library would have sent it', async () => {
  const answers = [
    { text: 'words', none: null, unset: undefined, list: [1, 'two', { three: [] }], yes: true },
    [{ id: 'one' }, { id: 'two' }],
    'words',
    null,
    undefined,
    7,
  ]
  for (const answer of answers) {
    const [json, ...beside] = serializer.serialize(await answered(answer))
    const [plainly, ...besidePlainly] = serializer.serialize(answer)
    expect(JSON.stringify(json)).toEqual(JSON.stringify(plainly))
    expect(beside).toEqual(besidePlainly)
  }
})

test('the library looks at nothing inside it', async () => {
  let looks = 0
  const answer = {
    get claims() {
      looks++
      return []
    },
  }
  serializer.serialize(await answered(answer))
  expect(looks).toBe(0)
  expect(JSON.stringify(await answered(answer))).toBe('{"claims":[]}')
})

test('a stream stays the stream that it is', async () => {
  async function* news() {
    yield 1
  }
  const stream = news()
  expect(await answered(stream)).toBe(stream)
})
