/**
 * What somebody may have meant by a name that is not there: the names that begin with it or hold it, else those
 * that are a slip or two away, at most three.
 */
export function nearest(given: string, names: readonly string[]): string[] {
  const wanted = given.toLowerCase()
  if (wanted.length < 2) return []
  const holding = names.filter((name) => name.toLowerCase().includes(wanted))
  if (holding.length > 0) return holding.slice(0, 3)
  const most = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)))
  return names
    .map((name) => ({ name, slips: slipsBetween(wanted, name.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** “ (did you mean a or b?)”, or nothing. */
export function proposal(given: string, names: readonly string[]): string {
  const near = nearest(given, names)
  return near.length === 0 ? '' : ` (did you mean ${near.map((name) => `“${name}”`).join(' or ')}?)`
}

/** Letters to put in, take out, change or swap with their neighbour; more than `most` is said to be `most + 1`. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(
        Math.min(
          (last[j] ?? most) + 1,
          (row[j - 1] ?? most) + 1,
          (last[j - 1] ?? most) + (isSame ? 0 : 1),
          isSwap ? (before[j - 2] ?? most) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = last
    last = row
  }
  return Math.min(last[other.length] ?? most + 1, most + 1)
}
