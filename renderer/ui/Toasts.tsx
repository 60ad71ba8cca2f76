import { X } from 'lucide-react'
import { Toast } from 'radix-ui'
import { useStore } from '../state/store.ts'
import { dropToast, toasts } from '../state/toasts.ts'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import { strings } from './strings.ts'
import styles from './toasts.module.css'

/** Notes stay ten seconds, errors until they are read; both wait while the pointer or focus is on them. */
export function Toasts() {
  const shown = useStore(toasts, (now) => now)
  return (
    <Toast.Provider swipeDirection="down" label={strings.common.note}>
      {shown.map((toast) => (
        <Toast.Root
          key={toast.id}
          className={classes(styles.toast, toast.tone === 'error' && styles.error)}
          type={toast.tone === 'error' ? 'foreground' : 'background'}
          duration={toast.tone === 'error' ? 60_000 : 10_000}
          onOpenChange={(open) => !open && dropToast(toast.id)}
        >
          <div className={styles.words}>
            <Toast.Title className={styles.title}>{toast.text}</Toast.Title>
            {toast.detail ? (
              <Toast.Description className={styles.detail}>{toast.detail}</Toast.Description>
            ) : null}
          </div>
          {toast.undo ? (
            <Toast.Action asChild altText={strings.common.undo}>
              <Button size="small" tone="quiet" className={styles.undo} onClick={toast.undo}>
                {strings.common.undo}
              </Button>
            </Toast.Action>
          ) : null}
          <Toast.Close asChild>
            <IconButton
              size="small"
              className={styles.close}
              label={strings.common.close}
              icon={<X size={13} />}
            />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport label={strings.common.notes} className={styles.viewport} data-passing="" />
    </Toast.Provider>
  )
}
