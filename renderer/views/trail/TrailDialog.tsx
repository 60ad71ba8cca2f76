import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AuditEvent } from '../../../shared/model/audit.ts'
import { type TrailFormat, trailFormatSchema } from '../../../shared/model/export.ts'
import type { PersonId, SourceId, StoryId } from '../../../shared/model/ids.ts'
import { type TrailNames, tellEvent, viaNames } from '../../../shared/trail/tell.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { goToStory } from '../../state/open-story.ts'
import { listQueries, usePeopleById, useSourcesById } from '../../state/queries.ts'
import { explain, perform } from '../../state/refused.ts'
import { saveFile } from '../../state/save-file.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Check, Choice, Field, TextInput } from '../../ui/Field.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Failure } from '../../ui/Notice.tsx'
import { inLanguage, windowLanguage } from '../../ui/strings/in-language.ts'
import { strings } from '../../ui/strings.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { filterTrail, type TrailFilter, wholeTrail } from './filter-trail.ts'
import styles from './trail.module.css'

const through = inLanguage(viaNames)

/** A story's trail: who did what, when, on which words, on what and through what. */
export function TrailDialog({ storyId, claimNumber }: { storyId: StoryId; claimNumber?: number }) {
  const { link } = useDesk()
  const { data: events, error, refetch } = useQuery(listQueries.trail(link.client, storyId))
  const { data: opened } = useQuery(listQueries.storyRecords(link.client, storyId))
  const people = usePeopleById()
  const sources = useSourcesById()
  const [filter, setFilter] = useState<TrailFilter>(
    claimNumber === undefined ? wholeTrail : { claim: `#${claimNumber}`, personId: '' },
  )
  const [withConfidential, setWithConfidential] = useState(false)
  const claims = useMemo(
    () => new Map((opened?.claims ?? []).map((claim) => [claim.id as string, claim])),
    [opened],
  )
  const shown = useMemo(() => filterTrail(events ?? [], claims, filter), [events, claims, filter])
  const bySeq = useMemo(() => new Map(shown.map((event) => [String(event.seq), event])), [shown])
  const keys = useMemo(() => [...bySeq.keys()].sort((one, other) => Number(other) - Number(one)), [bySeq])
  const names: TrailNames = {
    person: (id) => people.get(id as PersonId)?.name ?? null,
    source: (id) => sources.get(id as SourceId)?.title ?? null,
  }
  const actors = useMemo(() => {
    const ids = new Set((events ?? []).flatMap((event) => event.personId ?? []))
    return [...ids].map((id) => ({ value: id as string, name: people.get(id)?.name ?? id }))
  }, [events, people])

  async function save(as: TrailFormat) {
    await perform(async () => {
      const made = await link.client.transfer.exportTrail({ storyId, as, withConfidential })
      saveFile(link.blobUrl(made.hash), made.name)
      say(strings.trail.saved(made.name))
    })
  }

  async function goTo(claimId: string) {
    const claim = claims.get(claimId)
    if (!claim) return
    closeDialog()
    const session = await goToStory(link, storyId)
    session?.openClaim(claim.id, { scroll: true, focus: true })
  }

  const story = opened?.story
  return (
    <Dialog
      title={strings.trail.title}
      lead={story ? strings.trail.lead(story.headline || story.slug) : undefined}
      size="widest"
      onClose={closeDialog}
      foot={
        <>
          <div className={styles.confidential}>
            <Check
              label={strings.trail.confidential}
              checked={withConfidential}
              onChange={setWithConfidential}
            />
          </div>
          {trailFormatSchema.options.map((as) => (
            <Button key={as} disabled={!events} onClick={() => void save(as)}>
              {strings.trail.save(as)}
            </Button>
          ))}
        </>
      }
    >
      <div className={styles.trail}>
        <div className={styles.filters}>
          <Field label={strings.trail.claim} className={styles.claimFilter}>
            {(ids) => (
              <TextInput
                {...ids}
                type="search"
                autoComplete="off"
                spellCheck={false}
                placeholder={strings.trail.claimHint}
                value={filter.claim}
                onChange={(event) => setFilter({ ...filter, claim: event.target.value })}
              />
            )}
          </Field>
          <Field label={strings.trail.person} className={styles.personFilter}>
            {(ids) => (
              <Choice
                {...ids}
                options={[{ value: '', name: strings.trail.anybody }, ...actors]}
                value={filter.personId}
                onChange={(personId) => setFilter({ ...filter, personId })}
              />
            )}
          </Field>
          <p role="status" className={styles.count}>
            {events ? strings.trail.count(shown.length, events.length) : error ? '' : strings.trail.loading}
          </p>
        </div>
        {error && !events ? (
          <Failure
            title={strings.trail.notRead}
            explanation={explain(error)}
            onAgain={() => void refetch()}
          />
        ) : null}
        {events && shown.length === 0 ? (
          <p className={styles.none}>
            {strings.trail.none}{' '}
            <Button size="small" onClick={() => setFilter(wholeTrail)}>
              {strings.trail.reset}
            </Button>
          </p>
        ) : null}
        <VirtualList
          className={classes(styles.list, 'scroll-hint')}
          label={strings.trail.list}
          items={keys}
          estimatePx={64}
          current={null}
        >
          {(key, row) => {
            const event = bySeq.get(key)
            const claim = event && claims.get(event.subject)
            return event ? (
              <EventRow
                event={event}
                names={names}
                claim={claim ? { number: claim.number, words: claim.words } : null}
                row={row}
                onGo={() => void goTo(event.subject)}
              />
            ) : null
          }}
        </VirtualList>
      </div>
    </Dialog>
  )
}

function EventRow({
  event,
  names,
  claim,
  row,
  onGo,
}: {
  event: AuditEvent
  names: TrailNames
  claim: { number: number; words: string } | null
  row: { tabIndex: 0 | -1; 'data-row': number }
  onGo: () => void
}) {
  const told = tellEvent(event, names, windowLanguage)
  const { what } = told
  // A claim's words stand beside what was done already.
  const isSaid = claim !== null && told.detail?.slice(1, -1) === claim.words
  const detail = isSaid ? null : told.detail
  const who = (event.personId && names.person(event.personId)) || '–'
  const content = (
    <>
      <span className={styles.meta}>
        <time dateTime={new Date(event.atMs).toISOString()}>{formatMoment(event.atMs)}</time>
        <span>{who}</span>
        <span>{through[event.via]}</span>
        <span className={styles.hash} title={`${strings.trail.event(event.seq)} · ${event.hash}`}>
          {event.hash.slice(0, 12)}
        </span>
      </span>
      <span className={styles.what}>
        <strong>{what}</strong>
        {claim ? (
          <span className={styles.claim} dir="auto">
            <span className={styles.number}>{strings.claims.number(claim.number)}</span> {claim.words}
          </span>
        ) : null}
      </span>
      {detail !== null || event.payload === null ? (
        <span className={styles.detail} dir="auto">
          {detail ?? strings.trail.struck}
        </span>
      ) : null}
    </>
  )
  return claim ? (
    <button
      type="button"
      className={styles.event}
      title={strings.trail.goTo(claim.number)}
      onClick={onGo}
      {...row}
    >
      {content}
    </button>
  ) : (
    <div className={styles.event} {...row}>
      {content}
    </div>
  )
}
