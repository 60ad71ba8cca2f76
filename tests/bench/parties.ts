import type { Browser, Page } from '@playwright/test'
import type { BrowserShell } from '../e2e/shells/browser.ts'
import { paragraphsOf, type Size } from './book.ts'
import { type Opened, openStory, openWindow, type PeerPlace } from './places.ts'

export const STET = 'Stet'
export const BARE = 'bare contenteditable'
export const TIPTAP = 'tiptap StarterKit'

/** Who is measured: Stet with its panel and its desk, or a peer on the same text without claims. */
export interface Party {
  readonly who: string
  /** Where its text is, in its page. */
  readonly selector: string
  /** A page of its own with the text of a size in it. */
  open(browser: Browser, size: Size): Promise<{ page: Page; opened: Opened }>
}

export function partiesAt(shell: BrowserShell, peers: PeerPlace): Party[] {
  const peer = (who: string, name: string): Party => ({
    who,
    selector: '#text',
    open: (browser, size) => peers.open(browser, name, paragraphsOf(size)),
  })
  return [
    {
      who: STET,
      selector: '[data-testid="story-text"]',
      async open(browser, size) {
        const page = await openWindow(browser, shell)
        return { page, opened: await openStory(page, size) }
      },
    },
    peer(BARE, 'bare'),
    peer(TIPTAP, 'tiptap'),
    peer('Lexical', 'lexical'),
  ]
}

/** In every round somebody else begins, so that whatever the machine does meanwhile falls on all alike. */
export function inTurn<T>(all: readonly T[], round: number): T[] {
  const at = round % all.length
  return [...all.slice(at), ...all.slice(0, at)]
}
