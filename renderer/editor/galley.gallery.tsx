import type { OpenedStory } from '../../shared/contract/stories.ts'
import type { Status } from '../../shared/model/claim.ts'
import { arabicStory, emptyStory, iceHouseStory, nestedStory, statusStory } from '../gallery/made/texts.ts'
import type { GalleryPart, GalleryState } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { WithSession } from '../gallery/WithSession.tsx'
import { Galley } from './Galley.tsx'

const galley = (
  name: string,
  of: OpenedStory,
  {
    openClaim,
    isHidden = false,
    heightPx,
  }: { openClaim?: number; isHidden?: boolean; heightPx?: number } = {},
): GalleryState => ({
  name,
  isWhole: true,
  ...(heightPx === undefined ? {} : { heightPx }),
  View: () => (
    <div className={styles.filled}>
      <WithSession of={of} isInWindow {...(openClaim === undefined ? {} : { openClaim })}>
        {(session) => {
          if (isHidden && !session.marksHidden()) session.toggleMarks()
          return <Galley story={session} />
        }}
      </WithSession>
    </div>
  ),
})

const flags = [
  '',
  'changed',
  'context',
  'thin',
  'contradicted',
  'old',
  'ownWords',
  'fix',
  'thin old',
] as const

/** What becomes of a settled claim, each on a confirmed one and on one that rests on the author's word. */
function Flagged() {
  return (
    <div className="galley">
      <div className="story-text">
        <h1 className="headline">A line for each flag</h1>
        {flags.map((flag) => (
          <p key={flag}>
            Here {claim('confirmed', flag, flag || 'a settled claim')} stands as{' '}
            {claim('onAuthor', flag, 'another one')} does, and{' '}
            {claim(
              'wrong',
              flag,
              'one that is long enough to run over the end of the line, as many do, into the next',
            )}
            .
          </p>
        ))}
      </div>
    </div>
  )
}

function claim(status: Status, flag: string, words: string) {
  return (
    <span data-claim={`${status} ${flag}`} data-status={status} data-flag={flag}>
      {words}
    </span>
  )
}

export const part: GalleryPart = {
  title: 'Galley',
  states: [
    galley('Every kind of block', iceHouseStory, { heightPx: 2600 }),
    galley('A line for each status', statusStory),
    galley('A line for each status, one open', statusStory, { openClaim: 12 }),
    galley('Claims in claims', nestedStory),
    galley('Claims in claims, one open', nestedStory, { openClaim: 3 }),
    galley('Without marks', nestedStory, { isHidden: true }),
    galley('Another script', arabicStory, { openClaim: 3 }),
    galley('Empty', emptyStory),
    { name: 'Flags', isWhole: true, View: Flagged },
  ],
}
