import { Users } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ComponentProps, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../shared/model/ids.ts'
import type { Person } from '../../../shared/model/person.ts'
import { sameItems, useSession } from '../../state/open-story.ts'
import { useMe, usePeopleById } from '../../state/queries.ts'
import type { SessionState, StorySession } from '../../state/session.ts'
import { formatNumber, joinByAnd } from '../../ui/format.ts'
import { strings } from '../../ui/strings.ts'
import { Tip } from '../../ui/Tip.tsx'
import styles from './present.module.css'

/** So many are shown by their initials where there is room; the others by their number. */
const mostFaces = 4

const presentOf = (state: SessionState): readonly PersonId[] => [...new Set(state.present)]

/** Who else has this story open; another window of one's own counts, for what is typed there appears here. */
export function Present({ session }: { session: StorySession }) {
  const present = useSession(session, presentOf, sameItems)
  const people = usePeopleById()
  const me = useMe()
  // One's own other window is known to oneself: it gives way to the others.
  const known = present
    .flatMap((id) => people.get(id) ?? [])
    .sort((one, other) => Number(one.id === me?.id) - Number(other.id === me?.id))
  if (known.length === 0) return null
  const nameOf = (person: Person) => (person.id === me?.id ? strings.top.presentMe : person.name)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Faces people={known} names={known.map(nameOf)} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.all}
          aria-label={strings.top.present}
          sideOffset={4}
          collisionPadding={8}
        >
          <p aria-hidden="true" className={styles.title}>
            {strings.top.present}
          </p>
          <ul>
            {known.map((person) => (
              <li key={person.id} className={styles.line}>
                <span aria-hidden="true" className={styles.person}>
                  {person.initials}
                </span>
                <span dir="auto">{nameOf(person)}</span>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** As many initials as fit whole, and the number of the others; its name and its tip name everybody. */
function Faces({
  people,
  names,
  ...rest
}: { people: readonly Person[]; names: readonly string[] } & ComponentProps<'button'>) {
  const row = useRef<HTMLSpanElement>(null)
  const shown = people.slice(0, mostFaces)
  const whole = useWhole(row, shown.length)
  const others = people.length - whole
  return (
    <Tip text={joinByAnd(names)}>
      <button
        type="button"
        data-present
        className={styles.present}
        aria-label={strings.top.presentAll(joinByAnd(names))}
        {...rest}
      >
        <span ref={row} aria-hidden="true" className={styles.faces}>
          {shown.map((person) => (
            <span key={person.id} className={styles.person}>
              {person.initials}
            </span>
          ))}
        </span>
        {others > 0 ? (
          <span aria-hidden="true" className={styles.others}>
            {whole === 0 ? <Users size={13} /> : null}
            <bdi>{whole === 0 ? formatNumber(others) : strings.top.presentMore(others)}</bdi>
          </span>
        ) : null}
      </button>
    </Tip>
  )
}

/**
 * How many of a row's `count` children have room in it. The row wraps, so what has none stands below its first line.
 * The number beside it cannot make the count flicker: with it, the row never has more room than without.
 */
function useWhole(row: RefObject<HTMLElement | null>, count: number): number {
  const [whole, setWhole] = useState(count)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => {
      const children = [...element.children].slice(0, count).map((child) => child.getBoundingClientRect())
      const { top, bottom, width } = element.getBoundingClientRect()
      setWhole(
        width === 0
          ? 0
          : children.filter((child) => child.top >= top - 1 && child.bottom <= bottom + 1).length,
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [row, count])
  return Math.min(whole, count)
}
