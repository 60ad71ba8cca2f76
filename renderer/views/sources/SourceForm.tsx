import { ArrowLeft, ExternalLink } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isSafeHref } from '../../../shared/document/href.ts'
import { newRequestId, newSourceId } from '../../../shared/model/ids.ts'
import {
  newSourceDetails,
  rankSchema,
  type SourceDetails,
  sourceDetailsSchema,
  sourceKindSchema,
  sourceStandingSchema,
  termsSchema,
} from '../../../shared/model/source.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { perform } from '../../state/refused.ts'
import { toast } from '../../state/toasts.ts'
import { show } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Check, Choice, Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { sourceStandingNames, standingStrings } from '../../ui/strings/standing.ts'
import { rankNames, sourceKindNames, strings, termsNames } from '../../ui/strings.ts'
import { SourceFiles } from './SourceFiles.tsx'
import type { ListedSource } from './SourcesView.tsx'
import { sourceDrafts } from './source-drafts.ts'
import styles from './sources.module.css'

const kindOptions = sourceKindSchema.options.map((value) => ({ value, name: sourceKindNames[value] }))
const standingOptions = sourceStandingSchema.options.map((value) => ({
  value,
  name: sourceStandingNames[value],
}))
const termsOptions = termsSchema.options.map((value) => ({ value, name: termsNames[value] }))

/** Everything said of one source; a new one where `source` is null. */
export function SourceForm({ source }: { source: ListedSource | null }) {
  const { link, queries } = useDesk()
  const key = source?.id ?? 'new'
  const saved = useMemo(
    () => (source ? sourceDetailsSchema.parse(source) : newSourceDetails('document', '')),
    [source],
  )
  const draft = sourceDrafts.use(key)
  const details = draft ?? saved
  const [isBusy, setBusy] = useState(false)
  const isChanged = draft !== undefined
  const change = (part: Partial<SourceDetails>) => {
    const next = { ...details, ...part }
    if (JSON.stringify(next) === JSON.stringify(saved)) sourceDrafts.drop(key)
    else sourceDrafts.keep(key, next)
  }
  const readAgain = () => queries.invalidateQueries({ queryKey: ['sources'] })

  async function save() {
    setBusy(true)
    await perform(async () => {
      const requestId = newRequestId()
      const given = { ...details, title: details.title.trim() }
      if (source) await link.client.sources.change({ requestId, sourceId: source.id, details: given })
      else {
        const sourceId = newSourceId()
        await link.client.sources.add({ requestId, sourceId, details: given })
        await readAgain()
        sourceDrafts.drop(key)
        show({ sourceId })
        say(strings.sources.added(given.title))
      }
      if (!source) return
      say(strings.sources.saved)
      await readAgain()
      // What was typed while it was saved is still to be saved.
      if (sourceDrafts.get(key) === draft) sourceDrafts.drop(key)
    })
    setBusy(false)
  }

  async function remove(gone: ListedSource) {
    await perform(async () => {
      await link.client.sources.remove({ requestId: newRequestId(), sourceId: gone.id })
      sourceDrafts.drop(key)
      show({ sourceId: null })
      await readAgain()
      toast(strings.sources.removed(gone.title), {
        undo: () =>
          void perform(async () => {
            const again = sourceDetailsSchema.parse(gone)
            const { id } = await link.client.sources.add({
              requestId: newRequestId(),
              sourceId: newSourceId(),
              details: again,
            })
            for (const { hash, name, mediaType } of gone.files)
              await link.client.sources.attachFile({
                requestId: newRequestId(),
                sourceId: id,
                hash,
                name,
                mediaType,
              })
            await readAgain()
            show({ sourceId: id })
          }),
      })
    })
  }

  const publisherName =
    details.kind === 'person'
      ? strings.sources.publisherPerson
      : details.kind === 'recording'
        ? strings.sources.publisherRecording
        : strings.sources.publisher
  return (
    <form
      className={styles.form}
      aria-label={source ? source.title : strings.sources.newTitle}
      onSubmit={(event) => {
        event.preventDefault()
        if (details.title.trim() && isChanged && !isBusy) void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      <header className={styles.bar}>
        <IconButton
          label={strings.sources.back}
          className={styles.back}
          icon={<ArrowLeft size={16} className="mirrored" />}
          onClick={() => show({ sourceId: null })}
        />
        <h2 className={styles.title}>{source ? strings.sources.form : strings.sources.newTitle}</h2>
        <span className={styles.count}>
          {source ? (isChanged ? strings.sources.unsaved : strings.sources.usedBy(source.usedBy)) : ''}
        </span>
        {source ? (
          <Button
            size="small"
            tone="quiet"
            disabled={source.usedBy > 0}
            title={source.usedBy > 0 ? strings.sources.inUse(source.usedBy) : undefined}
            onClick={() => void remove(source)}
          >
            {strings.sources.remove}
          </Button>
        ) : (
          <Button
            size="small"
            tone="quiet"
            onClick={() => {
              sourceDrafts.drop(key)
              show({ sourceId: null })
            }}
          >
            {strings.common.cancel}
          </Button>
        )}
        <Button
          size="small"
          tone="primary"
          type="submit"
          disabled={!details.title.trim() || !isChanged || isBusy}
        >
          {source ? strings.common.save : strings.common.add}
        </Button>
      </header>
      <div className={styles.fields}>
        <Field label={strings.sources.titleField} className={styles.whole}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              required
              maxLength={1000}
              autoFocus={source === null}
              value={details.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={strings.sources.kind}>
          {(ids) => (
            <Choice
              {...ids}
              options={kindOptions}
              value={details.kind}
              onChange={(kind) =>
                change(source ? { kind } : { kind, usualRank: newSourceDetails(kind, '').usualRank })
              }
            />
          )}
        </Field>
        <div className={styles.rank}>
          <span className={styles.label}>{strings.sources.usualRank}</span>
          <Segments
            label={strings.sources.usualRank}
            value={details.usualRank}
            onChange={(usualRank) => change({ usualRank })}
            options={rankSchema.options.map((value) => ({ value, name: rankNames[value] }))}
          />
        </div>
        <Field label={publisherName}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={500}
              value={details.publisher}
              onChange={(event) => change({ publisher: event.target.value })}
            />
          )}
        </Field>
        <Field label={strings.sources.date}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={100}
              placeholder={strings.sources.dateHint}
              value={details.date}
              onChange={(event) => change({ date: event.target.value })}
            />
          )}
        </Field>
        <Field label={standingStrings.group} hint={standingStrings.groupHint}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={details.independenceGroup}
              onChange={(event) => change({ independenceGroup: event.target.value })}
            />
          )}
        </Field>
        <Field label={standingStrings.sourceStanding}>
          {(ids) => (
            <Choice
              {...ids}
              options={standingOptions}
              value={details.standing}
              onChange={(standing) => change({ standing })}
            />
          )}
        </Field>
        <Field label={strings.sources.url} className={styles.whole}>
          {(ids) => (
            <div className={styles.address}>
              <TextInput
                {...ids}
                inputMode="url"
                dir="ltr"
                spellCheck={false}
                maxLength={4000}
                value={details.url}
                onChange={(event) => change({ url: event.target.value })}
              />
              {isSafeHref(details.url) ? (
                <a
                  className={styles.openUrl}
                  href={details.url}
                  target="_blank"
                  rel="noopener noreferrer"
                  aria-label={strings.sources.openUrl}
                >
                  <ExternalLink size={15} />
                </a>
              ) : null}
            </div>
          )}
        </Field>
        <Field label={strings.sources.note} className={styles.whole}>
          {(ids) => (
            <TextArea
              {...ids}
              dir="auto"
              maxLength={20_000}
              value={details.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
        <div className={styles.whole}>
          <Check
            label={strings.sources.confidential}
            hint={strings.sources.confidentialHint}
            checked={details.isConfidential}
            onChange={(isConfidential) =>
              change(
                isConfidential && details.terms === 'onRecord'
                  ? { isConfidential, terms: 'background' }
                  : { isConfidential },
              )
            }
          />
        </div>
        {details.isConfidential ? (
          <fieldset className={styles.confidential} aria-label={strings.sources.confidential}>
            <Field label={strings.sources.terms}>
              {(ids) => (
                <Choice
                  {...ids}
                  options={termsOptions}
                  value={details.terms}
                  onChange={(terms) => change({ terms })}
                />
              )}
            </Field>
            <Field label={strings.sources.codeName}>
              {(ids) => (
                <TextInput
                  {...ids}
                  dir="auto"
                  maxLength={200}
                  value={details.codeName}
                  onChange={(event) => change({ codeName: event.target.value })}
                />
              )}
            </Field>
            <Field label={strings.sources.printAs} className={styles.whole}>
              {(ids) => (
                <TextInput
                  {...ids}
                  dir="auto"
                  maxLength={500}
                  placeholder={strings.sources.printAsPlaceholder}
                  value={details.printAs}
                  onChange={(event) => change({ printAs: event.target.value })}
                />
              )}
            </Field>
          </fieldset>
        ) : null}
        <div className={styles.whole}>
          {source ? (
            <SourceFiles source={source} />
          ) : (
            <p className={styles.hint}>{strings.sources.fileFirst}</p>
          )}
        </div>
      </div>
    </form>
  )
}
