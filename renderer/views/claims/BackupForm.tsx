import { useEffect, useRef, useState } from 'react'
import { type Backup, type BackupDetails, stanceSchema } from '../../../shared/model/backup.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId, newSourceId } from '../../../shared/model/ids.ts'
import { newSourceDetails, rankSchema, type Source } from '../../../shared/model/source.ts'
import { attach, detailsFor } from '../../app/claim-commands.ts'
import { useDesk } from '../../state/desk.ts'
import { createDrafts } from '../../state/drafts.ts'
import { useSourcesById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { rankNames, stanceNames, strings } from '../../ui/strings.ts'
import styles from './backup.module.css'
import { type PickedSource, SourcePicker } from './SourcePicker.tsx'

/** By the piece of backup that is changed, or the claim that gets a new one. */
const backupDrafts = createDrafts<{ picked: PickedSource | null; details: BackupDetails }>()

function savedDetails(backup: Backup | undefined): BackupDetails {
  if (!backup) return detailsFor({ usualRank: 'primary' })
  const { locator, excerpt, stance, rank, note } = backup
  return { locator, excerpt, stance, rank, note }
}

/** Adds backup, or changes what `backup` says; the source of a piece of backup stays what it is. */
export function BackupForm({
  session,
  claim,
  backup,
  onDone,
}: {
  session: StorySession
  claim: Claim
  backup?: Backup
  onDone: () => void
}) {
  const { link, queries } = useDesk()
  const sources = useSourcesById()
  const key = backup?.id ?? claim.id
  const draft = backupDrafts.use(key) ?? { picked: null, details: savedDetails(backup) }
  const { picked, details } = draft
  const [isSaving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const locatorField = useRef<HTMLInputElement>(null)
  const isPicked = picked !== null
  // The picker goes once a source is chosen, and the focus with it: the next thing asked for takes it.
  useEffect(() => {
    if (isPicked) locatorField.current?.focus()
  }, [isPicked])
  // Whole, with what saves it, wherever the panel was scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another form once a source is chosen
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [isPicked])
  const change = (part: Partial<BackupDetails>) =>
    backupDrafts.keep(key, { picked, details: { ...details, ...part } })

  async function sourceOf(choice: PickedSource): Promise<Pick<Source, 'id' | 'title'>> {
    if (choice.kind === 'known') return choice.source
    const source = await link.client.sources.add({
      requestId: newRequestId(),
      sourceId: newSourceId(),
      details: { ...newSourceDetails(choice.sourceKind, choice.title), url: choice.url },
    })
    await queries.invalidateQueries({ queryKey: ['sources'] })
    return source
  }

  async function save() {
    setSaving(true)
    const isDone = await perform(async () => {
      if (backup) {
        await session.changeBackup(backup.id, details)
        return true
      }
      return picked !== null && (await attach(session, claim.id, await sourceOf(picked), details))
    })
    setSaving(false)
    if (!isDone) return
    backupDrafts.drop(key)
    onDone()
  }

  const canSave = (backup !== undefined || picked !== null) && !isSaving
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSave) {
          event.preventDefault()
          event.stopPropagation()
          void save()
        }
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation()
          onDone()
        }
      }}
    >
      {backup ? (
        <p className={styles.fixed} dir="auto">
          {sources.get(backup.sourceId)?.title ?? strings.backup.unknown}
        </p>
      ) : (
        <SourcePicker
          picked={picked}
          onPick={(choice) => {
            const rank =
              choice?.kind === 'known'
                ? choice.source.usualRank
                : choice
                  ? newSourceDetails(choice.sourceKind, choice.title).usualRank
                  : details.rank
            backupDrafts.keep(key, { picked: choice, details: { ...details, rank } })
          }}
        />
      )}
      <Field label={strings.backup.locator}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={locatorField}
            dir="auto"
            maxLength={500}
            placeholder={strings.backup.locatorPlaceholder}
            value={details.locator}
            onChange={(event) => change({ locator: event.target.value })}
          />
        )}
      </Field>
      <Field label={strings.backup.excerpt}>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            placeholder={strings.backup.excerptPlaceholder}
            value={details.excerpt}
            onChange={(event) => change({ excerpt: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.switches}>
        <Segments
          size="small"
          label={strings.backup.stance}
          value={details.stance}
          onChange={(stance) => change({ stance })}
          options={stanceSchema.options.map((value) => ({ value, name: stanceNames[value] }))}
        />
        <Segments
          size="small"
          label={strings.backup.rank}
          value={details.rank}
          onChange={(rank) => change({ rank })}
          options={rankSchema.options.map((value) => ({ value, name: rankNames[value] }))}
        />
      </div>
      <Field label={strings.backup.note}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            value={details.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.formFoot}>
        <Button
          tone="quiet"
          size="small"
          onClick={() => {
            backupDrafts.drop(key)
            onDone()
          }}
        >
          {strings.common.cancel}
        </Button>
        <Button tone="primary" size="small" type="submit" disabled={!canSave}>
          {strings.backup.save}
        </Button>
      </div>
    </form>
  )
}
