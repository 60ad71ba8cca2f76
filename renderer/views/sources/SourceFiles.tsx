import { FileText, Upload, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { newRequestId } from '../../../shared/model/ids.ts'
import type { SourceFile } from '../../../shared/model/source.ts'
import { dragOutOfShell, openInShell } from '../../link/shell-files.ts'
import { useDesk } from '../../state/desk.ts'
import { perform, performEach } from '../../state/refused.ts'
import { toast } from '../../state/toasts.ts'
import { carryOut } from '../../state/work.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { formatSize } from '../../ui/format.ts'
import { strings } from '../../ui/strings.ts'
import type { ListedSource } from './SourcesView.tsx'
import styles from './sources.module.css'

/** The files that lie with a source: brought by their bytes, opened from the desk. */
export function SourceFiles({ source }: { source: ListedSource }) {
  const { link, queries } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [isStoring, setStoring] = useState(false)
  const readAgain = () => queries.invalidateQueries({ queryKey: ['sources'] })

  async function attach({ hash, name, mediaType }: Omit<SourceFile, 'sizeBytes'>) {
    await link.client.sources.attachFile({
      requestId: newRequestId(),
      sourceId: source.id,
      hash,
      name,
      mediaType,
    })
    await readAgain()
  }

  async function add(files: readonly File[]) {
    setStoring(true)
    await performEach(files, async (file, at) => {
      const text = strings.sources.uploading(file.name)
      const { hash } = await carryOut(
        files.length > 1 ? strings.work.ofSeveral(text, at + 1, files.length) : text,
        (signal) => link.putBlob(file, signal),
      )
      await attach({
        hash,
        name: file.name.slice(0, 255),
        mediaType: file.type || 'application/octet-stream',
      })
    })
    setStoring(false)
  }

  async function detach(file: SourceFile) {
    await perform(async () => {
      await link.client.sources.detachFile({
        requestId: newRequestId(),
        sourceId: source.id,
        hash: file.hash,
      })
      await readAgain()
      toast(strings.sources.fileRemoved(file.name), { undo: () => void perform(() => attach(file)) })
    })
  }

  return (
    <section aria-label={strings.sources.files} className={styles.files}>
      <header className={styles.filesHead}>
        <h3>{strings.sources.files}</h3>
        <Button size="small" onClick={() => input.current?.click()}>
          <Upload size={13} aria-hidden="true" />
          {strings.sources.addFiles}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={strings.sources.addFiles}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            void add(files)
          }}
        />
      </header>
      {source.files.length === 0 && !isStoring ? (
        <p className={styles.hint}>{strings.sources.noFiles}</p>
      ) : (
        <ul>
          {source.files.map((file) => (
            <li key={file.hash} className={styles.file}>
              <FileText size={14} aria-hidden="true" />
              <a
                href={link.blobUrl(file.hash)}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={strings.sources.openFile(file.name)}
                onClick={(event) => openInShell(event, file)}
                onDragStart={(event) => dragOutOfShell(event, file)}
              >
                {file.name}
              </a>
              <span className={styles.count}>{formatSize(file.sizeBytes)}</span>
              <IconButton
                size="small"
                label={strings.sources.removeFile(file.name)}
                icon={<X size={13} />}
                onClick={() => void detach(file)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
