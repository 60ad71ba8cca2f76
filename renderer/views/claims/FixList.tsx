import { CornerDownRight, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { readsSame } from '../../../shared/check/changed.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import { changesText, type Fix, isFixOpen, stateOf } from '../../../shared/model/fix.ts'
import { newRequestId, type PersonId } from '../../../shared/model/ids.ts'
import { keysOf } from '../../app/keys.ts'
import { acceptFix, withdrawFix } from '../../app/together-commands.ts'
import { createDrafts } from '../../state/drafts.ts'
import { say } from '../../state/notice.ts'
import { useMay, usePeopleById, useSourcesById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { show, windowState } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { formatAgo } from '../../ui/format.ts'
import { Keys } from '../../ui/Keys.tsx'
import { fixesStrings, fixStateNames, remedyNames } from '../../ui/strings/fixes.ts'
import { strings } from '../../ui/strings.ts'
import styles from './backup.module.css'
import { FixForm } from './FixForm.tsx'
import { PanelForm } from './PanelForm.tsx'
import { WordDiff } from './WordDiff.tsx'

/** What was suggested that the claim's words be, with what was said to it and decided. */
export function FixList({ session, claim }: { session: StorySession; claim: Claim }) {
  const isSuggesting = useStore(windowState, (now) => now.fixFormFor === claim.id)
  const isInText = claim.presence === 'inText'
  if (!isInText && claim.fixes.length === 0) return null
  return (
    <section className={styles.backup} aria-label={fixesStrings.title}>
      <header className={styles.head}>
        <h4>{fixesStrings.title}</h4>
        {isSuggesting || !isInText ? null : (
          <Button tone="quiet" size="small" onClick={() => show({ fixFormFor: claim.id })}>
            <Plus size={13} aria-hidden="true" />
            {fixesStrings.suggest}
            <Keys keys={keysOf('fixClaim').single ?? ''} />
          </Button>
        )}
      </header>
      {isSuggesting && isInText ? (
        <FixForm session={session} claim={claim} onDone={() => show({ fixFormFor: null })} />
      ) : null}
      {claim.fixes.length === 0 && !isSuggesting ? <p className={styles.none}>{fixesStrings.none}</p> : null}
      <ul>
        {claim.fixes.toReversed().map((fix) => (
          <li key={fix.id} className={styles.item}>
            <FixItem session={session} claim={claim} fix={fix} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function useName(): (id: PersonId) => string {
  const people = usePeopleById()
  return (id) => people.get(id)?.name ?? strings.common.nobody
}

function FixItem({ session, claim, fix }: { session: StorySession; claim: Claim; fix: Fix }) {
  const name = useName()
  const sources = useSourcesById()
  const isOpen = isFixOpen(fix)
  const rests = claim.backup.filter((one) => fix.backupIds.includes(one.id))
  return (
    <>
      <div className={styles.source}>
        <span className={styles.remedy}>
          <bdi>{remedyNames[fix.remedy]}</bdi>
          <bdi className={styles.state} data-state={stateOf(fix)}>
            {fixStateNames[stateOf(fix)]}
          </bdi>
        </span>
        {isOpen ? (
          <span className={styles.actions}>
            <IconButton
              size="small"
              label={fixesStrings.withdraw}
              icon={<Trash2 size={13} />}
              onClick={() => void withdrawFix(session, fix)}
            />
          </span>
        ) : null}
      </div>
      <FixWords fix={fix} />
      <p className={styles.note} dir="auto">
        {fix.why}
      </p>
      <p className={styles.facts}>
        <span>{fixesStrings.by(name(fix.suggestedBy), formatAgo(fix.suggestedAtMs))}</span>
        {rests.map((one) => (
          <span key={one.id} dir="auto">
            {sources.get(one.sourceId)?.title ?? strings.backup.unknown}
          </span>
        ))}
      </p>
      {fix.answer ? (
        <p className={styles.note} dir="auto">
          <CornerDownRight size={12} aria-hidden="true" />{' '}
          {fixesStrings.answered(name(fix.answer.personId), fix.answer.words)}
        </p>
      ) : null}
      {fix.decision ? (
        <p className={styles.facts}>
          <span>
            {fixesStrings.decided(
              fixStateNames[fix.decision.kind],
              name(fix.decision.personId),
              formatAgo(fix.decision.atMs),
            )}
          </span>
          {fix.decision.reason ? <span dir="auto">{fix.decision.reason}</span> : null}
        </p>
      ) : (
        <Deciding session={session} claim={claim} fix={fix} />
      )}
    </>
  )
}

function FixWords({ fix }: { fix: Fix }) {
  if (!changesText(fix.remedy)) return null
  if (fix.remedy === 'answer') {
    return (
      <blockquote className={styles.excerpt} dir="auto">
        {fix.newWords}
      </blockquote>
    )
  }
  if (fix.newWords === '') return <p className={styles.note}>{fixesStrings.allCut}</p>
  return (
    <WordDiff
      before={fix.words}
      after={fix.newWords}
      names={{
        before: fix.decision ? fixesStrings.beforeDecided : fixesStrings.before,
        after: fixesStrings.after,
      }}
    />
  )
}

/** By the fix, and by what is written: an answer or a reason. */
const saidDrafts = createDrafts<string>()

function Deciding({ session, claim, fix }: { session: StorySession; claim: Claim; fix: Fix }) {
  const [asking, setAsking] = useState<'answer' | 'reject' | 'stands' | null>(null)
  const mayDecide = useMay('acceptFix')
  const isMoved = !readsSame(fix.words, claim.words)
  const accept = () =>
    fix.remedy === 'stands' ? setAsking('stands') : void acceptFix(session, claim, fix, '')
  if (asking) {
    return (
      <SayForm
        key={asking}
        draftKey={`${fix.id} ${asking}`}
        label={
          asking === 'answer'
            ? fixesStrings.answer
            : asking === 'stands'
              ? fixesStrings.reasonStands
              : fixesStrings.reason
        }
        placeholder={asking === 'answer' ? fixesStrings.answerPlaceholder : ''}
        save={
          asking === 'answer'
            ? fixesStrings.saveAnswer
            : asking === 'stands'
              ? fixesStrings.accept
              : fixesStrings.reject
        }
        onSave={(words) =>
          asking === 'stands' ? acceptFix(session, claim, fix, words) : tell(asking, words)
        }
        onDone={() => setAsking(null)}
      />
    )
  }
  return (
    <>
      {isMoved ? <p className={styles.moved}>{fixesStrings.moved}</p> : null}
      <div className={styles.buttons}>
        {mayDecide ? (
          <>
            <Button size="small" disabled={isMoved} title={fixesStrings.acceptHint} onClick={accept}>
              {fixesStrings.accept}
            </Button>
            <Button size="small" onClick={() => setAsking('reject')}>
              {fixesStrings.reject}
            </Button>
          </>
        ) : null}
        <Button size="small" tone="quiet" onClick={() => setAsking('answer')}>
          {fixesStrings.answer}
        </Button>
      </div>
    </>
  )

  async function tell(what: 'answer' | 'reject', words: string): Promise<boolean> {
    const isDone = await perform(async () => {
      await session.ask((client) =>
        what === 'answer'
          ? client.fixes.answer({ requestId: newRequestId(), fixId: fix.id, words })
          : client.fixes.reject({ requestId: newRequestId(), fixId: fix.id, reason: words }),
      )
      if (what === 'reject') say(fixesStrings.rejected)
      return true
    })
    return isDone ?? false
  }
}

function SayForm({
  draftKey,
  label,
  placeholder,
  save,
  onSave,
  onDone,
}: {
  draftKey: string
  label: string
  placeholder: string
  save: string
  onSave: (words: string) => Promise<boolean>
  onDone: () => void
}) {
  const words = saidDrafts.use(draftKey) ?? ''
  return (
    <PanelForm
      saves={save}
      canSave={words.trim() !== ''}
      save={() => onSave(words.trim())}
      onLeave={onDone}
      onDiscard={() => {
        saidDrafts.drop(draftKey)
        onDone()
      }}
    >
      <Field label={label}>
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            autoFocus
            placeholder={placeholder}
            value={words}
            onChange={(event) => saidDrafts.keep(draftKey, event.target.value)}
          />
        )}
      </Field>
    </PanelForm>
  )
}
