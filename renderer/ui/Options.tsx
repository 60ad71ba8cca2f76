import { RadioGroup } from 'radix-ui'
import { useId } from 'react'
import styles from './options.module.css'

/** One of several, each with a sentence on what it is; arrow keys move between them. */
export function Options<T extends string>({
  label,
  options,
  value,
  onChange,
  onEnter,
}: {
  label: string
  options: readonly { value: T; name: string; about: string }[]
  value: T
  onChange: (value: T) => void
  /** What is chosen is wanted at once. */
  onEnter?: () => void
}) {
  const labels = useId()
  return (
    <RadioGroup.Root
      aria-label={label}
      className={styles.options}
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen)
        if (option) onChange(option.value)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !onEnter) return
        event.preventDefault()
        onEnter()
      }}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className={styles.option}
          aria-labelledby={`${labels}${option.value}`}
          aria-describedby={`${labels}${option.value}-about`}
        >
          <span className={styles.dot} aria-hidden="true" />
          <span id={`${labels}${option.value}`} className={styles.name}>
            {option.name}
          </span>
          <span id={`${labels}${option.value}-about`} className={styles.about}>
            {option.about}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
