import { statusSchema } from '../../shared/model/claim.ts'
import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { Flag, FlagMark, flagSigns } from './FlagMark.tsx'
import { StatusMark } from './StatusMark.tsx'
import { statusNames } from './strings.ts'

const sizes = [12, 14, 20, 40] as const

export const part: GalleryPart = {
  title: 'Statuses and flags',
  states: [
    ...sizes.map((size) => ({
      name: `Statuses at ${size} px`,
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
    ...sizes.map((size) => ({
      name: `Flags at ${size} px`,
      View: () => (
        <div className={styles.row}>
          {flagSigns.map((sign) => (
            <span key={sign} className={styles.row}>
              <FlagMark sign={sign} size={size} />
              {sign}
            </span>
          ))}
        </div>
      ),
    })),
    {
      name: 'Flags with their words',
      View: () => (
        <div className={styles.row}>
          {flagSigns.map((sign) => (
            <Flag key={sign} sign={sign}>
              {sign}
            </Flag>
          ))}
        </div>
      ),
    },
  ],
}
