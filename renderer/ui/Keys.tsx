import styles from './keys.module.css'
import { spellKeys } from './spell-keys.ts'

/** Keys as this computer's keyboard names them: "Mod+Alt+C" is ⌘⌥C on a Mac, Ctrl Alt C elsewhere. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {spellKeys(keys)}
    </kbd>
  )
}
