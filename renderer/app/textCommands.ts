import type { TextCommandId } from '../editor/keys.ts'

/** The commands of the text that the palette offers, besides those that the window's own table names. */
export const paletteTextCommands: ReadonlySet<TextCommandId> = new Set([
  'tagNarrower',
  'tagQuote',
  'untag',
  'changeSpan',
  'split',
  'find',
  'replace',
  'link',
  'bold',
  'italic',
  'underline',
  'superscript',
  'subscript',
  'strike',
  'crosshead1',
  'crosshead2',
  'paragraph',
  'orderedList',
  'bulletList',
  'blockquote',
  'undo',
  'redo',
])
