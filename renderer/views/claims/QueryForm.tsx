import { useEffect, useMemo, useRef, useState } from 'react'
import type { Claim } from '../../../shared/model/claim.ts'
import { newQueryId, newRequestId } from '../../../shared/model/ids.ts'
import { type Query, type QueryDetails, queryDetailsSchema, waySchema } from '../../../shared/model/query.ts'
import { createDrafts } from '../../state/drafts.ts'
import { useMay, useSources } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { Check, Choice, Field, TextArea, TextInput } from '../../ui/Field.tsx'
import { queriesStrings, wayNames } from '../../ui/strings/queries.ts'
import styles from './backup.module.css'
import { MomentField } from './MomentField.tsx'
import { PanelForm } from './PanelForm.tsx'

interface QueryDraft {
  readonly details: QueryDetails
  /** The claim is set to *queried* with it. */
  readonly setsQueried: boolean
}

/** By the query that is changed, or the claim that gets a new one. */
const queryDrafts = createDrafts<QueryDraft>()

const wayOptions = waySchema.options.map((value) => ({ value, name: wayNames[value] }))

function newDetails(claim: Claim, atMs: number): QueryDetails {
  return {
    asked: claim.speaker?.name ?? '',
    sourceId: claim.speaker?.sourceId ?? null,
    question: '',
    way: 'mail',
    askedAtMs: atMs,
    dueAtMs: null,
    isRightOfReply: false,
  }
}

/** Asks somebody, or changes what is kept of a query. */
export function QueryForm({
  session,
  claim,
  query,
  onDone,
}: {
  session: StorySession
  claim: Claim
  query?: Query
  onDone: () => void
}) {
  const { data: sources = [] } = useSources()
  const [openedAtMs] = useState(() => Date.now())
  const first = useRef<HTMLInputElement>(null)
  const key = query?.id ?? claim.id
  const maySettle = useMay('settle')
  const offersStatus = query === undefined && maySettle && claim.presence === 'inText'
  const draft = queryDrafts.use(key) ?? {
    details: query ? queryDetailsSchema.parse(query) : newDetails(claim, openedAtMs),
    setsQueried: claim.status === 'unchecked',
  }
  const { details, setsQueried } = draft
  useEffect(() => {
    first.current?.focus()
  }, [])
  const named = useMemo(() => sources.filter((source) => source.kind === 'person'), [sources])
  const sourceOptions = [
    { value: '', name: queriesStrings.nobodyKnown },
    ...named.map((source) => ({ value: source.id as string, name: source.title })),
  ]
  const change = (part: Partial<QueryDetails>) =>
    queryDrafts.keep(key, { details: { ...details, ...part }, setsQueried })
  const canSave = details.asked.trim() !== '' && details.question.trim() !== ''

  async function save(): Promise<boolean> {
    const isDone = await perform(async () => {
      await session.ask((client) =>
        query
          ? client.queries.change({ requestId: newRequestId(), queryId: query.id, details })
          : client.queries.ask({
              requestId: newRequestId(),
              queryId: newQueryId(),
              claimId: claim.id,
              details,
              seenWords: offersStatus && setsQueried ? claim.words : null,
            }),
      )
      return true
    })
    return isDone ?? false
  }

  return (
    <PanelForm
      label={queriesStrings.ask}
      saves={queriesStrings.save}
      canSave={canSave}
      save={save}
      onLeave={onDone}
      onDiscard={() => {
        queryDrafts.drop(key)
        onDone()
      }}
    >
      <Field label={queriesStrings.asked}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={first}
            dir="auto"
            maxLength={300}
            placeholder={queriesStrings.askedPlaceholder}
            value={details.asked}
            onChange={(event) => change({ asked: event.target.value })}
          />
        )}
      </Field>
      {named.length > 0 ? (
        <Field label={queriesStrings.fromSources}>
          {(ids) => (
            <Choice
              {...ids}
              options={sourceOptions}
              value={details.sourceId ?? ''}
              onChange={(value) => {
                const source = named.find((one) => one.id === value)
                change({
                  sourceId: source?.id ?? null,
                  ...(source && details.asked.trim() === '' ? { asked: source.title } : {}),
                })
              }}
            />
          )}
        </Field>
      ) : null}
      <Field label={queriesStrings.question}>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            placeholder={queriesStrings.questionPlaceholder}
            value={details.question}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={queriesStrings.way}>
          {(ids) => (
            <Choice {...ids} options={wayOptions} value={details.way} onChange={(way) => change({ way })} />
          )}
        </Field>
        <MomentField
          label={queriesStrings.when}
          atMs={details.askedAtMs}
          onChange={(atMs) => change({ askedAtMs: atMs ?? details.askedAtMs })}
        />
        <MomentField
          label={queriesStrings.due}
          atMs={details.dueAtMs}
          onChange={(dueAtMs) => change({ dueAtMs })}
        />
      </div>
      <Check
        label={queriesStrings.rightOfReply}
        hint={queriesStrings.rightOfReplyHint}
        checked={details.isRightOfReply}
        onChange={(isRightOfReply) => change({ isRightOfReply })}
      />
      {offersStatus ? (
        <Check
          label={queriesStrings.setQueried}
          checked={setsQueried}
          onChange={(checked) => queryDrafts.keep(key, { details, setsQueried: checked })}
        />
      ) : null}
    </PanelForm>
  )
}
