import { useEffect, useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import type { DeletionPreview } from '../../../shared/model/striking.ts'
import { useDesk } from '../../state/desk.ts'
import { useAllStories } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { type Explanation, strings } from '../../ui/strings.ts'
import { StrikingFrame } from './StrikingFrame.tsx'
import { Confirming, EditorsOnly, FailureLine, nameOfFile, useIsEditor } from './StrikingParts.tsx'
import styles from './striking.module.css'
import { useStriking } from './useStriking.ts'

const counted = ['steps', 'claims', 'settlings', 'backup', 'queries', 'fixes', 'events'] as const

/** Shows what hangs on a story, asks for a reason and for its slug, and deletes it. */
export function DeleteStoryDialog({ storyId, slug }: { storyId: StoryId; slug: string }) {
  const { link } = useDesk()
  const { data: stories } = useAllStories()
  const headline = stories?.find((story) => story.id === storyId)?.headline
  const [preview, setPreview] = useState<DeletionPreview | null>(null)
  const [lookFailure, setLookFailure] = useState<Explanation | null>(null)
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const striking = useStriking()
  const isEditor = useIsEditor()

  useEffect(() => {
    let isGone = false
    link.client.striking.previewDeletion({ storyId }).then(
      (found) => !isGone && setPreview(found),
      (error: unknown) => !isGone && setLookFailure(explain(error)),
    )
    return () => {
      isGone = true
    }
  }, [link, storyId])

  return (
    <StrikingFrame
      words={{
        title: strings.striking.deleteTitle,
        lead: strings.striking.deleteLead(headline || slug),
        act: strings.striking.delete,
        working: strings.striking.deleting,
        done: strings.striking.deleted,
        doneLead: strings.striking.deletedLead,
      }}
      striking={striking}
      isReady={preview !== null && reason.trim() !== '' && typed.trim() === slug}
      act={(requestId) => link.client.striking.deleteStory({ requestId, storyId, reason })}
    >
      <div className={styles.form}>
        <EditorsOnly />
        {preview ? (
          <>
            <ul className={styles.places}>
              {counted.map((what) =>
                preview[what] > 0 ? (
                  <li key={what}>{strings.striking.deleteCounts[what](preview[what])}</li>
                ) : null,
              )}
              {preview.copies > 0 ? <li>{strings.striking.copies(preview.copies)}</li> : null}
            </ul>
            {preview.files.length > 0 ? (
              <div className={styles.files}>
                <p className={styles.soft}>{strings.striking.deleteFiles}</p>
                <ul>
                  {preview.files.map((file) => (
                    <li key={file.hash}>{nameOfFile(file)}</li>
                  ))}
                </ul>
              </div>
            ) : null}
          </>
        ) : null}
        <Confirming
          words={slug}
          reasonHint={strings.striking.deleteReasonHint}
          reason={reason}
          typed={typed}
          onReason={setReason}
          onTyped={setTyped}
        />
        <FailureLine failure={isEditor ? lookFailure : null} />
      </div>
    </StrikingFrame>
  )
}
