import { ScanText } from 'lucide-react'
import { useCommands } from '../../app/commands.ts'
import { keysOf } from '../../app/keys.ts'
import { useFirstPass } from '../../state/first-pass.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { windowState } from '../../state/window.ts'
import { IconButton } from '../../ui/Button.tsx'
import { firstPassStrings as words } from '../../ui/strings/first-pass.ts'

/** Opens what the first pass proposes; its name says how much is undecided. */
export function FirstPassButton({ session }: { session: StorySession }) {
  const commands = useCommands()
  const { isOn, hasFailed, progress, proposals } = useFirstPass(session)
  const isOpen = useStore(windowState, (now) => now.right === 'firstPass')
  const label = hasFailed
    ? `${words.open} (${words.failed})`
    : isOn && !progress
      ? `${words.open} (${words.left(proposals.length)})`
      : words.open
  return (
    <IconButton
      label={label}
      keys={keysOf('firstPass').single}
      aria-pressed={isOpen}
      icon={<ScanText size={16} />}
      onClick={() => commands.run('firstPass')}
    />
  )
}
