/**
 * Text as every format can hold it. XML 1.0 and HTML have no way to write most control characters, Unicode
 * keeps its noncharacters for itself, and half of a surrogate pair is no character at all: the first two are
 * left out, the last becomes U+FFFD. Line breaks are "\n"; what else breaks a line or page is a space, so that no
 * two words run together.
 */
export function legalText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\v\f\u0085]/gu, ' ')
    .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
}

/** As {@link legalText}, on one line: for titles, attributes and names. */
export function oneLine(text: string): string {
  return legalText(text).replace(/\s+/gu, ' ').trim()
}
