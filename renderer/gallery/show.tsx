import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { forgetPreferences, preferences } from '../state/preferences.ts'
import { Gallery } from './Gallery.tsx'
import { me } from './made/people.ts'

/** Shows every part of the window in each of its states, with made data and without a desk. */
export function showGallery(root: Root): void {
  forgetPreferences()
  preferences.set((now) => ({ ...now, personId: me.id, storyId: null }))
  document.title = 'Stet: gallery'
  root.render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
