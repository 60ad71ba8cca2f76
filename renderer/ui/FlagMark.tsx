import type { ReactNode } from 'react'
import { exhaustive } from '../../shared/lib/assert.ts'
import styles from './flag-mark.module.css'

/** What a claim, a sentence, a question or the gate can say beside a status; `docs/design.md` says why they look so. */
export const flagSigns = [
  'changed',
  'context',
  'thin',
  'contradicted',
  'old',
  'ownWords',
  'removed',
  'unread',
  'fix',
  'query',
  'overdue',
  'blocks',
  'asks',
  'override',
  'cleared',
  'clearingEnded',
] as const
export type FlagSign = (typeof flagSigns)[number]

const octagon = 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z'
const bubble = 'M2.5 2.5h11v8.5H8L4.75 14v-3H2.5z'
const seal =
  'M8 .8 9.9 2.3l2.4-.2.6 2.4 2 1.4L14 8.1l.9 2.2-2 1.4-.6 2.4-2.4-.2L8 15.2l-1.9-1.3-2.4.2-.6-2.4-2-1.4.9-2.2-.9-2.2 2-1.4.6-2.4 2.4.2z'

/** Full shapes hold something up or stand firm, open ones only ask; a status never has one of these silhouettes. */
function shapeOf(sign: FlagSign): ReactNode {
  switch (sign) {
    case 'changed': // a lozenge that came apart
      return <path d="M7 1.2v13.6L1.2 8zM9 1.2v13.6L14.8 8z" className={styles.full} />
    case 'context': // the words are whole, what is around them is not
      return (
        <>
          <path d="m8 4.9 3.1 3.1L8 11.1 4.9 8z" className={styles.full} />
          <path
            d="M6 3.2 8 1.4l2 1.8M12.8 6l1.8 2-1.8 2M10 12.8l-2 1.8-2-1.8M3.2 10 1.4 8l1.8-2"
            className={styles.line}
          />
        </>
      )
    case 'thin': // a table that wants a leg
      return <path d="M1.75 4.5h12.5M4.5 4.5v9M11.5 4.5v2.6" className={styles.line} />
    case 'contradicted': // two that run against each other
      return <path d="m1.75 3 5 5-5 5M14.25 3l-5 5 5 5" className={styles.line} />
    case 'old': // an hourglass
      return (
        <path
          d="M3.25 1.75h9.5M3.25 14.25h9.5M4.5 1.75c0 4.5 7 8 7 12.5M11.5 1.75c0 4.5-7 8-7 12.5"
          className={styles.line}
        />
      )
    case 'ownWords': // it comes back to where it began
      return <path d="M12.9 8.8a5 5 0 1 1-1.2-4.1M12.3 1.6v3.5H8.8" className={styles.line} />
    case 'removed': // the corrector's dele
      return (
        <path
          d="M2 13.5c6.5-1 9.75-5.5 9.75-8.75a2.6 2.6 0 0 0-5.2 0c0 3.5 4 5.5 7.2 8.75"
          className={styles.line}
        />
      )
    case 'unread': // a closed eye
      return (
        <path
          d="M1.75 6.25c3 4.5 9.5 4.5 12.5 0M4 9.25 2.75 11.25M8 9.75v2.5M12 9.25l1.25 2"
          className={styles.line}
        />
      )
    case 'fix': // the corrector's caret
      return <path d="M2.25 13 8 3.5 13.75 13" className={styles.line} />
    case 'query': // somebody was asked
      return (
        <>
          <path d={bubble} className={styles.line} />
          <path d="M5.3 6.75h.01M8 6.75h.01M10.7 6.75h.01" className={styles.dot} />
        </>
      )
    case 'overdue': // and has not answered in time
      return (
        <>
          <path d={bubble} className={styles.both} />
          <path d="M8 4.6v2.6M8 9.1h.01" className={styles.cut} />
        </>
      )
    case 'blocks': // a bar across the way
      return (
        <>
          <path d={octagon} className={styles.full} />
          <path d="M4.5 8h7" className={styles.cut} />
        </>
      )
    case 'asks': // the same, to be seen through
      return (
        <>
          <path d={octagon} className={styles.line} />
          <path d="M8 4.75v3.6M8 11h.01" className={styles.line} />
        </>
      )
    case 'override': // a stroke of the editor's pencil through it
      return (
        <>
          <path d={octagon} className={styles.line} />
          <path d="m.75 15.25 14.5-14.5" className={styles.line} />
        </>
      )
    case 'cleared': // a seal
      return (
        <>
          <path d={seal} className={styles.full} />
          <path d="m5 8.2 2.1 2.1L11.2 6" className={styles.cut} />
        </>
      )
    case 'clearingEnded': // a seal that was broken
      return (
        <>
          <path d={seal} className={styles.line} />
          <path d="m10.75 2.5-3 4.25 1.75 2.5-3.25 4.5" className={styles.line} />
        </>
      )
    default:
      return exhaustive(sign)
  }
}

export function FlagMark({ sign, size = 14 }: { sign: FlagSign; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={styles.mark}
      data-sign={sign}
    >
      {shapeOf(sign)}
    </svg>
  )
}

/** A flag with its word, as it stands in rows, lists and the gate. */
export function Flag({ sign, children }: { sign: FlagSign; children: ReactNode }) {
  return (
    <span className={styles.flag} data-sign={sign}>
      <FlagMark sign={sign} size={12} />
      <span>{children}</span>
    </span>
  )
}
