import { riskOf } from '../../../shared/check/risk.ts'
import type { Sentence } from '../../../shared/check/sentences.ts'
import { useCommands } from '../../app/commands.ts'
import { type CommandId, keysOf } from '../../app/keys.ts'
import type { StorySession } from '../../state/session.ts'
import { Button } from '../../ui/Button.tsx'
import { home } from '../../ui/focus-home.ts'
import { Keys } from '../../ui/Keys.tsx'
import { placeLabels, riskNames, strings } from '../../ui/strings.ts'
import { SentenceProposals } from '../first-pass/SentenceProposals.tsx'
import styles from './pencil.module.css'

const answers = [
  ['readSentence', strings.pencil.nothing],
  ['readParagraph', strings.pencil.paragraph],
  ['tag', strings.pencil.tag],
  ['nextOpenClaim', strings.pencil.next],
  ['stopBack', strings.pencil.back],
] as const satisfies readonly (readonly [CommandId, string])[]

/** A sentence that nobody has read as it stands. */
export function SentenceStop({ session, sentence }: { session: StorySession; sentence: Sentence }) {
  const commands = useCommands()
  const risk = riskOf(sentence)
  return (
    <section className={styles.stop} aria-label={strings.pencil.sentence} {...home}>
      <p className={styles.where}>
        <span>{placeLabels[sentence.where] ?? sentence.where}</span>
        {risk === 'rest' ? null : <span>{riskNames[risk]}</span>}
      </p>
      <blockquote className={styles.words} dir="auto">
        {sentence.words}
      </blockquote>
      <div className={styles.answers}>
        {answers.map(([id, name], at) => (
          <Button key={id} tone={at === 0 ? 'primary' : 'plain'} onClick={() => commands.run(id)}>
            {name}
            <Keys keys={keysOf(id).single ?? ''} />
          </Button>
        ))}
      </div>
      <SentenceProposals session={session} />
    </section>
  )
}
