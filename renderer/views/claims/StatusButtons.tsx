import type { Claim } from '../../../shared/model/claim.ts'
import { settle } from '../../app/claim-commands.ts'
import { type CommandId, keysOf, statusOrder } from '../../app/keys.ts'
import type { StorySession } from '../../state/session.ts'
import { Keys } from '../../ui/Keys.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { statusMeanings, statusNames, strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

/** The seven statuses; the one that stands is pressed. */
export function StatusButtons({ session, claim }: { session: StorySession; claim: Claim }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are commands
    <div className={styles.statuses} role="group" aria-label={strings.claims.status}>
      {statusOrder.map((status) => {
        const command: CommandId = `settle.${status}`
        return (
          <button
            key={status}
            type="button"
            className={styles.status}
            data-status={status}
            aria-pressed={claim.status === status}
            title={statusMeanings[status]}
            onClick={() => void settle(session, claim.id, status)}
          >
            <StatusMark status={status} />
            <span className={styles.statusName}>{statusNames[status]}</span>
            <Keys keys={keysOf(command).single ?? ''} />
          </button>
        )
      })}
    </div>
  )
}
