import { type as typeInto } from '../../gallery/hand.ts'
import { pending } from '../../gallery/made/desk.ts'
import { insider, ledger } from '../../gallery/made/sources.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { LinkBroken } from '../../link/broken.ts'
import { show } from '../../state/window.ts'
import { SourcesView } from './SourcesView.tsx'

const library = (name: string, given: Partial<GalleryState> = {}): GalleryState => ({
  name,
  isWhole: true,
  View: () => (
    <main className={styles.filled}>
      <SourcesView />
    </main>
  ),
  ...given,
})

export const part: GalleryPart = {
  title: 'Sources',
  states: [
    library('The library'),
    library('An open source with a file', { before: () => show({ sourceId: ledger.id }) }),
    library('A confidential source', { before: () => show({ sourceId: insider.id }) }),
    library('A new source', { before: () => show({ sourceId: 'new' }) }),
    library('An empty library', { answers: { sources: { list: () => [] } } }),
    library('The library while it is read', { answers: { sources: { list: pending } } }),
    library('The library when the desk cannot be reached', {
      answers: { sources: { list: () => Promise.reject(new LinkBroken('gone')) } },
    }),
    library('Nothing fits', { play: (place) => typeInto(place, 'input[type="search"]', 'walrus') }),
  ],
}
