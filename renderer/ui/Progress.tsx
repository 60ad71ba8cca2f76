import styles from './progress.module.css'

/** Settled out of all, as a hairline; its meaning stands in words beside it, so it is silent. */
export function Progress({ settled, all }: { settled: number; all: number }) {
  return (
    <svg className={styles.progress} viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="2" className={styles.all} />
      <rect
        width={all === 0 ? 0 : (100 * settled) / all}
        height="2"
        className={styles.settled}
        data-all={settled >= all ? '' : undefined}
      />
    </svg>
  )
}
