import type { ReactNode } from 'react'
import { exhaustive } from '../../shared/lib/assert.ts'
import type { Status } from '../../shared/model/claim.ts'
import styles from './status-mark.module.css'

/** Each status has a silhouette of its own, so that it is told apart without colour, at 12 px and in print. */
function shapeOf(status: Status): ReactNode {
  switch (status) {
    case 'unchecked': // an empty ring
      return <circle cx="8" cy="8" r="5.75" className={styles.line} />
    case 'queried': // a speech bubble with a question mark
      return (
        <>
          <path d="M2.5 2.5h11v8.5H8L4.75 14v-3H2.5z" className={styles.line} />
          <path d="M6.5 5.6c.2-1.7 3.2-1.5 3 .2C9.4 6.7 8 6.7 8 7.7" className={styles.line} />
          <circle cx="8" cy="9.3" r=".75" className={styles.full} />
        </>
      )
    case 'confirmed': // a full disc with a tick
      return (
        <>
          <circle cx="8" cy="8" r="6.5" className={styles.full} />
          <path d="m5 8.3 2.1 2.1L11.2 6" className={styles.cut} />
        </>
      )
    case 'wrong': // a full square with a cross
      return (
        <>
          <rect x="2" y="2" width="12" height="12" rx="1.5" className={styles.full} />
          <path d="m5.5 5.5 5 5m0-5-5 5" className={styles.cut} />
        </>
      )
    case 'unverified': // a triangle with a stroke
      return (
        <>
          <path d="M8 2.25 14.25 13.25H1.75z" className={styles.line} />
          <path d="M8 6.3v3.2" className={styles.line} />
          <circle cx="8" cy="11.4" r=".75" className={styles.full} />
        </>
      )
    case 'onAuthor': // a pen's nib
      return (
        <>
          <path d="M8 .75 13.25 8.5 11 15H5L2.75 8.5z" className={styles.full} />
          <path d="M8 1.5v7" className={styles.cut} />
          <circle cx="8" cy="9.75" r="1.6" className={styles.hole} />
        </>
      )
    case 'notAFact': // a bare dash between dots
      return (
        <>
          <path d="M5 8h6" className={styles.line} />
          <path d="M2.5 4V2.5H4M12 2.5h1.5V4M13.5 12v1.5H12M4 13.5H2.5V12" className={styles.line} />
        </>
      )
    default:
      return exhaustive(status)
  }
}

export function StatusMark({ status, size = 14 }: { status: Status; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={styles.mark}
      data-status={status}
    >
      {shapeOf(status)}
    </svg>
  )
}
