/**
 * Bounds of one import. They are far above any story and below what would keep the desk from answering:
 * the longest book measured, 100,000 words, is .6 MB of text.
 */
export const limits = {
  /** Text and Markdown. */
  textBytes: 8 * 1024 * 1024,
  /** HTML; a page saved with its pictures inside is seldom above 10 MB. */
  pageBytes: 24 * 1024 * 1024,
  /** Characters that a page shows. */
  pageTextLength: 8 * 1024 * 1024,
  /** JSON carries the files of sources and figures. */
  jsonBytes: 256 * 1024 * 1024,
  /** Top-level blocks of a story. */
  blocks: 50_000,
  /** Elements and comments of a page: a misnested page can make parsers multiply them. */
  pageNodes: 300_000,
  /** Levels of a page; browsers stop at 512. */
  pageDepth: 1000,
  /** Attributes of one tag: parsers compare each with all others. */
  tagAttributes: 1000,
  /** Levels of a JSON file; a story's document needs about 20. */
  jsonDepth: 200,
  /** Lists within lists; deeper ones are drawn up to this level. */
  listDepth: 12,
} as const
