import { useState } from 'react'
import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { Check, Choice, Field, TextArea, TextInput } from './Field.tsx'

function Checks() {
  const [isOn, setOn] = useState(true)
  return (
    <div className={styles.stack}>
      <Check label="With confidential sources" checked={isOn} onChange={setOn} />
      <Check
        label="Whole words"
        hint="Leaves alone what stands inside a longer word."
        checked={false}
        onChange={() => {}}
      />
    </div>
  )
}

export const part: GalleryPart = {
  title: 'Fields',
  states: [
    {
      name: 'Empty, filled, with a hint',
      View: () => (
        <div className={styles.stack}>
          <Field label="Publisher">{(ids) => <TextInput {...ids} placeholder="Who published it" />}</Field>
          <Field label="Title" hint="As the source gives it.">
            {(ids) => <TextInput {...ids} defaultValue="Harbour ledger, volume 12" />}
          </Field>
        </div>
      ),
    },
    {
      name: 'Refused and disabled',
      View: () => (
        <div className={styles.stack}>
          <Field label="Slug" error="Another story has this slug. Take another one.">
            {(ids) => <TextInput {...ids} defaultValue="ice-house" />}
          </Field>
          <Field label="Role">{(ids) => <TextInput {...ids} disabled defaultValue="bookkeeper" />}</Field>
        </div>
      ),
    },
    {
      name: 'Several lines, and a choice',
      View: () => (
        <div className={styles.stack}>
          <Field label="Note">
            {(ids) => (
              <TextArea
                {...ids}
                defaultValue="Seen in the reading room. Volume 12 lacks two leaves, and the sum on leaf 40 is torn away."
              />
            )}
          </Field>
          <Field label="Kind">
            {(ids) => (
              <Choice
                {...ids}
                value="document"
                onChange={() => {}}
                options={[{ value: 'document', name: 'Document' }]}
              />
            )}
          </Field>
        </div>
      ),
    },
    { name: 'Checks', View: Checks },
    {
      name: 'With the focus',
      isWhole: true,
      View: () => (
        <div className={styles.middle}>
          <Field label="Title">{(ids) => <TextInput {...ids} defaultValue="Harbour ledger" />}</Field>
        </div>
      ),
      play: (place) => place.querySelector('input')?.focus(),
    },
    {
      name: 'A check with the focus',
      isWhole: true,
      View: () => (
        <div className={styles.middle}>
          <Check label="Whole words" checked={false} onChange={() => {}} />
        </div>
      ),
      play: (place) => place.querySelector('input')?.focus(),
    },
  ],
}
