import { exhaustive } from '../../shared/lib/assert.ts'
import type { TextCommandId } from '../editor/keys.ts'
import type { StorySession } from '../state/session.ts'
import { untag } from './claimCommands.ts'

/**
 * Carries out a command of the text from outside it, as the palette does. What only makes sense with the caret
 * at hand (find the next match, paste, select) has no entry there.
 *
 * @returns false where the command is none for the palette
 */
export function runTextCommand(session: StorySession, id: TextCommandId): boolean {
  const { openClaimId } = session.getState()
  switch (id) {
    case 'tag':
      session.tagAtCaret()
      return true
    case 'tagNarrower':
      session.narrowTag()
      return true
    case 'tagQuote':
      session.tagAtCaret('quote')
      return true
    case 'untag':
      if (openClaimId) untag(session, openClaimId)
      return openClaimId !== null
    case 'changeSpan':
      if (openClaimId) session.changeSpan(openClaimId)
      return openClaimId !== null
    case 'putBack':
      if (openClaimId) session.putBack(openClaimId)
      return openClaimId !== null
    case 'split':
      if (openClaimId) session.split(openClaimId)
      return openClaimId !== null
    case 'marks':
      session.toggleMarks()
      return true
    case 'find':
      session.openFind()
      return true
    case 'bold':
    case 'italic':
    case 'underline':
    case 'superscript':
    case 'subscript':
    case 'strike':
    case 'crosshead1':
    case 'crosshead2':
    case 'paragraph':
    case 'orderedList':
    case 'bulletList':
    case 'blockquote':
    case 'undo':
    case 'redo':
      session.format(id)
      return true
    case 'link':
    case 'replace':
    case 'findNext':
    case 'findPrevious':
    case 'plainPaste':
    case 'selectAll':
      return false
    default:
      return exhaustive(id)
  }
}

/** Text commands that the palette offers, besides those that the window's own table names. */
export const paletteTextCommands: ReadonlySet<TextCommandId> = new Set([
  'tagNarrower',
  'tagQuote',
  'untag',
  'changeSpan',
  'split',
  'find',
  'bold',
  'italic',
  'underline',
  'superscript',
  'subscript',
  'strike',
  'crosshead1',
  'crosshead2',
  'paragraph',
  'orderedList',
  'bulletList',
  'blockquote',
  'undo',
  'redo',
])
