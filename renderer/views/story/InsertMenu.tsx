import { Image, Minus, Plus, Quote, StickyNote, Superscript, Table } from 'lucide-react'
import type { ReactNode } from 'react'
import { chordOf, type TextCommandId, titleOf } from '../../editor/keys.ts'
import { runTextCommand } from '../../editor/run.ts'
import type { StorySession } from '../../state/session.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { strings } from '../../ui/strings.ts'
import styles from './story.module.css'

const entries: readonly (readonly [TextCommandId, ReactNode])[] = [
  ['picture', <Image key="picture" size={14} />],
  ['table', <Table key="table" size={14} />],
  ['footnote', <Superscript key="footnote" size={14} />],
  ['pullQuote', <Quote key="pullQuote" size={14} />],
  ['editorsNote', <StickyNote key="editorsNote" size={14} />],
  ['rule', <Minus key="rule" size={14} />],
]

/** What can be put into the text at the caret, for the mouse; the palette and keys have it too. */
export function InsertMenu({ session }: { session: StorySession }) {
  return (
    <Menu
      trigger={
        <IconButton className={styles.insert} label={strings.insert.title} icon={<Plus size={16} />} />
      }
    >
      {entries.map(([id, icon]) => (
        <MenuItem
          key={id}
          icon={icon}
          keys={chordOf(id) || undefined}
          // The menu gives the focus back to its button as it closes; the text has it after that.
          onSelect={() =>
            setTimeout(() => {
              session.editor.view.focus()
              runTextCommand(session, id)
            })
          }
        >
          {titleOf(id)}
        </MenuItem>
      ))}
    </Menu>
  )
}
