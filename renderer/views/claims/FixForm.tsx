import { useEffect, useRef } from 'react'
import { type Fitting, isQuoted, objectionTo, transcriptsOf } from '../../../shared/check/fitting.ts'
import { anchorSpan } from '../../../shared/document/anchors.ts'
import { wholeWords } from '../../../shared/document/words.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { changesText, type Remedy, remedySchema } from '../../../shared/model/fix.ts'
import { type BackupId, newFixId, newRequestId } from '../../../shared/model/ids.ts'
import { createDrafts } from '../../state/drafts.ts'
import { useSourcesById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Check, Choice, Field, TextArea } from '../../ui/Field.tsx'
import { fixesStrings, objectionTexts, remedyHints, remedyNames } from '../../ui/strings/fixes.ts'
import { strings } from '../../ui/strings.ts'
import styles from './backup.module.css'
import { PanelForm } from './PanelForm.tsx'
import { WordDiff } from './WordDiff.tsx'

interface FixDraft {
  readonly remedy: Remedy
  readonly newWords: string
  readonly why: string
  readonly backupIds: readonly BackupId[]
}

/** By the claim that it is for. */
const fixDrafts = createDrafts<FixDraft>()

const inQuotes = remedySchema.options
const elsewhere = ['words', 'cut'] as const satisfies readonly Remedy[]

function wordsFor(remedy: Remedy, words: string): string {
  return remedy === 'answer' || remedy === 'stands' ? '' : words
}

/** Suggests what a claim's words are to be. What cannot be is said while it is written, by the desk's own rule. */
export function FixForm({
  session,
  claim,
  onDone,
}: {
  session: StorySession
  claim: Claim
  onDone: () => void
}) {
  const sources = useSourcesById()
  const first = useRef<HTMLTextAreaElement>(null)
  const known = fixDrafts.use(claim.id)
  const draft: FixDraft = known ?? { remedy: 'words', newWords: claim.words, why: '', backupIds: [] }
  const { remedy, newWords, why } = draft
  const backupIds = known
    ? draft.backupIds
    : claim.backup.filter((one) => one.stance !== 'supports').map((one) => one.id)
  useEffect(() => {
    first.current?.focus()
  }, [])
  const change = (part: Partial<FixDraft>) => fixDrafts.keep(claim.id, { ...draft, backupIds, ...part })

  const fitting = fittingOf(
    session,
    claim,
    remedy,
    newWords,
    transcriptsOf(claim, (id) => sources.get(id)),
  )
  const remedies = fitting && isQuoted(fitting) ? inQuotes : elsewhere
  const objection = fitting && objectionTo(fitting)
  const isTouched = newWords !== wordsFor(remedy, claim.words)
  const canSave = fitting !== null && objection === null && why.trim() !== ''

  async function save(): Promise<boolean> {
    const isDone = await perform(async () => {
      await session.ask((client) =>
        client.fixes.suggest({
          requestId: newRequestId(),
          fixId: newFixId(),
          claimId: claim.id,
          remedy,
          newWords,
          why,
          backupIds: [...backupIds],
          seenWords: claim.words,
        }),
      )
      return true
    })
    return isDone ?? false
  }

  return (
    <PanelForm
      label={fixesStrings.suggest}
      saves={fixesStrings.save}
      canSave={canSave}
      save={save}
      onLeave={onDone}
      onDiscard={() => {
        fixDrafts.drop(claim.id)
        onDone()
      }}
    >
      <Field label={fixesStrings.remedy} hint={remedyHints[remedy]}>
        {(ids) => (
          <Choice
            {...ids}
            options={remedies.map((value) => ({ value, name: remedyNames[value] }))}
            value={remedy}
            onChange={(value) => change({ remedy: value, newWords: wordsFor(value, claim.words) })}
          />
        )}
      </Field>
      {changesText(remedy) ? (
        <Field
          label={remedy === 'answer' ? fixesStrings.behind : fixesStrings.newWords}
          error={isTouched && objection ? objectionTexts[objection] : undefined}
        >
          {(ids) => (
            <TextArea
              {...ids}
              ref={first}
              dir="auto"
              value={newWords}
              onChange={(event) => change({ newWords: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {isTouched && !objection && remedy !== 'answer' && newWords !== '' ? (
        <WordDiff
          before={claim.words}
          after={newWords}
          names={{ before: fixesStrings.before, after: fixesStrings.after }}
        />
      ) : null}
      <Field label={fixesStrings.why}>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            placeholder={fixesStrings.whyPlaceholder}
            value={why}
            onChange={(event) => change({ why: event.target.value })}
          />
        )}
      </Field>
      {claim.backup.length > 0 ? (
        <fieldset className={styles.rests}>
          <legend>{fixesStrings.backup}</legend>
          {claim.backup.map((one) => (
            <Check
              key={one.id}
              label={[sources.get(one.sourceId)?.title ?? strings.backup.unknown, one.locator]
                .filter((part) => part !== '')
                .join(', ')}
              checked={backupIds.includes(one.id)}
              onChange={(isOn) =>
                change({
                  backupIds: isOn ? [...backupIds, one.id] : backupIds.filter((id) => id !== one.id),
                })
              }
            />
          ))}
        </fieldset>
      ) : null}
    </PanelForm>
  )
}

/** null where the claim is not in the text. */
function fittingOf(
  session: StorySession,
  claim: Claim,
  remedy: Remedy,
  newWords: string,
  excerpts: readonly string[],
): Fitting | null {
  const document = session.editor.state.doc
  const span = anchorSpan(document, claim.id)
  if (!span) return null
  return { document, range: wholeWords(document, span), kind: claim.kind, remedy, newWords, excerpts }
}
