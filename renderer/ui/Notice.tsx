import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './notice.module.css'
import type { Explanation } from './strings.ts'
import { strings } from './strings.ts'

/** What a view shows when it has nothing to show. */
export function Empty({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      {children ? <div className={styles.actions}>{children}</div> : null}
    </div>
  )
}

export function Failure({
  title,
  explanation,
  onAgain,
}: {
  title: string
  explanation: Explanation
  onAgain?: () => void
}) {
  return (
    <div className={styles.empty} role="alert">
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>
        {explanation.what} {explanation.safe} {explanation.next}
      </p>
      {onAgain ? (
        <div className={styles.actions}>
          <Button onClick={onAgain}>{strings.common.again}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** Bars where lines of text will stand. */
export function Loading({ label, lines = 5 }: { label: string; lines?: number }) {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label}</span>
      {[...Array(lines).keys()].map((line) => (
        <span key={line} className={styles.bar} data-line={line % 3} />
      ))}
    </div>
  )
}
