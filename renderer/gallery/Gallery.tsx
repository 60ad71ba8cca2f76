import { QueryClientProvider } from '@tanstack/react-query'
import { Tooltip } from 'radix-ui'
import { type ReactNode, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { Boundary } from '../app/Boundary.tsx'
import { CommandsContext, createCommands } from '../app/commands.ts'
import { DeskContext } from '../state/desk.ts'
import { watchFirstPass } from '../state/first-pass.ts'
import { watchGate } from '../state/gate.ts'
import { openStory } from '../state/open-story.ts'
import type { StorySession } from '../state/session.ts'
import { windowState } from '../state/window.ts'
import { Directed } from '../ui/Directed.tsx'
import { clearStores } from './clear-stores.ts'
import styles from './gallery.module.css'
import { madeDesk } from './made/desk.ts'
import { addressOf, type GalleryPart, type GalleryState } from './part.ts'
import { parts } from './parts.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** The list of parts; behind `#part` its states beside each other, behind `#part/state` one that takes the window. */
export function Gallery() {
  const address = useSyncExternalStore(subscribe, () => location.hash.slice(1))
  for (const part of parts) {
    if (address === addressOf(part.title)) return <PartPage key={address} part={part} />
    const state = part.states.find((each) => address === `${addressOf(part.title)}/${addressOf(each.name)}`)
    if (state) return <WholeState key={address} state={state} address={address} />
  }
  return <Contents />
}

function Contents() {
  return (
    <main className={styles.contents} data-gallery="contents">
      <h1>Every part of the window</h1>
      <ul>
        {parts.map((part) => (
          <li key={part.title}>
            <h2>{part.title}</h2>
            <ul>
              {part.states.some((state) => !state.isWhole) ? (
                <li>
                  <a href={`#${addressOf(part.title)}`}>Its states beside each other</a>
                </li>
              ) : null}
              {part.states
                .filter((state) => state.isWhole)
                .map((state) => (
                  <li key={state.name}>
                    <a href={`#${addressOf(part.title)}/${addressOf(state.name)}`}>{state.name}</a>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </main>
  )
}

function PartPage({ part }: { part: GalleryPart }) {
  useMemo(clearStores, [])
  return (
    <main className={styles.part} data-gallery={addressOf(part.title)}>
      <h1>{part.title}</h1>
      {part.states
        .filter((state) => !state.isWhole)
        .map((state) => (
          <section key={state.name} className={styles.state}>
            <h2>{state.name}</h2>
            <div className={styles.place}>
              <Desked state={state}>
                <state.View />
              </Desked>
            </div>
          </section>
        ))}
    </main>
  )
}

function WholeState({ state, address }: { state: GalleryState; address: string }) {
  const place = useRef<HTMLDivElement>(null)
  useMemo(() => {
    clearStores()
    state.before?.()
  }, [state])
  useEffect(() => {
    const timer = setTimeout(() => {
      const done = () => place.current?.setAttribute('data-gallery', address)
      void Promise.resolve(state.play?.(document.body))
        .then(() => counted(document.body))
        .then(done)
    }, 60)
    return () => clearTimeout(timer)
  }, [state, address])
  return (
    <div ref={place} className={styles.whole} data-height={state.heightPx}>
      <Desked state={state}>
        <state.View />
      </Desked>
    </div>
  )
}

/** Waits for what is reckoned beside the drawing, so that each picture of a state is the same. */
async function counted(place: HTMLElement): Promise<void> {
  let leave = () => {}
  for (let look = 0; look < 75; look++) {
    const story = openStory.get()
    if (!place.querySelector('[data-waiting]') && (story.kind !== 'open' || isCounted(story.session))) break
    leave()
    // Reckons for as long as somebody waits for it.
    if (story.kind === 'open') leave = watchGate(story.session).subscribe(() => {})
    await new Promise((done) => setTimeout(done, 40))
  }
  leave()
}

function isCounted(session: StorySession): boolean {
  if (watchGate(session).get() === null) return false
  if (windowState.get().right !== 'firstPass') return true
  const { isOn, isQuestioned, hasFailed } = watchFirstPass(session).get()
  return !isOn || isQuestioned || hasFailed
}

/** Each state has a desk of its own, so that one can wait for it while the next one has been answered. */
function Desked({ state, children }: { state: GalleryState; children: ReactNode }) {
  const desk = useMemo(() => madeDesk(state.answers, state.linkState), [state])
  const commands = useMemo(() => createCommands(desk), [desk])
  return (
    <QueryClientProvider client={desk.queries}>
      <DeskContext value={desk}>
        <CommandsContext value={commands}>
          <Tooltip.Provider delayDuration={500}>
            <Directed>
              <Boundary>{children}</Boundary>
            </Directed>
          </Tooltip.Provider>
        </CommandsContext>
      </DeskContext>
    </QueryClientProvider>
  )
}
