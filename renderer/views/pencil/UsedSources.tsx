import { useMemo } from 'react'
import { useCommands } from '../../app/commands.ts'
import { type CommandId, windowCommands } from '../../app/keys.ts'
import { usedSources } from '../../app/pencil-commands.ts'
import { useSession } from '../../state/open-story.ts'
import { useSourcesById } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { Keys } from '../../ui/Keys.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './pencil.module.css'

const attaching = windowCommands.flatMap(({ id }): CommandId[] => (id.startsWith('attachUsed.') ? [id] : []))

/** The sources that the story rests on already, each attached by its figure. */
export function UsedSources({ session }: { session: StorySession }) {
  const commands = useCommands()
  const sources = useSourcesById()
  const claims = useSession(session, (state) => state.claims)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again whenever a claim changed
  const used = useMemo(() => usedSources(session), [session, claims])
  const listed = attaching.flatMap((command, at) => {
    const source = sources.get(used[at] ?? ('' as never))
    return source ? [{ command, source, key: `${at + 1}` }] : []
  })
  if (listed.length === 0) return null
  return (
    <section className={styles.used} aria-label={strings.pencil.used}>
      <h4>{strings.pencil.used}</h4>
      <ul>
        {listed.map(({ command, source, key }) => (
          <li key={source.id}>
            <button
              type="button"
              aria-label={strings.pencil.attachUsed(source.title)}
              onClick={() => commands.run(command)}
            >
              <Keys keys={key} />
              <span dir="auto">{source.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
