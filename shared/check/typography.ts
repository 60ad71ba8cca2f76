/** Words with what is typography alone made one: kinds of quotation marks, dashes and spaces, soft hyphens. */
export function plainTypography(words: string): string {
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
