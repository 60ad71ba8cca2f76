import { readKnownDocument } from '../../../shared/document/build.ts'
import { blockViews } from '../../editor/block-views.ts'
import { paintClaims } from '../../editor/claim-paint.ts'
import { createEditor } from '../../editor/editor.ts'
import { readOnly } from '../../editor/read-only.ts'
import { openMenu } from '../../gallery/hand.ts'
import { pending } from '../../gallery/made/desk.ts'
import { checker, lawyer, me, writer } from '../../gallery/made/people.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { WithSession } from '../../gallery/WithSession.tsx'
import { LinkBroken } from '../../link/broken.ts'
import { openStory } from '../../state/open-story.ts'
import { WhoWorksHere } from '../people/WhoWorksHere.tsx'
import { EmptyDesk } from '../start/EmptyDesk.tsx'
import { Archived } from './Archived.tsx'
import { PrintDialog } from './PrintDialog.tsx'
import { StoryView } from './StoryView.tsx'
import { BareBar, TopBar } from './TopBar.tsx'

export const part: GalleryPart = {
  title: 'Start and story',
  states: [
    {
      name: 'The bar of a story',
      View: () => (
        <div className={styles.page}>
          {<WithSession>{(session) => <TopBar session={session} />}</WithSession>}
        </div>
      ),
    },
    {
      name: 'The bar where none is open',
      View: () => (
        <div className={styles.page}>
          <BareBar />
        </div>
      ),
    },
    {
      name: 'An archived story',
      View: () => (
        <WithSession story={{ archivedAtMs: Date.now() }}>
          {(session) => <Archived session={session} />}
        </WithSession>
      ),
    },
    {
      name: 'Printing',
      isWhole: true,
      View: () => <WithSession>{(session) => <PrintDialog session={session} />}</WithSession>,
    },
    { name: 'An empty desk', isWhole: true, View: () => <EmptyDesk hasStories={false} /> },
    { name: 'No story is open', isWhole: true, View: () => <EmptyDesk hasStories /> },
    {
      name: 'A story is opened',
      isWhole: true,
      View: StoryView,
      before: () => openStory.set({ kind: 'opening', storyId: iceHouse.id, text: null }),
    },
    {
      name: 'A story is read before its claims are there',
      isWhole: true,
      View: StoryView,
      before: () =>
        openStory.set({
          kind: 'opening',
          storyId: iceHouse.id,
          text: {
            editor: createEditor(readKnownDocument(iceHouseStory.document), [
              readOnly(() => true),
              paintClaims(() => null).plugin,
              blockViews(String),
            ]),
            language: 'en',
          },
        }),
    },
    {
      name: 'A story cannot be opened',
      isWhole: true,
      View: StoryView,
      before: () => openStory.set({ kind: 'failed', storyId: iceHouse.id, error: new LinkBroken('gone') }),
    },
    {
      name: 'Its stage',
      isWhole: true,
      View: () => <WithSession isInWindow>{(session) => <TopBar session={session} />}</WithSession>,
      play: (place) => openMenu(place, 'header button[aria-haspopup="menu"]'),
    },
    {
      name: 'Nobody has worked here yet',
      isWhole: true,
      View: WhoWorksHere,
      answers: { people: { list: () => [] } },
    },
    {
      name: 'Who works here',
      isWhole: true,
      View: WhoWorksHere,
      answers: { people: { list: () => [me, checker, writer, lawyer] } },
    },
    {
      name: 'Who works here is not known yet',
      isWhole: true,
      View: WhoWorksHere,
      answers: { people: { list: pending } },
    },
  ],
}
