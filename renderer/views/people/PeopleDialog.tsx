import { useState } from 'react'
import type { PersonId } from '../../../shared/model/ids.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/notice.ts'
import { preferences } from '../../state/preferences.ts'
import { usePeople } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import { useStore } from '../../state/store.ts'
import { closeDialog, openDialog } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { strings } from '../../ui/strings.ts'
import { PersonForm } from './PersonForm.tsx'
import { PersonLine } from './PersonLine.tsx'
import styles from './people.module.css'
import { addPerson, changePerson, workAs } from './person.ts'

export function PeopleDialog() {
  const desk = useDesk()
  const { data: people = [] } = usePeople()
  const me = useStore(preferences, (now) => now.personId)
  const [editing, setEditing] = useState<PersonId | 'new' | null>(null)
  return (
    <Dialog
      title={strings.person.dialogTitle}
      lead={strings.person.lead}
      size="small"
      onClose={closeDialog}
      foot={
        editing === null ? (
          <>
            <Button tone="quiet" onClick={() => openDialog({ kind: 'strike' })}>
              {strings.striking.item}
            </Button>
            <Button onClick={() => setEditing('new')}>{strings.person.addTitle}</Button>
          </>
        ) : undefined
      }
    >
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            {editing === person.id ? (
              <PersonForm
                person={person}
                autoFocus
                submit={strings.common.save}
                onCancel={() => setEditing(null)}
                onSubmit={(details) =>
                  perform(async () => {
                    await changePerson(desk, { ...details, id: person.id })
                    say(strings.person.changed)
                    setEditing(null)
                  })
                }
              />
            ) : (
              <PersonLine
                person={person}
                isYou={person.id === me}
                onChoose={() => {
                  workAs(desk, person)
                  say(strings.person.nowWorking(person.name))
                  closeDialog()
                }}
                onEdit={() => setEditing(person.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {editing === 'new' ? (
        <PersonForm
          autoFocus
          submit={strings.common.add}
          onCancel={() => setEditing(null)}
          onSubmit={(details) =>
            perform(async () => {
              await addPerson(desk, details)
              say(strings.person.added(details.name))
              setEditing(null)
            })
          }
        />
      ) : null}
    </Dialog>
  )
}
