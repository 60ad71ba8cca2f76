import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Keys } from './Keys.tsx'
import styles from './menu.module.css'

export function Menu({
  trigger,
  children,
  align = 'end',
}: {
  /** A button; the menu hangs from it. */
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface ItemProps {
  icon?: ReactNode
  keys?: string | undefined
  tone?: 'danger'
  disabled?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, keys, tone, disabled, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      className={classes(styles.item, tone && styles.danger)}
      disabled={disabled ?? false}
      onSelect={onSelect}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text}>{children}</span>
      {keys ? <Keys keys={keys} /> : null}
    </DropdownMenu.Item>
  )
}

export function MenuRule() {
  return <DropdownMenu.Separator className={styles.rule} />
}

/** One of several, such as a stage; `children` are {@link MenuChoice}s. */
export function MenuChoices({
  label,
  value,
  onChange,
  children,
}: {
  label?: string
  value: string
  onChange: (value: string) => void
  children: ReactNode
}) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {label ? <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label> : null}
      {children}
    </DropdownMenu.RadioGroup>
  )
}

export function MenuChoice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem className={styles.item} value={value}>
      <span className={styles.icon}>
        <DropdownMenu.ItemIndicator>
          <Check size={14} />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className={styles.text}>{children}</span>
    </DropdownMenu.RadioItem>
  )
}

export function SubMenu({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={classes(styles.item, styles.sub)}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.text}>{label}</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={styles.menu} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}
