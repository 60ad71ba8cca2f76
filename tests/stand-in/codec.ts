/** What a codec of the bridge between two worlds adds: functions and promises, by reference. */
export interface CodecHooks {
  /** The reference that stands for a value; undefined where it has none. */
  refer(value: unknown): unknown[] | undefined
  resolve(reference: unknown[]): unknown
}

export interface Codec {
  /** @throws Error where structured cloning would: a function, a symbol, an object of the page */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Values as text, for the two ways that carry nothing else: DevTools bindings and events between worlds. Holds
 * what Stet sends and structured cloning keeps: JSON, undefined, odd numbers, dates, bytes, maps, sets, errors;
 * no cycles. Stands alone, for its own source text runs in the page.
 */
export function makeCodec(hooks?: CodecHooks): Codec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const toBase64 = (bytes: Uint8Array) => {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(binary)
  }
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

  /** A plain value is itself; every other one is a list that begins with its kind. */
  function pack(value: unknown): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)]
    if (value === undefined) return ['undefined']
    if (typeof value === 'bigint') return ['bigint', String(value)]
    const reference = hooks?.refer(value)
    if (reference) return reference
    if (typeof value !== 'object') return refuse()
    if (Array.isArray(value)) return ['array', value.map(pack)]
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value))
      return ['bytes', toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    if (value instanceof Map) return ['map', [...value].map(([key, each]) => [pack(key), pack(each)])]
    if (value instanceof Set) return ['set', [...value].map(pack)]
    if (value instanceof Error) return ['error', value.name, value.message]
    const tag = Object.prototype.toString.call(value)
    if (tag !== '[object Object]') return refuse()
    return ['object', Object.entries(value).map(([key, each]) => [key, pack(each)])]
  }

  function unpack(packed: unknown): unknown {
    if (!Array.isArray(packed)) return packed
    const [kind, first, second] = packed
    switch (kind) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(first)
      case 'bigint':
        return BigInt(first)
      case 'array':
        return first.map(unpack)
      case 'date':
        return new Date(first)
      case 'buffer':
        return fromBase64(first).buffer
      case 'bytes':
        return fromBase64(first)
      case 'map':
        return new Map(first.map(([key, each]: [unknown, unknown]) => [unpack(key), unpack(each)]))
      case 'set':
        return new Set(first.map(unpack))
      case 'error':
        return Object.assign(new Error(second), { name: first })
      case 'object':
        return Object.fromEntries(first.map(([key, each]: [string, unknown]) => [key, unpack(each)]))
      default:
        return hooks ? hooks.resolve(packed) : refuse()
    }
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}
