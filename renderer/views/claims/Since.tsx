import { CheckCheck, Eye } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Thin } from '../../../shared/check/backing.ts'
import type { Standing } from '../../../shared/check/standing.ts'
import { wordChanges } from '../../../shared/check/word-changes.ts'
import { exhaustive } from '../../../shared/lib/assert.ts'
import { type Claim, claimKindSchema } from '../../../shared/model/claim.ts'
import { confirmNewWords } from '../../app/claim-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { judging, standingNow } from '../../state/judging.ts'
import { useSourcesById } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Flag, type FlagSign } from '../../ui/FlagMark.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { Segments } from '../../ui/Segments.tsx'
import {
  changeReasons,
  claimFlagNames,
  contextReasons,
  groundPartNames,
  standingStrings,
} from '../../ui/strings/standing.ts'
import { kindNames, strings } from '../../ui/strings.ts'
import styles from './since.module.css'

/** What has become of a claim since it was settled, and what to do about it; nothing where it stands. */
export function Since({ session, claim }: { session: StorySession; claim: Claim }) {
  useStore(judging, (now) => now)
  const standing = standingNow(claim)
  const lines = linesOf(standing)
  if (lines.length === 0) return null
  const isNotAsSettled = standing.changed.length > 0 || standing.context.length > 0
  return (
    <section className={styles.since} aria-label={standingStrings.label}>
      <ul className={styles.lines}>
        {lines.map(({ sign, text }) => (
          <li key={text}>
            <Flag sign={sign}>{claimFlagNames[sign]}</Flag>
            <span className={styles.why}>{text}</span>
          </li>
        ))}
      </ul>
      <Grounds claim={claim} />
      <BeforeAndAfter claim={claim} standing={standing} />
      {standing.asksKind ? (
        <div className={styles.kind}>
          <span>{standingStrings.asksKind}</span>
          <Segments
            size="small"
            label={standingStrings.asksKind}
            value={claim.kind}
            onChange={(kind) => void perform(() => session.setKind(claim.id, kind))}
            options={claimKindSchema.options.map((value) => ({ value, name: kindNames[value] }))}
          />
        </div>
      ) : null}
      {isNotAsSettled && claim.presence === 'inText' ? (
        <Button size="small" onClick={() => void confirmNewWords(session, claim.id)}>
          {claim.status === 'confirmed' ? (
            <CheckCheck size={13} aria-hidden="true" />
          ) : (
            <Eye size={13} aria-hidden="true" />
          )}
          {claim.status === 'confirmed' ? standingStrings.confirmNew : standingStrings.openAgain}
          <Keys keys={keysOf('confirmNewWords').single ?? ''} />
        </Button>
      ) : null}
    </section>
  )
}

type Line = { sign: FlagSign & keyof typeof claimFlagNames; text: string }

function linesOf(standing: Standing): Line[] {
  const { changed, context, thin, isContradicted, isOwnWords, isOld, status } = standing
  return [
    ...changed.map((reason): Line => ({ sign: 'changed', text: changeReasons[reason] })),
    ...context.map((reason): Line => ({ sign: 'context', text: contextReasons[reason] })),
    ...(thin ? [{ sign: 'thin', text: thinText(thin) } as const] : []),
    ...(isContradicted && status !== 'unchecked'
      ? [{ sign: 'contradicted', text: standingStrings.contradicted } as const]
      : []),
    ...(isOwnWords ? [{ sign: 'ownWords', text: standingStrings.ownWords } as const] : []),
    ...(isOld ? [{ sign: 'old', text: standingStrings.old } as const] : []),
  ]
}

function thinText(thin: Thin): string {
  switch (thin.kind) {
    case 'noBackup':
      return standingStrings.thin.noBackup
    case 'noRecord':
      return standingStrings.thin.noRecord
    case 'tooFew':
      return standingStrings.thin.tooFew(thin.primary, thin.independent)
    default:
      return exhaustive(thin)
  }
}

/** Which backup is not what it was, and what of it. */
function Grounds({ claim }: { claim: Claim }) {
  const sources = useSourcesById()
  if (claim.changedGround.length === 0) return null
  return (
    <ul className={styles.grounds}>
      {claim.changedGround.map(({ backupId, parts }) => {
        const backup = claim.backup.find((one) => one.id === backupId)
        const title = (backup && sources.get(backup.sourceId)?.title) ?? strings.backup.unknown
        return (
          <li key={backupId} dir="auto">
            {`${title}: ${parts.map((part) => groundPartNames[part]).join(', ')}`}
          </li>
        )
      })}
    </ul>
  )
}

function BeforeAndAfter({ claim, standing }: { claim: Claim; standing: Standing }) {
  const { settling, place } = claim
  if (!settling) return null
  if (standing.changed.includes('words'))
    return <WordChanges label={standingStrings.before} before={settling.words} after={claim.words} />
  if (standing.context.includes('sentence') && settling.place && place)
    return (
      <WordChanges
        label={standingStrings.sentenceBefore}
        before={settling.place.sentence}
        after={place.sentence}
      />
    )
  return null
}

/** Two wordings in one: what was taken out is struck, what was put in is underlined, and both are said. */
export function WordChanges({ label, before, after }: { label: string; before: string; after: string }) {
  let at = 0
  const parts = wordChanges(before, after).map(({ kind, text }): ReactNode => {
    const key = at
    at += text.length + 1
    if (kind === 'same') return <span key={key}>{text}</span>
    const said = kind === 'removed' ? standingStrings.removedWord : standingStrings.addedWord
    const Element = kind === 'removed' ? 'del' : 'ins'
    return (
      <Element key={key}>
        <span className="visually-hidden">{` ${said}: `}</span>
        {text}
      </Element>
    )
  })
  return (
    <blockquote className={styles.words} dir="auto" aria-label={label}>
      {parts}
    </blockquote>
  )
}
