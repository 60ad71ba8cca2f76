import type { FileHash } from '../../shared/model/ids.ts'

interface DeskFile {
  readonly hash: FileHash
  readonly name: string
}

/** What an event of the page and one of React's have in common. */
interface Happening {
  preventDefault(): void
}

/** In Electron a file opens in the program that the system opens such files with; in a browser, in a tab. */
export function openInShell(event: Happening, { hash, name }: DeskFile): void {
  if (!window.stet) return
  event.preventDefault()
  window.stet.openCopy(hash, name)
}

let isOut = false

/** Whether what is dragged over the window is a file of the desk, on its way out. */
export function isDraggingOut(): boolean {
  return isOut
}

/** In Electron the file itself is dragged out of the window; in a browser, its address. */
export function dragOutOfShell(event: Happening, { hash, name }: DeskFile): void {
  if (!window.stet) return
  event.preventDefault()
  window.stet.dragOut(hash, name)
  isOut = true
  // The system drags now and tells the page no end of it; a pointer that moves with no button down does.
  const ending = new AbortController()
  window.addEventListener(
    'pointermove',
    (move) => {
      if (move.buttons !== 0) return
      isOut = false
      ending.abort()
    },
    { signal: ending.signal },
  )
}
