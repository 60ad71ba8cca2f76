import { type TextCommandId, textKeys } from '../../shared/commands/text.ts'
import { inLanguage } from '../ui/strings/in-language.ts'

export { type TextCommandId, type TextKey, textKeys } from '../../shared/commands/text.ts'

/** The chord of a command, as the table spells it. */
export function chordOf(id: TextCommandId): string {
  return textKeys.find((key) => key.id === id)?.chord ?? ''
}

/** What a command is called, in the language of the window. */
export function titleOf(id: TextCommandId): string {
  const found = textKeys.find((key) => key.id === id)
  return found ? inLanguage(found.title) : ''
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
      (key.chord !== undefined && matches(key.chord, pressed, isMac)) ||
      (key.also !== undefined && matches(key.also, pressed, isMac)),
  )
  return found?.id ?? null
}
