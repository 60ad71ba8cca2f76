import { Paperclip, Quote, Scale } from 'lucide-react'
import { memo } from 'react'
import type { Judging } from '../../../shared/check/standing.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { selectNothing, selectTo, toggleSelected } from '../../state/claim-selection.ts'
import { flagsNow, judging } from '../../state/judging.ts'
import { useSession } from '../../state/open-story.ts'
import { usePeopleById } from '../../state/queries.ts'
import { sameClaim } from '../../state/same-claim.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { classes } from '../../ui/classes.ts'
import { Flag } from '../../ui/FlagMark.tsx'
import { formatNumber } from '../../ui/format.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { severalStrings } from '../../ui/strings/several.ts'
import { claimFlagNames } from '../../ui/strings/standing.ts'
import { kindNames, statusNames, strings } from '../../ui/strings.ts'
import styles from './claims.module.css'

/** So many are named, the gravest first. */
const shownFlags = 2

const judgingOf = (now: Judging) => now

/** One claim in the list; watches its own record alone. */
export const ClaimRow = memo(function ClaimRow({
  session,
  id,
  row,
  isSelected = false,
}: {
  session: StorySession
  id: ClaimId
  /** Together with others; see `claim-selection.ts`. */
  isSelected?: boolean
  row: { tabIndex: 0 | -1; 'data-row': number }
}) {
  const claim = useSession(session, (state) => state.claims.get(id), sameClaim)
  const isOpen = useSession(session, (state) => state.openClaimId === id)
  const people = usePeopleById()
  // Rules and sources judge it too.
  useStore(judging, judgingOf)
  if (!claim) return null
  const flags = flagsNow(claim)
  const assignee = claim.assigneeId ? people.get(claim.assigneeId) : undefined
  const isRemoved = claim.presence === 'removed'
  return (
    <button
      type="button"
      className={classes(
        styles.row,
        isOpen && styles.isOpen,
        isSelected && styles.isSelected,
        isRemoved && styles.isRemoved,
      )}
      aria-current={isOpen ? 'true' : undefined}
      onClick={(event) => {
        if (event.shiftKey) selectTo(session, id, null)
        else if (event.ctrlKey || event.metaKey) toggleSelected(session, id)
        else {
          selectNothing()
          session.openClaim(isOpen ? null : id, { scroll: true })
        }
      }}
      {...row}
    >
      <span className={styles.rowMark}>
        {isSelected ? <span className="visually-hidden">{severalStrings.selectedRow} </span> : null}
        <StatusMark status={claim.status} />
        <span className="visually-hidden">{statusNames[claim.status]}</span>
      </span>
      <span className={styles.rowWords} dir="auto">
        {claim.words}
      </span>
      <span className={styles.rowMeta}>
        <span className={styles.number}>{strings.claims.number(claim.number)}</span>
        {claim.kind === 'quote' ? (
          <span className={styles.quoteMeta}>
            <Quote size={11} aria-hidden="true" />
            <span dir="auto">{claim.speaker?.name ?? kindNames.quote}</span>
          </span>
        ) : null}
        {isRemoved ? <Flag sign="removed">{strings.claims.removed}</Flag> : null}
        {flags.slice(0, shownFlags).map((flag) => (
          <Flag key={flag} sign={flag}>
            {claimFlagNames[flag]}
          </Flag>
        ))}
        {flags.length > shownFlags ? <bdi>+{formatNumber(flags.length - shownFlags)}</bdi> : null}
        {claim.isLegal ? (
          <span className={styles.legalMeta}>
            <Scale size={11} aria-hidden="true" />
            {strings.claims.legalShort}
          </span>
        ) : null}
        <span className={styles.metaEnd}>
          {claim.backup.length > 0 ? (
            <span title={strings.claims.backupCount(claim.backup.length)}>
              <Paperclip size={11} aria-hidden="true" />
              <span aria-hidden="true">{claim.backup.length}</span>
              <span className="visually-hidden">{strings.claims.backupCount(claim.backup.length)}</span>
            </span>
          ) : null}
          {assignee ? <abbr title={assignee.name}>{assignee.initials}</abbr> : null}
        </span>
      </span>
    </button>
  )
})
