/** Words with what is typography alone made one: kinds of quotation marks, dashes and spaces, soft hyphens. */
function plainTypography(words: string): string {
  return words
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‘’‚‛‹›′]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
}

/** Whether a sentence reads as another did: the case of its first letter is typography, too. */
export function readsSame(before: string, after: string): boolean {
  if (before === after) return true
  const lower = (words: string): string =>
    plainTypography(words).replace(/[\p{L}\p{N}]/u, (first) => first.toLowerCase())
  return lower(before) === lower(after)
}
