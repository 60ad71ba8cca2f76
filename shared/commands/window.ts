import { statusNames } from '../model/claim.ts'

export type CommandGroup = 'Claims' | 'Status' | 'Backup' | 'Tagging' | 'Story' | 'Window' | 'Text'

/**
 * One command of the window. Keys are spelled "Mod+Alt+Shift+k": Mod is Command on a Mac, Control elsewhere; the last part is
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
  /** Acts by Stet's own menu in Electron; a browser keeps these keys for itself. */
  readonly menuChord?: string
  /** Wants to know more before it does anything: menus write "…" behind its title. */
  readonly asks?: true
}

/**
 * The window's commands: the dispatch, the palette, the list of keys and Electron's menu all read this one
 * table. Chords use
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
  {
    id: 'takeClaim',
    title: 'Assign to me, or to nobody',
    group: 'Claims',
    single: 's',
    chord: 'Mod+Alt+Shift+m',
  },
  {
    id: 'assignClaim',
    title: 'Assign to somebody',
    group: 'Claims',
    single: 'p',
    chord: 'Mod+Alt+Shift+o',
    asks: true,
  },
  { id: 'switchKind', title: 'Statement or quote', group: 'Claims', single: 'd', chord: 'Mod+Alt+3' },
  {
    id: 'mergeClaim',
    title: 'Merge with the next claim',
    group: 'Claims',
    single: 'y',
    chord: 'Mod+Alt+Shift+y',
  },
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
  { id: 'newStory', title: 'New story', group: 'Story', menuChord: 'Mod+n' },
  { id: 'import', title: 'Import', group: 'Story', single: 'i', menuChord: 'Mod+o', asks: true },
  { id: 'export', title: 'Export', group: 'Story', single: 'e', menuChord: 'Mod+Shift+e', asks: true },
  { id: 'print', title: 'Print', group: 'Story', chord: 'Mod+p', asks: true },
  { id: 'receipt', title: 'Import receipt', group: 'Story' },
  { id: 'duplicate', title: 'Duplicate the story', group: 'Story' },
  { id: 'archive', title: 'Archive the story, or restore it', group: 'Story' },
  { id: 'slug', title: 'Change slug', group: 'Story', asks: true },
  { id: 'language', title: 'Language of the story', group: 'Story', asks: true },
  { id: 'deleteForGood', title: 'Delete the story for good', group: 'Story', asks: true },
  { id: 'marks', title: 'Hide or show all marks', group: 'Story', single: 'h' },
  { id: 'search', title: 'Search stories, claims, sources', group: 'Window', single: '/' },
  { id: 'filterClaims', title: 'Filter the claims', group: 'Window', single: "'" },
  { id: 'focusText', title: 'Go to the text', group: 'Window', single: 'v' },
  { id: 'sources', title: 'Sources, or back to the story', group: 'Window', single: 'o' },
  { id: 'people', title: 'Who works here', group: 'Window' },
  { id: 'backups', title: 'Backups of the desk', group: 'Window', asks: true },
  { id: 'strikeName', title: 'Strike a name', group: 'Window', asks: true },
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
