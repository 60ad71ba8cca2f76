import { expect, test } from 'vitest'
import { isPressed, type KeyedCommand, windowCommands } from '../../../renderer/app/keys.ts'
import { textKeys } from '../../../renderer/editor/keys.ts'
import { spellKeys } from '../../../renderer/ui/spell-keys.ts'

const commands: readonly KeyedCommand[] = windowCommands

function press(
  key: string,
  held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift' | 'altGraph', true>> = {},
  code = '',
) {
  return {
    key,
    code,
    ctrlKey: held.ctrl === true,
    metaKey: held.meta === true,
    altKey: held.alt === true,
    shiftKey: held.shift === true,
    getModifierState: (name: string) => name === 'AltGraph' && held.altGraph === true,
  }
}

test('no two commands share a single key', () => {
  const singles = commands.flatMap((command) => command.single ?? [])
  expect(singles.filter((key, at) => singles.indexOf(key) !== at)).toEqual([])
})

test('no two commands share a chord, in the window or in the text', () => {
  const chords = [
    ...commands.flatMap((command) => command.chord ?? []),
    ...commands.flatMap((command) => command.menuChord ?? []),
    ...textKeys.flatMap((key) => [key.chord ?? [], key.also ?? []].flat()),
  ]
  expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([])
})

test('every command but those of the story’s menu has a key', () => {
  const keyless = commands.filter((command) => !command.single && !command.chord).map(({ id }) => id)
  expect(keyless).toEqual([
    'firstPassRules',
    'newStory',
    'receipt',
    'trail',
    'duplicate',
    'archive',
    'slug',
    'language',
    'deleteForGood',
    'people',
    'rules',
    'backups',
    'strikeName',
    'theme',
    'windowLanguage',
    'tour',
  ])
})

test('what acts on a claim has a chord for the text as well as a single key', () => {
  const halves = commands.filter(
    ({ group, single, chord }) => (group === 'Status' || group === 'Backup') && !(single && chord),
  )
  expect(halves).toEqual([])
})

/**
 * With Command and Option or Control and Alt, and no Shift: Chrome's and Safari's inspectors, console, source,
 * downloads, bookmarks, print; Firefox's tools; the Mac's dock, hide, minimise, quit, close all; a Linux desktop's
 * terminal, lock and desktop.
 */
const kept = new Set([...'bcdefhijklmpqrstuwz'].map((letter) => `Mod+Alt+${letter}`))
/** The Mac logs out, puts the screen to sleep, or keeps the window for itself. */
const keptWithShift = new Set(['Mod+Alt+Shift+q', 'Mod+Alt+Shift+w', 'Mod+Alt+Shift+i'])

test('no chord with Alt is one that a browser or a system keeps for itself', () => {
  const chords = [
    ...commands.flatMap(({ chord }) => chord ?? []),
    ...textKeys.flatMap(({ chord }) => chord ?? []),
  ]
  expect(chords.filter((chord) => kept.has(chord) || keptWithShift.has(chord))).toEqual([])
})

test.each([
  ['c', press('c'), false, true],
  ['c', press('C', { shift: true }), false, false],
  ['c', press('c', { ctrl: true }), false, false],
  ['?', press('?', { shift: true }), false, true],
  ['+', press('+', { shift: true }), false, true],
  ['Enter', press('Enter', { shift: true }), false, false],
  ['Mod+k', press('k', { ctrl: true }), false, true],
  ['Mod+k', press('k', { meta: true }), false, false],
  ['Mod+k', press('k', { meta: true }), true, true],
  ['Mod+Shift+p', press('P', { ctrl: true, shift: true }), false, true],
  ['Mod+Alt+y', press('y', { ctrl: true, alt: true }), false, true],
  ['Mod+Alt+y', press('¥', { meta: true, alt: true }, 'KeyY'), true, true],
  ['Mod+Alt+/', press('÷', { meta: true, alt: true }, 'Slash'), true, true],
  ['Mod+Alt+8', press('[', { ctrl: true, alt: true, altGraph: true }, 'Digit8'), false, false],
  ['Mod+Alt+Shift+Enter', press('Enter', { ctrl: true, alt: true, shift: true }), false, true],
])('%s is pressed or not: %o on a Mac %s', (spelled, pressed, isMac, expected) => {
  expect(isPressed(spelled, pressed, isMac)).toBe(expected)
})

test.each([
  ['Mod+Alt+Shift+a', true, '⌘⌥⇧A'],
  ['Mod+Alt+Shift+a', false, 'Ctrl Alt Shift A'],
  ['c', false, 'c'],
  ['+', false, '+'],
  ['Escape', false, 'Esc'],
])('%s is spelled as on the keyboard', (keys, isMac, expected) => {
  expect(spellKeys(keys, isMac)).toBe(expected)
})

test('the key that types a space is known with Shift and without', () => {
  expect(isPressed('Space', press(' '), false)).toBe(true)
  expect(isPressed('Space', press(' ', { shift: true }), false)).toBe(false)
  expect(isPressed('Shift+Space', press(' ', { shift: true }), false)).toBe(true)
  expect(isPressed('Shift+Space', press(' '), false)).toBe(false)
  expect(spellKeys('Shift+Space', false)).toBe('Shift Space')
})
