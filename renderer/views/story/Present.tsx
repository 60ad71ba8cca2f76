import type { PersonId } from '../../../shared/model/ids.ts'
import { sameItems, useSession } from '../../state/open-story.ts'
import { useMe, usePeopleById } from '../../state/queries.ts'
import type { SessionState, StorySession } from '../../state/session.ts'
import { strings } from '../../ui/strings.ts'
import styles from './present.module.css'

/** So many are shown by their initials; the others by their number. */
const shownCount = 4

const presentOf = (state: SessionState): readonly PersonId[] => [...new Set(state.present)]

/** Who else has this story open; another window of one's own counts, for what is typed there appears here. */
export function Present({ session }: { session: StorySession }) {
  const present = useSession(session, presentOf, sameItems)
  const people = usePeopleById()
  const me = useMe()
  const known = present.flatMap((id) => people.get(id) ?? [])
  if (known.length === 0) return null
  const shown = known.slice(0, shownCount)
  const rest = known.slice(shownCount)
  return (
    <ul className={styles.present} aria-label={strings.top.present}>
      {shown.map((person) => {
        const name = person.id === me?.id ? strings.top.presentMe : person.name
        return (
          <li key={person.id} className={styles.person} title={name}>
            <span aria-hidden="true">{person.initials}</span>
            <span className="visually-hidden">{name}</span>
          </li>
        )
      })}
      {rest.length > 0 ? (
        <li className={styles.person} title={rest.map((person) => person.name).join(', ')}>
          {strings.top.presentMore(rest.length)}
        </li>
      ) : null}
    </ul>
  )
}
