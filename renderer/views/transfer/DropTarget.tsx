import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { isDraggingOut } from '../../link/shell-files.ts'
import { useDesk } from '../../state/desk.ts'
import { performEach } from '../../state/refused.ts'
import { strings } from '../../ui/strings.ts'
import { importBytes } from './importing.ts'
import styles from './transfer.module.css'

/** Pictures over the text are the text's: it takes them in where they are dropped. */
function isForText(event: DragEvent): boolean {
  const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file')
  const isOverText = event.target instanceof Element && event.target.closest('.story-text') !== null
  return isOverText && items.length > 0 && items.every((item) => item.type.startsWith('image/'))
}

/** A file dropped anywhere in the window is imported; text dragged within the galley is none of its business. */
export function DropTarget() {
  const desk = useDesk()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) =>
      !isDraggingOut() && (event.dataTransfer?.types.includes('Files') ?? false)
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(!isForText(event))
    }
    const onLeave = (event: DragEvent) => {
      // Only leaving the window has no next element.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      setOver(false)
      if (isForText(event)) return
      event.preventDefault()
      event.stopPropagation()
      const files = [...(event.dataTransfer?.files ?? [])]
      void performEach(files, (file) => importBytes(desk, file, file.name))
    }
    // Captured, so that no other file reaches the text.
    window.addEventListener('dragover', onOver, true)
    window.addEventListener('dragleave', onLeave, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragover', onOver, true)
      window.removeEventListener('dragleave', onLeave, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [desk])
  if (!isOver) return null
  return (
    <div className={styles.drop}>
      <FileDown size={26} aria-hidden="true" />
      <p>{strings.import.dropTitle}</p>
    </div>
  )
}
