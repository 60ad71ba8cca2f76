import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useMemo } from 'react'
import { textKeys } from '../editor/keys.ts'
import { runTextCommand } from '../editor/run.ts'
import { useDesk } from '../state/desk.ts'
import { goToStory, openStory } from '../state/open-story.ts'
import { useStories } from '../state/queries.ts'
import { useStore } from '../state/store.ts'
import { closeDialog } from '../state/window.ts'
import { Keys } from '../ui/Keys.tsx'
import { inLanguage } from '../ui/strings/in-language.ts'
import { stageNames, strings } from '../ui/strings.ts'
import { useCommands } from './commands.ts'
import { type CommandGroup, commandGroupNames, type KeyedCommand, windowCommands } from './keys.ts'
import styles from './palette.module.css'
import { paletteTextCommands } from './text-commands.ts'

interface Entry {
  readonly id: string
  readonly title: string
  /** Found by these too: what it is called in the window’s other language. */
  readonly also: readonly string[]
  readonly keys: string | undefined
  run(): void
}

const groups: readonly CommandGroup[] = ['Claims', 'Status', 'Backup', 'Tagging', 'Story', 'Text', 'Window']

const groupNames = inLanguage(commandGroupNames)

/** Every command by name, and every story. */
export function Palette() {
  const { link } = useDesk()
  const commands = useCommands()
  const story = useStore(openStory, (now) => now)
  const { data: stories = [] } = useStories()
  const session = story.kind === 'open' ? story.session : null

  const entries = useMemo(() => {
    const byGroup = new Map<CommandGroup, Entry[]>(groups.map((group) => [group, []]))
    for (const command of windowCommands) {
      if (command.id === 'palette' || !commands.canRun(command.id)) continue
      const { single, chord }: KeyedCommand = command
      byGroup.get(command.group)?.push({
        id: command.id,
        title: inLanguage(command.title),
        also: Object.values(command.title),
        keys: single ?? chord,
        run: () => commands.run(command.id),
      })
    }
    if (session)
      for (const key of textKeys) {
        if (!paletteTextCommands.has(key.id)) continue
        byGroup.get(key.group)?.push({
          id: `text.${key.id}`,
          title: inLanguage(key.title),
          also: Object.values(key.title),
          keys: key.chord,
          run: () => runTextCommand(session, key.id),
        })
      }
    return byGroup
  }, [commands, session])

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
          <Command label={strings.palette.title} loop>
            <Command.Input className={styles.input} placeholder={strings.palette.placeholder} />
            <Command.List className={styles.list} label={strings.palette.title}>
              <Command.Empty className={styles.none}>{strings.palette.empty}</Command.Empty>
              {groups.map((group) => {
                const ofGroup = entries.get(group) ?? []
                if (ofGroup.length === 0) return null
                return (
                  <Command.Group key={group} heading={groupNames[group]} className={styles.group}>
                    {ofGroup.map((entry) => (
                      <Command.Item
                        key={entry.id}
                        value={`${groupNames[group]} ${entry.title} ${entry.id}`}
                        keywords={[...entry.also]}
                        className={styles.item}
                        onSelect={() => choose(entry.run)}
                      >
                        <span className={styles.name}>{entry.title}</span>
                        {entry.keys ? <Keys keys={entry.keys} /> : null}
                      </Command.Item>
                    ))}
                  </Command.Group>
                )
              })}
              {stories.length > 0 ? (
                <Command.Group heading={strings.palette.stories} className={styles.group}>
                  {stories.slice(0, 200).map((each) => (
                    <Command.Item
                      key={each.id}
                      value={`${each.headline} ${each.slug} ${each.id}`}
                      className={styles.item}
                      onSelect={() => choose(() => void goToStory(link, each.id))}
                    >
                      <span className={styles.name} dir="auto">
                        {each.headline || each.slug}
                      </span>
                      <span className={styles.about}>{stageNames[each.stage]}</span>
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
