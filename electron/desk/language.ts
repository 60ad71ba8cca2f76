import { franc } from 'franc-min'
import type { Node } from 'prosemirror-model'
import { baseLanguage, readLanguage, unknownLanguage } from '../../shared/model/language.ts'

/** Of fewer letters a language is told by luck. */
const FEWEST = 120
/** More letters make no surer. */
const MOST = 4000

/** What this computer is set to. */
export function localeHere(): string {
  return readLanguage(Intl.DateTimeFormat().resolvedOptions().locale) ?? unknownLanguage
}

/**
 * The language of a text by its letters; where they are too few, the computer's. A text in the computer's own
 * language gets its country too, for spelling.
 */
export function guessLanguage(document: Node, locale: string): string {
  let text = ''
  document.descendants((node) => {
    if (node.isText) text += node.text ?? ''
    else if (node.isTextblock) text += ' '
    return text.length < MOST
  })
  const found = readLanguage(franc(text.slice(0, MOST), { minLength: FEWEST }))
  if (found === null) return locale
  return baseLanguage(found) === baseLanguage(locale) ? locale : found
}
