import {
  Check,
  ExternalLink,
  FileText,
  LockKeyhole,
  Minus,
  Paperclip,
  PenLine,
  Plus,
  Trash2,
} from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { isSafeHref } from '../../../shared/document/href.ts'
import type { Backup, Stance } from '../../../shared/model/backup.ts'
import type { Claim } from '../../../shared/model/claim.ts'
import type { BackupId } from '../../../shared/model/ids.ts'
import type { Source } from '../../../shared/model/source.ts'
import { attachLast, removeBackup } from '../../app/claim-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { dragOutOfShell, openInShell } from '../../link/shell-files.ts'
import { useDesk } from '../../state/desk.ts'
import { lastSource } from '../../state/last-source.ts'
import { useSourcesById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { show, windowState } from '../../state/window.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FlagMark } from '../../ui/FlagMark.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { rankNames, sourceKindNames, stanceNames, strings } from '../../ui/strings.ts'
import { Tip } from '../../ui/Tip.tsx'
import { BackupForm } from './BackupForm.tsx'
import styles from './backup.module.css'

const stanceMarks: Record<Stance, ReactNode> = {
  supports: <Check size={13} aria-hidden="true" />,
  contradicts: <FlagMark sign="contradicted" size={13} />,
  context: <Minus size={13} aria-hidden="true" />,
}

/** What the claim rests on. */
export function BackupList({ session, claim }: { session: StorySession; claim: Claim }) {
  const sources = useSourcesById()
  const isAdding = useStore(windowState, (now) => now.backupFormFor === claim.id)
  const last = useStore(lastSource, (now) => now)
  const lastTitle = last ? sources.get(last)?.title : undefined
  const [editing, setEditing] = useState<BackupId | null>(null)
  return (
    <section className={styles.backup} aria-label={strings.backup.title} data-tour="backup">
      <header className={styles.head}>
        <h4>{strings.backup.title}</h4>
        {isAdding ? null : (
          <>
            {lastTitle ? (
              <Tip text={strings.backup.addAgain(lastTitle)} keys={keysOf('attachLast').single}>
                <Button
                  tone="quiet"
                  size="small"
                  className={styles.again}
                  aria-label={strings.backup.addAgain(lastTitle)}
                  onClick={() => void attachLast(session, claim.id, sources)}
                >
                  <Paperclip size={12} aria-hidden="true" />
                  <span className={styles.clip}>{lastTitle}</span>
                  <Keys keys={keysOf('attachLast').single ?? ''} />
                </Button>
              </Tip>
            ) : null}
            <Button tone="quiet" size="small" onClick={() => show({ backupFormFor: claim.id })}>
              <Plus size={13} aria-hidden="true" />
              {strings.backup.add}
              <Keys keys={keysOf('addBackup').single ?? ''} />
            </Button>
          </>
        )}
      </header>
      {isAdding ? (
        <BackupForm session={session} claim={claim} onDone={() => show({ backupFormFor: null })} />
      ) : null}
      {claim.backup.length === 0 && !isAdding ? <p className={styles.none}>{strings.backup.none}</p> : null}
      <ul>
        {claim.backup.map((backup) => (
          <li key={backup.id} className={styles.item}>
            {editing === backup.id ? (
              <BackupForm session={session} claim={claim} backup={backup} onDone={() => setEditing(null)} />
            ) : (
              <BackupItem
                session={session}
                backup={backup}
                source={sources.get(backup.sourceId)}
                onEdit={() => setEditing(backup.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function BackupItem({
  session,
  backup,
  source,
  onEdit,
}: {
  session: StorySession
  backup: Backup
  source: Source | undefined
  onEdit: () => void
}) {
  const { link } = useDesk()
  const title = source?.title ?? strings.backup.unknown
  return (
    <>
      <div className={styles.source}>
        <button
          type="button"
          className={styles.sourceTitle}
          dir="auto"
          onClick={() => show({ view: 'sources', sourceId: backup.sourceId, drawer: null })}
        >
          {title}
        </button>
        <span className={styles.actions}>
          <IconButton
            size="small"
            label={strings.backup.edit(title)}
            icon={<PenLine size={13} />}
            onClick={onEdit}
          />
          <IconButton
            size="small"
            label={strings.backup.remove(title)}
            icon={<Trash2 size={13} />}
            onClick={() => void removeBackup(session, backup)}
          />
        </span>
      </div>
      <p className={styles.facts}>
        <span className={styles.stance} data-stance={backup.stance}>
          {stanceMarks[backup.stance]}
          {stanceNames[backup.stance]}
        </span>
        <span>{rankNames[backup.rank]}</span>
        {source ? <span>{sourceKindNames[source.kind]}</span> : null}
        {source?.isConfidential ? (
          <span className={styles.confidential}>
            <LockKeyhole size={11} aria-hidden="true" />
            {strings.backup.confidential}
          </span>
        ) : null}
        {backup.locator ? <span dir="auto">{backup.locator}</span> : null}
      </p>
      {backup.excerpt ? (
        <blockquote className={styles.excerpt} dir="auto">
          {backup.excerpt}
        </blockquote>
      ) : null}
      {backup.note ? (
        <p className={styles.note} dir="auto">
          {backup.note}
        </p>
      ) : null}
      {source && (source.url || source.files.length > 0) ? (
        <p className={styles.links}>
          {source.url && isSafeHref(source.url) ? (
            <a href={source.url} target="_blank" rel="noopener noreferrer">
              <ExternalLink size={11} aria-hidden="true" />
              {strings.sources.openUrl}
            </a>
          ) : null}
          {source.files.map((file) => (
            <a
              key={file.hash}
              href={link.blobUrl(file.hash)}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={strings.backup.openFile(file.name)}
              onClick={(event) => openInShell(event, file)}
              onDragStart={(event) => dragOutOfShell(event, file)}
            >
              <FileText size={11} aria-hidden="true" />
              {file.name}
            </a>
          ))}
        </p>
      ) : null}
    </>
  )
}
