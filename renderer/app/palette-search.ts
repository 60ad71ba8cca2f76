/** What somebody may call a thing by, the name that is shown first. */
export interface Findable {
  readonly names: readonly string[]
}

/** Case, accents and the kind of spaces do not count. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/gu, ' ')
}

/** How well a name answers what was typed; 0 where a word of that is not in it. */
function scoreOf(name: string, sought: string): number {
  const text = plain(name)
  if (text === sought) return 5
  if (text.startsWith(sought)) return 4
  if (` ${text}`.includes(` ${sought}`)) return 3
  const words = sought.split(' ')
  if (words.every((word) => ` ${text}`.includes(` ${word}`))) return 2
  return words.every((word) => text.includes(word)) ? 1 : 0
}

/**
 * Those that what was typed may mean, the likeliest first and the rest in their order; all where nothing was typed.
 * A name that is shown counts more than another by which the same is known.
 */
export function findIn<T extends Findable>(all: readonly T[], typed: string): { item: T; score: number }[] {
  const sought = plain(typed)
  if (sought === '') return all.map((item) => ({ item, score: 0 }))
  return all
    .map((item) => ({
      item,
      score: Math.max(...item.names.map((name, at) => scoreOf(name, sought) - (at === 0 ? 0 : 0.5))),
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
}
