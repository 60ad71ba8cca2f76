import { textKeys } from '../editor/keys.ts'
import { closeDialog } from '../state/window.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Keys } from '../ui/Keys.tsx'
import { inLanguage } from '../ui/strings/in-language.ts'
import { strings } from '../ui/strings.ts'
import { type CommandGroup, commandGroupNames, type KeyedCommand, windowCommands } from './keys.ts'
import styles from './keys-dialog.module.css'

interface Line {
  readonly id: string
  readonly title: string
  /** Act outside the text. */
  readonly outside: readonly string[]
  readonly chords: readonly string[]
}

const groups: readonly CommandGroup[] = [
  'Status',
  'Claims',
  'FirstPass',
  'Pencil',
  'Backup',
  'Tagging',
  'Story',
  'Window',
  'Text',
]

const groupNames = inLanguage(commandGroupNames)

/** Both tables in one; a command that stands in both is one line with the keys of both. */
function linesOf(group: CommandGroup): Line[] {
  const lines = new Map<string, Line>()
  for (const command of windowCommands as readonly KeyedCommand[]) {
    const text = textKeys.find((key) => key.id === command.id)
    if (command.group !== group) continue
    const outside = [command.single, command.chordOutside].filter((keys) => keys !== undefined)
    const chords = [
      command.chord,
      text?.chord,
      // Only Electron has the menu that they belong to.
      window.stet ? command.menuChord : undefined,
    ].filter((chord) => chord !== undefined)
    if (outside.length === 0 && chords.length === 0) continue
    lines.set(command.id, { id: command.id, title: inLanguage(command.title), outside, chords })
  }
  for (const key of textKeys) {
    if (key.group !== group || windowCommands.some((command) => command.id === key.id)) continue
    const chords = [key.chord, key.also].filter((chord) => chord !== undefined)
    if (chords.length > 0)
      lines.set(key.id, { id: key.id, title: inLanguage(key.title), outside: [], chords })
  }
  return [...lines.values()]
}

export function KeysDialog() {
  return (
    <Dialog title={strings.keys.title} lead={strings.keys.lead} size="widest" isReading onClose={closeDialog}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <table className={styles.table}>
              <caption className={styles.caption}>{groupNames[group]}</caption>
              <colgroup>
                <col />
                <col className={styles.single} />
                <col className={styles.chord} />
              </colgroup>
              <thead>
                <tr className="visually-hidden">
                  <th scope="col">{strings.keys.what}</th>
                  <th scope="col">{strings.keys.outside}</th>
                  <th scope="col">{strings.keys.everywhere}</th>
                </tr>
              </thead>
              <tbody>
                {linesOf(group).map((line) => (
                  <tr key={line.id}>
                    <th scope="row">{line.title}</th>
                    <td>
                      {line.outside.map((keys) => (
                        <Keys key={keys} keys={keys} />
                      ))}
                    </td>
                    <td>
                      {line.chords.map((chord) => (
                        <Keys key={chord} keys={chord} />
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
