import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Tip } from './Tip.tsx'

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once per view at most; `danger` for what takes something away. */
  tone?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'normal'
}

export function Button({ tone = 'plain', size = 'normal', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      data-tone={tone}
      className={classes(styles.button, styles[tone], styles[size], className)}
      {...rest}
    />
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Its accessible name, also shown on hover. */
  label: string
  /** Shown beside the name on hover. */
  keys?: string | undefined
  icon: ReactNode
  size?: 'small' | 'normal'
}

export function IconButton({ label, keys, icon, size = 'normal', className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        className={classes(styles.icon, styles[size], className)}
        {...rest}
      >
        {icon}
      </button>
    </Tip>
  )
}
