/**
 * The commands of the text and their keys, spelled as in `window.ts`. The keymap below the text, the bubble's
 * hints, the list of keys and Electron's menu all read this one table. What acts on claims by status, note and
 * backup has its chords there.
 */
export interface TextKey {
  readonly id: TextCommandId
  readonly title: string
  readonly group: 'Tagging' | 'Text'
  /** Left out where the palette and a toolbar are enough. */
  readonly chord?: string
  /** A further chord that users of other programs expect. */
  readonly also?: string
}

export type TextCommandId =
  | 'tag'
  | 'tagNarrower'
  | 'tagQuote'
  | 'untag'
  | 'changeSpan'
  | 'split'
  | 'marks'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'link'
  | 'superscript'
  | 'subscript'
  | 'strike'
  | 'crosshead1'
  | 'crosshead2'
  | 'paragraph'
  | 'orderedList'
  | 'bulletList'
  | 'blockquote'
  | 'pullQuote'
  | 'editorsNote'
  | 'rule'
  | 'picture'
  | 'blockUp'
  | 'blockDown'
  | 'footnote'
  | 'acrossFootnote'
  | 'deleteFootnote'
  | 'table'
  | 'rowAbove'
  | 'rowBelow'
  | 'columnBefore'
  | 'columnAfter'
  | 'headerRow'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'
  | 'undo'
  | 'redo'
  | 'find'
  | 'replace'
  | 'findNext'
  | 'findPrevious'
  | 'plainPaste'
  | 'selectAll'

export const textKeys: readonly TextKey[] = [
  {
    id: 'tag',
    title: 'Tag the sentence, quote or selection; again: wider',
    group: 'Tagging',
    chord: 'Mod+Alt+a',
  },
  { id: 'tagNarrower', title: 'Narrow the tag', group: 'Tagging', chord: 'Mod+Alt+Shift+a' },
  { id: 'tagQuote', title: 'Tag as a quote', group: 'Tagging', chord: 'Mod+Alt+4' },
  { id: 'untag', title: 'Untag the open claim', group: 'Tagging', chord: 'Mod+Alt+7' },
  {
    id: 'changeSpan',
    title: 'Put the open claim on the selection',
    group: 'Tagging',
    chord: 'Mod+Alt+6',
  },
  { id: 'split', title: 'Split the open claim at the caret', group: 'Tagging', chord: 'Mod+Alt+5' },
  { id: 'marks', title: 'Hide or show all marks', group: 'Tagging', chord: 'Mod+Alt+9' },
  { id: 'bold', title: 'Bold', group: 'Text', chord: 'Mod+b' },
  { id: 'italic', title: 'Italic', group: 'Text', chord: 'Mod+i' },
  { id: 'underline', title: 'Underline', group: 'Text', chord: 'Mod+u' },
  { id: 'link', title: 'Link', group: 'Text', chord: 'Mod+k' },
  { id: 'strike', title: 'Strike through', group: 'Text', chord: 'Mod+Shift+x' },
  { id: 'superscript', title: 'Superscript', group: 'Text', chord: 'Mod+.' },
  { id: 'subscript', title: 'Subscript', group: 'Text', chord: 'Mod+,' },
  { id: 'crosshead1', title: 'Crosshead', group: 'Text', chord: 'Mod+Alt+1' },
  { id: 'crosshead2', title: 'Smaller crosshead', group: 'Text', chord: 'Mod+Alt+2' },
  { id: 'paragraph', title: 'Paragraph', group: 'Text', chord: 'Mod+Alt+0' },
  { id: 'orderedList', title: 'Numbered list', group: 'Text', chord: 'Mod+Shift+7' },
  { id: 'bulletList', title: 'Bulleted list', group: 'Text', chord: 'Mod+Shift+8' },
  { id: 'blockquote', title: 'Block quotation', group: 'Text', chord: 'Mod+Shift+9' },
  { id: 'pullQuote', title: 'Pull quote', group: 'Text' },
  { id: 'editorsNote', title: 'Editor’s note', group: 'Text' },
  { id: 'rule', title: 'Rule', group: 'Text' },
  { id: 'picture', title: 'Picture', group: 'Text', chord: 'Mod+Alt+Shift+g' },
  { id: 'blockUp', title: 'Move the selected picture or table up', group: 'Text', chord: 'Alt+ArrowUp' },
  { id: 'blockDown', title: 'Move it down; Escape selects it', group: 'Text', chord: 'Alt+ArrowDown' },
  { id: 'footnote', title: 'Footnote', group: 'Text', chord: 'Mod+Alt+Shift+n' },
  {
    id: 'acrossFootnote',
    title: 'From a reference to its footnote, and back',
    group: 'Text',
    chord: 'Mod+Alt+Shift+j',
  },
  { id: 'deleteFootnote', title: 'Delete the footnote', group: 'Text' },
  { id: 'table', title: 'Table', group: 'Text', chord: 'Mod+Alt+Shift+t' },
  { id: 'rowAbove', title: 'Row above', group: 'Text' },
  { id: 'rowBelow', title: 'Row below', group: 'Text', chord: 'Mod+Alt+Shift+ArrowDown' },
  { id: 'columnBefore', title: 'Column before', group: 'Text' },
  { id: 'columnAfter', title: 'Column after', group: 'Text', chord: 'Mod+Alt+Shift+ArrowRight' },
  { id: 'headerRow', title: 'Header row, or none', group: 'Text' },
  { id: 'deleteRow', title: 'Delete the row', group: 'Text' },
  { id: 'deleteColumn', title: 'Delete the column', group: 'Text' },
  { id: 'deleteTable', title: 'Delete the table', group: 'Text' },
  { id: 'undo', title: 'Undo', group: 'Text', chord: 'Mod+z' },
  { id: 'redo', title: 'Redo', group: 'Text', chord: 'Mod+Shift+z', also: 'Mod+y' },
  { id: 'find', title: 'Find in the story', group: 'Text', chord: 'Mod+f' },
  { id: 'replace', title: 'Find and replace', group: 'Text', chord: 'Mod+h', also: 'Mod+Alt+Shift+f' },
  { id: 'findNext', title: 'Next match', group: 'Text', chord: 'F3', also: 'Mod+g' },
  { id: 'findPrevious', title: 'Previous match', group: 'Text', chord: 'Shift+F3', also: 'Mod+Shift+g' },
  { id: 'selectAll', title: 'Select the field or body; again: all', group: 'Text', chord: 'Mod+a' },
  { id: 'plainPaste', title: 'Paste without formatting', group: 'Text', chord: 'Mod+Shift+v' },
]
