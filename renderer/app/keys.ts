import { type CommandId, type KeyedCommand, windowCommands } from '../../shared/commands/window.ts'
import type { Status } from '../../shared/model/claim.ts'

export {
  type CommandGroup,
  type CommandId,
  commandGroupNames,
  type KeyedCommand,
  windowCommands,
} from '../../shared/commands/window.ts'

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

/** As the table spells a key: the one that types a space has no sign of its own. */
function nameOf(key: string): string {
  return key === ' ' ? 'Space' : key
}

function plainKeyOf(pressed: Pressed): string {
  const key = nameOf(pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key)
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
    return nameOf(pressed.key) === key
  }
  return pressed.shiftKey === wants('Shift') && plainKeyOf(pressed) === key
}
