import { Window } from '../../app/Window.tsx'
import { iceHouseStory } from '../../gallery/made/texts.ts'
import type { GalleryPart } from '../../gallery/part.ts'
import { WithSession } from '../../gallery/WithSession.tsx'
import { tour, tourSteps } from '../../state/tour.ts'
import { EmptyDesk } from '../start/EmptyDesk.tsx'

export const part: GalleryPart = {
  title: 'Tour',
  states: [
    { name: 'It is offered', isWhole: true, View: () => <EmptyDesk hasStories={false} /> },
    ...tourSteps.map((step) => ({
      name: `The step: ${step}`,
      isWhole: true as const,
      View: () => (
        <WithSession of={iceHouseStory} isInWindow>
          {() => <Window />}
        </WithSession>
      ),
      before: () => tour.set(step),
    })),
  ],
}
