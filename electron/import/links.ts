import type { Mark } from 'prosemirror-model'
import { isSafeHref } from '../../shared/document/href.ts'
import { schema } from '../../shared/document/schema.ts'
import type { Changes } from './changes.ts'
import { attribute, type Element } from './tree.ts'

/** Longer than any address that a browser takes; the contract's own bound for a source's address. */
const maxHrefLength = 4000

/**
 * `marks` with the link of an `<a>`, its address made absolute. An address that is unsafe, or that means
 * nothing without the page it stood in, leaves only the words; both are counted.
 */
export function resolveLink(
  element: Element,
  base: string,
  marks: readonly Mark[],
  changes: Changes,
): readonly Mark[] {
  // Browsers ignore control characters in addresses, so they are taken out before anything is judged.
  const href = attribute(element, 'href')
    .replace(/\p{Cc}/gu, '')
    .trim()
  if (href === '') return marks
  if (href.startsWith('#')) {
    changes.add('links within the page made plain words')
    return marks
  }
  const absolute = absoluteHref(href, base)
  if (absolute === null) {
    changes.add('links whose page is not known made plain words')
    return marks
  }
  if (!isSafeHref(absolute) || absolute.length > maxHrefLength) {
    changes.add('unsafe links made plain words')
    return marks
  }
  if (absolute !== href) changes.add('relative links made whole addresses')
  return schema.mark('link', { href: absolute }).addToSet(marks)
}

function absoluteHref(href: string, base: string): string | null {
  if (/^[a-z][a-z\d+.-]*:/iu.test(href)) return URL.canParse(href) ? href : `invalid:${href}`
  if (base === '' || !URL.canParse(href, base)) return null
  return new URL(href, base).href
}
