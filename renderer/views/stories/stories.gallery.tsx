import { ORPCError } from '@orpc/client'
import { click, found, openMenu, type as typeInto } from '../../gallery/hand.ts'
import { pending } from '../../gallery/made/desk.ts'
import { archivedStory, iceHouse, madeShelf } from '../../gallery/made/stories.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import styles from '../../gallery/rows.module.css'
import { LinkBroken } from '../../link/broken.ts'
import { show } from '../../state/window.ts'
import { LanguageDialog } from './LanguageDialog.tsx'
import { SlugDialog } from './SlugDialog.tsx'
import { StoriesPanel } from './StoriesPanel.tsx'
import { StoryRow } from './StoryRow.tsx'

const panel = (name: string, given: Partial<GalleryState> = {}): GalleryState => ({
  name,
  isWhole: true,
  View: () => (
    <div className={`${styles.panel} ${styles.filled}`}>
      <StoriesPanel />
    </div>
  ),
  ...given,
})

export const part: GalleryPart = {
  title: 'Stories',
  states: [
    {
      name: 'Rows',
      View: () => (
        <ul className={styles.panel}>
          {[...madeShelf, archivedStory].map((story, at) => (
            <li key={story.id}>
              <StoryRow story={story} isOpen={at === 0} row={{ tabIndex: 0, 'data-row': at }} />
            </li>
          ))}
        </ul>
      ),
    },
    panel('The list'),
    panel('The list while it is read', { answers: { stories: { list: pending } } }),
    panel('The list of an empty desk', { answers: { stories: { list: () => [] } } }),
    panel('The list when the desk cannot be reached', {
      answers: { stories: { list: () => Promise.reject(new LinkBroken('gone')) } },
    }),
    panel('Something found', {
      before: () => show({ searchWords: 'ice' }),
      answers: {
        desk: {
          search: () => [
            {
              kind: 'story',
              id: iceHouse.id,
              storyId: iceHouse.id,
              title: iceHouse.headline,
              excerpt: [
                { text: 'The ', hit: false },
                { text: 'ice', hit: true },
                { text: ' house of Halmsund stands on 212 piles of larch', hit: false },
              ],
            },
            {
              kind: 'claim',
              id: 'claim-made-0016',
              storyId: iceHouse.id,
              title: '16',
              excerpt: [
                { text: 'days of ', hit: false },
                { text: 'ice', hit: true },
                { text: ' in 1951', hit: false },
              ],
            },
            {
              kind: 'source',
              id: 'source-book',
              storyId: null,
              title: 'Salt, Ice and Herring: a history of the northern harbours',
              excerpt: [],
            },
          ],
        },
      },
    }),
    panel('While it is searched', {
      before: () => show({ searchWords: 'ice' }),
      answers: { desk: { search: pending } },
    }),
    panel('A search that failed', {
      before: () => show({ searchWords: 'ice' }),
      answers: { desk: { search: () => Promise.reject(new LinkBroken('gone')) } },
    }),
    panel('A row with the focus', {
      play: async (place) => (await found(place, '[data-row="1"]')).focus(),
    }),
    panel('Nothing found', {
      before: () => show({ searchWords: 'walrus' }),
      answers: { desk: { search: () => [] } },
    }),
    panel('What can be done with a story', {
      play: (place) => openMenu(place, 'li button[aria-haspopup="menu"]'),
    }),
    {
      name: 'Renaming',
      isWhole: true,
      View: () => <SlugDialog storyId={iceHouse.id} slug={iceHouse.slug} />,
    },
    {
      name: 'Renaming to what another story has',
      isWhole: true,
      View: () => <SlugDialog storyId={iceHouse.id} slug={iceHouse.slug} />,
      answers: {
        stories: {
          setSlug: () => Promise.reject(new ORPCError('TAKEN', { status: 409, data: { what: 'slug' } })),
        },
      },
      async play(place) {
        await typeInto(place, '[role="dialog"] input', 'eel-count')
        await click(place, '[role="dialog"] footer [data-tone="primary"]')
      },
    },
    {
      name: 'Its language',
      isWhole: true,
      View: () => <LanguageDialog storyId={iceHouse.id} language="en" />,
    },
  ],
}
