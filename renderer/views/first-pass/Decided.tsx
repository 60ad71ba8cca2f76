import { useCommands } from '../../app/commands.ts'
import { keysOf } from '../../app/keys.ts'
import { useMay } from '../../state/queries.ts'
import { Button } from '../../ui/Button.tsx'
import { home } from '../../ui/focus-home.ts'
import { Keys } from '../../ui/Keys.tsx'
import { firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import styles from './first-pass.module.css'

/** A sentence in which nothing is left to be decided: one key reads it. */
export function Decided({ words: sentence }: { words: string }) {
  const commands = useCommands()
  const isMine = useMay('read')
  return (
    <section className={styles.chosen} aria-label={words.sentenceDone} {...home}>
      <p className={styles.where}>{words.sentenceDone}</p>
      <blockquote className={styles.words} dir="auto">
        {sentence}
      </blockquote>
      <div className={styles.answers}>
        {isMine ? (
          <Button tone="primary" onClick={() => commands.run('readSentence')}>
            {words.readIt}
            <Keys keys={keysOf('readSentence').single ?? ''} />
          </Button>
        ) : null}
        <Button onClick={() => commands.run('nextProposal')}>
          {words.next}
          <Keys keys={keysOf('nextProposal').single ?? ''} />
        </Button>
      </div>
    </section>
  )
}
