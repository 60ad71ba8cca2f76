/** So many entries lie above the ground at most; more of them go into a new ground. */
const layerLimit = 64

/**
 * A map that is never changed: what comes of a change is another one, which shares with it all that is the same.
 * Made for many entries of which few change at a time. Iterating goes in no order.
 */
export class LayeredMap<K, V extends object> implements ReadonlyMap<K, V> {
  private readonly ground: ReadonlyMap<K, V>
  /** Entries that are otherwise than in the ground; null for those that are gone. */
  private readonly layer: ReadonlyMap<K, V | null>
  readonly size: number

  private constructor(ground: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V | null>, size: number) {
    this.ground = ground
    this.layer = layer
    this.size = size
  }

  static of<K, V extends object>(entries: Iterable<readonly [K, V]> = []): LayeredMap<K, V> {
    const ground = new Map(entries)
    return new LayeredMap<K, V>(ground, new Map(), ground.size)
  }

  /** With these entries; null takes one out. */
  with(changes: ReadonlyMap<K, V | null>): LayeredMap<K, V> {
    if (this.layer.size + changes.size > layerLimit) {
      const ground = new Map(this)
      for (const [key, value] of changes) {
        if (value === null) ground.delete(key)
        else ground.set(key, value)
      }
      return new LayeredMap(ground, new Map(), ground.size)
    }
    const layer = new Map(this.layer)
    let { size } = this
    for (const [key, value] of changes) {
      size += Number(value !== null) - Number(this.has(key))
      layer.set(key, value)
    }
    return new LayeredMap(this.ground, layer, size)
  }

  /** The keys under which two maps have something else, or null where to find them would be to compare all. */
  differences(other: LayeredMap<K, V>): Set<K> | null {
    if (this.ground !== other.ground) return null
    const keys = new Set([...this.layer.keys(), ...other.layer.keys()])
    for (const key of keys) if (this.get(key) === other.get(key)) keys.delete(key)
    return keys
  }

  get(key: K): V | undefined {
    const value = this.layer.get(key)
    return value === undefined ? this.ground.get(key) : (value ?? undefined)
  }

  has(key: K): boolean {
    return this.get(key) !== undefined
  }

  *entries(): MapIterator<[K, V]> {
    for (const entry of this.ground) if (!this.layer.has(entry[0])) yield entry
    for (const [key, value] of this.layer) if (value !== null) yield [key, value]
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  forEach(work: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) work(value, key, this)
  }
}
