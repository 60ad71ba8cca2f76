import '@fontsource-variable/inter/opsz.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/touch.css'
import './ui/print.css'
import { QueryClient } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/lib/assert.ts'
import { App } from './app/App.tsx'
import { LinkBroken, openLink } from './link/link.ts'
import type { Desk } from './state/desk.ts'
import { applyPreferences, preferences } from './state/preferences.ts'
import { windowLanguage } from './ui/strings/in-language.ts'

allowStyleElements()
applyPreferences()
document.documentElement.lang = windowLanguage
const root = createRoot(must(document.getElementById('root'), 'the page has no root'))
// The gallery of every part is a file of its own, which nobody loads who does not ask for it.
if (new URLSearchParams(location.search).has('gallery'))
  void import('./gallery/show.tsx').then(({ showGallery }) => showGallery(root))
else
  root.render(
    <StrictMode>
      <App desk={openDesk()} />
    </StrictMode>,
  )

function openDesk(): Desk {
  const link = openLink()
  link.setPerson(preferences.get().personId)
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The desk is on this computer: whether the computer is online says nothing.
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // A desk that cannot be reached is asked until it can; a refusal stays a refusal.
        retry: (_count, error) => error instanceof LinkBroken,
        retryDelay: 700,
      },
    },
  })
  return { link, queries }
}

/** The page's policy lets in style elements with its nonce alone; the dialogs' lock on scrolling makes one. */
function allowStyleElements() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  if (nonce) setNonce(nonce)
}
