import type { Node } from '@tiptap/pm/model'
import { must } from '../../shared/lib/assert.ts'
import { openStory } from '../state/open-story.ts'
import type { StorySession } from '../state/session.ts'

/*
 * What a person's hand does to bring a state about.
 */

const moment = () => new Promise<void>((done) => setTimeout(done, 40))

/** Waits until something is drawn that fits the selector. */
export async function found(place: ParentNode, selector: string): Promise<HTMLElement> {
  for (let look = 0; look < 50; look++) {
    const element = place.querySelector<HTMLElement>(selector)
    if (element) return element
    await moment()
  }
  throw new Error(`nothing fits ${selector}`)
}

export function pressKey(on: Element, key: string): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }))
}

/** Opens the menu that hangs from the button. */
export async function openMenu(place: ParentNode, selector: string): Promise<void> {
  const button = await found(place, selector)
  button.focus()
  pressKey(button, 'Enter')
  await found(document, '[role="menu"]')
}

/** Types into a field as React hears it. */
export async function type(place: ParentNode, selector: string, text: string): Promise<void> {
  const field = await found(place, selector)
  const prototype = Object.getPrototypeOf(field) as object
  const value = must(Object.getOwnPropertyDescriptor(prototype, 'value'), 'a field has a value')
  field.focus()
  value.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await moment()
}

export async function click(place: ParentNode, selector: string): Promise<void> {
  ;(await found(place, selector)).click()
  await moment()
}

/** As {@link click}, with Shift held: chooses what lies between. */
export async function clickWithShift(place: ParentNode, selector: string): Promise<void> {
  const element = await found(place, selector)
  element.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }))
  await moment()
}

/** The story that the window has open, once it has. */
export async function storyInWindow(): Promise<StorySession> {
  await found(document, '.story-text')
  const story = openStory.get()
  if (story.kind !== 'open') throw new Error('no story is open')
  return story.session
}

/** Selects what stands between two pieces of text in the story, as a pointer would. */
export async function select(first: string, last: string): Promise<void> {
  const { editor } = await storyInWindow()
  const from = placeOf(editor.state.doc, first)
  editor.view.focus()
  editor.commands.setTextSelection({ from, to: placeOf(editor.state.doc, last) + last.length })
  await moment()
}

export async function putCaret(before: string): Promise<void> {
  const { editor } = await storyInWindow()
  editor.view.focus()
  editor.commands.setTextSelection(placeOf(editor.state.doc, before))
  await moment()
}

function placeOf(document: Node, words: string): number {
  let place: number | undefined
  document.descendants((node, position) => {
    const index = node.text?.indexOf(words) ?? -1
    if (place === undefined && index >= 0) place = position + index
  })
  return must(place, `the story says ${words}`)
}
