import { inLanguage } from './strings/in-language.ts'

export const isMac =
  typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform || navigator.userAgent)

const onMac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃', Enter: '↩', Escape: 'esc' }
const elsewhere = inLanguage<Record<string, string>>({
  en: { Mod: 'Ctrl', Escape: 'Esc' },
  de: { Mod: 'Strg', Shift: 'Umschalt', Enter: 'Eingabe', Escape: 'Esc', Space: 'Leertaste' },
})
const both: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: 'Space',
}

/** Spells "Mod+Shift+p" as keys are labelled; the last part is a key as `KeyboardEvent.key` gives it. */
export function spellKeys(keys: string, mac: boolean = isMac): string {
  const parts = keys === '+' ? ['+'] : keys.split('+').map((part) => part || '+')
  const names = parts.map((part) => {
    const named = (mac ? onMac : elsewhere)[part] ?? both[part]
    if (named) return named
    return part.length === 1 && parts.length > 1 ? part.toUpperCase() : part
  })
  return names.join(mac ? '' : ' ')
}
