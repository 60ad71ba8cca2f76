import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

interface FieldProps {
  label: string
  /** The control's id, where a command must find it. */
  controlId?: string
  hint?: string | undefined
  error?: string | undefined
  /** The label is read out but not shown. */
  hideLabel?: boolean
  className?: string | undefined
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

/** A label, one control, and what is to be said of it. */
export function Field({ label, hint, error, hideLabel, className, controlId, children }: FieldProps) {
  const ownId = useId()
  const id = controlId ?? ownId
  const told = error ?? hint
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {children({
        id,
        ...(told ? { 'aria-describedby': `${id}-told` } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {told ? (
        <p
          id={`${id}-told`}
          className={error ? styles.error : styles.hint}
          role={error ? 'alert' : undefined}
        >
          {told}
        </p>
      ) : null}
    </div>
  )
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" className={classes(styles.input, className)} {...rest} />
}

/** Grows with what is in it, from `rows` lines on. */
export function TextArea({ className, rows = 2, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      style={{ minBlockSize: `calc(${rows}lh + 0.9rem)` }}
      className={classes(styles.input, styles.area, className)}
      {...rest}
    />
  )
}

/** The platform's own list: it is fast, familiar and speaks to every screen reader. */
export function Choice<T extends string>({
  options,
  value,
  onChange,
  className,
  ...rest
}: Omit<ComponentProps<'select'>, 'onChange' | 'value'> & {
  options: readonly { value: T; name: string }[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <select
      className={classes(styles.input, styles.choice, className)}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}

export function Check({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
