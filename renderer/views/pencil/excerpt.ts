/** What stands around an excerpt in a text; the excerpt itself between. */
export interface ExcerptPlace {
  readonly before: string
  readonly excerpt: string
  readonly after: string
}

/** So many characters are shown on either side. */
const around = 600

/**
 * Where a text has an excerpt: spaces, quotation marks and dashes may be others, and letters large or small.
 *
 * @returns null where it does not have it
 */
export function placeOf(text: string, excerpt: string): ExcerptPlace | null {
  const wanted = excerpt.trim()
  if (wanted === '') return null
  const pattern = wanted
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/['‘’‚]/gu, "['‘’‚]")
    .replace(/["“”„«»]/gu, '["“”„«»]')
    .replace(/[-‐‑–—]/gu, '[-‐‑–—]')
    .replace(/\s+/gu, '\\s+')
  const found = new RegExp(pattern, 'iu').exec(text)
  if (!found) return null
  const end = found.index + found[0].length
  return {
    before: text.slice(Math.max(0, found.index - around), found.index),
    excerpt: found[0],
    after: text.slice(end, end + around),
  }
}

/** "03:12" or "1:03:12" in seconds, and "page 4" or "p. 4" as a number: where a viewer is asked to open a file. */
export function fragmentOf(locator: string, mediaType: string): string {
  const time = /(?:(\d+):)?(\d{1,2}):(\d{2})/u.exec(locator)
  if (time && /^(?:audio|video)\//u.test(mediaType)) {
    return `#t=${Number(time[1] ?? 0) * 3600 + Number(time[2]) * 60 + Number(time[3])}`
  }
  const page = /(?:\bp(?:age|p)?\.?|\bS(?:eite)?\.?)\s*(\d+)/iu.exec(locator)
  return page && mediaType === 'application/pdf' ? `#page=${page[1]}` : ''
}
