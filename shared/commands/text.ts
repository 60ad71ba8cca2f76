import type { InEach } from '../model/window-language.ts'

/**
 * The commands of the text and their keys, spelled as in `window.ts`. The keymap below the text, the bubble's
 * hints, the list of keys and Electron's menu all read this one table. What acts on claims by status, note and
 * backup has its chords there.
 */
export interface TextKey {
  readonly id: TextCommandId
  readonly title: InEach
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
    title: {
      en: 'Tag the sentence, quote or selection; again: wider',
      de: 'Satz, Zitat oder Auswahl markieren; noch einmal: weiter',
    },
    group: 'Tagging',
    chord: 'Mod+Alt+a',
  },
  {
    id: 'tagNarrower',
    title: { en: 'Narrow the tag', de: 'Markierung enger fassen' },
    group: 'Tagging',
    chord: 'Mod+Alt+Shift+a',
  },
  {
    id: 'tagQuote',
    title: { en: 'Tag as a quote', de: 'Als Zitat markieren' },
    group: 'Tagging',
    chord: 'Mod+Alt+4',
  },
  {
    id: 'untag',
    title: { en: 'Untag the open claim', de: 'Markierung der offenen Aussage aufheben' },
    group: 'Tagging',
    chord: 'Mod+Alt+7',
  },
  {
    id: 'changeSpan',
    title: { en: 'Put the open claim on the selection', de: 'Offene Aussage auf die Auswahl setzen' },
    group: 'Tagging',
    chord: 'Mod+Alt+6',
  },
  {
    id: 'split',
    title: { en: 'Split the open claim at the caret', de: 'Offene Aussage an der Schreibmarke teilen' },
    group: 'Tagging',
    chord: 'Mod+Alt+5',
  },
  {
    id: 'marks',
    title: { en: 'Hide or show all marks', de: 'Alle Markierungen aus- oder einblenden' },
    group: 'Tagging',
    chord: 'Mod+Alt+9',
  },
  { id: 'bold', title: { en: 'Bold', de: 'Fett' }, group: 'Text', chord: 'Mod+b' },
  { id: 'italic', title: { en: 'Italic', de: 'Kursiv' }, group: 'Text', chord: 'Mod+i' },
  { id: 'underline', title: { en: 'Underline', de: 'Unterstrichen' }, group: 'Text', chord: 'Mod+u' },
  { id: 'link', title: { en: 'Link', de: 'Link' }, group: 'Text', chord: 'Mod+k' },
  {
    id: 'strike',
    title: { en: 'Strike through', de: 'Durchgestrichen' },
    group: 'Text',
    chord: 'Mod+Shift+x',
  },
  { id: 'superscript', title: { en: 'Superscript', de: 'Hochgestellt' }, group: 'Text', chord: 'Mod+.' },
  { id: 'subscript', title: { en: 'Subscript', de: 'Tiefgestellt' }, group: 'Text', chord: 'Mod+,' },
  { id: 'crosshead1', title: { en: 'Crosshead', de: 'Zwischentitel' }, group: 'Text', chord: 'Mod+Alt+1' },
  {
    id: 'crosshead2',
    title: { en: 'Smaller crosshead', de: 'Kleiner Zwischentitel' },
    group: 'Text',
    chord: 'Mod+Alt+2',
  },
  { id: 'paragraph', title: { en: 'Paragraph', de: 'Absatz' }, group: 'Text', chord: 'Mod+Alt+0' },
  {
    id: 'orderedList',
    title: { en: 'Numbered list', de: 'Nummerierte Liste' },
    group: 'Text',
    chord: 'Mod+Shift+7',
  },
  { id: 'bulletList', title: { en: 'Bulleted list', de: 'Aufzählung' }, group: 'Text', chord: 'Mod+Shift+8' },
  {
    id: 'blockquote',
    title: { en: 'Block quotation', de: 'Zitatblock' },
    group: 'Text',
    chord: 'Mod+Shift+9',
  },
  { id: 'pullQuote', title: { en: 'Pull quote', de: 'Herausgestelltes Zitat' }, group: 'Text' },
  { id: 'editorsNote', title: { en: 'Editor’s note', de: 'Anmerkung der Redaktion' }, group: 'Text' },
  { id: 'rule', title: { en: 'Rule', de: 'Trennlinie' }, group: 'Text' },
  { id: 'picture', title: { en: 'Picture', de: 'Bild' }, group: 'Text', chord: 'Mod+Alt+Shift+g' },
  {
    id: 'blockUp',
    title: {
      en: 'Move the selected picture or table up',
      de: 'Ausgewähltes Bild, ausgewählte Tabelle nach oben',
    },
    group: 'Text',
    chord: 'Alt+ArrowUp',
  },
  {
    id: 'blockDown',
    title: { en: 'Move it down; Escape selects it', de: 'Nach unten; Escape wählt aus' },
    group: 'Text',
    chord: 'Alt+ArrowDown',
  },
  { id: 'footnote', title: { en: 'Footnote', de: 'Fußnote' }, group: 'Text', chord: 'Mod+Alt+Shift+n' },
  {
    id: 'acrossFootnote',
    title: { en: 'From a reference to its footnote, and back', de: 'Vom Verweis zur Fußnote und zurück' },
    group: 'Text',
    chord: 'Mod+Alt+Shift+j',
  },
  { id: 'deleteFootnote', title: { en: 'Delete the footnote', de: 'Fußnote löschen' }, group: 'Text' },
  { id: 'table', title: { en: 'Table', de: 'Tabelle' }, group: 'Text', chord: 'Mod+Alt+Shift+t' },
  { id: 'rowAbove', title: { en: 'Row above', de: 'Zeile darüber' }, group: 'Text' },
  {
    id: 'rowBelow',
    title: { en: 'Row below', de: 'Zeile darunter' },
    group: 'Text',
    chord: 'Mod+Alt+Shift+ArrowDown',
  },
  { id: 'columnBefore', title: { en: 'Column before', de: 'Spalte davor' }, group: 'Text' },
  {
    id: 'columnAfter',
    title: { en: 'Column after', de: 'Spalte danach' },
    group: 'Text',
    chord: 'Mod+Alt+Shift+ArrowRight',
  },
  { id: 'headerRow', title: { en: 'Header row, or none', de: 'Kopfzeile oder keine' }, group: 'Text' },
  { id: 'deleteRow', title: { en: 'Delete the row', de: 'Zeile löschen' }, group: 'Text' },
  { id: 'deleteColumn', title: { en: 'Delete the column', de: 'Spalte löschen' }, group: 'Text' },
  { id: 'deleteTable', title: { en: 'Delete the table', de: 'Tabelle löschen' }, group: 'Text' },
  { id: 'undo', title: { en: 'Undo', de: 'Rückgängig' }, group: 'Text', chord: 'Mod+z' },
  {
    id: 'redo',
    title: { en: 'Redo', de: 'Wiederholen' },
    group: 'Text',
    chord: 'Mod+Shift+z',
    also: 'Mod+y',
  },
  { id: 'find', title: { en: 'Find in the story', de: 'Im Beitrag suchen' }, group: 'Text', chord: 'Mod+f' },
  {
    id: 'replace',
    title: { en: 'Find and replace', de: 'Suchen und ersetzen' },
    group: 'Text',
    chord: 'Mod+h',
    also: 'Mod+Alt+Shift+f',
  },
  {
    id: 'findNext',
    title: { en: 'Next match', de: 'Nächster Treffer' },
    group: 'Text',
    chord: 'F3',
    also: 'Mod+g',
  },
  {
    id: 'findPrevious',
    title: { en: 'Previous match', de: 'Voriger Treffer' },
    group: 'Text',
    chord: 'Shift+F3',
    also: 'Mod+Shift+g',
  },
  {
    id: 'selectAll',
    title: { en: 'Select the field or body; again: all', de: 'Feld oder Text auswählen; noch einmal: alles' },
    group: 'Text',
    chord: 'Mod+a',
  },
  {
    id: 'plainPaste',
    title: { en: 'Paste without formatting', de: 'Ohne Formatierung einfügen' },
    group: 'Text',
    chord: 'Mod+Shift+v',
  },
]
