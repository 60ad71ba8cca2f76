import type { EditorState } from '@tiptap/pm/state'
import { BubbleMenu } from '@tiptap/react/menus'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Heading,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
} from 'lucide-react'
import { Toolbar } from 'radix-ui'
import type { ReactNode } from 'react'
import { schema } from '../../shared/document/schema.ts'
import type { StorySession } from '../state/session.ts'
import { spellKeys } from '../ui/spell-keys.ts'
import { strings } from '../ui/strings.ts'
import styles from './galley.module.css'
import { chordOf } from './keys.ts'
import { cellAt, type TableCommand } from './tables.ts'
import { useEditorValue } from './useEditorValue.ts'

const options = { placement: 'top-end', offset: 6, flip: true, shift: { padding: 8 } } as const

function hasHeader(state: EditorState): boolean {
  const first = cellAt(state)?.table.firstChild
  return first?.children.every((cell) => cell.type === schema.nodes.tableHeader) ?? false
}

/** Rows and columns of the table at the caret; Alt+F10 goes there from the text as it does to the bubble. */
export function TableTools({ session }: { session: StorySession }) {
  const { editor } = session
  const isHeaded = useEditorValue(editor, hasHeader)
  const tool = (command: Exclude<TableCommand, 'table'>, icon: ReactNode, pressed?: boolean) => {
    const label = strings.insert[command]
    const chord = chordOf(command)
    return (
      <Toolbar.Button
        className={styles.tool}
        aria-label={label}
        aria-pressed={pressed}
        title={chord ? `${label} (${spellKeys(chord)})` : label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          session.arrange(command)
          editor.view.focus()
        }}
      >
        {icon}
      </Toolbar.Button>
    )
  }
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="tableTools"
      updateDelay={60}
      options={options}
      className={styles.bubble}
      data-testid="table-tools"
      getReferencedVirtualElement={() => {
        const place = cellAt(editor.state)
        const table = place && editor.view.nodeDOM(place.tableAt)
        return table instanceof Element
          ? { getBoundingClientRect: () => table.getBoundingClientRect() }
          : null
      }}
      shouldShow={({ state, element }) => {
        const hasFocus = editor.view.hasFocus() || element.contains(document.activeElement)
        return hasFocus && state.selection.empty && cellAt(state) !== null
      }}
    >
      <Toolbar.Root
        className={styles.tools}
        aria-label={strings.insert.table}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          editor.view.focus()
        }}
      >
        {tool('rowAbove', <BetweenHorizontalEnd size={16} />)}
        {tool('rowBelow', <BetweenHorizontalStart size={16} />)}
        {tool('columnBefore', <BetweenVerticalEnd size={16} />)}
        {tool('columnAfter', <BetweenVerticalStart size={16} />)}
        <Toolbar.Separator className={styles.separator} />
        {tool('headerRow', <Heading size={16} />, isHeaded)}
        <Toolbar.Separator className={styles.separator} />
        {tool('deleteRow', <TableRowsSplit size={16} />)}
        {tool('deleteColumn', <TableColumnsSplit size={16} />)}
        {tool('deleteTable', <Trash2 size={16} />)}
      </Toolbar.Root>
    </BubbleMenu>
  )
}
