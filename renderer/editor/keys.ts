/**
 * The keys of the text. Spelled as in `app/keys.ts`: "Mod+Alt+Shift+a", Mod being Command on a Mac and Control
 * elsewhere. The keymap below the text, the bubble's hints and the list of keys all read this one table.
 * What acts on claims by status, note and backup has its chords there.
 */
export interface TextKey {
  readonly id: TextCommandId
  readonly title: string
  readonly group: 'Tagging' | 'Text'
  readonly chord: string
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
  { id: 'undo', title: 'Undo', group: 'Text', chord: 'Mod+z' },
  { id: 'redo', title: 'Redo', group: 'Text', chord: 'Mod+Shift+z', also: 'Mod+y' },
  { id: 'find', title: 'Find in the story', group: 'Text', chord: 'Mod+f' },
  { id: 'replace', title: 'Find and replace', group: 'Text', chord: 'Mod+h', also: 'Mod+Alt+Shift+f' },
  { id: 'findNext', title: 'Next match', group: 'Text', chord: 'F3', also: 'Mod+g' },
  { id: 'findPrevious', title: 'Previous match', group: 'Text', chord: 'Shift+F3', also: 'Mod+Shift+g' },
  { id: 'selectAll', title: 'Select the field or body; again: all', group: 'Text', chord: 'Mod+a' },
  { id: 'plainPaste', title: 'Paste without formatting', group: 'Text', chord: 'Mod+Shift+v' },
]

/** The chord of a command, as the table spells it. */
export function chordOf(id: TextCommandId): string {
  return textKeys.find((key) => key.id === id)?.chord ?? ''
}

/** The part of a key event that says what was pressed. */
export interface PressedKey {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState(modifier: string): boolean
}

/** What the physical keys type on a US keyboard, for when Alt or Shift turns them into another sign. */
const plainCodes: Record<string, string> = { Period: '.', Comma: ',', Minus: '-', Slash: '/', Quote: "'" }

function plainKeyOf(pressed: PressedKey): string {
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (/^[a-z0-9]$/.test(key) || (pressed.key.length > 1 && key !== 'Dead')) return key
  const code = /^(?:Key|Digit)(.)$/.exec(pressed.code)?.[1]?.toLowerCase() ?? plainCodes[pressed.code]
  return (pressed.altKey || pressed.shiftKey) && code ? code : key
}

function matches(chord: string, pressed: PressedKey, isMac: boolean): boolean {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  const mod = isMac ? pressed.metaKey : pressed.ctrlKey
  const other = isMac ? pressed.ctrlKey : pressed.metaKey
  if (
    mod !== wants('Mod') ||
    other ||
    pressed.altKey !== wants('Alt') ||
    pressed.shiftKey !== wants('Shift')
  ) {
    return false
  }
  return plainKeyOf(pressed) === key
}

/** The command of the text that these keys mean. What AltGr types is text, never a command. */
export function textCommandOf(pressed: PressedKey, isMac: boolean): TextCommandId | null {
  if (pressed.getModifierState('AltGraph')) return null
  const found = textKeys.find(
    (key) =>
      matches(key.chord, pressed, isMac) || (key.also !== undefined && matches(key.also, pressed, isMac)),
  )
  return found?.id ?? null
}
