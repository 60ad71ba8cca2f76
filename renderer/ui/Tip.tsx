import { Tooltip } from 'radix-ui'
import type { ReactNode } from 'react'
import { Keys } from './Keys.tsx'
import styles from './tip.module.css'

/** Shown on hover and focus; only repeats what the control's name says, so it is no description of its own. */
export function Tip({
  text,
  keys,
  children,
}: {
  text: string
  keys?: string | undefined
  children: ReactNode
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild aria-describedby={undefined}>
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={styles.tip} sideOffset={6} collisionPadding={8}>
          {text}
          {keys ? <Keys keys={keys} /> : null}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
