import { useCallback, useEffect } from 'react'
import type { Claim, Speaker } from '../../../shared/model/claim.ts'
import { createDrafts } from '../../state/drafts.ts'
import { useSources } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Choice, Field, TextInput } from '../../ui/Field.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './open-claim.module.css'

const nobody: Speaker = { name: '', role: '', sourceId: null }

const speakerDrafts = createDrafts<Speaker>()

function isSame(a: Speaker | null, b: Speaker | null | undefined): boolean {
  return a?.name === b?.name && a?.role === b?.role && (a?.sourceId ?? null) === (b?.sourceId ?? null)
}

/** Who says the quote: the name as the text has it and, once known, the person among the sources. */
export function SpeakerFields({ session, claim }: { session: StorySession; claim: Claim }) {
  const { data: sources = [] } = useSources()
  const { id } = claim
  const draft = speakerDrafts.use(id) ?? claim.speaker ?? nobody
  const change = (part: Partial<Speaker>) => speakerDrafts.keep(id, { ...draft, ...part })
  const save = useCallback(
    () =>
      speakerDrafts.settle(id, (next) =>
        perform(async () => {
          const made = next.name.trim() ? { ...next, name: next.name.trim(), role: next.role.trim() } : null
          if (!isSame(made, session.getState().claims.get(id)?.speaker)) await session.setSpeaker(id, made)
          return true
        }),
      ),
    [session, id],
  )
  // A key may lead to another claim while the caret is in a field, which then goes without a blur.
  useEffect(() => () => void save(), [save])

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
            onChange={(event) => change({ name: event.target.value })}
            onBlur={() => void save()}
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
            onChange={(event) => change({ role: event.target.value })}
            onBlur={() => void save()}
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
              change({ name: draft.name || (source?.title ?? ''), sourceId: source?.id ?? null })
              void save()
            }}
          />
        )}
      </Field>
    </fieldset>
  )
}
