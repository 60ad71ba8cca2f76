import type { MenuItemConstructorOptions } from 'electron'

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
    if (dictionarySuggestions.length === 0) items.push({ label: 'No suggestions', enabled: false })
    items.push(
      { type: 'separator' },
      { label: `Add “${misspelledWord}” to the dictionary`, click: () => actions.learn(misspelledWord) },
      { type: 'separator' },
    )
  }
  if (isEditable) {
    items.push(
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: 'Paste without formatting', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    )
  } else if (selectionText.trim() !== '') items.push({ role: 'copy', enabled: editFlags.canCopy })
  return items
}
