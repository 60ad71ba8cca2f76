import { useDesk } from '../../state/desk.ts'
import { usePeople } from '../../state/queries.ts'
import { perform } from '../../state/refused.ts'
import { Button } from '../../ui/Button.tsx'
import { windowLanguage } from '../../ui/strings/in-language.ts'
import { languageNames } from '../../ui/strings/language.ts'
import { strings } from '../../ui/strings.ts'
import { readIn } from '../window/read-in.ts'
import { PersonForm } from './PersonForm.tsx'
import { PersonLine } from './PersonLine.tsx'
import styles from './people.module.css'
import { addPerson, workAs } from './person.ts'

/** Asked once in a window, before anything can be settled in nobody's name. */
export function WhoWorksHere() {
  const desk = useDesk()
  const { data: people = [] } = usePeople()
  return (
    <main className={styles.page}>
      <div className={styles.welcome}>
        <p className={styles.brand}>{strings.app.name}</p>
        <h1 className={styles.title}>{strings.person.title}</h1>
        <p className={styles.lead}>{strings.person.lead}</p>
        {people.length > 0 ? (
          <>
            <h2 className={styles.section}>{strings.person.known}</h2>
            <ul className={styles.people}>
              {people.map((person) => (
                <li key={person.id}>
                  <PersonLine person={person} onChoose={() => workAs(desk, person)} />
                </li>
              ))}
            </ul>
            <h2 className={styles.section}>{strings.person.addTitle}</h2>
          </>
        ) : null}
        <PersonForm
          autoFocus={people.length === 0}
          submit={strings.person.start}
          onSubmit={(details) =>
            perform(async () => {
              workAs(desk, await addPerson(desk, details))
            })
          }
        />
        <OtherLanguage />
      </div>
    </main>
  )
}

/** Before anybody is named there are no commands to choose it by. */
function OtherLanguage() {
  const other = windowLanguage === 'de' ? 'en' : 'de'
  return (
    <Button tone="quiet" size="small" lang={other} onClick={() => void perform(() => readIn(other))}>
      {languageNames[other]}
    </Button>
  )
}
