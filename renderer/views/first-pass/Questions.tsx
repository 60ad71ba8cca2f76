import { useMemo } from 'react'
import type { BlockFinding } from '../../../shared/mark/marked-blocks.ts'
import { useCommands } from '../../app/commands.ts'
import { goToQuestion } from '../../app/first-pass-commands.ts'
import { keysOf } from '../../app/keys.ts'
import { choice } from '../../state/chosen-proposal.ts'
import { useFirstPass, watchFirstPass } from '../../state/first-pass.ts'
import { useMay } from '../../state/queries.ts'
import type { StorySession } from '../../state/session.ts'
import { useStore } from '../../state/store.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { home } from '../../ui/focus-home.ts'
import { Keys } from '../../ui/Keys.tsx'
import { Empty, Loading } from '../../ui/Notice.tsx'
import { findingSentence } from '../../ui/strings/findings.ts'
import { firstPassStrings as words } from '../../ui/strings/first-pass.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import claimStyles from '../claims/claims.module.css'
import styles from './first-pass.module.css'

/** What does not fit together within the story: questions, which block nothing. */
export function Questions({ session }: { session: StorySession }) {
  const { findings, isOn, isQuestioned, hasFailed } = useFirstPass(session)
  const key = useStore(choice, (now) => now.question)
  const byKey = useMemo(() => new Map(findings.map((one) => [one.key, one])), [findings])
  const keys = useMemo(() => [...byKey.keys()], [byKey])
  if (!isOn) return <Empty title={words.off} hint={words.offHint} />
  if (keys.length === 0) {
    // That nothing was found is only said of what was looked for.
    if (isQuestioned) return <Empty title={words.noQuestions} hint={words.noQuestionsHint} />
    return hasFailed ? null : <Loading label={words.reading} lines={2} />
  }
  const chosen = key === null ? undefined : byKey.get(key)
  return (
    <>
      <VirtualList
        className={claimStyles.list}
        label={words.questions}
        items={keys}
        estimatePx={46}
        current={chosen?.key ?? null}
      >
        {(rowKey, row) => {
          const finding = byKey.get(rowKey)
          return finding ? (
            <button
              type="button"
              className={classes(claimStyles.row, styles.row, rowKey === key && claimStyles.isOpen)}
              aria-current={rowKey === key ? 'true' : undefined}
              onClick={() => goToQuestion(session, finding)}
              {...row}
            >
              <span className={styles.question}>{findingSentence(finding.reason)}</span>
            </button>
          ) : null
        }}
      </VirtualList>
      {chosen ? <Question session={session} finding={chosen} /> : null}
    </>
  )
}

function Question({ session, finding }: { session: StorySession; finding: BlockFinding }) {
  const commands = useCommands()
  const isMine = useMay('dismiss')
  const { doc } = session.editor.state
  const places = watchFirstPass(session).placesOf(finding)
  return (
    <section className={styles.chosen} aria-label={words.question} {...home}>
      <p>{findingSentence(finding.reason)}</p>
      {places.length > 1 ? (
        <ul className={styles.here}>
          {places.map((place) => (
            <li key={place.from}>
              <button
                type="button"
                className={styles.hereWords}
                dir="auto"
                onClick={() => session.showStretch(place)}
              >
                {doc.textBetween(place.from, place.to, ' ')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.answers}>
        <Button disabled={!isMine} onClick={() => commands.run('dismissProposal')}>
          {words.dismiss}
          <Keys keys={keysOf('dismissProposal').single ?? ''} />
        </Button>
        <Button onClick={() => commands.run('nextProposal')}>
          {words.next}
          <Keys keys={keysOf('nextProposal').single ?? ''} />
        </Button>
      </div>
    </section>
  )
}
