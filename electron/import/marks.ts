import type { Mark } from 'prosemirror-model'
import { type MarkName, schema } from '../../shared/document/schema.ts'
import { attribute, type Element } from './tree.ts'

const marksOfElements: Readonly<Record<string, MarkName>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  sup: 'superscript',
  sub: 'subscript',
}

/** Styles by which word processors and mail programs say the same. */
const marksOfStyles: readonly (readonly [RegExp, MarkName])[] = [
  [/font-weight\s*:\s*(bold|bolder|[6-9]00)\b/iu, 'bold'],
  [/font-style\s*:\s*(italic|oblique)/iu, 'italic'],
  [/text-decoration(-line)?\s*:[^;]*underline/iu, 'underline'],
  [/text-decoration(-line)?\s*:[^;]*line-through/iu, 'strike'],
  [/vertical-align\s*:\s*super/iu, 'superscript'],
  [/vertical-align\s*:\s*sub\b/iu, 'subscript'],
]

/** `marks` with what an element adds. A `<b style="font-weight: normal">`, as Google Docs wraps pages, adds none. */
export function marksOf(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const style = attribute(element, 'style').slice(0, 2000)
  const name = marksOfElements[element.tagName]
  const isUndone = name === 'bold' && /font-weight\s*:\s*(normal|[1-5]00)\b/iu.test(style)
  let result = marks
  if (name && !isUndone) result = schema.mark(name).addToSet(result)
  if (style !== '' && element.tagName !== 'a')
    for (const [pattern, styled] of marksOfStyles)
      if (pattern.test(style)) result = schema.mark(styled).addToSet(result)
  return result
}
