import { ListChecks, Settings2 } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { type Facet, facets } from '../../../shared/mark/facet.ts'
import { useCommands } from '../../app/commands.ts'
import { goToProposal, panelId } from '../../app/first-pass-commands.ts'
import { keysOf } from '../../app/keys.ts'
import {
  choice,
  decidedSentence,
  type PassScope,
  passScopes,
  proposalsInOrder,
  showFacet,
} from '../../state/chosen-proposal.ts'
import { type ListedProposal, showsInRead, useFirstPass, watchFirstPass } from '../../state/first-pass.ts'
import { useSession } from '../../state/open-story.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { openDialog, show } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Check, Choice } from '../../ui/Field.tsx'
import { home } from '../../ui/focus-home.ts'
import { formatNumber } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { facetNames, firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import claimStyles from '../claims/claims.module.css'
import { OpenClaim } from '../claims/OpenClaim.tsx'
import { Chosen } from './Chosen.tsx'
import { Decided } from './Decided.tsx'
import { DismissedList } from './DismissedList.tsx'
import styles from './first-pass.module.css'
import { ProposalRow } from './ProposalRow.tsx'
import { Questions } from './Questions.tsx'

/** The right panel as the first pass: what deserves a check, what may do most harm first, and what each answer does. */
export function FirstPassPanel({ session }: { session: StorySession }) {
  const scope = useStore(choice, (now) => now.scope)
  const openId = useSession(session, (state) => state.openClaimId)
  const dismissedCount = useSession(session, () => session.dismissals.count())
  return (
    <div id={panelId} className={claimStyles.panel} data-open={openId !== null} {...home}>
      <Head session={session} dismissedCount={dismissedCount} />
      <Failed session={session} />
      {scope === 'dismissed' ? <DismissedList session={session} /> : null}
      {scope === 'questions' ? <Questions session={session} /> : null}
      {scope === 'proposed' ? <Proposed session={session} /> : null}
      {openId ? <OpenClaim key={openId} session={session} id={openId} /> : null}
    </div>
  )
}

/** Stands over what was found before it broke off. */
function Failed({ session }: { session: StorySession }) {
  const { hasFailed } = useFirstPass(session)
  if (!hasFailed) return null
  return (
    <div className={styles.failed} role="alert">
      <p className={styles.failedTitle}>{words.failed}</p>
      <p className={styles.note}>{words.failedHint}</p>
      <Button onClick={() => watchFirstPass(session).again()}>{words.readAgain}</Button>
    </div>
  )
}

function Head({ session, dismissedCount }: { session: StorySession; dismissedCount: number }) {
  const { proposals, findings, progress, isOn, hasFailed } = useFirstPass(session)
  const { facet, scope } = useStore(choice, (now) => now)
  const inRead = useStore(showsInRead, (now) => now)
  const options = useMemo(() => facetOptions(proposals), [proposals])
  const counted = (value: PassScope, count: number): string =>
    count > 0 ? `${words.scopes[value]} ${formatNumber(count)}` : words.scopes[value]
  const names: Record<PassScope, string> = {
    proposed: words.scopes.proposed,
    questions: counted('questions', findings.length),
    dismissed: counted('dismissed', dismissedCount),
  }
  return (
    <header className={claimStyles.head}>
      <div className={claimStyles.titleRow}>
        <h2 className={claimStyles.title}>{words.title}</h2>
        <span className={styles.tools}>
          <span className={claimStyles.tally} role="status" data-testid="proposed-count">
            {scope !== 'proposed' || progress || !isOn || (hasFailed && proposals.length === 0)
              ? null
              : words.left(proposals.length)}
          </span>
          <IconButton
            label={words.settings}
            icon={<Settings2 size={16} />}
            onClick={() => openDialog({ kind: 'firstPassRules' })}
          />
          <IconButton
            label={words.toClaims}
            keys={keysOf('firstPass').single}
            icon={<ListChecks size={16} />}
            onClick={() => show({ right: 'claims' })}
          />
        </span>
      </div>
      {isOn ? (
        <>
          <Segments
            isWide
            size="small"
            label={words.title}
            value={scope}
            onChange={(next) => choice.set((now) => ({ ...now, scope: next }))}
            options={passScopes.map((value) => ({ value, name: names[value] }))}
          />
          {scope === 'proposed' ? (
            <div className={styles.filters}>
              <Choice
                className={claimStyles.choice}
                aria-label={words.facet}
                options={options}
                value={facet}
                onChange={showFacet}
              />
              <Check label={words.inRead} checked={inRead} onChange={(shown) => showsInRead.set(shown)} />
            </div>
          ) : null}
        </>
      ) : null}
    </header>
  )
}

/** Each facet that something is proposed for, with how much. */
function facetOptions(proposals: readonly ListedProposal[]): { value: string; name: string }[] {
  const counts = new Map<Facet, number>()
  for (const { mark } of proposals) for (const one of mark.facets) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [
    { value: 'any', name: words.anyFacet },
    ...facets.flatMap((facet) => {
      const count = counts.get(facet)
      return count ? [{ value: facet, name: `${facetNames[facet]} (${formatNumber(count)})` }] : []
    }),
  ]
}

function Proposed({ session }: { session: StorySession }) {
  const commands = useCommands()
  const state = useFirstPass(session)
  const hasWords = useSession(session, ({ wordCount }) => wordCount > 0)
  const { key, facet } = useStore(choice, (now) => now)
  const decided = useStore(decidedSentence, (now) => now)
  const list = proposalsInOrder(session)
  const byKey = useMemo(() => new Map(list.map((one) => [one.key, one])), [list])
  const keys = useMemo(() => [...byKey.keys()], [byKey])
  useEffect(() => {
    // The last of its kind was decided.
    if (facet !== 'any' && list.length === 0 && state.proposals.length > 0) showFacet('any')
  }, [facet, list, state.proposals])

  if (!state.isOn) return <Empty title={words.off} hint={words.offHint} />
  if (state.progress) {
    const { read, all } = state.progress
    return (
      <div className={styles.reading}>
        <Progress settled={read} all={all} />
        <Loading label={words.reading} lines={4} />
      </div>
    )
  }
  const chosen = key === null ? undefined : byKey.get(key)
  return (
    <>
      {keys.length === 0 && state.hasFailed ? null : keys.length === 0 ? (
        <Empty title={words.none} hint={hasWords ? words.noneHint : words.emptyHint} />
      ) : (
        <VirtualList
          className={claimStyles.list}
          label={words.list}
          items={keys}
          estimatePx={62}
          current={chosen?.key ?? null}
        >
          {(rowKey, row) => {
            const proposal = byKey.get(rowKey)
            return proposal ? (
              <ProposalRow
                proposal={proposal}
                isChosen={rowKey === key}
                onChoose={() => goToProposal(session, proposal)}
                onRead={decided || rowKey === key ? () => commands.run('readSentence') : null}
                row={row}
              />
            ) : null
          }}
        </VirtualList>
      )}
      {decided ? (
        <Decided words={decided.words} />
      ) : chosen ? (
        <Chosen session={session} proposal={chosen} />
      ) : keys.length > 0 ? (
        <Begin session={session} first={list[0]} />
      ) : null}
    </>
  )
}

function Begin({ session, first }: { session: StorySession; first: ListedProposal | undefined }) {
  if (!first) return null
  return (
    <div className={styles.chosen}>
      <p className={styles.note}>{words.choose}</p>
      <div className={styles.answers}>
        <Button tone="primary" onClick={() => goToProposal(session, first)}>
          {words.next}
        </Button>
      </div>
    </div>
  )
}
