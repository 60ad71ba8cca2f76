import type { Changes } from './changes.ts'

/** U+200B zero width space, U+2060 word joiner, U+FEFF; joiners that scripts and emoji need are left alone. */
const zeroWidth = /[\u200b\u2060\ufeff]/gu
const control = /(?![\t\n\f\r])\p{Cc}/gu

/**
 * Takes out characters that nobody sees and that keep words from being found: soft hyphens, zero-width spaces,
 * control characters. Line ends become "\n". Quotation marks, dashes, no-break spaces and the direction marks
 * of right-to-left text stay as they are.
 */
export function tidyCharacters(text: string, changes: Changes): string {
  const tidy = text.replace(/\r\n?|[\u2028\u2029\u0085\f]/gu, '\n')
  return remove(
    remove(
      remove(tidy, /\u00ad/gu, 'soft hyphens taken out', changes),
      zeroWidth,
      'zero-width characters taken out',
      changes,
    ),
    control,
    'control characters taken out',
    changes,
  )
}

function remove(text: string, pattern: RegExp, what: string, changes: Changes): string {
  const found = text.match(pattern)?.length ?? 0
  if (found === 0) return text
  changes.add(what, found)
  return text.replace(pattern, '')
}

/** White space as a page shows it: one space for a run of it, none at the edges. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** A text as it is judged: its white space collapsed, or as it is where it is too long to be anything but prose. */
export function lineOf(text: string): string {
  return text.length > 10_000 ? text : collapseSpace(text)
}
