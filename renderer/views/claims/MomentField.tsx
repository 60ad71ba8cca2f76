import { Field, TextInput } from '../../ui/Field.tsx'
import { formatDayInWords } from '../../ui/format.ts'
import { fieldValueOf, momentOf } from './moment.ts'

/**
 * A day and a time. The field is the browser's, written as the system writes dates; the same moment stands under it in
 * the window's own language, with its weekday, so that nobody takes the fifth of March for the third of May.
 */
export function MomentField({
  label,
  atMs,
  onChange,
}: {
  label: string
  /** null where none is set. */
  atMs: number | null
  /** @param atMs null where the field holds no whole moment */
  onChange: (atMs: number | null) => void
}) {
  return (
    <Field label={label} hint={atMs === null ? undefined : formatDayInWords(atMs)}>
      {(ids) => (
        <TextInput
          {...ids}
          type="datetime-local"
          value={atMs === null ? '' : fieldValueOf(atMs)}
          onChange={(event) => onChange(momentOf(event.target.value))}
        />
      )}
    </Field>
  )
}
