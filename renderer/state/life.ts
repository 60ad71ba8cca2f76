import { LinkBroken } from '../link/broken.ts'
import type { DeskLink } from '../link/link.ts'
import { strings } from '../ui/strings.ts'
import { openStory } from './open-story.ts'
import { createStore } from './store.ts'
import { toast } from './toasts.ts'

/** The desk was taken back to a backup, and this window holds words that it does not know. */
export const takenBack = createStore(false)

/** Set by the window that took the desk back, for itself after it was opened again. */
const restoredPlace = 'stet.restored'

/** This window's next opening says what became of the backup. */
export function sayRestoredNext(): void {
  sessionStorage.setItem(restoredPlace, '1')
}

function hasUnsaved(): boolean {
  const story = openStory.get()
  return story.kind === 'open' && story.session.hasUnsaved()
}

/** Proves the desk after this window had it taken back, and says how that went. */
async function sayRestored(link: DeskLink): Promise<void> {
  if (sessionStorage.getItem(restoredPlace) === null) return
  sessionStorage.removeItem(restoredPlace)
  toast(strings.backups.restored)
  const { findings, stories, steps } = await link.client.desk.verify()
  if (findings.length === 0) toast(strings.backups.proved(stories, steps))
  else
    toast(strings.backups.findings(findings.length), {
      tone: 'error',
      detail: strings.backups.findingsDetail,
    })
}

/**
 * Opens the window again when the desk was taken back to a backup, for everything that it shows may be another
 * then; where it holds unsaved words it says so instead.
 */
export function followLife(link: DeskLink): () => void {
  let life: string | null = null
  let isAsking = false

  async function ask(): Promise<void> {
    if (isAsking || link.state() !== 'open') return
    isAsking = true
    try {
      const hello = await link.client.desk.hello()
      if (life === null) {
        life = hello.life
        await sayRestored(link)
      } else if (life !== hello.life) {
        if (hasUnsaved()) takenBack.set(() => true)
        else location.reload()
      }
    } catch (error) {
      // The next connection asks again.
      if (!(error instanceof LinkBroken)) throw error
    } finally {
      isAsking = false
    }
  }

  void ask()
  return link.subscribe(() => void ask())
}
