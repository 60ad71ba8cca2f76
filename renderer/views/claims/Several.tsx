import { X } from 'lucide-react'
import { settleSeveral } from '../../app/settle-several.ts'
import { selectedClaims, selectNothing } from '../../state/claim-selection.ts'
import type { StorySession } from '../../state/session.ts'
import { IconButton } from '../../ui/Button.tsx'
import { home } from '../../ui/focus-home.ts'
import { severalStrings } from '../../ui/strings/several.ts'
import styles from './open-claim.module.css'
import { StatusButtons } from './StatusButtons.tsx'

/** What can be done with the claims that are selected in the list; stands where an open claim would. */
export function Several({ session, count }: { session: StorySession; count: number }) {
  return (
    <section className={styles.several} aria-label={severalStrings.title} {...home}>
      <header className={styles.head}>
        <h3 className={styles.number}>{severalStrings.count(count)}</h3>
        <span className={styles.space} />
        <IconButton
          label={severalStrings.drop}
          keys="Escape"
          icon={<X size={15} />}
          onClick={selectNothing}
        />
      </header>
      <div className={styles.body}>
        <StatusButtons
          label={severalStrings.status}
          current={null}
          onChoose={(status) => void settleSeveral(session, selectedClaims(session), status)}
        />
        <p className={styles.quiet}>{severalStrings.each}</p>
      </div>
    </section>
  )
}
