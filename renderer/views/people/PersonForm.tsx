import { useState } from 'react'
import { initialsOf, type Person, personSchema, roleSchema } from '../../../shared/model/person.ts'
import { usePeople } from '../../state/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { roleNames, strings } from '../../ui/strings.ts'
import styles from './people.module.css'

export type PersonDetails = Omit<Person, 'id'>

const detailsSchema = personSchema.omit({ id: true })

/** Name, initials, role. Initials follow the name until they are typed. */
export function PersonForm({
  person,
  submit,
  onSubmit,
  onCancel,
  autoFocus,
}: {
  /** Who is changed; somebody new without. */
  person?: Person
  submit: string
  onSubmit: (details: PersonDetails) => Promise<unknown>
  onCancel?: () => void
  autoFocus?: boolean
}) {
  const [name, setName] = useState(person?.name ?? '')
  const [initials, setInitials] = useState<string | null>(person?.initials ?? null)
  const [role, setRole] = useState(person?.role ?? 'checker')
  const [isBusy, setBusy] = useState(false)
  const { data: people } = usePeople()
  const isAlone = people?.every(({ id }) => id === person?.id) ?? false
  const shownInitials = initials ?? (name.trim() ? initialsOf(name) : '')
  const details = detailsSchema.safeParse({ name: name.trim(), initials: shownInitials.trim(), role })

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!details.success || isBusy) return
        setBusy(true)
        void onSubmit(details.data).finally(() => setBusy(false))
      }}
    >
      <Field label={strings.person.name}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus={autoFocus ?? false}
            autoComplete="name"
            dir="auto"
            maxLength={200}
            placeholder={strings.person.namePlaceholder}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={strings.person.initials}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={8}
            value={shownInitials}
            onChange={(event) => setInitials(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.role}>
        <p className={styles.label}>{strings.person.role}</p>
        <Segments
          label={strings.person.role}
          value={role}
          onChange={setRole}
          options={roleSchema.options.map((value) => ({ value, name: roleNames[value] }))}
        />
        <p className={styles.hint}>
          {strings.person.roleHint}
          {isAlone ? ` ${strings.person.roleHintAlone}` : ''}
        </p>
      </div>
      <div className={styles.foot}>
        {onCancel ? (
          <Button tone="quiet" onClick={onCancel}>
            {strings.common.cancel}
          </Button>
        ) : null}
        <Button tone="primary" type="submit" disabled={!details.success || isBusy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}
