import { ListChecks, Stamp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Gate, isCleared } from '../../../shared/check/gate.ts'
import { clearStory, takeBackClearing } from '../../app/gate-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { useGate } from '../../state/gate.ts'
import { type GateRowOf, gateRows } from '../../state/gate-list.ts'
import { useSession } from '../../state/open-story.ts'
import { useMay, usePeopleById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { show } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Flag } from '../../ui/FlagMark.tsx'
import { home } from '../../ui/focus-home.ts'
import { formatMoment } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/Notice.tsx'
import { gateStrings } from '../../ui/strings/gate.ts'
import { strings } from '../../ui/strings.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import claimStyles from '../claims/claims.module.css'
import { OpenClaim } from '../claims/OpenClaim.tsx'
import { GateRow } from './GateRow.tsx'
import styles from './gate.module.css'

/** The right panel as the gate: what stands between the story and its clearing, and the claim that is open. */
export function GatePanel({ session }: { session: StorySession }) {
  const gate = useGate(session)
  const openId = useSession(session, (state) => state.openClaimId)
  return (
    <div id="gate" className={claimStyles.panel} data-open={openId !== null} {...home}>
      <Head session={session} gate={gate} />
      {gate ? <Lines session={session} gate={gate} /> : <Loading label={gateStrings.counting} lines={4} />}
      {openId ? <OpenClaim key={openId} session={session} id={openId} /> : null}
    </div>
  )
}

function Head({ session, gate }: { session: StorySession; gate: Gate | null }) {
  const isMine = useMay('clear')
  return (
    <header className={claimStyles.head}>
      <div className={claimStyles.titleRow}>
        <h2 className={claimStyles.title}>{gateStrings.title}</h2>
        <IconButton
          label={gateStrings.toClaims}
          keys={keysOf('gate').single}
          icon={<ListChecks size={16} />}
          onClick={() => show({ right: 'claims' })}
        />
      </div>
      {gate ? (
        <>
          <State gate={gate} />
          <div className={styles.actions}>
            {isMine ? (
              <Actions session={session} gate={gate} />
            ) : (
              <p className={styles.note}>{gateStrings.editorsOnly}</p>
            )}
          </div>
        </>
      ) : null}
    </header>
  )
}

/** In one line: cleared or not, by whom, and why not any more. */
function State({ gate }: { gate: Gate }) {
  const people = usePeopleById()
  const { cleared, blocks } = gate
  if (!cleared) {
    return (
      <p className={styles.state} role="status">
        {blocks.length > 0 ? (
          <Flag sign="blocks">{gateStrings.stillBlocked(blocks.length)}</Flag>
        ) : (
          gateStrings.nothingLeft
        )}
      </p>
    )
  }
  const by = people.get(cleared.clearing.personId)?.name ?? strings.common.nobody
  const when = formatMoment(cleared.clearing.atMs)
  if (isCleared(gate))
    return (
      <p className={styles.state} role="status">
        <Flag sign="cleared">{gateStrings.clearedBy(by, when)}</Flag>
      </p>
    )
  return (
    <p className={styles.state} role="status">
      <Flag sign="clearingEnded">
        {cleared.differences.length > 0
          ? gateStrings.wasClearedBy(by, when)
          : gateStrings.shutAgain(by, when)}
      </Flag>
    </p>
  )
}

function Actions({ session, gate }: { session: StorySession; gate: Gate }) {
  const isDone = isCleared(gate) && gate.asks.length === 0
  const clearWords = () => {
    if (gate.clear && gate.asks.length > 0) return gateStrings.clearAsking(gate.asks.length)
    return gate.cleared ? gateStrings.clearAgain : gateStrings.clearStory
  }
  return (
    <>
      {isDone ? null : (
        <Button tone="primary" disabled={!gate.clear} onClick={() => void clearStory(session, gate)}>
          <Stamp size={13} aria-hidden="true" />
          {clearWords()}
        </Button>
      )}
      {gate.cleared ? (
        <Button
          size="small"
          tone="quiet"
          className={styles.takeBack}
          onClick={() => void takeBackClearing(session)}
        >
          {gateStrings.takeBack}
        </Button>
      ) : null}
    </>
  )
}

function Lines({ session, gate }: { session: StorySession; gate: Gate }) {
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState<string | null>(null)
  const rows = useMemo(() => gateRows(gate, shut), [gate, shut])
  const keys = useMemo(() => [...rows.keys()], [rows])
  if (keys.length === 0)
    return (
      <Empty title={isCleared(gate) ? gateStrings.allDone : gateStrings.clear} hint={gateStrings.emptyHint} />
    )

  const toggle = (key: string) =>
    setShut((now) => {
      const next = new Set(now)
      if (!next.delete(key)) next.add(key)
      return next
    })

  return (
    <VirtualList
      className={claimStyles.list}
      label={gateStrings.title}
      items={keys}
      estimatePx={44}
      current={at}
      revealCurrent={false}
    >
      {(key, row) => {
        const of: GateRowOf | undefined = rows.get(key)
        return of ? (
          <GateRow
            session={session}
            of={of}
            isCurrent={key === at}
            onToggle={() => toggle(key)}
            onGo={() => setAt(key)}
            row={row}
          />
        ) : null
      }}
    </VirtualList>
  )
}
