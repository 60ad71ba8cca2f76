import { Check, Clock, Paperclip, PenLine, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Claim } from '../../../shared/model/claim.ts'
import { newRequestId, type QueryId } from '../../../shared/model/ids.ts'
import { isOverdue, type Query } from '../../../shared/model/query.ts'
import { keysOf } from '../../app/keys.ts'
import { attachAnswer, removeQuery } from '../../app/together-commands.ts'
import { createDrafts } from '../../state/drafts.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { show, windowState } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Keys } from '../../ui/Keys.tsx'
import { queriesStrings, wayNames } from '../../ui/strings/queries.ts'
import styles from './backup.module.css'
import { MomentField } from './MomentField.tsx'
import { PanelForm } from './PanelForm.tsx'
import { QueryForm } from './QueryForm.tsx'

/** Who was asked about the claim, and what they answered. */
export function QueryList({ session, claim }: { session: StorySession; claim: Claim }) {
  const isAsking = useStore(windowState, (now) => now.queryFormFor === claim.id)
  const [editing, setEditing] = useState<QueryId | null>(null)
  return (
    <section className={styles.backup} aria-label={queriesStrings.title}>
      <header className={styles.head}>
        <h4>{queriesStrings.title}</h4>
        {isAsking ? null : (
          <Button tone="quiet" size="small" onClick={() => show({ queryFormFor: claim.id })}>
            <Plus size={13} aria-hidden="true" />
            {queriesStrings.ask}
            <Keys keys={keysOf('askClaim').single ?? ''} />
          </Button>
        )}
      </header>
      {isAsking ? (
        <QueryForm session={session} claim={claim} onDone={() => show({ queryFormFor: null })} />
      ) : null}
      {claim.queries.length === 0 && !isAsking ? <p className={styles.none}>{queriesStrings.none}</p> : null}
      <ul>
        {claim.queries.map((query) => (
          <li key={query.id} className={styles.item}>
            {editing === query.id ? (
              <QueryForm session={session} claim={claim} query={query} onDone={() => setEditing(null)} />
            ) : (
              <QueryItem session={session} claim={claim} query={query} onEdit={() => setEditing(query.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By which way and when, whether it is a right of reply, and until when an answer is wanted. */
export function QueryFacts({ query }: { query: Query }) {
  const isLate = isOverdue(query, Date.now())
  return (
    <p className={styles.facts}>
      <span>{queriesStrings.told(wayNames[query.way], formatMoment(query.askedAtMs))}</span>
      {query.isRightOfReply ? <span>{queriesStrings.rightOfReply}</span> : null}
      {query.answer === null && query.dueAtMs !== null ? (
        <span className={isLate ? styles.late : undefined}>
          <Clock size={11} aria-hidden="true" />
          {isLate
            ? queriesStrings.overdue(formatMoment(query.dueAtMs))
            : queriesStrings.dueBy(formatMoment(query.dueAtMs))}
        </span>
      ) : null}
    </p>
  )
}

function QueryItem({
  session,
  claim,
  query,
  onEdit,
}: {
  session: StorySession
  claim: Claim
  query: Query
  onEdit: () => void
}) {
  const [isAnswering, setAnswering] = useState(false)
  const isBackup = claim.backup.some((one) => one.id === query.backupId)
  return (
    <>
      <div className={styles.source}>
        <span className={styles.sourceTitle} dir="auto">
          {query.asked}
        </span>
        <span className={styles.actions}>
          <IconButton
            size="small"
            label={queriesStrings.edit(query.asked)}
            icon={<PenLine size={13} />}
            onClick={onEdit}
          />
          <IconButton
            size="small"
            label={queriesStrings.remove(query.asked)}
            icon={<Trash2 size={13} />}
            onClick={() => void removeQuery(session, query)}
          />
        </span>
      </div>
      <QueryFacts query={query} />
      <p className={styles.note} dir="auto">
        {query.question}
      </p>
      {query.answer && !isAnswering ? (
        <>
          <p className={styles.facts}>
            <span>
              <Check size={11} aria-hidden="true" />
              {queriesStrings.answered}, {formatMoment(query.answer.atMs)}
              {isBackup ? `, ${queriesStrings.isBackup}` : ''}
            </span>
          </p>
          <blockquote className={styles.excerpt} dir="auto">
            {query.answer.words}
          </blockquote>
        </>
      ) : null}
      {isAnswering ? (
        <AnswerForm session={session} query={query} onDone={() => setAnswering(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button size="small" tone={query.answer ? 'quiet' : 'plain'} onClick={() => setAnswering(true)}>
            {query.answer ? queriesStrings.changeAnswer : queriesStrings.noteAnswer}
          </Button>
          {query.answer && !isBackup ? (
            <Button size="small" onClick={() => void attachAnswer(session, query)}>
              <Paperclip size={12} aria-hidden="true" />
              {queriesStrings.attach}
            </Button>
          ) : null}
        </div>
      )}
    </>
  )
}

/** By the query that is answered. */
const answerDrafts = createDrafts<{ words: string; atMs: number }>()

function AnswerForm({ session, query, onDone }: { session: StorySession; query: Query; onDone: () => void }) {
  const [now] = useState(() => Date.now())
  const draft = answerDrafts.use(query.id) ?? {
    words: query.answer?.words ?? '',
    atMs: query.answer?.atMs ?? now,
  }
  const canSave = draft.words.trim() !== ''
  async function save(): Promise<boolean> {
    const isDone = await perform(async () => {
      await session.ask((client) =>
        client.queries.answer({ requestId: newRequestId(), queryId: query.id, answer: draft }),
      )
      return true
    })
    return isDone ?? false
  }
  return (
    <PanelForm
      saves={queriesStrings.saveAnswer}
      canSave={canSave}
      save={save}
      onLeave={onDone}
      onDiscard={() => {
        answerDrafts.drop(query.id)
        onDone()
      }}
    >
      <Field label={queriesStrings.answer}>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            autoFocus
            placeholder={queriesStrings.answerPlaceholder}
            value={draft.words}
            onChange={(event) => answerDrafts.keep(query.id, { ...draft, words: event.target.value })}
          />
        )}
      </Field>
      <MomentField
        label={queriesStrings.answeredWhen}
        atMs={draft.atMs}
        onChange={(atMs) => answerDrafts.keep(query.id, { ...draft, atMs: atMs ?? draft.atMs })}
      />
    </PanelForm>
  )
}
