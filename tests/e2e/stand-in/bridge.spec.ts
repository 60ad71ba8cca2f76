import { expect, test } from './room.ts'

test('the page reaches nothing of the preload but what it exposes, and the preload nothing of the page', async ({
  page,
}) => {
  const found = await page.evaluate(() => {
    Object.assign(window, { knownToPage: true })
    // A page that spoils what everybody uses spoils only its own world.
    Object.assign(String.prototype, { toUpperCase: () => 'spoilt' })
    return {
      names: [
        'knownToPreload',
        'require',
        'module',
        'process',
        'ipcRenderer',
        'toElectron',
        'fromElectron',
      ].filter((name) => name in window),
      preload: window.room.whatPreloadSees(),
      again: window.room.exposeAgain(),
    }
  })
  expect(found).toEqual({
    names: [],
    preload: { ofPage: 'undefined', letter: 'A' },
    again: 'Cannot bind an API on top of an existing property on the window object',
  })
})

test('what is exposed cannot be changed, and no function of the page’s world leads out of it', async ({
  page,
}) => {
  const found = await page.evaluate(() => {
    const { room } = window
    const attempts = [
      () => Object.assign(room, { ask: null }),
      () => Object.assign(room.deep.list[1], { two: 3 }),
      () => Object.defineProperty(window, 'room', { value: null }),
      () => Reflect.deleteProperty(window, 'room') || assertNever(),
    ]
    function assertNever() {
      throw new Error('not deleted')
    }
    const refused = attempts.filter((attempt) => {
      try {
        attempt()
        return false
      } catch {
        return true
      }
    })
    // The constructor of a function that came over the bridge is the page's own.
    const reached = Function.prototype.constructor.call(room.ask, 'return typeof knownToPreload')()
    return { refused: refused.length, two: room.deep.list[1].two, reached }
  })
  expect(found).toEqual({ refused: 4, two: 2, reached: 'undefined' })
})

test('functions answer at once or later, take functions of the page, and throw over the bridge', async ({
  page,
}) => {
  const found = await page.evaluate(async () => {
    const { room } = window
    let thrown = ''
    try {
      room.refuse()
    } catch (error) {
      thrown = String(error)
    }
    return {
      plus: room.plus(1, 2),
      twice: await room.twice((number) => number * 10),
      thrown,
      fail: await room.ask('fail').catch((error: Error) => error.message),
      nobody: await room.ask('nobody').catch((error: Error) => error.message),
    }
  })
  expect(found).toEqual({
    plus: 3,
    twice: 30,
    thrown: 'RangeError: not here',
    fail: "Error invoking remote method 'fail': TypeError: no such thing",
    nobody: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  })
})

test('values go over and come back as structured cloning has them; what it would refuse is refused', async ({
  page,
}) => {
  const found = await page.evaluate(async () => {
    const value = {
      text: 'ünïcode 日本',
      list: [1, -0, 1.5, null, undefined, true],
      bytes: new Uint8Array([0, 1, 255]),
      date: new Date(0),
      map: new Map([[1, 'one']]),
      set: new Set(['a']),
      odd: [Number.NaN, Number.POSITIVE_INFINITY, 10n],
    }
    const back = (await window.room.ask('echo', value)) as typeof value
    const refusalOf = (odd: unknown) => {
      try {
        void window.room.ask('echo', odd)
        return 'taken'
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    }
    return {
      text: back.text === value.text,
      list: back.list.length === 6 && Object.is(back.list[1], -0) && back.list[4] === undefined,
      bytes: back.bytes instanceof Uint8Array && back.bytes[2] === 255,
      date: back.date instanceof Date && back.date.getTime() === 0,
      map: back.map.get(1),
      set: back.set.has('a'),
      odd: Number.isNaN(back.odd[0]) && back.odd[2] === 10n,
      symbol: refusalOf(Symbol('x')),
      element: refusalOf(document.body),
    }
  })
  expect(found).toEqual({
    text: true,
    list: true,
    bytes: true,
    date: true,
    map: 'one',
    set: true,
    odd: true,
    symbol: 'An object could not be cloned.',
    element: 'An object could not be cloned.',
  })
})

test('main is told who asks: the frame’s address and origin as the app knows them', async ({ page }) => {
  expect(await page.evaluate(() => window.room.ask('who'))).toEqual({
    url: 'room://one/',
    origin: 'room://one',
    isTop: true,
    isMain: true,
  })
})
