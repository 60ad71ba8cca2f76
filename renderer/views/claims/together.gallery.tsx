import { must } from '../../../shared/lib/assert.ts'
import { fixSchema } from '../../../shared/model/fix.ts'
import { backupIdSchema, fixIdSchema, queryIdSchema } from '../../../shared/model/ids.ts'
import { type ListedQuery, querySchema } from '../../../shared/model/query.ts'
import { pending } from '../../gallery/made/desk.ts'
import { checker, me, writer } from '../../gallery/made/people.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import { madeClaimId } from '../../gallery/made/words.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { LinkBroken } from '../../link/broken.ts'
import { show } from '../../state/window.ts'
import { QueriesView } from '../queries/QueriesView.tsx'
import { ClaimsPanel } from './ClaimsPanel.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { OpenClaim } from './OpenClaim.tsx'
import { SettledDialog } from './SettledDialog.tsx'

const hourMs = 3_600_000

function madeQuery(number: number, given: object = {}) {
  return querySchema.parse({
    id: queryIdSchema.parse(`query-made-${number}`),
    claimId: madeClaimId(4),
    asked: 'The harbour office',
    sourceId: null,
    question: 'How many blocks were cut in the last winter, and who counted them?',
    way: 'mail',
    askedAtMs: Date.now() - 30 * hourMs,
    dueAtMs: Date.now() - 3 * hourMs,
    isRightOfReply: false,
    answer: null,
    backupId: null,
    addedBy: me.id,
    addedAtMs: Date.now() - 30 * hourMs,
    ...given,
  })
}

const answered = {
  asked: 'Signe Aalund',
  way: 'phone',
  isRightOfReply: true,
  answer: { words: 'We never sold any of it abroad.', atMs: Date.now() - 2 * hourMs, notedBy: me.id },
}

const claimFour = must(
  iceHouseStory.claims.find((claim) => claim.number === 4),
  'the made story has four claims',
)

function madeFix(number: number, given: object = {}) {
  return fixSchema.parse({
    id: fixIdSchema.parse(`fix-made-${number}`),
    claimId: madeClaimId(4),
    remedy: 'words',
    words: claimFour.words,
    newWords: claimFour.words.replace(/\S+$/u, 'altogether'),
    why: 'The ledger says so on its last page.',
    backupIds: [backupIdSchema.parse('backup-of-nothing')],
    answer: null,
    decision: null,
    suggestedBy: checker.id,
    suggestedAtMs: Date.now() - 5 * hourMs,
    ...given,
  })
}

const decision = {
  kind: 'rejected',
  reason: 'The ledger is of another year.',
  personId: me.id,
  atMs: Date.now() - hourMs,
}
const answer = { words: 'I have it from the ledger too.', personId: writer.id, atMs: Date.now() - 4 * hourMs }

const asked = {
  ...claimFour,
  queries: [madeQuery(1), madeQuery(2, answered)],
  fixes: [madeFix(1, { decision }), madeFix(2, { answer })],
  isLegal: true,
  legalClearing: { words: 'other words', note: '', personId: writer.id, atMs: Date.now() - 9 * hourMs },
  secondReading: { readerId: null, askedBy: me.id, askedAtMs: Date.now() - hourMs, done: null },
}

const togetherStory = {
  ...iceHouseStory,
  claims: iceHouseStory.claims.map((claim) => (claim.number === 4 ? asked : claim)),
}

const waiting = (queries: readonly object[]): ListedQuery[] =>
  queries.map((given, at) => ({
    query: madeQuery(at, given),
    storyId: iceHouse.id,
    slug: iceHouse.slug,
    headline: iceHouse.headline,
    number: 4,
    words: claimFour.words,
  }))

const inPanel = () => (
  <div className={`${styles.panel} ${styles.filled}`}>
    <WithSession of={togetherStory} isInWindow openClaim={4}>
      {(session) => <ClaimsPanel session={session} />}
    </WithSession>
  </div>
)

export const part: GalleryPart = {
  title: 'With someone',
  states: [
    {
      name: 'Open: queries, fixes, a clearing that lapsed',
      View: () => (
        <div className={styles.panel}>
          <WithSession of={togetherStory}>
            {(session) => <OpenClaim session={session} id={madeClaimId(4)} />}
          </WithSession>
        </div>
      ),
    },
    {
      name: 'Asking somebody',
      isWhole: true,
      View: inPanel,
      before: () => show({ queryFormFor: madeClaimId(4) }),
    },
    {
      name: 'Suggesting a fix',
      isWhole: true,
      View: inPanel,
      before: () => show({ fixFormFor: madeClaimId(4) }),
    },
    {
      name: 'Who is waited for',
      isWhole: true,
      View: () => <QueriesView />,
      answers: {
        queries: {
          list: () =>
            waiting([
              {},
              { dueAtMs: Date.now() + 20 * hourMs, way: 'phone' },
              { dueAtMs: null, asked: 'A clerk' },
            ]),
        },
      },
    },
    {
      name: 'Who is waited for, while it is read',
      isWhole: true,
      View: () => <QueriesView />,
      answers: { queries: { list: pending } },
    },
    {
      name: 'Who is waited for cannot be read',
      isWhole: true,
      View: () => <QueriesView />,
      answers: { queries: { list: () => Promise.reject(new LinkBroken('gone')) } },
    },
    {
      name: 'Nobody is waited for',
      isWhole: true,
      View: () => <QueriesView />,
      answers: { queries: { list: () => [] } },
    },
    {
      name: 'Settled meanwhile',
      isWhole: true,
      View: () => (
        <WithSession>
          {(session) => (
            <SettledDialog
              session={session}
              asked={{
                kind: 'settledMeanwhile',
                claimId: madeClaimId(1),
                number: 1,
                status: 'wrong',
                note: '',
                settling: must(iceHouseStory.claims[0], 'the made story has claims').settling,
              }}
            />
          )}
        </WithSession>
      ),
    },
    {
      name: 'Giving claims to somebody',
      isWhole: true,
      View: () => (
        <WithSession isInWindow>
          {(session) => <GiveDialog session={session} claimId={madeClaimId(4)} />}
        </WithSession>
      ),
    },
  ],
}
