import { strings } from '../../ui/strings.ts'
import styles from './start.module.css'

const reasons = {
  locked: (holder: string) => strings.refused.locked(holder),
  network: () => strings.refused.network,
  newer: () => strings.refused.newer,
  damaged: () => strings.refused.damaged,
  readOnly: () => strings.refused.readOnly,
}
type RefusedCode = keyof typeof reasons

function isCode(code: string): code is RefusedCode {
  return Object.hasOwn(reasons, code)
}

/**
 * Why the desk did not open. The shell that could not open it says so in the page's address:
 * `?refused=locked&holder=http://127.0.0.1:4011/`. Null where nothing was refused.
 */
export function readRefused(search: string): { code: RefusedCode; holder: string } | null {
  const asked = new URLSearchParams(search)
  const code = asked.get('refused')
  if (code === null || !isCode(code)) return null
  const holder = asked.get('holder')
  return { code, holder: holder ? ` (${holder})` : '' }
}

export function DeskRefused({ code, holder }: { code: RefusedCode; holder: string }) {
  return (
    <main className={styles.page}>
      <div className={styles.welcome} role="alert">
        <h1 className={styles.title}>{strings.refused.title}</h1>
        <p className={styles.lead}>{reasons[code](holder)}</p>
        <p className={styles.lead}>{strings.refused.untouched}</p>
      </div>
    </main>
  )
}
