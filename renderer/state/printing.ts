import { createStore } from './store.ts'

/** `story` is what readers get; `proof` has the claims marked and numbered. */
export type Printed = 'story' | 'proof'

/** What was printed last in this window is offered first. */
export const lastPrinted = createStore<Printed>('story')

/** Goes into the running lines of each sheet. */
export interface Sheet {
  readonly slug: string
  /** "As of 23 Nov 2026, 09:24, 9 facts left"; "" for none. */
  readonly stands: string
}

/** Text as a style sheet quotes it. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ')}"`
}

/** A claim's number stands behind its words once, however many pieces other marks cut them into. */
function markEnds(): void {
  const last = new Map<string, HTMLElement>()
  for (const piece of document.querySelectorAll<HTMLElement>('.story-text [data-claim]')) {
    delete piece.dataset.ends
    last.set(piece.dataset.claim ?? '', piece)
  }
  for (const piece of last.values()) piece.dataset.ends = ''
}

/** Opens the system's dialog on the open story. The sheets themselves are the matter of `ui/print.css`. */
export function printStory(printed: Printed, { slug, stands }: Sheet): void {
  const { dataset, style } = document.documentElement
  lastPrinted.set(printed)
  dataset.print = printed
  style.setProperty('--print-slug', quoted(slug))
  style.setProperty('--print-stands', quoted(stands))
  if (printed === 'proof') markEnds()
  addEventListener(
    'afterprint',
    () => {
      delete dataset.print
      style.removeProperty('--print-slug')
      style.removeProperty('--print-stands')
    },
    { once: true },
  )
  window.print()
}
