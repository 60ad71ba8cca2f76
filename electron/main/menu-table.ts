import type { MenuItemConstructorOptions } from 'electron'
import { type TextCommandId, textKeys } from '../../shared/commands/text.ts'
import {
  attachUsed,
  type CommandId,
  commandGroupNames,
  type KeyedCommand,
  windowCommands,
} from '../../shared/commands/window.ts'
import { exhaustive, must } from '../../shared/lib/assert.ts'
import type { InEach } from '../../shared/model/window-language.ts'
import { type Role, roleLabel } from './role-labels.ts'
import { inSpoken } from './speech.ts'

/** What the menu does that no window could. */
export type MainAction = 'newWindow' | 'showDesk' | 'showLog'

/** A line of a menu. Titles and keys of commands are the window's own; those of roles are the system's. */
export type MenuLine =
  | { kind: 'rule' }
  /** `as`: what the window calls it, and by which keys. */
  | { kind: 'role'; role: Role; as?: TextCommandId }
  | { kind: 'command'; command: CommandId }
  | { kind: 'text'; command: TextCommandId }
  | { kind: 'main'; action: MainAction; label: InEach; chord?: string }

export interface MenuColumn {
  label: InEach
  role?: 'appMenu' | 'windowMenu' | 'help'
  lines: readonly MenuLine[]
}

const rule: MenuLine = { kind: 'rule' }
const role = (name: Role): MenuLine => ({ kind: 'role', role: name })
const command = (id: CommandId): MenuLine => ({ kind: 'command', command: id })
const text = (id: TextCommandId): MenuLine => ({ kind: 'text', command: id })

/** The menu bar, left to right, as each system has it. */
export function menuColumns(platform: NodeJS.Platform, isDevelopment: boolean): MenuColumn[] {
  const isMac = platform === 'darwin'
  const newWindow: MenuLine = {
    kind: 'main',
    action: 'newWindow',
    label: { en: 'New window', de: 'Neues Fenster' },
    chord: 'Mod+Shift+n',
  }
  const file: MenuColumn = {
    label: { en: 'File', de: 'Datei' },
    lines: [
      command('newStory'),
      newWindow,
      rule,
      command('import'),
      command('export'),
      command('receipt'),
      command('trail'),
      rule,
      command('duplicate'),
      command('slug'),
      command('language'),
      command('clearStory'),
      command('archive'),
      command('deleteForGood'),
      rule,
      command('sources'),
      command('queries'),
      command('people'),
      command('rules'),
      command('backups'),
      command('strikeName'),
      rule,
      command('print'),
      rule,
      role('close'),
      ...(isMac ? [] : [role('quit')]),
    ],
  }
  const edit: MenuColumn = {
    label: { en: 'Edit', de: 'Bearbeiten' },
    lines: [
      text('undo'),
      text('redo'),
      rule,
      role('cut'),
      role('copy'),
      role('paste'),
      { kind: 'role', role: 'pasteAndMatchStyle', as: 'plainPaste' },
      text('selectAll'),
      rule,
      text('find'),
      text('replace'),
      text('findNext'),
      text('findPrevious'),
      command('search'),
      ...(isMac ? [rule, role('startSpeaking'), role('stopSpeaking')] : []),
    ],
  }
  const format: MenuColumn = {
    label: { en: 'Text', de: 'Text' },
    lines: [
      ...(['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'link'] as const).map(text),
      rule,
      ...(['paragraph', 'crosshead1', 'crosshead2', 'bulletList', 'orderedList', 'blockquote'] as const).map(
        text,
      ),
      ...(['pullQuote', 'editorsNote', 'rule'] as const).map(text),
      rule,
      ...(['picture', 'table', 'footnote', 'acrossFootnote'] as const).map(text),
    ],
  }
  const claim: MenuColumn = {
    label: { en: 'Claim', de: 'Aussage' },
    lines: [
      command('tag'),
      command('tagNarrower'),
      ...(['tagQuote', 'changeSpan', 'split', 'untag'] as const).map(text),
      rule,
      ...(['nextClaim', 'previousClaim', 'nextOpenClaim', 'showClaim', 'closeClaim'] as const).map(command),
      rule,
      ...statusCommands.map(command),
      command('takeBack'),
      rule,
      command('noteClaim'),
      command('legalClaim'),
      command('takeClaim'),
      command('assignClaim'),
      command('giveClaims'),
      command('askClaim'),
      command('fixClaim'),
      command('letPass'),
      command('switchKind'),
      command('mergeClaim'),
      rule,
      command('addBackup'),
      command('attachLast'),
    ],
  }
  const firstPass: MenuColumn = {
    label: { en: commandGroupNames.en.FirstPass, de: commandGroupNames.de.FirstPass },
    lines: [
      command('firstPass'),
      rule,
      ...(['nextProposal', 'previousProposal'] as const).map(command),
      rule,
      ...(['acceptProposal', 'acceptAlike', 'dismissProposal', 'takeBackDecision'] as const).map(command),
      rule,
      command('firstPassRules'),
    ],
  }
  const redPencil: MenuColumn = {
    label: { en: commandGroupNames.en.Pencil, de: commandGroupNames.de.Pencil },
    lines: [
      command('redPencil'),
      rule,
      ...(['readSentence', 'readParagraph', 'stopBack'] as const).map(command),
      rule,
      ...(['walkOrder', 'dimRest'] as const).map(command),
      rule,
      ...attachUsed.map(({ id }) => command(id)),
    ],
  }
  const view: MenuColumn = {
    label: { en: 'View', de: 'Darstellung' },
    lines: [
      command('palette'),
      rule,
      command('stories'),
      command('claims'),
      command('gate'),
      command('filterClaims'),
      command('focusText'),
      command('marks'),
      rule,
      command('larger'),
      command('smaller'),
      command('plainSize'),
      command('theme'),
      command('windowLanguage'),
      rule,
      role('zoomIn'),
      role('zoomOut'),
      role('resetZoom'),
      role('togglefullscreen'),
      ...(isDevelopment ? [rule, role('reload'), role('toggleDevTools')] : []),
    ],
  }
  const window: MenuColumn = {
    label: { en: 'Window', de: 'Fenster' },
    role: 'windowMenu',
    lines: [role('minimize'), role('zoom'), ...(isMac ? [rule, role('front')] : [])],
  }
  const help: MenuColumn = {
    label: { en: 'Help', de: 'Hilfe' },
    role: 'help',
    lines: [
      command('keys'),
      command('tour'),
      rule,
      {
        kind: 'main',
        action: 'showDesk',
        label: { en: 'Show the desk’s folder', de: 'Ordner des Desks zeigen' },
      },
      { kind: 'main', action: 'showLog', label: { en: 'Show the log', de: 'Fehlerprotokoll zeigen' } },
      ...(isMac ? [] : [rule, role('about')]),
    ],
  }
  const app: MenuColumn = {
    label: { en: 'Stet', de: 'Stet' },
    role: 'appMenu',
    lines: [
      role('about'),
      rule,
      role('services'),
      rule,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      rule,
      role('quit'),
    ],
  }
  return [...(isMac ? [app] : []), file, edit, format, claim, firstPass, redPencil, view, window, help]
}

const statusCommands = windowCommands.flatMap(({ id, group }) =>
  group === 'Status' && id !== 'takeBack' ? [id] : [],
)

/** "Mod+Alt+Shift+k" as Electron spells it. */
export function acceleratorOf(chord: string): string {
  const names: Record<string, string> = { Mod: 'CmdOrCtrl', Enter: 'Return', '+': 'Plus' }
  return chord
    .split('+')
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

interface Worded {
  label: string
  /** The page hears it by itself: the menu shows it and leaves the key to the page. */
  pageChord?: string | undefined
  /** The menu's own. */
  menuChord?: string | undefined
}

function textWords(id: TextCommandId): Worded {
  const found = must(
    textKeys.find((key) => key.id === id),
    'the menu names a command of the text',
  )
  return { label: inSpoken(found.title), pageChord: found.chord }
}

/** German sets the dots apart. */
const asking = (title: string) => inSpoken({ en: `${title}…`, de: `${title} …` })

/** What a line says and by which keys; null for a rule or what the system words. */
export function wordsOf(line: MenuLine): Worded | null {
  switch (line.kind) {
    case 'rule':
      return null
    case 'role':
      return line.as ? textWords(line.as) : null
    case 'command': {
      const found: KeyedCommand = must(
        windowCommands.find(({ id }) => id === line.command),
        'the menu names a command of the window',
      )
      return {
        label: found.asks ? asking(inSpoken(found.title)) : inSpoken(found.title),
        // Some have their chord in the text's table.
        pageChord: found.chord ?? textKeys.find(({ id }) => id === line.command)?.chord,
        menuChord: found.menuChord,
      }
    }
    case 'text':
      return textWords(line.command)
    case 'main':
      return { label: inSpoken(line.label), menuChord: line.chord }
    default:
      return exhaustive(line)
  }
}

/** Names a line for as long as the menu stands; undefined where nobody asks for it. */
export function idOf(line: MenuLine): string | undefined {
  switch (line.kind) {
    case 'command':
    case 'text':
      return `${line.kind}.${line.command}`
    case 'main':
      return `main.${line.action}`
    case 'rule':
    case 'role':
      return undefined
    default:
      return exhaustive(line)
  }
}

/** The menu as Electron takes it, in the language that is spoken. `choose` is called with the line that was clicked. */
export function menuTemplate(
  columns: readonly MenuColumn[],
  choose: (line: MenuLine) => void,
): MenuItemConstructorOptions[] {
  return columns.map(({ label, role: columnRole, lines }) => ({
    label: inSpoken(label),
    ...(columnRole ? { role: columnRole } : {}),
    submenu: lines.map((line) => itemOf(line, choose)),
  }))
}

function itemOf(line: MenuLine, choose: (line: MenuLine) => void): MenuItemConstructorOptions {
  if (line.kind === 'rule') return { type: 'separator' }
  const words = wordsOf(line)
  if (!words) return line.kind === 'role' ? { ...roleLabel(line.role), role: line.role } : {}
  const chord = words.menuChord ?? words.pageChord
  const id = idOf(line)
  return {
    label: words.label,
    ...(line.kind === 'role' ? { role: line.role } : { click: () => choose(line) }),
    ...(id ? { id } : {}),
    ...(chord ? { accelerator: acceleratorOf(chord), registerAccelerator: chord === words.menuChord } : {}),
  }
}
