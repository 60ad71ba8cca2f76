import { type as typeInto } from '../../gallery/hand.ts'
import { pending } from '../../gallery/made/desk.ts'
import { iceHouse } from '../../gallery/made/stories.ts'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import { madeTrail } from '../../gallery/made/trail.ts'
import type { GalleryPart, GalleryState } from '../../gallery/part.ts'
import { LinkBroken } from '../../link/broken.ts'
import { TrailDialog } from './TrailDialog.tsx'

const trail = (name: string, given: Partial<GalleryState> = {}): GalleryState => ({
  name,
  isWhole: true,
  View: () => <TrailDialog storyId={iceHouse.id} />,
  answers: { stories: { open: () => iceHouseStory, trail: () => [...madeTrail] } },
  ...given,
})

export const part: GalleryPart = {
  title: 'Trail',
  states: [
    trail('Of a story'),
    trail('Of one claim', { View: () => <TrailDialog storyId={iceHouse.id} claimNumber={10} /> }),
    trail('Nothing fits', { play: (place) => typeInto(place, 'input[type="search"]', 'walrus') }),
    trail('Of a story that was just begun', {
      answers: { stories: { open: () => iceHouseStory, trail: () => madeTrail.slice(0, 1) } },
    }),
    trail('While it is read', { answers: { stories: { open: () => iceHouseStory, trail: pending } } }),
    trail('It cannot be read', {
      answers: {
        stories: { open: () => iceHouseStory, trail: () => Promise.reject(new LinkBroken('gone')) },
      },
    }),
  ],
}
