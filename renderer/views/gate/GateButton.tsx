import { isCleared } from '../../../shared/check/gate.ts'
import { toggleGate } from '../../app/gate-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { useGate } from '../../state/gate.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { windowState } from '../../state/window.ts'
import { Button } from '../../ui/Button.tsx'
import { Flag } from '../../ui/FlagMark.tsx'
import { formatNumber } from '../../ui/format.ts'
import { gateStrings } from '../../ui/strings/gate.ts'
import { Tip } from '../../ui/Tip.tsx'

/** Beside the stage: how much blocks, or that nothing does; opens the gate. */
export function GateButton({ session }: { session: StorySession }) {
  const gate = useGate(session)
  const isOpen = useStore(windowState, (now) => now.right === 'gate')
  if (!gate) return null
  const { blocks, asks, cleared } = gate
  const words = () => {
    if (isCleared(gate)) return gateStrings.cleared
    if (blocks.length > 0) return gateStrings.stillBlocked(blocks.length)
    return cleared ? gateStrings.clearingEnded : gateStrings.clear
  }
  const sign = () => {
    if (isCleared(gate)) return 'cleared' as const
    if (cleared) return 'clearingEnded' as const
    if (blocks.length > 0) return 'blocks' as const
    return asks.length > 0 ? ('asks' as const) : null
  }
  const shown = sign()
  const text = blocks.length > 0 ? formatNumber(blocks.length) : words()
  const label = `${gateStrings.title}: ${words()}`
  return (
    <Tip text={label} keys={keysOf('gate').single}>
      <Button tone="quiet" size="small" aria-label={label} aria-pressed={isOpen} onClick={toggleGate}>
        {shown ? <Flag sign={shown}>{text}</Flag> : text}
      </Button>
    </Tip>
  )
}
