import { sentencesOf } from '../../../shared/check/sentences.ts'
import { sentenceStop } from '../../../shared/check/walk.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { Story } from '../../../shared/model/story.ts'
import { Window } from '../../app/Window.tsx'
import { storyInWindow } from '../../gallery/hand.ts'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import { madeClaimId } from '../../gallery/made/words.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { goToStop, takeUpPencil } from '../../state/pencil.ts'
import { preferences } from '../../state/preferences.ts'
import { PencilPanel } from './PencilPanel.tsx'

const alone = (story: Partial<Story>, openClaim?: number) => () => (
  <div className={`${styles.panel} ${styles.filled}`}>
    <WithSession story={story} isInWindow {...(openClaim === undefined ? {} : { openClaim })}>
      {(session) => <PencilPanel session={session} />}
    </WithSession>
  </div>
)

const inWindow = (name: string, given: Partial<GalleryState> = {}): GalleryState => ({
  name,
  isWhole: true,
  View: () => (
    <WithSession of={iceHouseStory} story={{ unreadCount: 11 }} isInWindow>
      {() => <Window />}
    </WithSession>
  ),
  before: () => begin(false),
  ...given,
})

function begin(pencilDims: boolean): void {
  preferences.set((now) => ({ ...now, pencilDims }))
  takeUpPencil()
}

/** Stops at the sentence that begins so. */
async function stopAt(words: string): Promise<void> {
  const session = await storyInWindow()
  const sentence = must(
    sentencesOf(session.editor.state.doc).find((one) => one.words.startsWith(words)),
    `the story says ${words}`,
  )
  goToStop(sentenceStop(sentence))
  session.openClaim(null)
  session.showStretch(sentence)
}

export const part: GalleryPart = {
  title: 'Red pencil',
  states: [
    {
      name: 'Before the first stop',
      isWhole: true,
      View: alone({ unreadCount: 11 }),
      before: () => begin(false),
    },
    {
      name: 'Nothing is left',
      isWhole: true,
      View: alone({ openCount: 0, unreadCount: 0 }),
      before: () => begin(false),
    },
    {
      name: 'A claim, its source open beside it',
      isWhole: true,
      View: alone({ unreadCount: 11 }, 19),
      before: () => begin(false),
    },
    inWindow('At a sentence', { play: () => stopAt('The council meets') }),
    inWindow('At a sentence, the rest dimmed', {
      before: () => begin(true),
      play: () => stopAt('Leaf 40 is torn'),
    }),
    inWindow('At a claim', {
      async play() {
        const session = await storyInWindow()
        session.openClaim(madeClaimId(2), { scroll: true })
      },
    }),
  ],
}
