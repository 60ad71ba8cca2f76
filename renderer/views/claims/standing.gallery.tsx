import type { Claim } from '../../../shared/model/claim.ts'
import type { Place } from '../../../shared/model/place.ts'
import { checker } from '../../gallery/made/people.ts'
import { ledger } from '../../gallery/made/sources.ts'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import { madeClaimId } from '../../gallery/made/words.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { ClaimRow } from './ClaimRow.tsx'
import { OpenClaim } from './OpenClaim.tsx'

const dayMs = 86_400_000

const place: Place = {
  block: 'paragraph',
  sentence: 'The house was carried over in the winter of 1962, brick by brick.',
  preceding: '',
  following: '',
  isQuoted: false,
  startsSentence: false,
}

/** The claim of this number, settled as confirmed, and what has become of it since. */
const became: Readonly<Record<number, (claim: Claim) => Partial<Claim>>> = {
  // Its sentence differs.
  8: ({ settling }) => ({
    settling: settling && { ...settling, place },
    place: {
      ...place,
      sentence: 'The house was carried over in the winter of 1962, or so they say, brick by brick.',
    },
  }),
  // Quotation marks were put round it, and its source was retracted.
  1: ({ settling, backup }) => ({
    settling: settling && { ...settling, place },
    place: { ...place, isQuoted: true },
    changedGround: backup.map(({ id }) => ({ backupId: id, parts: ['standing', 'text'] })),
  }),
  // Who confirmed it wrote it, and that is long ago.
  17: ({ settling }) => ({
    subject: 'toll',
    settling: settling && { ...settling, writtenBy: [checker.id], atMs: settling.atMs - 400 * dayMs },
  }),
  // All at once, and long.
  9: ({ settling, words }) => ({
    subject: 'toll',
    assigneeId: checker.id,
    isLegal: true,
    backup: [
      {
        id: (iceHouseStory.claims[0]?.backup[0]?.id ?? '') as never,
        claimId: madeClaimId(9),
        sourceId: ledger.id,
        locator: 'volume 12, leaves 36 to 41, recto and verso, and the slip of paper that lies between them',
        excerpt: '',
        stance: 'contradicts',
        rank: 'secondary',
        note: '',
        addedBy: checker.id,
        addedAtMs: Date.now(),
      },
    ],
    words: `${words}, as the harbour office, the county, two insurers and the brewery that lent its horses all wrote down in the same week, each with another sum and none with a signature that anybody can read`,
    settling: settling && { ...settling, writtenBy: [checker.id], atMs: settling.atMs - 400 * dayMs },
  }),
}

const story = {
  ...iceHouseStory,
  claims: iceHouseStory.claims.map((claim): Claim => ({ ...claim, ...became[claim.number]?.(claim) })),
}

const open = (number: number) => () => (
  <div className={styles.panel}>
    <WithSession of={story}>
      {(session) => <OpenClaim session={session} id={madeClaimId(number)} />}
    </WithSession>
  </div>
)

export const part: GalleryPart = {
  title: 'Since it was settled',
  states: [
    {
      name: 'Rows',
      View: () => (
        <ul className={styles.panel}>
          <WithSession of={story}>
            {(session) =>
              [1, 8, 9, 10, 17, 21].map((number, at) => (
                <li key={number}>
                  <ClaimRow
                    session={session}
                    id={madeClaimId(number)}
                    isSelected={at === 4}
                    row={{ tabIndex: 0, 'data-row': at }}
                  />
                </li>
              ))
            }
          </WithSession>
        </ul>
      ),
    },
    { name: 'Its sentence differs', View: open(8) },
    { name: 'It became a quote, and its source does not stand any more', View: open(1) },
    { name: 'Old, and confirmed by who wrote it', View: open(17) },
    { name: 'Much at once', View: open(9) },
  ],
}
