import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './segments.module.css'

/** One of a few, all in sight; arrow keys move between them. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
  size = 'normal',
  isWide = false,
}: {
  label: string
  options: readonly { value: T; name: ReactNode }[]
  value: T
  onChange: (value: T) => void
  size?: 'small' | 'normal'
  /** Fills its row, the options of equal width. */
  isWide?: boolean
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      className={classes(styles.segments, styles[size], isWide && styles.wide)}
      orientation="horizontal"
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value} className={styles.segment}>
          {option.name}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
