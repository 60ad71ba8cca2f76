import { useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import { slugOf } from '../../../shared/model/story.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { useAllStories } from '../../state/queries.ts'
import { explain } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { strings } from '../../ui/strings.ts'

export function SlugDialog({ storyId, slug }: { storyId: StoryId; slug: string }) {
  const { data: stories } = useAllStories()
  // A story that was begun without a headline is still called so: its headline names it now.
  const [value, setValue] = useState(() => {
    const headline = stories?.find((story) => story.id === storyId)?.headline
    return headline && /^untitled(-\d+)?$/.test(slug) ? slugOf(headline) : slug
  })
  const [error, setError] = useState<string>()
  const commands = useStoryCommands()

  async function save() {
    try {
      if (value.trim() && value.trim() !== slug) await commands.setSlug(storyId, value.trim())
      closeDialog()
    } catch (failure) {
      const { what, next } = explain(failure)
      setError(`${what} ${next}`)
    }
  }

  return (
    <Dialog
      title={strings.stories.slugTitle}
      size="small"
      onClose={closeDialog}
      foot={
        <>
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" type="submit" form="slug-form" disabled={!value.trim()}>
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form
        id="slug-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={strings.stories.slugLabel} hint={strings.stories.slugHint} error={error}>
          {(ids) => (
            <TextInput
              {...ids}
              value={value}
              maxLength={120}
              spellCheck={false}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
