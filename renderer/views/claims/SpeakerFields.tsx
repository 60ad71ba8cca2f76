import { useState } from 'react'
import type { Claim, Speaker } from '../../../shared/model/claim.ts'
import { useSources } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Choice, Field, TextInput } from '../../ui/Field.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

const nobody: Speaker = { name: '', role: '', sourceId: null }

/** Who says the quote: the name as the text has it and, once known, the person among the sources. */
export function SpeakerFields({ session, claim }: { session: StorySession; claim: Claim }) {
  const { data: sources = [] } = useSources()
  const [draft, setDraft] = useState(claim.speaker ?? nobody)
  const [seen, setSeen] = useState(claim.speaker)
  if (seen !== claim.speaker) {
    setSeen(claim.speaker)
    setDraft(claim.speaker ?? nobody)
  }

  function save(next: Speaker) {
    const made = next.name.trim() ? { ...next, name: next.name.trim(), role: next.role.trim() } : null
    const was = claim.speaker
    if (
      made?.name === was?.name &&
      made?.role === was?.role &&
      (made?.sourceId ?? null) === (was?.sourceId ?? null)
    )
      return
    void perform(() => session.setSpeaker(claim.id, made))
  }

  const people = sources.filter((source) => source.kind === 'person')
  const options = [
    { value: '', name: strings.claims.speakerUnknown },
    ...people.map((source) => ({ value: source.id as string, name: source.title })),
  ]
  return (
    <fieldset className={styles.speaker}>
      <legend className={styles.legend}>{strings.claims.speaker}</legend>
      <Field label={strings.claims.speakerName}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={300}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            onBlur={() => save(draft)}
          />
        )}
      </Field>
      <Field label={strings.claims.speakerRole}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={500}
            value={draft.role}
            disabled={!draft.name.trim()}
            onChange={(event) => setDraft({ ...draft, role: event.target.value })}
            onBlur={() => save(draft)}
          />
        )}
      </Field>
      <Field label={strings.claims.speakerSource} className={styles.whole}>
        {(ids) => (
          <Choice
            {...ids}
            options={options}
            value={draft.sourceId ?? ''}
            onChange={(value) => {
              const source = people.find((each) => each.id === value)
              const next = {
                ...draft,
                name: draft.name || (source?.title ?? ''),
                sourceId: source?.id ?? null,
              }
              setDraft(next)
              save(next)
            }}
          />
        )}
      </Field>
    </fieldset>
  )
}
