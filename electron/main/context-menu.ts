import type { MenuItemConstructorOptions } from 'electron'
import { roleLabel } from './role-labels.ts'
import { words } from './words.ts'

/** What was clicked, as far as the menu depends on it. */
export interface Clicked {
  misspelledWord: string
  dictionarySuggestions: readonly string[]
  isEditable: boolean
  selectionText: string
  editFlags: { canCut: boolean; canCopy: boolean; canPaste: boolean; canSelectAll: boolean }
}

export interface ContextActions {
  replace(word: string): void
  learn(word: string): void
}

const MOST_SUGGESTIONS = 6

/** The menu under the pointer; empty where there is nothing to offer. */
export function contextTemplate(clicked: Clicked, actions: ContextActions): MenuItemConstructorOptions[] {
  const { misspelledWord, dictionarySuggestions, isEditable, selectionText, editFlags } = clicked
  const items: MenuItemConstructorOptions[] = []
  if (misspelledWord !== '' && isEditable) {
    for (const word of dictionarySuggestions.slice(0, MOST_SUGGESTIONS)) {
      items.push({ label: word, click: () => actions.replace(word) })
    }
    if (dictionarySuggestions.length === 0) items.push({ label: words().noSuggestions, enabled: false })
    items.push(
      { type: 'separator' },
      { label: words().learn(misspelledWord), click: () => actions.learn(misspelledWord) },
      { type: 'separator' },
    )
  }
  if (isEditable) {
    items.push(
      { ...roleLabel('cut'), role: 'cut', enabled: editFlags.canCut },
      { ...roleLabel('copy'), role: 'copy', enabled: editFlags.canCopy },
      { ...roleLabel('paste'), role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: words().plainPaste, enabled: editFlags.canPaste },
      { type: 'separator' },
      { ...roleLabel('selectAll'), role: 'selectAll', enabled: editFlags.canSelectAll },
    )
  } else if (selectionText.trim() !== '')
    items.push({ ...roleLabel('copy'), role: 'copy', enabled: editFlags.canCopy })
  return items
}
