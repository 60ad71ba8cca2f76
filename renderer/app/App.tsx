import { QueryClientProvider } from '@tanstack/react-query'
import { Tooltip } from 'radix-ui'
import { useEffect } from 'react'
import { type Desk, DeskContext } from '../state/desk.ts'
import { keepJudging } from '../state/judging.ts'
import { followLife } from '../state/life.ts'
import { followNews } from '../state/news.ts'
import { preferences } from '../state/preferences.ts'
import { usePeople } from '../state/queries.ts'
import { useStore } from '../state/store.ts'
import { Directed } from '../ui/Directed.tsx'
import { keepFocus } from '../ui/focus-home.ts'
import { strings } from '../ui/strings.ts'
import { WhoWorksHere } from '../views/people/WhoWorksHere.tsx'
import { Boundary } from './Boundary.tsx'
import { Window } from './Window.tsx'
import styles from './window.module.css'

export function App({ desk }: { desk: Desk }) {
  useEffect(() => followNews(desk.link, desk.queries), [desk])
  useEffect(() => keepJudging(desk.link.client, desk.queries), [desk])
  useEffect(keepFocus, [])
  useEffect(() => followLife(desk.link), [desk])
  return (
    <QueryClientProvider client={desk.queries}>
      <DeskContext value={desk}>
        <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
          <Directed>
            <Boundary>
              <Door />
            </Boundary>
          </Directed>
        </Tooltip.Provider>
      </DeskContext>
    </QueryClientProvider>
  )
}

/** Nobody gets in without a name: everything done here is done by somebody. */
function Door() {
  const { data: people } = usePeople()
  const personId = useStore(preferences, (now) => now.personId)
  if (!people)
    return (
      <div className={styles.opening} role="status">
        {strings.app.loading}
      </div>
    )
  return people.some((person) => person.id === personId) ? <Window /> : <WhoWorksHere />
}
