import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { drawerMedia, type Panel as Side } from '../state/panels.ts'
import { useStore } from '../state/store.ts'
import { show, windowState } from '../state/window.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { goIn } from '../ui/focus-home.ts'
import { strings } from '../ui/strings.ts'
import { useMedia } from '../ui/useMedia.ts'
import styles from './window.module.css'

/** A panel beside the page; drawn over it where there is no room. */
export function Panel({ side, label, children }: { side: Side; label: string; children: ReactNode }) {
  const isDrawer = useMedia(drawerMedia[side])
  const isOut = useStore(windowState, (now) => now.drawer === side)
  const isHidden = useStore(windowState, (now) => now.hidden.includes(side))
  if (!isDrawer)
    return isHidden ? null : (
      <aside className={styles[side]} aria-label={label} data-tour={side === 'right' ? 'claims' : undefined}>
        {children}
      </aside>
    )
  return (
    <Dialog.Root open={isOut} onOpenChange={(open) => show({ drawer: open ? side : null })}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content
          className={classes(styles.drawer, styles[`${side}Drawer`])}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            goIn(event.currentTarget as HTMLElement)
          }}
        >
          <Dialog.Title className="visually-hidden">{label}</Dialog.Title>
          {children}
          <Dialog.Close asChild>
            <IconButton className={styles.drawerClose} label={strings.common.close} icon={<X size={16} />} />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
