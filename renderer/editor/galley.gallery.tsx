import type { OpenedStory } from '../../shared/contract/stories.ts'
import { arabicStory, emptyStory, iceHouseStory, nestedStory, statusStory } from '../gallery/made/texts.ts'
import type { GalleryPart, GalleryState } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { WithSession } from '../gallery/WithSession.tsx'
import { Galley } from './Galley.tsx'

const galley = (
  name: string,
  of: OpenedStory,
  { openClaim, isHidden = false }: { openClaim?: number; isHidden?: boolean } = {},
): GalleryState => ({
  name,
  isWhole: true,
  View: () => (
    <div className={styles.filled}>
      <WithSession of={of} isInWindow {...(openClaim === undefined ? {} : { openClaim })}>
        {(session) => {
          if (isHidden && !session.marksHidden()) session.toggleMarks()
          return <Galley session={session} />
        }}
      </WithSession>
    </div>
  ),
})

export const part: GalleryPart = {
  title: 'Galley',
  states: [
    galley('Every kind of block', iceHouseStory),
    galley('A line for each status', statusStory),
    galley('A line for each status, one open', statusStory, { openClaim: 12 }),
    galley('Claims in claims', nestedStory),
    galley('Claims in claims, one open', nestedStory, { openClaim: 3 }),
    galley('Without marks', nestedStory, { isHidden: true }),
    galley('Another script', arabicStory, { openClaim: 3 }),
    galley('Empty', emptyStory),
  ],
}
