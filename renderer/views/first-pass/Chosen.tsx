import { useCommands } from '../../app/commands.ts'
import { facetAlike, proposalsAlike } from '../../app/first-pass-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { type ListedProposal, useFirstPass } from '../../state/first-pass.ts'
import { useMay } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { home } from '../../ui/focus-home.ts'
import { Keys } from '../../ui/Keys.tsx'
import { facetNames, firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import { placeLabels } from '../../ui/strings.ts'
import styles from './first-pass.module.css'
import { Reasons } from './Reasons.tsx'

/** The proposal that the next key is for: why, and what can be answered. */
export function Chosen({ session, proposal }: { session: StorySession; proposal: ListedProposal }) {
  const commands = useCommands()
  const isMine = useMay('dismiss')
  // How many are alike follows from the list.
  useFirstPass(session)
  const facet = facetAlike(proposal)
  const alike = proposalsAlike(session, proposal).length
  return (
    <section className={styles.chosen} aria-label={words.chosen} {...home}>
      <p className={styles.where}>{placeLabels[proposal.where] ?? proposal.where}</p>
      <blockquote className={styles.words} dir="auto">
        {proposal.mark.words}
      </blockquote>
      <Reasons mark={proposal.mark} />
      <div className={styles.answers}>
        <Button tone="primary" onClick={() => commands.run('acceptProposal')}>
          {words.accept}
          <Keys keys={keysOf('acceptProposal').single ?? ''} />
        </Button>
        <Button disabled={!isMine} onClick={() => commands.run('dismissProposal')}>
          {words.dismiss}
          <Keys keys={keysOf('dismissProposal').single ?? ''} />
        </Button>
        <Button onClick={() => commands.run('nextProposal')}>
          {words.next}
          <Keys keys={keysOf('nextProposal').single ?? ''} />
        </Button>
        {facet && alike > 1 ? (
          <Button onClick={() => commands.run('acceptAlike')}>
            {words.acceptAll(facetNames[facet], alike)}
            <Keys keys={keysOf('acceptAlike').single ?? ''} />
          </Button>
        ) : null}
      </div>
    </section>
  )
}
