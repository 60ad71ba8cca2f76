import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { keysOf } from '../../app/keys.ts'
import { chordOf } from '../../editor/keys.ts'
import { openStory } from '../../state/open-story.ts'
import { useStore } from '../../state/store.ts'
import { endTour, moveTour, type TourStep, tour, tourSteps } from '../../state/tour.ts'
import { Button } from '../../ui/Button.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './tour.module.css'

/** What a step is about, where it is to be seen; in a narrow window, the button that brings it. */
const places: Record<TourStep, string> = {
  text: '[data-tour="text"]',
  tag: '[data-tour="tag"]',
  settle: '[data-tour="claims"], [data-tour="openClaims"]',
  backup: '[data-tour="backup"], [data-tour="openClaims"]',
  on: '[data-tour="palette"]',
}

/** By their names in the words of the steps. */
const keys: Readonly<Record<string, string | undefined>> = {
  tag: chordOf('tag'),
  next: keysOf('nextClaim').single,
  confirm: keysOf('settle.confirmed').single,
  back: keysOf('takeBack').single,
  add: keysOf('addBackup').single,
  palette: keysOf('palette').chord,
}

/** The words of a step, its keys as they are labelled. */
function Words({ text }: { text: string }) {
  return text.split(/\{(\w+)\}/).map((part, at) => {
    const key = at % 2 === 1 ? keys[part] : undefined
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    return key === undefined ? part : <Keys key={at} keys={key} />
  })
}

/** Shows somebody around. It stands beside the work and shuts nothing off: each key that it names may be tried. */
export function Tour() {
  const step = useStore(tour, (now) => now)
  return step === null ? null : <Card step={step} />
}

function Card({ step }: { step: TourStep }) {
  const titleId = useId()
  const textId = useId()
  const card = useRef<HTMLElement>(null)
  const at = tourSteps.indexOf(step)
  const { title, text } = strings.tour.steps[step]

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out anew
  useEffect(() => card.current?.focus(), [step])
  useEffect(() => pointTo(step), [step])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    endTour()
  }
  return (
    <section
      ref={card}
      role="dialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      aria-roledescription={strings.tour.label}
      tabIndex={-1}
      className={styles.card}
      data-testid="tour"
      onKeyDown={onKeyDown}
    >
      <p className={styles.count}>{strings.tour.count(at + 1, tourSteps.length)}</p>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <p id={textId} className={styles.text}>
        <Words text={text} />
      </p>
      <div className={styles.foot}>
        {at < tourSteps.length - 1 ? (
          <Button tone="quiet" size="small" className={styles.skip} onClick={endTour}>
            {strings.tour.skip}
          </Button>
        ) : null}
        <Button tone="quiet" size="small" disabled={at === 0} onClick={() => moveTour(-1)}>
          {strings.tour.back}
        </Button>
        <Button tone="primary" size="small" onClick={() => moveTour(1)}>
          {at < tourSteps.length - 1 ? strings.tour.next : strings.tour.done}
        </Button>
      </div>
    </section>
  )
}

/** Rings what the step is about, as soon as it is there. @returns takes the ring off */
function pointTo(step: TourStep): () => void {
  const story = openStory.get()
  if (step === 'backup' && story.kind === 'open') {
    const { openClaimId, order } = story.session.getState()
    const [first] = order
    if (openClaimId === null && first) story.session.openClaim(first, { scroll: true })
  }
  let ringed: HTMLElement | null = null
  const look = () => {
    const found = document.querySelector<HTMLElement>(places[step])
    if (found === ringed) return
    ringed?.classList.remove(styles.ringed ?? '')
    found?.classList.add(styles.ringed ?? '')
    ringed = found
  }
  look()
  // The story that is to be shown may still be on its way.
  const watch = new MutationObserver(look)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => {
    watch.disconnect()
    ringed?.classList.remove(styles.ringed ?? '')
  }
}
