import { PenLine } from 'lucide-react'
import type { Person } from '../../../shared/model/person.ts'
import { IconButton } from '../../ui/Button.tsx'
import { roleNames, strings } from '../../ui/strings.ts'
import styles from './people.module.css'

export function PersonLine({
  person,
  isYou,
  onChoose,
  onEdit,
}: {
  person: Person
  isYou?: boolean
  onChoose: () => void
  onEdit?: () => void
}) {
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.choose}
        aria-current={isYou ? 'true' : undefined}
        aria-label={strings.person.switchTo(person.name)}
        onClick={onChoose}
      >
        <span className={styles.initials} aria-hidden="true">
          {person.initials}
        </span>
        <span className={styles.name} dir="auto">
          {person.name}
        </span>
        <span className={styles.roleName}>
          {roleNames[person.role]}
          {isYou ? ` · ${strings.person.isYou}` : ''}
        </span>
      </button>
      {onEdit ? (
        <IconButton
          size="small"
          label={strings.person.change(person.name)}
          icon={<PenLine size={13} />}
          onClick={onEdit}
        />
      ) : null}
    </div>
  )
}
