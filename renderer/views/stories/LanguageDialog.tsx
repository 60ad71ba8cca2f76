import { useMemo, useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { failureOf } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Choice, Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { strings } from '../../ui/strings.ts'
import { languageChoices } from './languages.ts'

export function LanguageDialog({ storyId, language }: { storyId: StoryId; language: string }) {
  const [value, setValue] = useState(language)
  const commands = useStoryCommands()
  const choices = useMemo(() => languageChoices(language), [language])
  return (
    <FormDialog
      title={strings.stories.languageTitle}
      save={() =>
        failureOf(async () => {
          if (value !== language) await commands.setLanguage(storyId, value)
        })
      }
      onClose={closeDialog}
    >
      {(error) => (
        <Field label={strings.stories.languageLabel} hint={strings.stories.languageHint} error={error}>
          {(ids) => <Choice {...ids} options={choices} value={value} onChange={setValue} />}
        </Field>
      )}
    </FormDialog>
  )
}
