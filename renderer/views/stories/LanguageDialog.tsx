import { useMemo, useState } from 'react'
import type { StoryId } from '../../../shared/model/ids.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { explain } from '../../state/refused.ts'
import { closeDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Choice, Field } from '../../ui/Field.tsx'
import { strings } from '../../ui/strings.ts'
import { languageChoices } from './languages.ts'

export function LanguageDialog({ storyId, language }: { storyId: StoryId; language: string }) {
  const [value, setValue] = useState(language)
  const [error, setError] = useState<string>()
  const commands = useStoryCommands()
  const choices = useMemo(() => languageChoices(language), [language])

  async function save() {
    try {
      if (value !== language) await commands.setLanguage(storyId, value)
      closeDialog()
    } catch (failure) {
      const { what, next } = explain(failure)
      setError(`${what} ${next}`)
    }
  }

  return (
    <Dialog
      title={strings.stories.languageTitle}
      size="small"
      onClose={closeDialog}
      foot={
        <>
          <Button tone="quiet" onClick={closeDialog}>
            {strings.common.cancel}
          </Button>
          <Button tone="primary" type="submit" form="language-form">
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form
        id="language-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={strings.stories.languageLabel} hint={strings.stories.languageHint} error={error}>
          {(ids) => <Choice {...ids} options={choices} value={value} onChange={setValue} />}
        </Field>
      </form>
    </Dialog>
  )
}
