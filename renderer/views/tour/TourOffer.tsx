import { useCommands } from '../../app/commands.ts'
import { prefer, preferences } from '../../state/preferences.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './tour.module.css'

/** To whoever has not been shown around in this window yet, nor declined it. */
export function TourOffer() {
  const isNew = useStore(preferences, (now) => now.tour === 'new')
  const commands = useCommands()
  if (!isNew) return null
  return (
    <section className={styles.offer} aria-label={strings.tour.label}>
      <p>{strings.tour.offer}</p>
      <div className={styles.answers}>
        <Button size="small" onClick={() => commands.run('tour')}>
          {strings.tour.begin}
        </Button>
        <Button tone="quiet" size="small" onClick={() => prefer({ tour: 'seen' })}>
          {strings.tour.decline}
        </Button>
      </div>
    </section>
  )
}
