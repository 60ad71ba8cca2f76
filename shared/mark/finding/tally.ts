/** Counts up or down; what there is none of is not kept. */
export function tally<Key>(counts: Map<Key, number>, key: Key, times: number): void {
  const count = (counts.get(key) ?? 0) + times
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}
