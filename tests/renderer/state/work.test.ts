import { expect, it } from 'vitest'
import { carryOut, Stopped, works } from '../../../renderer/state/work.ts'

const never = (signal: AbortSignal) =>
  new Promise<string>((_done, failed) => {
    signal.addEventListener('abort', () => failed(new Error('interrupted somehow')))
  })

it('says what goes on for as long as it does, and gives what it came to', async () => {
  let finish = (_done: string) => {}
  const done = carryOut('Reading a book', () => new Promise<string>((resolve) => (finish = resolve)))
  expect(works.get().map(({ text }) => text)).toEqual(['Reading a book'])
  finish('read')
  expect(await done).toBe('read')
  expect(works.get()).toEqual([])
})

it('is stopped by its button, whatever the work says of being interrupted', async () => {
  const done = carryOut('Reading a book', never)
  works.get()[0]?.stop()
  await expect(done).rejects.toBeInstanceOf(Stopped)
  expect(works.get()).toEqual([])
})

it('that came to its end all the same is stopped still: nobody is given what they no longer want', async () => {
  let finish = (_done: string) => {}
  const done = carryOut('Making a file', () => new Promise<string>((resolve) => (finish = resolve)))
  works.get()[0]?.stop()
  finish('made')
  await expect(done).rejects.toBeInstanceOf(Stopped)
})

it('that fails by itself says why, and is over', async () => {
  const done = carryOut('Reading a book', () => Promise.reject(new Error('torn pages')))
  await expect(done).rejects.toThrow('torn pages')
  expect(works.get()).toEqual([])
})

it('is stopped by whoever began it too, and no other along with it', async () => {
  const stopping = new AbortController()
  const one = carryOut('One', never, stopping)
  const other = carryOut('Other', never)
  stopping.abort(new Stopped())
  await expect(one).rejects.toBeInstanceOf(Stopped)
  expect(works.get().map(({ text }) => text)).toEqual(['Other'])
  works.get()[0]?.stop()
  await expect(other).rejects.toBeInstanceOf(Stopped)
})
