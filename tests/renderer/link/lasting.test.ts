import { ORPCError } from '@orpc/client'
import { afterEach, describe, expect, it } from 'vitest'
import { LinkBroken } from '../../../renderer/link/broken.ts'
import { makeEnding } from '../../../renderer/link/ending.ts'
import { keepLink, type LastingLink } from '../../../renderer/link/lasting.ts'
import type { Wire } from '../../../renderer/link/wire.ts'
import { must } from '../../../shared/lib/assert.ts'
import { newPersonId, type PersonId } from '../../../shared/model/ids.ts'

interface FakeWire extends Wire {
  personId: PersonId | null
  calls: { path: string; input: unknown; answer(output: unknown): void; fail(error: unknown): void }[]
  cut(): void
}

/** A desk whose wires are in the test's hand. */
function fakeDesk() {
  const wires: FakeWire[] = []
  let isReachable = true
  const woken: (() => void)[] = []
  function connect(personId: PersonId | null): Promise<Wire> {
    if (!isReachable) return Promise.reject(new Error('refused'))
    const ending = makeEnding()
    const cut = ending.end
    const wire: FakeWire = {
      personId,
      calls: [],
      rpc: {
        call: (path, input) =>
          new Promise((answer, fail) => {
            wire.calls.push({ path: path.join('.'), input, answer, fail })
            for (const wake of woken.splice(0)) wake()
          }),
      },
      isOpen: () => !ending.isOver(),
      ending,
      cut,
      close: cut,
    }
    wires.push(wire)
    for (const wake of woken.splice(0)) wake()
    return Promise.resolve(wire)
  }
  /** Waits for the nth wire, and for as many calls on it. */
  async function wire(index: number, callCount = 0): Promise<FakeWire> {
    for (;;) {
      const found = wires[index]
      if (found && found.calls.length >= callCount) return found
      await new Promise<void>((resolve) => woken.push(resolve))
    }
  }
  return {
    connect,
    wire,
    wires,
    reach(now: boolean) {
      isReachable = now
    },
  }
}

const quick = { patienceMs: 400, firstDelayMs: 5, longestDelayMs: 20, drainMs: 100 }
const links: LastingLink[] = []

function link(desk: ReturnType<typeof fakeDesk>, patience: Partial<typeof quick> = {}): LastingLink {
  const made = keepLink(desk.connect, { ...quick, ...patience })
  links.push(made)
  return made
}

function call(on: LastingLink, input: unknown = {}, signal?: AbortSignal): Promise<unknown> {
  return on.call(['stories', 'list'], input, { context: {}, ...(signal ? { signal } : {}) })
}

async function becomes(on: LastingLink, state: string): Promise<void> {
  while (on.state() !== state) await new Promise<void>((resolve) => on.subscribe(resolve))
}

const settled = async (promise: Promise<unknown>) => {
  const nothing = Symbol('nothing')
  const first = await Promise.race([
    promise.then(
      () => 'answered',
      (error) => error,
    ),
    new Promise((resolve) => setTimeout(resolve, 30, nothing)),
  ])
  return first === nothing ? 'waiting' : first
}

afterEach(() => {
  for (const one of links.splice(0)) one.close()
})

describe('the lasting link', () => {
  it('answers calls, those made before it was open too', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    expect(on.state()).toBe('connecting')
    const answer = call(on, { a: 1 })
    const [asked] = (await desk.wire(0, 1)).calls
    expect(asked?.input).toEqual({ a: 1 })
    expect(on.state()).toBe('open')
    asked?.answer('done')
    expect(await answer).toBe('done')
  })

  it('sends a call again, the same, after the wire was lost under it', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const answer = call(on, { requestId: 'r1' })
    const first = await desk.wire(0, 1)
    first.cut()
    const [again] = (await desk.wire(1, 1)).calls
    expect(again?.input).toEqual({ requestId: 'r1' })
    again?.answer('first answer')
    expect(await answer).toBe('first answer')
  })

  it('takes any error of a lost wire for the loss, and a refusal for an answer', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const lost = call(on)
    const first = await desk.wire(0, 1)
    const [inFlight] = first.calls
    first.cut()
    inFlight?.fail(new Error('AbortError of the transport'))
    const second = await desk.wire(1, 1)
    second.calls[0]?.fail(
      new ORPCError('NOT_FOUND', { defined: true, status: 404, data: { what: 'story', id: 'x' } }),
    )
    await expect(lost).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'story' } })
  })

  it('fails a call at once while the desk does not answer, and again after it was closed', async () => {
    const desk = fakeDesk()
    desk.reach(false)
    const on = link(desk)
    await becomes(on, 'closed')
    expect(await settled(call(on))).toBeInstanceOf(LinkBroken)
    desk.reach(true)
    await becomes(on, 'open')
    on.close()
    expect(on.state()).toBe('closed')
    expect(await settled(call(on))).toBeInstanceOf(LinkBroken)
  })

  it('lets a call under way wait while the desk is away, then sends it', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const answer = call(on)
    const first = await desk.wire(0, 1)
    desk.reach(false)
    first.cut()
    await becomes(on, 'closed')
    expect(await settled(answer)).toBe('waiting')
    desk.reach(true)
    ;(await desk.wire(1, 1)).calls[0]?.answer('late')
    expect(await answer).toBe('late')
  })

  it('gives a call up when patience ends', async () => {
    const desk = fakeDesk()
    const on = link(desk, { patienceMs: 60 })
    const answer = call(on)
    const first = await desk.wire(0, 1)
    desk.reach(false)
    first.cut()
    await expect(answer).rejects.toBeInstanceOf(LinkBroken)
  })

  it('does not send for ever what takes the desk down each time', async () => {
    const desk = fakeDesk()
    const on = link(desk, { patienceMs: 5000 })
    const answer = call(on)
    answer.catch(() => {})
    for (let index = 0; index < 4; index++) (await desk.wire(index, 1)).cut()
    await expect(answer).rejects.toBeInstanceOf(LinkBroken)
  })

  it('stops waiting when the caller does', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const first = await desk.wire(0)
    desk.reach(false)
    first.cut()
    const stop = new AbortController()
    const answer = call(on, {}, stop.signal)
    stop.abort(new Error('enough'))
    await expect(answer).rejects.toThrow()
  })

  it('tells every change of its state, until unsubscribed', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const told: string[] = []
    const unsubscribe = on.subscribe(() => told.push(on.state()))
    const first = await desk.wire(0)
    await becomes(on, 'open')
    desk.reach(false)
    first.cut()
    await becomes(on, 'closed')
    unsubscribe()
    on.close()
    expect(told).toEqual(['open', 'connecting', 'closed'])
  })

  it('waits longer from one failed attempt to the next', async () => {
    const startedAtMs = Date.now()
    const attemptsAtMs: number[] = []
    const on = keepLink(
      () => {
        attemptsAtMs.push(Date.now() - startedAtMs)
        return Promise.reject(new Error('refused'))
      },
      { firstDelayMs: 20, longestDelayMs: 80 },
    )
    links.push(on)
    while (attemptsAtMs.length < 5) await new Promise((resolve) => setTimeout(resolve, 10))
    const gapsMs = attemptsAtMs.slice(1).map((atMs, index) => atMs - must(attemptsAtMs[index], 'one before'))
    for (const [index, leastMs] of [18, 38, 78, 78].entries())
      expect(gapsMs[index]).toBeGreaterThanOrEqual(leastMs)
  })

  it('does not ring endlessly a desk that hangs up at once', async () => {
    let attempts = 0
    const over = makeEnding()
    over.end()
    const on = keepLink(
      () => {
        attempts++
        return Promise.resolve({
          rpc: { call: () => new Promise(() => {}) },
          isOpen: () => false,
          ending: over,
          close() {},
        })
      },
      { firstDelayMs: 50, longestDelayMs: 1000 },
    )
    links.push(on)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(attempts).toBeLessThanOrEqual(4)
  })
})

describe('a change of the person', () => {
  it('makes a new connection as that person and lets calls under way be answered', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const before = call(on)
    const old = await desk.wire(0, 1)
    const ada = newPersonId()
    on.setPerson(ada)
    const after = call(on)
    const next = await desk.wire(1, 1)
    expect([old.personId, next.personId]).toEqual([null, ada])
    old.calls[0]?.answer('as nobody')
    next.calls[0]?.answer('as Ada')
    expect([await before, await after]).toEqual(['as nobody', 'as Ada'])
    expect(old.isOpen()).toBe(false)
  })

  it('never sends one person’s call again as another’s', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    const before = call(on)
    const old = await desk.wire(0, 1)
    on.setPerson(newPersonId())
    old.cut()
    await expect(before).rejects.toBeInstanceOf(LinkBroken)
    expect((await desk.wire(1)).calls).toEqual([])
  })

  it('to the same person changes nothing', async () => {
    const desk = fakeDesk()
    const on = link(desk)
    await desk.wire(0)
    await becomes(on, 'open')
    on.setPerson(null)
    expect(on.state()).toBe('open')
    expect(desk.wires).toHaveLength(1)
  })
})

describe('a stream over the lasting link', () => {
  /** A stream in the test's hand, as a transport would hand it out. */
  function fakeStream() {
    const waiting: ((result: IteratorResult<unknown>) => void)[] = []
    let isReturned = false
    return {
      push: (value: unknown) => waiting.shift()?.({ value, done: false }),
      isReturned: () => isReturned,
      iterator: {
        next: () => new Promise<IteratorResult<unknown>>((resolve) => waiting.push(resolve)),
        return() {
          isReturned = true
          return Promise.resolve({ value: undefined, done: true })
        },
        [Symbol.asyncIterator]() {
          return this
        },
      },
    }
  }

  async function follow() {
    const desk = fakeDesk()
    const on = link(desk)
    const answer = call(on)
    const wire = await desk.wire(0, 1)
    const inner = fakeStream()
    wire.calls[0]?.answer(inner.iterator)
    return { desk, on, wire, inner, stream: (await answer) as AsyncIteratorObject<unknown> }
  }

  it('passes events on and ends with LinkBroken when the wire is lost', async () => {
    const { wire, inner, stream } = await follow()
    const first = stream.next()
    inner.push('one')
    expect(await first).toEqual({ value: 'one', done: false })
    const second = stream.next()
    wire.cut()
    await expect(second).rejects.toBeInstanceOf(LinkBroken)
    expect(await stream.next()).toEqual({ value: undefined, done: true })
  })

  it('ends quietly when its reader cancels it, even while waiting, and tells the desk', async () => {
    const { inner, stream } = await follow()
    const waiting = stream.next()
    await stream.return?.()
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(inner.isReturned()).toBe(true)
  })

  it('says that it broke even where nobody waited just then', async () => {
    const { wire, stream } = await follow()
    wire.cut()
    await expect(stream.next()).rejects.toBeInstanceOf(LinkBroken)
    expect(await stream.next()).toEqual({ value: undefined, done: true })
  })

  it('ends with LinkBroken when the person changes', async () => {
    const { on, inner, wire, stream } = await follow()
    const waiting = stream.next()
    on.setPerson(newPersonId())
    await expect(waiting).rejects.toBeInstanceOf(LinkBroken)
    expect(inner.isReturned()).toBe(true)
    expect(wire.isOpen()).toBe(false)
  })
})
