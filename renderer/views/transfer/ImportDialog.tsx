import { FileDown } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Shell } from '../../../shared/contract/shell.ts'
import { chosenFilesSchema } from '../../../shared/contract/shell-messages.ts'
import { useDesk } from '../../state/desk.ts'
import { explain, toastError } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Stopped } from '../../state/work.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { type Explanation, strings } from '../../ui/strings.ts'
import { Works } from '../../ui/Works.tsx'
import { importBytes, importFile, looksLikeHtml } from './importing.ts'
import styles from './transfer.module.css'

export const importTypes =
  '.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html,application/json'

export function ImportDialog() {
  const desk = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  /** What a clipboard held beside the plain text; formatting that the field cannot show. */
  const [html, setHtml] = useState<string | null>(null)
  const [reading, setReading] = useState<string | null>(null)
  const [failure, setFailure] = useState<Explanation | null>(null)

  async function bring(bytes: Blob, name: string) {
    setReading(name)
    setFailure(null)
    try {
      await importBytes(desk, bytes, name)
    } catch (error) {
      if (error instanceof Stopped) toastError(error)
      else setFailure(explain(error))
      setReading(null)
    }
  }

  /** In Electron by the system's own dialog, which brings the files to the desk by itself. */
  async function choose(shell: Shell) {
    setFailure(null)
    const files = await shell.chooseFiles()
    for (const file of chosenFilesSchema.parse(files)) {
      setReading(file.name)
      try {
        await importFile(desk, file)
      } catch (error) {
        if (error instanceof Stopped) {
          toastError(error)
          break
        }
        setFailure(explain(error))
        // Behind the receipt of another file this dialog is no longer to be seen.
        if (files.length > 1) toastError(error)
      }
    }
    setReading(null)
  }

  /** Pasted text has no name, so the desk judges it by its bytes. */
  function bringText() {
    if (html) void bring(new Blob([html], { type: 'text/html' }), '')
    else if (looksLikeHtml(text)) void bring(new Blob([text], { type: 'text/html' }), '')
    else void bring(new Blob([text], { type: 'text/plain' }), '')
  }

  return (
    <Dialog
      title={strings.import.title}
      lead={strings.import.lead}
      onClose={closeDialog}
      foot={
        <>
          <Works />
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" disabled={!text.trim() || reading !== null} onClick={bringText}>
            {strings.import.doPaste}
          </Button>
        </>
      }
    >
      <div className={styles.import}>
        <button
          type="button"
          className={styles.choose}
          disabled={reading !== null}
          onClick={() => (window.stet ? void choose(window.stet) : input.current?.click())}
        >
          <FileDown size={20} aria-hidden="true" />
          <span className={styles.chooseName}>{strings.import.choose}</span>
          <span className={styles.chooseHint}>{strings.import.dropHere}</span>
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept={importTypes}
          aria-label={strings.import.choose}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void bring(file, file.name)
          }}
        />
        {failure ? (
          <p role="alert" className={styles.failure}>
            <strong>{failure.what}</strong> {failure.safe} {failure.next}
          </p>
        ) : null}
        <Field label={strings.import.pasteLabel}>
          {(ids) => (
            <TextArea
              {...ids}
              rows={7}
              dir="auto"
              placeholder={strings.import.pastePlaceholder}
              value={text}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text/html')
                setHtml(pasted && text === '' ? pasted : null)
              }}
              onChange={(event) => {
                const { inputType } = event.nativeEvent as InputEvent
                if (inputType !== 'insertFromPaste') setHtml(null)
                setText(event.target.value)
              }}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
