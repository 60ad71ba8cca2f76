import type { Receipt } from '../../../shared/model/receipt.ts'

const nothing: Receipt['kept'] = {
  headlines: 0,
  crossheads: 0,
  paragraphs: 0,
  blockquotes: 0,
  lists: 0,
  figures: 0,
  tables: 0,
  footnotes: 0,
  links: 0,
  quotedSpans: 0,
  words: 0,
  claims: 0,
  sources: 0,
}

/** A web page: menus were left out, one part has been put back, and the story lacks something. */
export const madeReceipt: Receipt = {
  name: 'halmsund-ice-house-has-to-move-again-coast-gazette.html',
  format: 'html',
  hash: 'b'.repeat(64),
  sizeBytes: 184_220,
  kept: {
    ...nothing,
    headlines: 1,
    crossheads: 3,
    paragraphs: 17,
    links: 6,
    quotedSpans: 9,
    words: 1140,
    tables: 1,
  },
  changed: [
    { what: 'A heading of the fourth level became a crosshead of the second', count: 2 },
    { what: 'Words in small capitals are plain now', count: 1 },
  ],
  dropped: [
    {
      id: 'part-1',
      text: 'Home · News · Coast · Weather · Tides · Subscribe',
      rule: 'navigation',
      reason: 'It is a menu: links and little else.',
      beforeBlock: 0,
      isBack: false,
    },
    {
      id: 'part-2',
      text: 'Read more: Three winters without ice',
      rule: 'related',
      reason: 'It leads to another story.',
      beforeBlock: 6,
      isBack: true,
    },
    {
      id: 'part-3',
      text: 'Buy smoked herring from the quay. Delivered by Friday, or your money back, on every order above 200 crowns.',
      rule: 'advertisement',
      reason: 'The page itself calls it an advertisement.',
      beforeBlock: 9,
      isBack: false,
    },
  ],
  missing: ['byline', 'date'],
}

export const plainReceipt: Receipt = {
  name: '',
  format: 'text',
  hash: 'c'.repeat(64),
  sizeBytes: 2_310,
  kept: { ...nothing, headlines: 1, paragraphs: 8, words: 402 },
  changed: [],
  dropped: [],
  missing: [],
}
