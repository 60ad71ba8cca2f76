import type { Codec, CodecHooks } from './codec.ts'

export type Side = 'page' | 'preload'

export interface Bridge {
  /** Puts an object under a name into the page's world; the page's side does it. */
  expose(name: string, api: unknown): void
}

/**
 * The context bridge between the page's world and the preload's: events on the document under a name that the
 * page cannot know, carrying text. Functions and promises go by reference and run where they were made; all
 * else is copied. Both sides are this one function, run first in either world with the page's own code still to
 * come; it keeps what it uses of the world's own functions. Stands alone, for its source text runs in the page.
 */
export function makeBridge(secret: string, side: Side, makeCodec: (hooks?: CodecHooks) => Codec): Bridge {
  const far: Side = side === 'page' ? 'preload' : 'page'
  const { apply, defineProperty } = Reflect
  const { freeze, hasOwn, values } = Object
  const { addEventListener, dispatchEvent } = EventTarget.prototype
  const Told = CustomEvent
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get
  const here = document

  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let lastId = 0
  let answer = ''

  const tell = (about: string, text: string) => {
    apply(dispatchEvent, here, [new Told(`${secret}:${far}:${about}`, { detail: text })])
  }
  const listen = (about: string, listener: (text: string) => void) => {
    const heard = (event: Event) => listener(detailOf ? apply(detailOf, event, []) : '')
    apply(addEventListener, here, [`${secret}:${side}:${about}`, heard])
  }

  const codec: Codec = makeCodec({
    refer(value) {
      if (typeof value === 'function') {
        const id = ++lastId
        functions.set(id, value as (...args: unknown[]) => unknown)
        return ['function', id]
      }
      if (value instanceof Promise) {
        const id = ++lastId
        value.then(
          (result) => tell('settle', codec.encode([id, true, result])),
          (error: unknown) => tell('settle', codec.encode([id, false, error])),
        )
        return ['promise', id]
      }
      return undefined
    },
    resolve([kind, id]) {
      if (kind === 'promise')
        return new Promise((resolve, reject) => promises.set(id as number, { resolve, reject }))
      return (...args: unknown[]) => {
        tell('call', codec.encode([id, args]))
        const [isWell, result] = codec.decode(answer) as [boolean, unknown]
        if (!isWell) throw result
        return result
      }
    },
  })

  listen('answer', (text) => {
    answer = text
  })
  listen('settle', (text) => {
    const [id, isWell, result] = codec.decode(text) as [number, boolean, unknown]
    const promise = promises.get(id)
    promises.delete(id)
    if (isWell) promise?.resolve(result)
    else promise?.reject(result)
  })
  listen('call', (text) => {
    const [id, args] = codec.decode(text) as [number, unknown[]]
    let said: string
    try {
      const called = functions.get(id)
      if (!called) throw new Error('the function is gone')
      said = codec.encode([true, called(...args)])
    } catch (error) {
      said = codec.encode([false, error instanceof Error ? error : new Error(String(error))])
    }
    tell('answer', said)
  })

  function freezeDeep(value: unknown): unknown {
    if (typeof value === 'object' && value !== null) {
      for (const each of values(value)) freezeDeep(each)
      freeze(value)
    }
    return value
  }
  listen('expose', (text) => {
    const [name, api] = codec.decode(text) as [string, unknown]
    const isTaken = hasOwn(globalThis, name)
    if (!isTaken) {
      const property = { value: freezeDeep(api), enumerable: true, writable: false, configurable: false }
      defineProperty(globalThis, name, property)
    }
    tell('answer', codec.encode([!isTaken]))
  })

  return {
    expose(name, api) {
      tell('expose', codec.encode([name, api]))
      const [isWell] = codec.decode(answer) as [boolean]
      if (!isWell) throw new Error('Cannot bind an API on top of an existing property on the window object')
    },
  }
}
