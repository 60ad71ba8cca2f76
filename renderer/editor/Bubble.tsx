import { type EditorState, TextSelection } from '@tiptap/pm/state'
import { BubbleMenu } from '@tiptap/react/menus'
import {
  Bold,
  Heading,
  Italic,
  Link,
  List,
  ListOrdered,
  MessageSquareQuote,
  Quote,
  Underline,
} from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'
import type { FormatCommand, StorySession } from '../state/session.ts'
import { spellKeys } from '../ui/spell-keys.ts'
import { strings } from '../ui/strings.ts'
import { isFormatted } from './format.ts'
import styles from './galley.module.css'
import { chordOf, type TextCommandId, titleOf } from './keys.ts'
import { LinkBox } from './LinkBox.tsx'
import { linkBoxKey, showLinkBox } from './link-box.ts'
import { useEditorValue } from './useEditorValue.ts'
import { usePlacedAgain } from './usePlacedAgain.ts'

const shownFormats = [
  'bold',
  'italic',
  'underline',
  'crosshead1',
  'blockquote',
  'bulletList',
  'orderedList',
] as const

/** Which of the buttons are pressed, as one word that is the same while they are. */
function pressedIn(state: EditorState): string {
  if (state.selection.empty) return ''
  return shownFormats.filter((command) => isFormatted(state, command)).join(' ')
}

interface ButtonProps {
  label: string
  chord: TextCommandId
  icon: ReactNode
  pressed?: boolean
  onPress: () => void
}

function BubbleButton({ label, chord, icon, pressed, onPress }: ButtonProps) {
  const keys = chordOf(chord)
  return (
    <Toolbar.Button
      className={styles.tool}
      aria-label={label}
      aria-pressed={pressed}
      title={`${label} (${spellKeys(keys)})`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {icon}
    </Toolbar.Button>
  )
}

const pluginKey = 'bubble'
const menuOptions = { placement: 'top', offset: 8, flip: true, shift: { padding: 8 } } as const

/** What can be done with the selection, beside it; Alt+F10 goes there from the text, Escape back. */
export function Bubble({ session }: { session: StorySession }) {
  const { editor } = session
  const pressed = useEditorValue(editor, pressedIn).split(' ')
  const isLinking = useEditorValue(editor, (state) => linkBoxKey.getState(state) === true)
  const menu = useRef<HTMLDivElement>(null)
  const tools = useRef<HTMLDivElement>(null)
  usePlacedAgain(editor, pluginKey, menu)

  useEffect(() => {
    const text = editor.view.dom
    const goThere = (event: KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      // Where nothing is selected, the tools of a table may be shown.
      const shown = editor.state.selection.empty
        ? document.querySelector('[data-testid="table-tools"]')
        : tools.current
      shown?.querySelector('button')?.focus()
    }
    text.addEventListener('keydown', goThere)
    return () => text.removeEventListener('keydown', goThere)
  }, [editor])

  const format = (command: FormatCommand) => () => {
    session.format(command)
    editor.view.focus()
  }
  const button = (command: (typeof shownFormats)[number] & TextCommandId, icon: ReactNode) => (
    <BubbleButton
      label={titleOf(command)}
      chord={command}
      icon={icon}
      pressed={pressed.includes(command)}
      onPress={format(command)}
    />
  )
  return (
    <BubbleMenu
      ref={menu}
      editor={editor}
      pluginKey={pluginKey}
      updateDelay={120}
      options={menuOptions}
      className={styles.bubble}
      data-testid="bubble"
      shouldShow={({ state, element }) => {
        if (linkBoxKey.getState(state)) return true
        // What comes up late, over words that are being dragged, would lie where they are to be dropped.
        if (editor.view.dragging) return false
        const hasFocus = editor.view.hasFocus() || element.contains(document.activeElement)
        const { selection } = state
        return editor.view.editable && hasFocus && selection instanceof TextSelection && !selection.empty
      }}
    >
      {isLinking ? (
        <LinkBox session={session} />
      ) : (
        <Toolbar.Root
          ref={tools}
          className={styles.tools}
          aria-label={strings.editor.tools}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            editor.view.focus()
          }}
        >
          <BubbleButton
            label={strings.editor.tagStatement}
            chord="tag"
            icon={<span className={styles.toolText}>{strings.editor.tag}</span>}
            onPress={() => {
              session.tagAtCaret('statement')
              editor.view.focus()
            }}
          />
          <BubbleButton
            label={strings.editor.tagQuote}
            chord="tagQuote"
            icon={<MessageSquareQuote size={16} />}
            onPress={() => {
              session.tagAtCaret('quote')
              editor.view.focus()
            }}
          />
          <Toolbar.Separator className={styles.separator} />
          {button('bold', <Bold size={16} />)}
          {button('italic', <Italic size={16} />)}
          {button('underline', <Underline size={16} />)}
          <BubbleButton
            label={titleOf('link')}
            chord="link"
            icon={<Link size={16} />}
            onPress={() => editor.view.dispatch(showLinkBox(editor.state, true))}
          />
          <Toolbar.Separator className={styles.separator} />
          {button('crosshead1', <Heading size={16} />)}
          {button('blockquote', <Quote size={16} />)}
          {button('bulletList', <List size={16} />)}
          {button('orderedList', <ListOrdered size={16} />)}
        </Toolbar.Root>
      )}
    </BubbleMenu>
  )
}
