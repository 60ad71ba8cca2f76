/**
 * Keeps React from looking after the caret of an editor that does so itself. Around each of its renders React puts
 * down where the selection is in the focused element, and for one that says `contentEditable === 'true'` it counts
 * every letter up to there: 6 to 9 ms at 100,000 words, twice a key, for a selection that is never restored. Only
 * the property reads otherwise; the attribute, which browser and screen readers go by, stays as it is.
 */
export function keepOwnSelection(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => {
      const said = element.getAttribute('contenteditable') ?? 'inherit'
      return said === 'true' ? 'inherit' : said
    },
    set: (value: string) => element.setAttribute('contenteditable', value),
  })
}
