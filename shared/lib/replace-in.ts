/** More arguments than this a runtime may refuse. */
const atOnce = 10_000

/** Replaces items of a list by others, in place, however many there are. @returns those that were there */
export function replaceIn<Item>(list: Item[], from: number, removed: number, items: readonly Item[]): Item[] {
  const gone = list.splice(from, removed, ...items.slice(0, atOnce))
  for (let at = atOnce; at < items.length; at += atOnce)
    list.splice(from + at, 0, ...items.slice(at, at + atOnce))
  return gone
}
