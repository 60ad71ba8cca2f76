import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Backup } from '../../../shared/model/backup.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { Source, SourceFile } from '../../../shared/model/source.ts'
import { openInShell } from '../../link/shell-files.ts'
import { useDesk } from '../../state/desk.ts'
import { useSession } from '../../state/open-story.ts'
import { useSourcesById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { sourceKindNames, strings } from '../../ui/strings.ts'
import { fragmentOf, placeOf } from './excerpt.ts'
import styles from './pencil.module.css'

/** Larger files are opened on request, not shown beside the claim. */
const largestShownBytes = 4 * 1024 * 1024

const noBackup: readonly Backup[] = []

/**
 * The files that the claim rests on, open at the place that its backup names, as far as they can be shown here. All
 * else of a source stands with the claim's backup.
 */
export function SourceBeside({ session, id }: { session: StorySession; id: ClaimId }) {
  const backup = useSession(session, (state) => state.claims.get(id)?.backup ?? noBackup)
  const sources = useSourcesById()
  const open = backup.flatMap((one): [Backup, Source][] => {
    const source = sources.get(one.sourceId)
    return source?.files.some((file) => isText(file) || isImage(file)) ? [[one, source]] : []
  })
  if (open.length === 0) return null
  return (
    <section className={styles.beside} aria-label={strings.pencil.besides}>
      {open.map(([one, source]) => (
        <OpenSource key={one.id} backup={one} source={source} />
      ))}
    </section>
  )
}

function OpenSource({ backup, source }: { backup: Backup; source: Source }) {
  const facts = [sourceKindNames[source.kind], source.publisher, source.date, backup.locator]
  return (
    <article className={styles.source}>
      <h4 dir="auto">{source.title}</h4>
      <p className={styles.quiet} dir="auto">
        {facts.filter((fact) => fact !== '').join(' · ')}
      </p>
      {source.note ? (
        <p className={styles.quiet} dir="auto">
          {source.note}
        </p>
      ) : null}
      {source.files.map((file) => (
        <OpenFile key={file.hash} file={file} backup={backup} />
      ))}
    </article>
  )
}

function isImage({ mediaType }: SourceFile): boolean {
  return mediaType.startsWith('image/')
}

function isText({ mediaType, name, sizeBytes }: SourceFile): boolean {
  if (sizeBytes > largestShownBytes) return false
  return /^text\/(?:plain|markdown|csv)/u.test(mediaType) || /\.(?:txt|md|csv)$/iu.test(name)
}

function OpenFile({ file, backup }: { file: SourceFile; backup: Backup }) {
  const { link } = useDesk()
  const url = link.blobUrl(file.hash)
  const isShown = isText(file)
  const { data: text } = useQuery({
    queryKey: ['fileText', file.hash],
    queryFn: async () => (await fetch(url)).text(),
    enabled: isShown,
    // A file's bytes never change: they are kept by their hash.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const place = text === undefined ? null : placeOf(text, backup.excerpt)
  return (
    <>
      <a
        href={`${url}${fragmentOf(backup.locator, file.mediaType)}`}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={strings.backup.openFile(file.name)}
        onClick={(event) => openInShell(event, file)}
      >
        <FileText size={11} aria-hidden="true" />
        {file.name}
      </a>
      {isImage(file) ? <img className={styles.image} src={url} alt={file.name} /> : null}
      {place ? (
        <Excerpt label={strings.pencil.excerptFound} {...place} />
      ) : backup.excerpt ? (
        <>
          <blockquote className={styles.excerpt} dir="auto">
            <mark>{backup.excerpt}</mark>
          </blockquote>
          {text === undefined ? null : <p className={styles.missing}>{strings.pencil.excerptMissing}</p>}
        </>
      ) : text === undefined ? null : (
        <Excerpt label={strings.pencil.inFile(file.name)} before="" excerpt="" after={text.slice(0, 2000)} />
      )}
    </>
  )
}

function Excerpt({
  label,
  before,
  excerpt,
  after,
}: {
  label: string
  before: string
  excerpt: string
  after: string
}) {
  const marked = useRef<HTMLElement>(null)
  useEffect(() => {
    const mark = marked.current
    const box = mark?.parentElement
    // Its own box alone: the panel stays where it is.
    if (mark && box) box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3
  }, [])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by the keyboard
    <blockquote className={styles.file} dir="auto" aria-label={label} tabIndex={0}>
      {before}
      {excerpt ? <mark ref={marked}>{excerpt}</mark> : null}
      {after}
    </blockquote>
  )
}
