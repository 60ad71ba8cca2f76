import type { Stretch } from '../../document/sentences.ts'
import type { Word } from '../word.ts'
import type { Clause } from './clauses.ts'
import type { Lexicon } from './lexicon.ts'
import { firstFrom } from './sign-order.ts'
import { isFacet, type Sign } from './signs.ts'

const openers: Readonly<Record<string, string>> = {
  '’': '‘',
  '”': '“',
  '“': '„',
  '»': '«',
  '«': '»',
  '"': '"',
}

function opensAny(own: string, closing: string): boolean {
  const opening = openers[closing] ?? ''
  const opened = own.split(opening).length - 1
  return closing === opening ? opened % 2 === 1 : opened > own.split(closing).length - 1
}

/** From the first word that says something to the last, with the marks that belong to them. */
export function trimmed(
  words: readonly Word[],
  clause: Clause,
  text: string,
  signs: readonly Sign[],
  lexicon: Lexicon,
  isBesideQuote: boolean,
): Stretch {
  let { first } = clause
  // "…,” wrote the mayor, who …": the verb is the quote's.
  if (isBesideQuote && lexicon.sets.speech.has(words[first]?.key ?? '') && first + 1 < clause.end) first++
  for (;;) {
    const opener = lexicon.openers.at(words, first)
    if (!opener || first + opener.length >= clause.end) break
    const isSign = signs.some((sign) => isFacet(sign.shows) && sign.from === words[first]?.from)
    if (isSign) break
    first += opener.length
  }
  first = afterJudgement(words, { ...clause, first }, signs)
  let from = words[first]?.from ?? 0
  while (from > 0 && /[\p{Sc}(+−#]/u.test(text[from - 1] ?? '')) from--
  let to = words[clause.end - 1]?.to ?? 0
  while (
    /[%‰\p{Sc})]/u.test(text[to] ?? '') ||
    (/\s/u.test(text[to] ?? '') && /[%‰\p{Sc}]/u.test(text[to + 1] ?? ''))
  )
    to++
  const own = text.slice(from, to)
  // A closing mark belongs to what it opened within.
  const closing = text[to] ?? ''
  if (/[’”“»«"]/u.test(closing) && opensAny(own, closing)) to++
  // A bracket that only opens or only closes belongs to neither side.
  if (own.startsWith('(') && !own.includes(')')) from++
  if (own.endsWith(')') && !own.includes('(')) to--
  return { from, to }
}

/** "In a stunning reversal, …": the judgement before the comma is not part of what is said. */
function afterJudgement(words: readonly Word[], clause: Clause, signs: readonly Sign[]): number {
  for (let at = clause.first + 1; at < Math.min(clause.end, clause.first + 8); at++) {
    if (!words[at]?.gap.includes(',')) continue
    const start = words[clause.first]?.from ?? 0
    const comma = words[at]?.from ?? 0
    const own = signs.slice(firstFrom(signs, start), firstFrom(signs, comma))
    const isJudgement = own.length > 0 && own.every((sign) => sign.shows === 'judgement')
    return isJudgement ? at : clause.first
  }
  return clause.first
}
