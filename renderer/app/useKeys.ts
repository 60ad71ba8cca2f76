import { useEffect } from 'react'
import { windowState } from '../state/window.ts'
import { isMac } from '../ui/spell-keys.ts'
import type { Commands } from './commands.ts'
import { isPressed, type KeyedCommand, windowCommands } from './keys.ts'

const textual = new Set(['text', 'search', 'url', 'email', 'number', 'tel', 'password', 'date', 'time'])

/** Where keys type something, or choose by letter as a list does. */
function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return textual.has(element.type)
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return isInText(element)
}

/** Also in a story that is only to be read: who types there by mistake gives no commands. */
function isInText(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false
  return element.isContentEditable || element.closest('.story-text') !== null
}

/** Menus and open lists have keys of their own. */
function isInMenu(element: Element | null): boolean {
  return element?.closest('[role="menu"], [role="listbox"]') != null
}

/** Keys that controls outside text fields need for themselves. */
function belongsToControl(command: KeyedCommand, element: Element | null): boolean {
  if (element === null) return false
  if (command.single === 'Enter') return element.closest('button, a, [role="radio"]') !== null
  return (
    /(?:^|\+)Space$/.test(command.single ?? '') &&
    element.closest('button, input, summary, [role="radio"], [role="checkbox"]') !== null
  )
}

/** The editor keeps every Enter from the browser, also those that it does nothing with. */
function isUnusedEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && event.altKey && (event.ctrlKey || event.metaKey)
}

/** Hands keys to the window's commands. */
export function useKeys(commands: Commands): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.isComposing || (event.defaultPrevented && !isUnusedEnter(event))) return
      const { dialog } = windowState.get()
      // Where the key was pressed: a field that Escape has just left still had it.
      const focused = event.target instanceof Element ? event.target : null
      const isTyping = isTextField(focused)
      for (const command of windowCommands as readonly (KeyedCommand & { id: string })[]) {
        const isChord =
          (command.chord !== undefined && isPressed(command.chord, event, isMac)) ||
          (command.chordOutside !== undefined &&
            !isInText(focused) &&
            isPressed(command.chordOutside, event, isMac))
        const isSingle =
          !isTyping &&
          command.single !== undefined &&
          isPressed(command.single, event, isMac) &&
          !isInMenu(focused) &&
          !belongsToControl(command, focused)
        if (!isChord && !isSingle) continue
        // Behind a dialog nothing happens; only the palette may replace another dialog.
        if (dialog !== null && command.id !== 'palette') return
        if (document.querySelector('[role="alertdialog"]')) return
        const known = windowCommands.find((each) => each.id === command.id)
        if (!known || !commands.canRun(known.id)) return
        event.preventDefault()
        commands.run(known.id)
        return
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [commands])
}
