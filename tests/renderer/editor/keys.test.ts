import { expect, test } from 'vitest'
import { windowCommands } from '../../../renderer/app/keys.ts'
import { type PressedKey, textCommandOf, textKeys } from '../../../renderer/editor/keys.ts'

function pressed(chord: string, extra: Partial<PressedKey> & { altGraph?: boolean } = {}): PressedKey {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key,
    code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    getModifierState: (modifier) => modifier === 'AltGraph' && extra.altGraph === true,
    ...extra,
  }
}

test.each(textKeys.flatMap((key) => (key.chord ? [[key.chord, key.id] as const] : [])))(
  '%s means %s',
  (chord, id) => {
    expect(textCommandOf(pressed(chord), false)).toBe(id)
  },
)

test('no chord means two things, in the text or in the window', () => {
  const chords = [
    ...textKeys.flatMap((key) => [key.chord ?? [], key.also ?? []].flat()),
    ...windowCommands.flatMap((command) => ('chord' in command ? [command.chord] : [])),
  ]
  expect(chords.filter((chord, i) => chords.indexOf(chord) !== i)).toEqual([])
})

test('no chord is one that a browser keeps for itself', () => {
  const kept = [
    'Mod+n',
    'Mod+t',
    'Mod+w',
    'Mod+q',
    'Mod+Shift+n',
    'Mod+Shift+t',
    'Mod+Shift+w',
    'Mod+l',
    'Mod+Tab',
  ]
  // Developer tools, downloads, bookmarks, windows and the desktop's own, on one system or another.
  const keptWithAlt = 'bcdefhijklmpqrstuwz'.split('').map((letter) => `Mod+Alt+${letter}`)
  const chords = textKeys.flatMap((key) => key.chord ?? [])
  expect(chords.filter((chord) => [...kept, ...keptWithAlt].includes(chord))).toEqual([])
})

test('what AltGr types is text', () => {
  expect(textCommandOf(pressed('Mod+Alt+a', { key: 'ą', altGraph: true }), false)).toBeNull()
})

test('a letter that Alt turned into another sign is known by its key', () => {
  expect(
    textCommandOf(pressed('Mod+Alt+a', { key: 'å', code: 'KeyA', ctrlKey: false, metaKey: true }), true),
  ).toBe('tag')
})

test('on a Mac, Control is not Command', () => {
  expect(textCommandOf(pressed('Mod+b'), true)).toBeNull()
})
