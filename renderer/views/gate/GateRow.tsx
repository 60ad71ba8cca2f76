import { Check, ChevronDown, ChevronRight, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ExcusedLine } from '../../../shared/check/gate.ts'
import type { Difference } from '../../../shared/check/shown.ts'
import { exhaustive } from '../../../shared/lib/assert.ts'
import type { GateKind, GateLine } from '../../../shared/model/gate.ts'
import { isOverridable, mayShareReason } from '../../../shared/model/override.ts'
import { readLine, takeBackPass } from '../../app/gate-commands.ts'
import type { GateRowOf } from '../../state/gate-list.ts'
import { useMay, usePeopleById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { openDialog } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Flag, FlagMark, type FlagSign } from '../../ui/FlagMark.tsx'
import { formatAgo, formatNumber } from '../../ui/format.ts'
import { gateAdvice, gateKinds, gateStrings } from '../../ui/strings/gate.ts'
import { strings } from '../../ui/strings.ts'
import { WordChanges } from '../claims/Since.tsx'
import styles from './gate.module.css'

interface RowProps {
  readonly tabIndex: 0 | -1
  readonly 'data-row': number
}

/** The sign of what a line says, where it has one of its own; else that it blocks or asks. */
function signOf(kind: GateKind, section: 'blocks' | 'asks'): FlagSign {
  switch (kind) {
    case 'unread':
    case 'changed':
    case 'thin':
    case 'context':
    case 'removed':
    case 'contradicted':
    case 'old':
    case 'ownWords':
      return kind
    case 'openFix':
      return 'fix'
    case 'unchecked':
    case 'queried':
    case 'wrong':
    case 'unverified':
    case 'onAuthor':
    case 'legal':
    case 'tk':
    case 'noByline':
    case 'noCredit':
      return section
    default:
      return exhaustive(kind)
  }
}

/** What has no claim is put right in the text, so the caret goes there. */
const typedKinds: ReadonlySet<GateKind> = new Set(['tk', 'noByline', 'noCredit'])

/** Goes to where a line stands: its claim is opened, or its words shown and the caret put there. */
export function goToLine(session: StorySession, { kind, claimId, from, to }: GateLine): void {
  if (claimId) {
    session.openClaim(claimId, { scroll: true })
    return
  }
  if (from === null || to === null) return
  session.openClaim(null)
  session.showStretch({ from, to })
  if (typedKinds.has(kind)) session.editor.view.focus()
}

export function GateRow({
  session,
  of,
  isCurrent,
  onToggle,
  onGo,
  row,
}: {
  session: StorySession
  of: GateRowOf
  isCurrent: boolean
  onToggle: () => void
  onGo: () => void
  row: RowProps
}) {
  switch (of.row) {
    case 'group':
      return <GroupRow of={of} onToggle={onToggle} row={row} />
    case 'line':
      return <LineRow session={session} of={of} isCurrent={isCurrent} onGo={onGo} row={row} />
    case 'excused':
      return <ExcusedRow session={session} excused={of.excused} isCurrent={isCurrent} onGo={onGo} row={row} />
    case 'difference':
      return (
        <DifferenceRow
          session={session}
          difference={of.difference}
          isCurrent={isCurrent}
          onGo={onGo}
          row={row}
        />
      )
    default:
      return exhaustive(of)
  }
}

const sectionSigns = {
  differences: 'changed',
  excused: 'override',
  blocks: 'blocks',
  asks: 'asks',
} as const satisfies Record<string, FlagSign>

function GroupRow({
  of,
  onToggle,
  row,
}: {
  of: Extract<GateRowOf, { row: 'group' }>
  onToggle: () => void
  row: RowProps
}) {
  const { section, kind, count, lines, isShut } = of
  const isShared = section === 'blocks' && kind !== null && count > 1 && mayShareReason(kind)
  const name = kind === null ? gateStrings[section as 'differences' | 'excused'] : gateKinds[kind]
  return (
    <div className={styles.group} data-section={section}>
      <button
        type="button"
        className={styles.groupButton}
        aria-expanded={!isShut}
        onClick={onToggle}
        {...row}
      >
        {isShut ? (
          <ChevronRight size={13} aria-hidden="true" className="mirrored" />
        ) : (
          <ChevronDown size={13} aria-hidden="true" />
        )}
        <FlagMark sign={sectionSigns[section]} size={12} />
        {kind === null ? null : <span className="visually-hidden">{`${gateStrings[section]}: `}</span>}
        <span className={styles.groupName}>{name}</span>
        <span className={styles.count}>{formatNumber(count)}</span>
      </button>
      {isShared ? <LetPass lines={lines} tabIndex={row.tabIndex} /> : null}
      {kind === null ? null : <p className={styles.advice}>{gateAdvice[kind]}</p>}
    </div>
  )
}

/** An editor's alone; one for several where they may share a reason. */
function LetPass({ lines, tabIndex }: { lines: readonly GateLine[]; tabIndex: 0 | -1 }) {
  if (!useMay('override')) return null
  return (
    <Button
      size="small"
      tone="quiet"
      tabIndex={tabIndex}
      onClick={() => openDialog({ kind: 'letPass', lines })}
    >
      {lines.length > 1 ? gateStrings.letPassAll(lines.length) : gateStrings.letPass}
    </Button>
  )
}

function LineRow({
  session,
  of: { line, section },
  isCurrent,
  onGo,
  row,
}: {
  session: StorySession
  of: Extract<GateRowOf, { row: 'line' }>
  isCurrent: boolean
  onGo: () => void
  row: RowProps
}) {
  const { kind, number, words } = line
  return (
    <Line
      isCurrent={isCurrent}
      sign={signOf(kind, section)}
      row={row}
      onGo={() => {
        onGo()
        goToLine(session, line)
      }}
      beside={
        <>
          {kind === 'unread' ? <Read session={session} line={line} tabIndex={row.tabIndex} /> : null}
          {section === 'blocks' && isOverridable(kind) ? (
            <LetPass lines={[line]} tabIndex={row.tabIndex} />
          ) : null}
        </>
      }
    >
      <span className="visually-hidden">{`${gateKinds[kind]}: `}</span>
      <span className={styles.words} dir="auto">
        {words || gateKinds[kind]}
      </span>
      {number === undefined ? null : <span className={styles.number}>{strings.claims.number(number)}</span>}
    </Line>
  )
}

/** For who may say that there is nothing to check. */
function Read({ session, line, tabIndex }: { session: StorySession; line: GateLine; tabIndex: 0 | -1 }) {
  if (!useMay('read')) return null
  return (
    <IconButton
      size="small"
      tabIndex={tabIndex}
      label={gateStrings.nothingToCheck}
      icon={<Check size={13} />}
      onClick={() => void readLine(session, line)}
    />
  )
}

/** A line of the list: what leads to where it stands, and beside it what can be done from here. */
function Line({
  isCurrent,
  sign,
  row,
  onGo,
  beside,
  children,
}: {
  isCurrent: boolean
  sign: FlagSign
  row: RowProps
  onGo: () => void
  beside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes(styles.line, isCurrent && styles.isCurrent)}>
      <button
        type="button"
        className={styles.lineButton}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onGo}
        {...row}
      >
        <FlagMark sign={sign} size={12} />
        {children}
      </button>
      {beside}
    </div>
  )
}

function ExcusedRow({
  session,
  excused: { line, excuse },
  isCurrent,
  onGo,
  row,
}: {
  session: StorySession
  excused: ExcusedLine
  isCurrent: boolean
  onGo: () => void
  row: RowProps
}) {
  const people = usePeopleById()
  const { overrideId } = excuse
  const isMine = useMay('override')
  return (
    <Line
      isCurrent={isCurrent}
      sign="override"
      row={row}
      onGo={() => {
        onGo()
        goToLine(session, line)
      }}
      beside={
        overrideId && isMine ? (
          <IconButton
            size="small"
            tabIndex={row.tabIndex}
            label={gateStrings.noLongerPasses}
            icon={<Undo2 size={13} />}
            onClick={() => void takeBackPass(session, overrideId)}
          />
        ) : null
      }
    >
      <span className={styles.passed}>
        <s className={styles.words} dir="auto">
          {line.words}
        </s>
        <span className={styles.reason} dir="auto">
          {excuse.reason}
        </span>
        <span className={styles.signed}>
          <Flag sign="override">{gateKinds[line.kind]}</Flag>
          {excuse.fixId ? gateStrings.byFix : null}
          {gateStrings.signed(
            people.get(excuse.personId)?.name ?? strings.common.nobody,
            formatAgo(excuse.atMs),
          )}
        </span>
      </span>
    </Line>
  )
}

function DifferenceRow({
  session,
  difference: { where, before, after, from, to },
  isCurrent,
  onGo,
  row,
}: {
  session: StorySession
  difference: Difference
  isCurrent: boolean
  onGo: () => void
  row: RowProps
}) {
  const label = before === '' ? gateStrings.came : after === '' ? gateStrings.gone : gateStrings.differences
  return (
    <Line
      isCurrent={isCurrent}
      sign="changed"
      row={row}
      onGo={() => {
        onGo()
        session.showStretch({ from, to })
      }}
    >
      {where === 'picture' ? (
        <span>{gateStrings.pictureChanged}</span>
      ) : (
        <WordChanges label={label} before={before} after={after} />
      )}
    </Line>
  )
}
