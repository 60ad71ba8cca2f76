import { useState } from 'react'
import type { FileHash } from '../../../shared/model/ids.ts'
import type { StrikingPreview } from '../../../shared/model/striking.ts'
import { useDesk } from '../../state/desk.ts'
import { openStory } from '../../state/open-story.ts'
import { explain } from '../../state/refused.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Check, Field, TextInput } from '../../ui/Field.tsx'
import { type Explanation, strings } from '../../ui/strings.ts'
import { StrikingFrame } from './StrikingFrame.tsx'
import { Confirming, EditorsOnly, FailureLine, nameOfFile, PlaceList, useIsEditor } from './StrikingParts.tsx'
import styles from './striking.module.css'
import { useStriking } from './useStriking.ts'

/** Asks for words, shows where they stand, asks for a reason and for the words once more, and strikes them. */
export function StrikeDialog() {
  const { link } = useDesk()
  const story = useStore(openStory, (now) => (now.kind === 'open' ? now.session.getState().story : null))
  const [words, setWords] = useState('')
  const [wholeWords, setWholeWords] = useState(false)
  const [isOnlyStory, setOnlyStory] = useState(false)
  const [preview, setPreview] = useState<StrikingPreview | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [lookFailure, setLookFailure] = useState<Explanation | null>(null)
  const [kept, setKept] = useState<readonly FileHash[]>([])
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const striking = useStriking()
  const isEditor = useIsEditor()
  const given = { words: words.trim(), wholeWords, storyId: isOnlyStory && story ? story.id : null }

  function change(set: () => void) {
    set()
    setPreview(null)
    setKept([])
    setLookFailure(null)
    striking.reset()
  }

  async function look() {
    setLooking(true)
    setLookFailure(null)
    try {
      setPreview(await link.client.striking.preview(given))
    } catch (error) {
      setLookFailure(explain(error))
    }
    setLooking(false)
  }

  return (
    <StrikingFrame
      words={{
        title: strings.striking.title,
        lead: strings.striking.lead,
        act: strings.striking.strike,
        working: strings.striking.working,
        done: strings.striking.done,
        doneLead: strings.striking.doneLead,
      }}
      striking={striking}
      isReady={preview !== null && reason.trim() !== '' && typed.trim() === given.words}
      act={(requestId) => link.client.striking.strike({ requestId, ...given, reason, keepFiles: [...kept] })}
      instead={
        preview ? null : (
          <Button
            tone="primary"
            type="submit"
            form="strike-form"
            disabled={given.words === '' || isLooking || !isEditor}
          >
            {isLooking ? strings.striking.looking : strings.striking.look}
          </Button>
        )
      }
    >
      <form
        id="strike-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (given.words !== '' && !preview) void look()
        }}
      >
        <EditorsOnly />
        <Field label={strings.striking.words} hint={strings.striking.wordsHint}>
          {(ids) => (
            <TextInput
              {...ids}
              value={words}
              maxLength={300}
              spellCheck={false}
              disabled={striking.isBusy}
              onChange={(event) => change(() => setWords(event.target.value))}
            />
          )}
        </Field>
        <Check
          label={strings.striking.wholeWords}
          hint={strings.striking.wholeWordsHint}
          checked={wholeWords}
          onChange={(checked) => change(() => setWholeWords(checked))}
        />
        {story ? (
          <Check
            label={strings.striking.onlyStory(story.headline || story.slug)}
            hint={strings.striking.onlyStoryHint}
            checked={isOnlyStory}
            onChange={(checked) => change(() => setOnlyStory(checked))}
          />
        ) : null}
        <FailureLine failure={lookFailure} />
      </form>
      {preview ? (
        <section className={styles.found} aria-label={strings.striking.found}>
          <div>
            <h3>{strings.striking.found}</h3>
            {Object.keys(preview.places).length === 0 ? (
              <p>{strings.striking.nothing}</p>
            ) : (
              <PlaceList places={preview.places} />
            )}
            {preview.copies > 0 ? (
              <p className={styles.soft}>{strings.striking.copies(preview.copies)}</p>
            ) : null}
          </div>
          {preview.forms.length > 0 ? (
            <div>
              <h3>{strings.striking.forms}</h3>
              <ul className={styles.forms}>
                {preview.forms.map(({ text, count }) => (
                  <li key={text} dir="auto">
                    <bdi className={styles.times}>{strings.striking.times(count)}</bdi> {text}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          {preview.files.length > 0 ? (
            <div className={styles.files}>
              <h3>{strings.striking.files}</h3>
              <p className={styles.soft}>{strings.striking.filesHint}</p>
              {preview.files.map((file) => (
                <Check
                  key={file.hash}
                  label={nameOfFile(file)}
                  checked={!kept.includes(file.hash)}
                  onChange={(isRemoved) =>
                    setKept(isRemoved ? kept.filter((hash) => hash !== file.hash) : [...kept, file.hash])
                  }
                />
              ))}
            </div>
          ) : null}
          <Confirming
            words={given.words}
            reasonHint={strings.striking.reasonHint}
            reason={reason}
            typed={typed}
            onReason={setReason}
            onTyped={setTyped}
          />
        </section>
      ) : null}
    </StrikingFrame>
  )
}
