import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const maker = resolve(import.meta.dirname, '../../../shared/corpora/tools/make_articles.mjs')

const articleSchema = z.object({ headline: z.string(), byline: z.string(), body: z.array(z.string()) })
export type Article = z.infer<typeof articleSchema>

export interface Library {
  /** Where the articles come from, for the table. */
  readonly from: string
  readonly articles: readonly Article[]
}

/** Articles out of books in the public domain where those lie beside this folder, else made ones. */
export async function openLibrary(folder: string, count: number): Promise<Library> {
  if (!existsSync(maker)) return { from: 'made words', articles: makeArticles(count) }
  const path = join(folder, 'articles.jsonl')
  await promisify(execFile)(process.execPath, [maker, String(count), path])
  const lines = (await readFile(path, 'utf8')).trim().split('\n')
  return {
    from: 'books in the public domain',
    articles: lines.map((line) => articleSchema.parse(JSON.parse(line))),
  }
}

/** The same numbers between 0 and 1 for the same `seed`. */
function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const knownWords = 20_000
const syllables = 'ba ce di fo gu ha jor ke lim mon nu pel qua ris sta tor ul ven wes xi yar zen'.split(' ')

/** A word that belongs to its number alone, longer the rarer it is. */
function wordAt(number: number): string {
  let word = ''
  for (let left = number + 1; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length]
  }
  return word
}

/** Stories of some 600 words that nobody wrote: few words stand in all of them and most in few, as in prose. */
export function makeArticles(count: number): Article[] {
  const dice = diceOf(7)
  // The density of words falls with their rank (Zipf).
  const word = () => wordAt(Math.floor(knownWords ** dice()) - 1)
  const sentence = (words: number) => {
    const text = Array.from({ length: words }, word).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 4 }, () => sentence(10 + Math.floor(dice() * 12))).join(' ')
  return Array.from({ length: count }, () => ({
    headline: sentence(6),
    byline: `${word()} ${word()}`,
    body: Array.from({ length: 6 + Math.floor(dice() * 6) }, paragraph),
  }))
}
