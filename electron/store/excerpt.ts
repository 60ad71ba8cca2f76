import type { ExcerptPart } from '../../shared/model/search.ts'

/** What is looked for: one word, or several that stand together. */
export interface Term {
  /** Folded as {@link fold} does. */
  readonly tokens: readonly string[]
  /** The last token may be the beginning of a longer one. */
  readonly isPrefix: boolean
}

/** How many words an excerpt has, and how many of them stand before the first that was found. */
const excerptTokens = 24
const tokensBefore = 6

// What SQLite's tokenizer "unicode61" takes for a word; marks belong to the letter before them.
const token = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu
const plain = /^[\0-\x7f]*$/

/** Case and accents do not count: "Åland" and "aland" are the same. */
function fold(word: string): string {
  const lower = word.toLowerCase()
  return plain.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The words of a text, folded. */
export function tokensOf(text: string): string[] {
  return (text.match(token) ?? []).map(fold)
}

interface Hit {
  readonly term: number
  readonly firstToken: number
  readonly lastToken: number
}

class Reading {
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly folded: string[] = []
  readonly hits: Hit[] = []
  readonly #matches: Iterator<RegExpExecArray>
  readonly #terms: readonly Term[]

  constructor(text: string, terms: readonly Term[]) {
    this.#matches = text.matchAll(token)
    this.#terms = terms
  }

  /** Reads one word more; false at the end. */
  next(): boolean {
    const match = this.#matches.next()
    if (match.done) return false
    const [word] = match.value
    this.starts.push(match.value.index)
    this.ends.push(match.value.index + word.length)
    this.folded.push(fold(word))
    const last = this.folded.length - 1
    for (const [term, { tokens, isPrefix }] of this.#terms.entries()) {
      const first = last - tokens.length + 1
      if (first < 0) continue
      const stands = tokens.every((wanted, index) => {
        const found = this.folded[first + index] ?? ''
        return found === wanted || (isPrefix && index === tokens.length - 1 && found.startsWith(wanted))
      })
      if (stands) this.hits.push({ term, firstToken: first, lastToken: last })
    }
    return true
  }
}

/** Where the excerpt's first hit is: of all stretches of its length the first with the most terms in it. */
function bestHit(reading: Reading, termCount: number): number {
  let best = 0
  let bestTerms = 0
  let earliest = 0
  let seen = 0
  while (bestTerms < termCount && reading.next()) {
    if (reading.hits.length === seen) continue
    seen = reading.hits.length
    const reach = reading.folded.length - (excerptTokens - tokensBefore)
    for (let hit = reading.hits[earliest]; hit && hit.firstToken < reach; hit = reading.hits[earliest])
      earliest++
    const terms = new Set(reading.hits.slice(earliest).map((hit) => hit.term)).size
    if (terms > bestTerms) {
      bestTerms = terms
      best = reading.hits[earliest]?.firstToken ?? 0
    }
  }
  return best
}

/**
 * The stretch of `text` that shows best why it was found, the words that were looked for told apart. White
 * space runs are one space; "…" stands where text was left out. Read only as far as need be: SQLite's own
 * `snippet` takes half a second for a word that stands ten thousand times in a long story.
 */
export function excerptOf(text: string, terms: readonly Term[]): ExcerptPart[] {
  const reading = new Reading(text, terms)
  const first = Math.max(0, bestHit(reading, terms.length) - tokensBefore)
  const end = first + excerptTokens
  while (reading.folded.length <= end && reading.next());
  const isWhole = reading.folded.length <= end
  const from = first === 0 ? 0 : (reading.starts[first] ?? 0)
  const to = isWhole ? text.length : (reading.ends[end - 1] ?? text.length)

  const parts: ExcerptPart[] = []
  const add = (piece: string, hit: boolean) => {
    if (piece === '') return
    const last = parts.at(-1)
    if (last && last.hit === hit) last.text += piece
    else parts.push({ text: piece, hit })
  }
  const plainText = (start: number, stop: number) => text.slice(start, stop).replace(/\s+/gu, ' ')
  if (first > 0) add('…', false)
  let at = from
  for (const hit of reading.hits) {
    const start = Math.max(at, reading.starts[hit.firstToken] ?? 0)
    const stop = Math.min(to, reading.ends[hit.lastToken] ?? 0)
    if (hit.firstToken < first || stop <= start) continue
    add(plainText(at, start), false)
    add(plainText(start, stop), true)
    at = stop
  }
  add(plainText(at, to), false)
  if (!isWhole) add('…', false)
  return parts
}
