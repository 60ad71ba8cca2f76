import { statusSchema } from '../../shared/model/claim.ts'
import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { StatusMark } from './StatusMark.tsx'
import { statusNames } from './strings.ts'

const sizes = [12, 14, 20, 40] as const

export const part: GalleryPart = {
  title: 'Status marks',
  states: sizes.map((size) => ({
    name: `${size} px`,
    View: () => (
      <div className={styles.row}>
        {statusSchema.options.map((status) => (
          <span key={status} className={styles.row}>
            <StatusMark status={status} size={size} />
            {statusNames[status]}
          </span>
        ))}
      </div>
    ),
  })),
}
