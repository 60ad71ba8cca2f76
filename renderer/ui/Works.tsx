import { useStore } from '../state/store.ts'
import { works } from '../state/work.ts'
import { Button } from './Button.tsx'
import { strings } from './strings.ts'
import styles from './works.module.css'

/** What goes on at the moment, each with the button that stops it. */
export function Works() {
  const under = useStore(works, (now) => now)
  return (
    <div role="status" className={styles.works} data-testid="works">
      {under.map(({ id, text, stop }) => (
        <p key={id} className={styles.work}>
          <span className={styles.text} dir="auto">
            {text}
          </span>
          <Button size="small" tone="quiet" aria-label={strings.work.stopLabel(text)} onClick={stop}>
            {strings.work.stop}
          </Button>
        </p>
      ))}
    </div>
  )
}
