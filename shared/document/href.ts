/**
 * The one rule for addresses in a story: absolute `http:`, `https:`, `mailto:` or `tel:`, nothing else.
 * White space and control characters inside a scheme are what browsers ignore and attackers use, so they
 * are taken out before the scheme is read.
 */
export function isSafeHref(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this must catch
  return /^(https?:\/\/|mailto:|tel:)/i.test(href.replace(/[\u0000-\u0020\u007f-\u009f]/g, ''))
}
