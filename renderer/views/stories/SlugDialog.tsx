import { useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import { slugOf } from '../../../shared/model/story.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { useAllStories } from '../../state/queries.ts'
import { failureOf } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Field, TextInput } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { strings } from '../../ui/strings.ts'

export function SlugDialog({ storyId, slug }: { storyId: StoryId; slug: string }) {
  const { data: stories } = useAllStories()
  // A story that was begun without a headline is still called so: its headline names it now.
  const [value, setValue] = useState(() => {
    const headline = stories?.find((story) => story.id === storyId)?.headline
    return headline && /^untitled(-\d+)?$/.test(slug) ? slugOf(headline) : slug
  })
  const commands = useStoryCommands()
  return (
    <FormDialog
      title={strings.stories.slugTitle}
      canSave={value.trim() !== ''}
      save={() =>
        failureOf(async () => {
          if (value.trim() !== slug) await commands.setSlug(storyId, value.trim())
        })
      }
      onClose={closeDialog}
    >
      {(error) => (
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
      )}
    </FormDialog>
  )
}
