/**
 * One text block of a story as the first pass reads it. The same object means that nothing in it changed: what follows
 * from one passage alone is kept in a WeakMap on it, so that a keystroke costs its own paragraph.
 */
export interface Passage {
  /** Offsets into it are UTF-16 code units; a reference to a footnote is one character, "\ufffc". */
  readonly text: string
  /** The document's name for the block, or for what it stands in: "headline", "paragraph", "blockquote". */
  readonly where: string
}

/** A stretch of one of a story's passages, end exclusive. */
export interface PassageStretch {
  /** Index among the story's passages. */
  readonly passage: number
  readonly from: number
  readonly to: number
}
