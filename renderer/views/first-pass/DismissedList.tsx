import { useMemo } from 'react'
import { partsOfDismissed } from '../../../shared/mark/dismissed.ts'
import type { Dismissal } from '../../../shared/model/dismissal.ts'
import { proposeAgain } from '../../app/first-pass-commands.ts'
import { useFirstPass, watchFirstPass } from '../../state/first-pass.ts'
import { useSession } from '../../state/open-story.ts'
import { useMay, usePeopleById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { formatAgo } from '../../ui/format.ts'
import { Empty } from '../../ui/Notice.tsx'
import { findingSentence } from '../../ui/strings/findings.ts'
import { facetNames, firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import claimStyles from '../claims/claims.module.css'
import styles from './first-pass.module.css'

/** What was dismissed and stands so, the newest first, each to be proposed again. */
export function DismissedList({ session }: { session: StorySession }) {
  useFirstPass(session)
  const changes = useSession(session, (state) => state.dismissChanges)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one whenever the count rises
  const byId = useMemo(
    () => new Map([...session.dismissals.standing()].reverse().map((one) => [one.id, one])),
    [session, changes],
  )
  const ids = useMemo(() => [...byId.keys()], [byId])
  if (ids.length === 0) return <Empty title={words.noneDismissed} hint={words.noneDismissedHint} />
  return (
    <VirtualList
      className={claimStyles.list}
      label={words.scopes.dismissed}
      items={ids}
      estimatePx={62}
      current={null}
    >
      {(id, row) => {
        const dismissal = byId.get(id)
        return dismissal ? <DismissedRow session={session} dismissal={dismissal} row={row} /> : null
      }}
    </VirtualList>
  )
}

/** A question by its sentence, or by what it was about where the story gives no cause for it any more. */
function saidOf(session: StorySession, dismissal: Dismissal): string {
  const { words: own } = partsOfDismissed(dismissal)
  if (dismissal.what !== 'finding') return own
  const reason = watchFirstPass(session).reasonOf(own)
  return reason ? findingSentence(reason) : `${words.question}: ${own.replace(/^\S+\s*/u, '')}`
}

function DismissedRow({
  session,
  dismissal,
  row,
}: {
  session: StorySession
  dismissal: Dismissal
  row: { tabIndex: 0 | -1; 'data-row': number }
}) {
  const isMine = useMay('dismiss')
  const by = usePeopleById().get(dismissal.personId)
  const said = saidOf(session, dismissal)
  const { beside } = partsOfDismissed(dismissal)
  return (
    <div className={styles.dismissed}>
      <div className={styles.said}>
        <p className={claimStyles.rowWords} dir="auto">
          {said}
        </p>
        {beside ? (
          <p className={styles.beside} dir="auto" title={beside}>
            {beside}
          </p>
        ) : null}
      </div>
      <p className={claimStyles.rowMeta}>
        {dismissal.facets.slice(0, 2).map((facet) => (
          <span key={facet}>{facetNames[facet]}</span>
        ))}
        {by ? <abbr title={by.name}>{by.initials}</abbr> : null}
        <span>{formatAgo(dismissal.atMs)}</span>
      </p>
      <Button
        size="small"
        tone="quiet"
        disabled={!isMine}
        aria-label={`${words.again}: ${[said, beside].filter(Boolean).join(', ')}`}
        onClick={() => void proposeAgain(session, dismissal.id)}
        {...row}
      >
        {words.again}
      </Button>
    </div>
  )
}
