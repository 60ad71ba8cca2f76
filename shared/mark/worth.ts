import { baseLanguage } from '../model/language.ts'
import { english } from './worth/english.ts'
import { german } from './worth/german.ts'
import type { Sign, WorthTable } from './worth/table.ts'

interface Compiled {
  readonly base: number
  readonly unsaid: RegExp
  readonly signs: readonly Sign[]
  /** Which signs a word in lower case is of, by their index. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
  readonly patterns: readonly { readonly sign: number; readonly pattern: RegExp }[]
}

function compile({ base, unsaid, signs }: WorthTable): Compiled {
  const byWord = new Map<string, number[]>()
  const patterns: { sign: number; pattern: RegExp }[] = []
  signs.forEach((sign, index) => {
    for (const word of sign.words?.split(/\s+/u) ?? []) {
      const known = byWord.get(word)
      if (known) known.push(index)
      else byWord.set(word, [index])
    }
    if (sign.pattern) patterns.push({ sign: index, pattern: sign.pattern })
  })
  return { base, unsaid, signs, byWord, patterns }
}

const tables: Readonly<Record<string, Compiled>> = { en: compile(english), de: compile(german) }
const otherwise = compile(english)

const word = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu

/**
 * How much a sentence deserves a check, for ordering alone: 0 for what nobody could check, towards 1 for what a reader
 * would look up first. It says nothing about truth and is never shown. A language without a table is read by the
 * English one, of which figures and names still count.
 *
 * @param language as BCP 47 names it
 */
export function worthOf(sentence: string, language: string): number {
  const { base, unsaid, signs, byWord, patterns } = tables[baseLanguage(language)] ?? otherwise
  const counts = new Map<number, number>()
  const add = (sign: number) => counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const text = sentence.replaceAll('’', "'").replace(unsaid, ' ')
  let words = 0
  for (const [found] of text.matchAll(word)) {
    words++
    for (const sign of byWord.get(found.toLowerCase()) ?? []) add(sign)
  }
  if (words === 0) return 0
  for (const { sign, pattern } of patterns) {
    for (const _ of text.matchAll(pattern)) add(sign)
  }
  let sum = base
  for (const [index, count] of counts) {
    const sign = signs[index]
    if (sign) sum += sign.weight * Math.min(count, sign.most ?? 1)
  }
  return 1 / (1 + Math.exp(-sum))
}
