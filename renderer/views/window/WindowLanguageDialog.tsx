import { useState } from 'react'
import { preferences } from '../../state/preferences.ts'
import { closeDialog } from '../../state/window.ts'
import { Choice, Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { languageNames } from '../../ui/strings/language.ts'
import { strings } from '../../ui/strings.ts'
import { readIn } from './read-in.ts'

export function WindowLanguageDialog() {
  const [value, setValue] = useState(preferences.get().language)
  return (
    <FormDialog title={strings.language.title} save={() => readIn(value)} onClose={closeDialog}>
      {(error) => (
        <Field label={strings.language.label} hint={strings.language.hint} error={error}>
          {(ids) => (
            <Choice
              {...ids}
              options={[
                { value: 'system', name: strings.language.system },
                { value: 'en', name: languageNames.en },
                { value: 'de', name: languageNames.de },
              ]}
              value={value}
              onChange={setValue}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}
