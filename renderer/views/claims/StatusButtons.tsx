import type { Status } from '../../../shared/model/claim.ts'
import { type CommandId, keysOf, statusOrder } from '../../app/keys.ts'
import { Keys } from '../../ui/Keys.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { statusMeanings, statusNames } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

/** The seven statuses; the one that stands is pressed. */
export function StatusButtons({
  label,
  current,
  onChoose,
}: {
  label: string
  /** Null where there is no one status, as of several claims. */
  current: Status | null
  onChoose: (status: Status) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; these are commands
    <div className={styles.statuses} role="group" aria-label={label}>
      {statusOrder.map((status) => {
        const command: CommandId = `settle.${status}`
        return (
          <button
            key={status}
            type="button"
            className={styles.status}
            data-status={status}
            aria-pressed={current === null ? undefined : current === status}
            title={statusMeanings[status]}
            onClick={() => onChoose(status)}
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
