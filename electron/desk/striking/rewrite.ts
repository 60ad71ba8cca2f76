import { filled, type Pattern } from './pattern.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** What names a record or says which of a few things it is: never words of a person. */
const nameless = new Set(['type', 'stepType', 'id', 'hash', 'structure'])

function struckAttributes(value: Json, pattern: Pattern): Json {
  if (typeof value === 'string') return pattern.strike(value)
  if (Array.isArray(value)) return value.map((one) => struckAttributes(one, pattern))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      nameless.has(key) ? one : struckAttributes(one, pattern),
    ]),
  )
}

/**
 * A step or a document as JSON, with characters of its text and words in its attributes struck. It is as long
 * as it was, so that every position holds.
 *
 * @param characters which characters of its text, counted through its text nodes in their order
 */
export function rewriteJson(json: string, characters: ReadonlySet<number>, pattern: Pattern): string {
  let index = 0
  const struckText = (text: string): string => {
    let result = ''
    for (let i = 0; i < text.length; i++, index++) {
      result += characters.has(index) ? filled(text.charAt(i)) : text.charAt(i)
    }
    return result
  }
  const rewrite = (value: Json, key: string): Json => {
    if (key === 'attrs' || key === 'value') return struckAttributes(value, pattern)
    if (typeof value === 'string') return key === 'text' ? struckText(value) : value
    if (Array.isArray(value)) return value.map((one) => rewrite(one, ''))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rewrite(one, name)]))
  }
  return JSON.stringify(rewrite(JSON.parse(json) as Json, ''))
}
