import { X } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { claimKindSchema, statusSchema } from '../../../shared/model/claim.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import { keysOf } from '../../app/keys.ts'
import { chordOf } from '../../editor/keys.ts'
import {
  type ClaimFilter,
  claimFilter,
  everyClaim,
  filterClaimsBy,
  listClaims,
} from '../../state/claim-filter.ts'
import { claimFlags } from '../../state/claim-flags.ts'
import {
  claimSelection,
  isInForce,
  selectAll,
  selectNothing,
  selectTo,
  toggleSelected,
} from '../../state/claim-selection.ts'
import { judging } from '../../state/judging.ts'
import { sameItems, useSession } from '../../state/open-story.ts'
import { preferences } from '../../state/preferences.ts'
import type { SessionState, StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Field.tsx'
import { goHome, goToRows, home } from '../../ui/focus-home.ts'
import { formatNumber } from '../../ui/format.ts'
import { Keys } from '../../ui/Keys.tsx'
import { Empty } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { severalStrings } from '../../ui/strings/several.ts'
import { claimFlagNames, standingStrings } from '../../ui/strings/standing.ts'
import { kindNames, statusNames, strings } from '../../ui/strings.ts'
import { type Selecting, VirtualList } from '../../ui/VirtualList.tsx'
import { ClaimRow } from './ClaimRow.tsx'
import styles from './claims.module.css'
import { OpenClaim } from './OpenClaim.tsx'
import { Several } from './Several.tsx'

const scopes = ['all', 'left', 'mine', 'removed'] as const satisfies readonly ClaimFilter['scope'][]

const statusOptions = [
  { value: 'any', name: strings.claims.anyStatus },
  ...statusSchema.options.map((value) => ({ value, name: statusNames[value] })),
] as const

const kindOptions = [
  { value: 'any', name: strings.claims.anyKind },
  ...claimKindSchema.options.map((value) => ({ value, name: kindNames[value] })),
] as const

const flagOptions = [
  { value: 'any', name: standingStrings.anyFlag },
  ...claimFlags.map((value) => ({ value, name: claimFlagNames[value] })),
] as const

const openClaimIdOf = (state: SessionState) => state.openClaimId

/** The right panel: the story's claims, and the one that is open. */
export function ClaimsPanel({ session }: { session: StorySession }) {
  const openId = useSession(session, openClaimIdOf)
  const isSelecting = useSelection(session) !== null
  return (
    <div className={styles.panel} data-open={openId !== null && !isSelecting} {...home}>
      <Head session={session} />
      <ClaimList session={session} />
      {openId && !isSelecting ? <OpenClaim key={openId} session={session} id={openId} /> : null}
    </div>
  )
}

function Head({ session }: { session: StorySession }) {
  const filter = useStore(claimFilter, (now) => now)
  const all = useSession(session, (state) => state.story.claimCount)
  const left = useSession(session, (state) => state.story.openCount)
  const removed = useSession(session, (state) => state.story.removedCount)
  const names: Record<ClaimFilter['scope'], string> = {
    all: strings.claims.all,
    left: strings.claims.open,
    mine: strings.claims.mine,
    removed: removed > 0 ? `${strings.claims.removed} ${formatNumber(removed)}` : strings.claims.removed,
  }
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{strings.claims.title}</h2>
        <span className={styles.tally}>{strings.stories.left(left, all)}</span>
      </div>
      <Progress settled={all - left} all={all} />
      <div className={styles.scopes}>
        <Segments
          isWide
          size="small"
          label={strings.claims.title}
          value={filter.scope}
          onChange={(scope) => filterClaimsBy({ scope })}
          options={scopes.map((value) => ({ value, name: names[value] }))}
        />
      </div>
      <div className={styles.filters}>
        <div className={styles.textFilter}>
          <input
            id="claim-filter"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-label={strings.claims.filterLabel}
            placeholder={strings.claims.filterPlaceholder}
            value={filter.text}
            onChange={(event) => filterClaimsBy({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
                event.preventDefault()
                goToRows(event.currentTarget)
              }
              if (event.key !== 'Escape') return
              filterClaimsBy({ text: '' })
              goHome(event.currentTarget)
            }}
          />
          {filter.text ? (
            <IconButton
              size="small"
              label={strings.stories.clearSearch}
              icon={<X size={13} />}
              onClick={() => filterClaimsBy({ text: '' })}
            />
          ) : (
            <Keys keys={keysOf('filterClaims').single ?? ''} />
          )}
        </div>
        <Choice
          className={styles.choice}
          aria-label={strings.claims.statusFilter}
          options={statusOptions}
          value={filter.status}
          onChange={(status) => filterClaimsBy({ status })}
        />
        <Choice
          className={styles.choice}
          aria-label={strings.claims.kindFilter}
          options={kindOptions}
          value={filter.kind}
          onChange={(kind) => filterClaimsBy({ kind })}
        />
        <Choice
          className={styles.choice}
          aria-label={standingStrings.flagFilter}
          options={flagOptions}
          value={filter.flag}
          onChange={(flag) => filterClaimsBy({ flag })}
        />
      </div>
    </header>
  )
}

/** What is selected in the list; null for nothing. */
function useSelection(session: StorySession): ReadonlySet<ClaimId> | null {
  const selection = useStore(claimSelection, (now) => now)
  const openId = useSession(session, openClaimIdOf)
  return isInForce(selection, session, openId) ? selection.ids : null
}

const selectingIn = (session: StorySession): Selecting<ClaimId> => ({
  to: (id, start) => selectTo(session, id, start),
  toggle: (id) => toggleSelected(session, id),
  all: () => selectAll(session),
  none: selectNothing,
})

function ClaimList({ session }: { session: StorySession }) {
  const filter = useDeferredValue(useStore(claimFilter, (now) => now))
  const me = useStore(preferences, (now) => now.personId)
  // Rules, sources and time judge claims too.
  const by = useStore(judging, (now) => now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: judged otherwise, all claims are looked at anew
  const list = useMemo(() => listClaims(filter, me), [filter, me, by])
  const shown = useSession(session, (state) => list(state.order, state.claims), sameItems)
  const count = useSession(session, (state) => state.order.length)
  const openId = useSession(session, openClaimIdOf)
  const selected = useSelection(session)
  const selectedCount = useMemo(
    () => (selected ? shown.filter((id) => selected.has(id)).length : 0),
    [shown, selected],
  )
  const selecting = useMemo(() => selectingIn(session), [session])

  if (count === 0)
    return (
      <Empty
        title={strings.claims.empty}
        hint={
          <>
            {strings.claims.emptyHint} <Keys keys={chordOf('tag')} /> {strings.claims.emptyHintAfter}
          </>
        }
      />
    )
  if (shown.length === 0)
    return (
      <Empty title={strings.claims.noMatch}>
        <Button size="small" onClick={() => claimFilter.set(everyClaim)}>
          {strings.claims.resetFilters}
        </Button>
      </Empty>
    )
  return (
    <>
      <p className="visually-hidden" role="status">
        {strings.claims.count(shown.length, count)}
      </p>
      <VirtualList
        className={styles.list}
        label={strings.claims.list}
        items={shown}
        estimatePx={66}
        current={openId}
        selecting={selecting}
        description={severalStrings.hint}
      >
        {(id, row) => (
          <ClaimRow session={session} id={id} row={row} isSelected={selected?.has(id) ?? false} />
        )}
      </VirtualList>
      {selectedCount > 0 ? <Several session={session} count={selectedCount} /> : null}
    </>
  )
}
