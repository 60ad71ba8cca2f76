import {
  CornerDownLeft,
  History,
  Locate,
  Merge,
  MoreHorizontal,
  Scale,
  Scissors,
  TextSelect,
  Unlink,
  X,
} from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { type ChosenSubject, chosenSubjectSchema, proposeSubject } from '../../../shared/check/subject.ts'
import { type Claim, claimKindSchema } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { mergeWithNext, saveNote, settle, untag } from '../../app/claim-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { createDrafts } from '../../state/drafts.ts'
import { standingNow } from '../../state/judging.ts'
import { useSession } from '../../state/open-story.ts'
import { usePeople, usePeopleById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import { sameButForWords, sameClaim } from '../../state/same-claim.ts'
import type { StorySession } from '../../state/session.ts'
import { openDialog } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Choice, Field, TextArea } from '../../ui/Field.tsx'
import { goHome, home } from '../../ui/focus-home.ts'
import { formatAgo, formatMoment } from '../../ui/format.ts'
import { Menu, MenuItem, MenuRule } from '../../ui/Menu.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { standingStrings, subjectNames } from '../../ui/strings/standing.ts'
import { kindNames, statusNames, strings } from '../../ui/strings.ts'
import { BackupList } from './BackupList.tsx'
import { FixList } from './FixList.tsx'
import { LegalSection } from './LegalSection.tsx'
import styles from './open-claim.module.css'
import { QueryList } from './QueryList.tsx'
import { Since } from './Since.tsx'
import { SpeakerFields } from './SpeakerFields.tsx'
import { StatusButtons } from './StatusButtons.tsx'

/** Everything about one claim. */
export function OpenClaim({ session, id }: { session: StorySession; id: ClaimId }) {
  // Its words are watched by what shows them alone: while somebody types in the claim they are another ones each key.
  const claim = useSession(session, (state) => state.claims.get(id), sameButForWords)
  if (!claim) return null
  const isRemoved = claim.presence === 'removed'
  return (
    <section className={styles.claim} aria-label={`${kindNames[claim.kind]} ${claim.number}`} {...home}>
      <Head session={session} claim={claim} />
      <div className={styles.body}>
        <Live session={session} claim={claim}>
          {(live) => <Words claim={live} />}
        </Live>
        {isRemoved ? (
          <div className={styles.gone}>
            <p>{strings.claims.inTextGone}</p>
            <Button size="small" onClick={() => session.putBack(id)}>
              <CornerDownLeft size={13} aria-hidden="true" />
              {strings.claims.putBack}
            </Button>
          </div>
        ) : (
          <StatusButtons
            label={strings.claims.status}
            current={claim.status}
            onChoose={(status) => void settle(session, claim.id, status)}
          />
        )}
        <Live session={session} claim={claim}>
          {(live) => (
            <>
              <Settled claim={live} />
              <Since session={session} claim={live} />
              <FixList session={session} claim={live} />
            </>
          )}
        </Live>
        <BackupList session={session} claim={claim} />
        <Live session={session} claim={claim}>
          {(live) => (
            <>
              <QueryList session={session} claim={live} />
              <LegalSection session={session} claim={live} />
            </>
          )}
        </Live>
        {claim.kind === 'quote' ? <SpeakerFields session={session} claim={claim} /> : null}
        <Details session={session} claim={claim} />
      </div>
    </section>
  )
}

function Head({ session, claim }: { session: StorySession; claim: Claim }) {
  const isInText = claim.presence === 'inText'
  return (
    <header className={styles.head}>
      <h3 className={styles.number}>{strings.claims.number(claim.number)}</h3>
      <Segments
        size="small"
        label={strings.claims.kind}
        value={claim.kind}
        onChange={(kind) => void perform(() => session.setKind(claim.id, kind))}
        options={claimKindSchema.options.map((value) => ({ value, name: kindNames[value] }))}
      />
      <span className={styles.space} />
      <IconButton
        size="small"
        label={claim.isLegal ? strings.claims.legalOn : strings.claims.legalFlag}
        keys={keysOf('legalClaim').single}
        aria-pressed={claim.isLegal}
        className={claim.isLegal ? styles.legalOn : undefined}
        icon={<Scale size={15} />}
        onClick={() => void perform(() => session.setLegal(claim.id, !claim.isLegal))}
      />
      <Menu
        trigger={
          <IconButton size="small" label={strings.claims.actions} icon={<MoreHorizontal size={15} />} />
        }
      >
        <MenuItem
          icon={<Locate size={14} />}
          keys={keysOf('showClaim').single}
          disabled={!isInText}
          onSelect={() => session.openClaim(claim.id, { scroll: true, focus: true })}
        >
          {strings.claims.show}
        </MenuItem>
        <MenuRule />
        <MenuItem
          icon={<TextSelect size={14} />}
          disabled={!isInText}
          onSelect={() => session.changeSpan(claim.id)}
        >
          {strings.claims.changeSpan}
        </MenuItem>
        <MenuItem icon={<Scissors size={14} />} disabled={!isInText} onSelect={() => session.split(claim.id)}>
          {strings.claims.split}
        </MenuItem>
        <MenuItem
          icon={<Merge size={14} />}
          keys={keysOf('mergeClaim').single}
          disabled={!isInText}
          onSelect={() => void mergeWithNext(session, claim.id)}
        >
          {strings.claims.mergeNext}
        </MenuItem>
        <MenuRule />
        <MenuItem
          icon={<History size={14} />}
          onSelect={() => openDialog({ kind: 'trail', storyId: claim.storyId, claimNumber: claim.number })}
        >
          {strings.trail.claimItem}
        </MenuItem>
        <MenuRule />
        <MenuItem
          icon={<Unlink size={14} />}
          tone="danger"
          disabled={!isInText}
          onSelect={() => untag(session, claim.id)}
        >
          {strings.claims.untag}
        </MenuItem>
      </Menu>
      <IconButton
        size="small"
        label={strings.claims.close}
        keys={keysOf('closeClaim').single}
        icon={<X size={15} />}
        onClick={() => session.openClaim(null)}
      />
    </header>
  )
}

const noteDrafts = createDrafts<string>()

/** Long enough for any sentence; what is longer opens on request. */
const longWords = 420

/** The claim with its words of this moment. */
function Live({
  session,
  claim,
  children,
}: {
  session: StorySession
  claim: Claim
  children: (live: Claim) => ReactNode
}) {
  return children(useSession(session, (state) => state.claims.get(claim.id) ?? claim, sameClaim))
}

function Words({ claim }: { claim: Claim }) {
  const { words } = claim
  const [isWhole, setWhole] = useState(false)
  const isLong = words.length > longWords
  const shown = isLong && !isWhole ? `${words.slice(0, longWords).trimEnd()}…` : words
  return (
    <div>
      <blockquote className={styles.words} dir="auto" aria-label={strings.claims.wordsLabel}>
        {shown}
      </blockquote>
      {isLong ? (
        <Button tone="quiet" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? strings.common.showLess : strings.common.showAll}
        </Button>
      ) : null}
    </div>
  )
}

/** By whom and when, and whether it still has the words that it had then. */
function Settled({ claim }: { claim: Claim }) {
  const people = usePeopleById()
  const { settling } = claim
  const name = (id: Claim['taggedBy']) => people.get(id)?.name ?? strings.common.nobody
  if (!settling)
    return (
      <p className={styles.quiet} title={formatMoment(claim.taggedAtMs)}>
        {strings.claims.tagged(name(claim.taggedBy), formatAgo(claim.taggedAtMs))}
        {claim.copiedFrom ? ` ${strings.claims.copiedFrom}` : ''}
      </p>
    )
  const isSame = !standingNow(claim).changed.includes('words')
  const told = strings.claims.settledBy(
    statusNames[settling.status],
    name(settling.personId),
    formatAgo(settling.atMs),
  )
  // German abbreviates hours with a dot, which ends the sentence too.
  const end = told.endsWith('.') ? '' : '.'
  return (
    <div className={styles.settled}>
      <p className={styles.quiet} title={formatMoment(settling.atMs)}>
        {told}
        {isSame ? `, ${strings.claims.settledSame}.` : end}
      </p>
      {settling.note ? (
        <p className={styles.reason} dir="auto">
          {settling.note}
        </p>
      ) : null}
    </div>
  )
}

function subjectOptions({ words }: Claim): { value: ChosenSubject | 'proposed'; name: string }[] {
  const looks = proposeSubject(words)
  return [
    {
      value: 'proposed',
      name: looks ? standingStrings.subjectProposed(subjectNames[looks]) : standingStrings.subjectNone,
    },
    ...chosenSubjectSchema.options.map((value) => ({ value, name: subjectNames[value] })),
  ]
}

function Details({ session, claim }: { session: StorySession; claim: Claim }) {
  const { data: people = [] } = usePeople()
  const { id } = claim
  const draft = noteDrafts.use(id)
  const save = useCallback(
    () =>
      noteDrafts.settle(id, (note) =>
        perform(async () => {
          if (session.getState().claims.has(id)) await saveNote(session, id, note)
          return true
        }),
      ),
    [session, id],
  )
  // A key may lead to another claim while the caret is in the field, which then goes without a blur.
  useEffect(() => () => void save(), [save])
  const options = [
    { value: '', name: strings.common.nobody },
    ...people.map((person) => ({ value: person.id as string, name: `${person.name} (${person.initials})` })),
  ]
  return (
    <div className={styles.details}>
      <Field label={strings.claims.assignee} controlId="claim-assignee">
        {(ids) => (
          <Choice
            {...ids}
            options={options}
            value={claim.assigneeId ?? ''}
            onChange={(value) => {
              const person = people.find((each) => each.id === value)
              void perform(() => session.assign(claim.id, person?.id ?? null))
            }}
          />
        )}
      </Field>
      <Field label={standingStrings.subject}>
        {(ids) => (
          <Choice
            {...ids}
            options={subjectOptions(claim)}
            value={claim.subject ?? 'proposed'}
            onChange={(value) =>
              void perform(() => session.setSubject(claim.id, value === 'proposed' ? null : value))
            }
          />
        )}
      </Field>
      <Field label={strings.claims.note} controlId="claim-note">
        {(ids) => (
          <TextArea
            {...ids}
            dir="auto"
            placeholder={strings.claims.notePlaceholder}
            value={draft ?? claim.note}
            onChange={(event) => noteDrafts.keep(id, event.target.value)}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
                goHome(event.currentTarget)
            }}
          />
        )}
      </Field>
    </div>
  )
}
