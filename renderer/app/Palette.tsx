import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useMemo, useState } from 'react'
import { textKeys } from '../editor/keys.ts'
import { runTextCommand } from '../editor/run.ts'
import { useDesk } from '../state/desk.ts'
import { goToStory, openStory } from '../state/open-story.ts'
import { useStories } from '../state/queries.ts'
import { useStore } from '../state/store.ts'
import { closeDialog } from '../state/window.ts'
import { classes } from '../ui/classes.ts'
import { Keys } from '../ui/Keys.tsx'
import { inLanguage } from '../ui/strings/in-language.ts'
import { stageNames, strings } from '../ui/strings.ts'
import { useCommands } from './commands.ts'
import { type CommandGroup, commandGroupNames, type KeyedCommand, windowCommands } from './keys.ts'
import styles from './palette.module.css'
import { type Findable, findIn } from './palette-search.ts'
import { paletteTextCommands } from './text-commands.ts'

interface Entry extends Findable {
  readonly id: string
  readonly keys: string | undefined
  run(): void
}

/** More would be a list to read, and the panel has that. */
const mostStories = 200

const groups: readonly CommandGroup[] = [
  'Claims',
  'FirstPass',
  'Status',
  'Backup',
  'Tagging',
  'Story',
  'Text',
  'Window',
]

const groupNames = inLanguage(commandGroupNames)

/** What it is called here, with its group and without, and in the window’s other language. */
function namesOf({ title, group }: Pick<KeyedCommand, 'title' | 'group'>): string[] {
  const here = inLanguage(title)
  return [here, `${groupNames[group]} ${here}`, ...Object.values(title)]
}

/** Every command by name, and every story. */
export function Palette() {
  const { link } = useDesk()
  const commands = useCommands()
  const story = useStore(openStory, (now) => now)
  const { data: stories = [] } = useStories()
  const session = story.kind === 'open' ? story.session : null
  const [typed, setTyped] = useState('')

  const entries = useMemo(() => {
    const byGroup = new Map<CommandGroup, Entry[]>(groups.map((group) => [group, []]))
    for (const command of windowCommands) {
      if (command.id === 'palette' || !commands.canRun(command.id)) continue
      const { single, chord }: KeyedCommand = command
      byGroup.get(command.group)?.push({
        id: command.id,
        names: namesOf(command),
        keys: single ?? chord,
        run: () => commands.run(command.id),
      })
    }
    if (session)
      for (const key of textKeys) {
        if (!paletteTextCommands.has(key.id)) continue
        byGroup.get(key.group)?.push({
          id: `text.${key.id}`,
          names: namesOf(key),
          keys: key.chord,
          run: () => runTextCommand(session, key.id),
        })
      }
    return byGroup
  }, [commands, session])

  /** The group of the likeliest is the first, so that Enter takes that. */
  const found = useMemo(
    () =>
      groups
        .map((group) => ({ group, hits: findIn(entries.get(group) ?? [], typed) }))
        .filter(({ hits }) => hits.length > 0)
        .sort((one, other) => (other.hits[0]?.score ?? 0) - (one.hits[0]?.score ?? 0)),
    [entries, typed],
  )
  const foundStories = useMemo(
    () =>
      findIn(
        stories.map((each) => ({ ...each, names: [each.headline, each.slug] })),
        typed,
      ).slice(0, mostStories),
    [stories, typed],
  )

  /** Closed first: what runs may open a dialog of its own or take the focus. */
  const choose = (run: () => void) => {
    closeDialog()
    setTimeout(run)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content className={styles.palette} aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{strings.palette.title}</Dialog.Title>
          <Command label={strings.palette.title} loop shouldFilter={false}>
            <Command.Input
              className={styles.input}
              placeholder={strings.palette.placeholder}
              value={typed}
              onValueChange={setTyped}
            />
            <Command.List className={classes(styles.list, 'scroll-hint')} label={strings.palette.title}>
              {found.length === 0 && foundStories.length === 0 ? (
                // A list has options: this one cannot be chosen.
                <Command.Item disabled value="none" className={styles.none}>
                  {strings.palette.empty}
                </Command.Item>
              ) : null}
              {found.map(({ group, hits }) => (
                <Command.Group key={group} heading={groupNames[group]} className={styles.group}>
                  {hits.map(({ item }) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      className={styles.item}
                      onSelect={() => choose(item.run)}
                    >
                      <span className={styles.name}>{item.names[0]}</span>
                      {item.keys ? <Keys keys={item.keys} /> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
              {foundStories.length > 0 ? (
                <Command.Group heading={strings.palette.stories} className={styles.group}>
                  {foundStories.map(({ item }) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      className={styles.item}
                      onSelect={() => choose(() => void goToStory(link, item.id))}
                    >
                      <span className={styles.name} dir="auto">
                        {item.headline || item.slug}
                      </span>
                      <span className={styles.about}>{stageNames[item.stage]}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              ) : null}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
