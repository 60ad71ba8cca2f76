interface Misspelling {
  misspelledWord: string
  dictionarySuggestions: string[]
}

let next: Misspelling | null = null

/** A browser without a window has no dictionary: the test says which word the next context menu stands on. */
export function misspell(misspelledWord: string, dictionarySuggestions: string[]): void {
  next = { misspelledWord, dictionarySuggestions }
}

export function takeMisspelling(): Misspelling {
  const taken = next ?? { misspelledWord: '', dictionarySuggestions: [] }
  next = null
  return taken
}
