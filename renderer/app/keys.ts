import type { Status } from '../../shared/model/claim.ts'
import { statusNames } from '../ui/strings.ts'

export type CommandGroup = 'Claims' | 'Status' | 'Backup' | 'Tagging' | 'Story' | 'Window' | 'Text'

/**
 * One command. Keys are spelled "Mod+Alt+Shift+k": Mod is Command on a Mac, Control elsewhere; the last part is
 * what the key types, lower-case.
 */
export interface KeyedCommand {
  readonly id: string
  readonly title: string
  readonly group: CommandGroup
  /** Acts while focus is outside a text field. */
  readonly single?: string
  /** Acts everywhere. */
  readonly chord?: string
  /** A further chord that acts only outside the text, where it means something else. */
  readonly chordOutside?: string
}

/**
 * The window's commands: the dispatch, the palette and the list of keys all read this one table. Chords use
 * what Chrome, Edge, Firefox and Safari leave free on every system, so not Mod+Alt with B C D E F H I J K L M P Q
 * R S T U W Z (inspectors, downloads, print, quit, dock, minimise, terminal, lock).
 */
export const windowCommands = [
  { id: 'nextClaim', title: 'Next claim', group: 'Claims', single: 'j', chord: 'Mod+Alt+.' },
  { id: 'previousClaim', title: 'Previous claim', group: 'Claims', single: 'k', chord: 'Mod+Alt+,' },
  {
    id: 'nextOpenClaim',
    title: 'Next claim left to check',
    group: 'Claims',
    single: 'n',
    chord: 'Mod+Alt+;',
  },
  { id: 'showClaim', title: 'Show the claim in the text', group: 'Claims', single: 'Enter' },
  { id: 'closeClaim', title: 'Close the claim', group: 'Claims', single: 'Escape' },
  { id: 'noteClaim', title: 'Write a note', group: 'Claims', single: 'm', chord: "Mod+Alt+'" },
  { id: 'legalClaim', title: 'Flag for legal, or not', group: 'Claims', single: 'g', chord: 'Mod+Alt+g' },
  { id: 'takeClaim', title: 'Assign to me, or to nobody', group: 'Claims', single: 's' },
  { id: 'switchKind', title: 'Statement or quote', group: 'Claims', single: 'd' },
  { id: 'settle.confirmed', title: statusNames.confirmed, group: 'Status', single: 'c', chord: 'Mod+Alt+y' },
  { id: 'settle.wrong', title: statusNames.wrong, group: 'Status', single: 'w', chord: 'Mod+Alt+x' },
  {
    id: 'settle.unverified',
    title: statusNames.unverified,
    group: 'Status',
    single: 'u',
    chord: 'Mod+Alt+v',
  },
  { id: 'settle.queried', title: statusNames.queried, group: 'Status', single: 'q', chord: 'Mod+Alt+/' },
  { id: 'settle.onAuthor', title: statusNames.onAuthor, group: 'Status', single: 'a', chord: 'Mod+Alt+o' },
  { id: 'settle.notAFact', title: statusNames.notAFact, group: 'Status', single: 'f', chord: 'Mod+Alt+n' },
  { id: 'settle.unchecked', title: statusNames.unchecked, group: 'Status', single: 'x', chord: 'Mod+Alt+8' },
  {
    id: 'takeBack',
    title: 'Take back my last settling',
    group: 'Status',
    single: 'z',
    chord: 'Mod+Alt+Shift+z',
  },
  { id: 'addBackup', title: 'Add backup', group: 'Backup', single: 'b', chord: 'Mod+Alt+Enter' },
  {
    id: 'attachLast',
    title: 'Attach the last source again',
    group: 'Backup',
    single: 'l',
    chord: 'Mod+Alt+Shift+Enter',
  },
  { id: 'tag', title: 'Tag the sentence, quote or selection', group: 'Tagging', single: 't' },
  { id: 'newStory', title: 'New story', group: 'Story' },
  { id: 'import', title: 'Import', group: 'Story', single: 'i' },
  { id: 'export', title: 'Export', group: 'Story', single: 'e' },
  { id: 'receipt', title: 'Import receipt', group: 'Story' },
  { id: 'duplicate', title: 'Duplicate the story', group: 'Story' },
  { id: 'archive', title: 'Archive the story', group: 'Story' },
  { id: 'slug', title: 'Change slug', group: 'Story' },
  { id: 'marks', title: 'Hide or show all marks', group: 'Story', single: 'h' },
  { id: 'search', title: 'Search stories, claims, sources', group: 'Window', single: '/' },
  { id: 'filterClaims', title: 'Filter the claims', group: 'Window', single: "'" },
  { id: 'focusText', title: 'Go to the text', group: 'Window', single: 'v' },
  { id: 'sources', title: 'Sources, or back to the story', group: 'Window', single: 'o' },
  { id: 'people', title: 'Who works here', group: 'Window' },
  { id: 'stories', title: 'Show or hide the stories', group: 'Window', single: '[' },
  { id: 'claims', title: 'Show or hide the claims', group: 'Window', single: ']' },
  { id: 'larger', title: 'Larger text', group: 'Window', single: '+' },
  { id: 'smaller', title: 'Smaller text', group: 'Window', single: '-' },
  { id: 'plainSize', title: 'Text at 100 %', group: 'Window', single: '0' },
  { id: 'theme', title: 'Light or dark', group: 'Window' },
  {
    id: 'palette',
    title: 'All commands',
    group: 'Window',
    chord: 'Mod+Shift+p',
    chordOutside: 'Mod+k',
  },
  { id: 'keys', title: 'List of keys', group: 'Window', single: '?' },
] as const satisfies readonly KeyedCommand[]

export type CommandId = (typeof windowCommands)[number]['id']

const byId: ReadonlyMap<string, KeyedCommand> = new Map(
  windowCommands.map((command) => [command.id, command]),
)

export function keysOf(id: CommandId): { single?: string; chord?: string } {
  return byId.get(id) ?? {}
}

/** The order in which statuses are offered: as the day goes. */
export const statusOrder: readonly Status[] = [
  'confirmed',
  'wrong',
  'unverified',
  'queried',
  'onAuthor',
  'notAFact',
  'unchecked',
]

interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState(modifier: string): boolean
}

/** What the physical keys type on a US keyboard, for when Alt turns a letter into another sign. */
const codes: Record<string, string> = {
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  Slash: '/',
}

function plainKeyOf(pressed: Pressed): string {
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (/^[a-z0-9]$/.test(key) || (pressed.key.length > 1 && key !== 'Dead')) return key
  const code = /^(?:Key|Digit)(.)$/.exec(pressed.code)?.[1]?.toLowerCase() ?? codes[pressed.code]
  return pressed.altKey && code ? code : key
}

/** Whether the keys pressed are those spelled; signs typed with AltGr never are. */
export function isPressed(spelled: string, pressed: Pressed, mac: boolean): boolean {
  const parts = spelled === '+' ? ['+'] : spelled.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.length > 1 && parts.slice(0, -1).includes(name)
  if (pressed.getModifierState('AltGraph')) return false
  const mod = mac ? pressed.metaKey : pressed.ctrlKey
  const other = mac ? pressed.ctrlKey : pressed.metaKey
  if (mod !== wants('Mod') || other || pressed.altKey !== wants('Alt')) return false
  if (parts.length === 1) {
    // A single key: "?" and "+" bring their Shift along, letters must come without.
    if (pressed.shiftKey && /^[a-z0-9]$|^.{2,}$/.test(key)) return false
    return pressed.key === key
  }
  return pressed.shiftKey === wants('Shift') && plainKeyOf(pressed) === key
}
