import { useCommands } from '../../app/commands.ts'
import { goToProposal, proposalsAtHand } from '../../app/first-pass-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { choice } from '../../state/chosen-proposal.ts'
import { useFirstPass } from '../../state/first-pass.ts'
import { useMay } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import styles from './first-pass.module.css'
import { Reasons } from './Reasons.tsx'

/** At a stop of the red pencil: what the first pass proposes in the sentence, each answered by a key. */
export function SentenceProposals({ session }: { session: StorySession }) {
  const commands = useCommands()
  const isMine = useMay('dismiss')
  useFirstPass(session)
  const key = useStore(choice, (now) => now.key)
  const here = proposalsAtHand(session)
  const [first] = here
  if (!first) return null
  const at = here.find((one) => one.key === key) ?? first
  return (
    <section className={styles.inSentence} aria-label={words.inSentence}>
      <h3 className={styles.where}>{words.inSentence}</h3>
      <ul className={styles.here}>
        {here.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              className={styles.hereWords}
              aria-current={one === at ? 'true' : undefined}
              dir="auto"
              onClick={() => goToProposal(session, one)}
            >
              {one.mark.words}
            </button>
          </li>
        ))}
      </ul>
      <Reasons mark={at.mark} />
      <div className={styles.answers}>
        <Button onClick={() => commands.run('acceptProposal')}>
          {words.accept}
          <Keys keys={keysOf('acceptProposal').single ?? ''} />
        </Button>
        <Button disabled={!isMine} onClick={() => commands.run('dismissProposal')}>
          {words.dismiss}
          <Keys keys={keysOf('dismissProposal').single ?? ''} />
        </Button>
      </div>
    </section>
  )
}
