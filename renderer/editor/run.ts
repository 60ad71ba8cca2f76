import { exhaustive } from '../../shared/lib/assert.ts'
import type { StorySession } from '../state/session.ts'
import { findKey, openFind, stepFind } from './find.ts'
import { runFootnoteCommand } from './footnotes.ts'
import { linkAt } from './format.ts'
import type { TextCommandId } from './keys.ts'
import { showLinkBox } from './link-box.ts'
import { selectAllIn } from './parts.ts'
import { moveBlock } from './pictures.ts'

/** Does what a key of the text says. @returns false to leave the key to the browser or to the window */
export function runTextCommand(session: StorySession, id: TextCommandId): boolean {
  const { editor } = session
  const { state, view } = editor
  const open = session.getState().openClaimId
  switch (id) {
    case 'tag':
      session.tagAtCaret()
      return true
    case 'tagQuote':
      session.tagAtCaret('quote')
      return true
    case 'tagNarrower':
      session.narrowTag()
      return true
    case 'untag':
      if (open) session.untag(open)
      return true
    case 'changeSpan':
      if (open) session.changeSpan(open)
      return true
    case 'split':
      if (open) session.split(open)
      return true
    case 'marks':
      session.toggleMarks()
      return true
    case 'link':
      if (!state.selection.empty || linkAt(state)) view.dispatch(showLinkBox(state, true))
      return true
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'superscript':
    case 'subscript':
    case 'crosshead1':
    case 'crosshead2':
    case 'paragraph':
    case 'orderedList':
    case 'bulletList':
    case 'blockquote':
    case 'pullQuote':
    case 'editorsNote':
    case 'rule':
    case 'undo':
    case 'redo':
      session.format(id)
      return true
    case 'blockUp':
    case 'blockDown':
      // Where no block is selected the key moves the caret, as it does elsewhere.
      return moveBlock(id === 'blockUp' ? -1 : 1)(state, view.dispatch)
    case 'acrossFootnote':
      runFootnoteCommand(view, id)
      return true
    case 'footnote':
    case 'deleteFootnote':
    case 'table':
    case 'rowAbove':
    case 'rowBelow':
    case 'columnBefore':
    case 'columnAfter':
    case 'headerRow':
    case 'deleteRow':
    case 'deleteColumn':
    case 'deleteTable':
      session.arrange(id)
      return true
    case 'picture':
      session.choosePicture()
      return true
    case 'find':
      view.dispatch(openFind(state, false))
      return true
    case 'replace':
      view.dispatch(openFind(state, true))
      return true
    case 'findNext':
    case 'findPrevious': {
      if (!findKey.getState(state)?.isOpen) return false
      const step = stepFind(state, id === 'findNext' ? 1 : -1)
      if (step) view.dispatch(step)
      return true
    }
    case 'selectAll':
      view.dispatch(selectAllIn(state))
      return true
    case 'plainPaste':
      return false
    default:
      return exhaustive(id)
  }
}
