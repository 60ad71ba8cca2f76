import { openFind } from '../editor/find.ts'
import { showLinkBox } from '../editor/link-box.ts'
import {
  found,
  openMenu,
  pressKey,
  putCaret,
  select,
  storyInWindow,
  type as typeInto,
} from '../gallery/hand.ts'
import { arabicStory, emptyStory, iceHouseStory, openClaimNumber } from '../gallery/made/texts.ts'
import type { GalleryPart, GalleryState } from '../gallery/part.ts'
import { WithSession } from '../gallery/WithSession.tsx'
import { takenBack } from '../state/life.ts'
import { say } from '../state/notice.ts'
import { openDialog, show } from '../state/window.ts'
import { strings } from '../ui/strings.ts'
import { Window } from './Window.tsx'

const withStory = (
  name: string,
  of = iceHouseStory,
  given: Partial<GalleryState> & { openClaim?: number } = {},
): GalleryState => {
  const { openClaim, ...rest } = given
  return {
    name,
    isWhole: true,
    View: () => (
      <WithSession of={of} isInWindow {...(openClaim === undefined ? {} : { openClaim })}>
        {() => <Window />}
      </WithSession>
    ),
    ...rest,
  }
}

const broken = () => {
  throw new Error('made for the gallery')
}

export const part: GalleryPart = {
  title: 'The window',
  states: [
    withStory('A story', iceHouseStory, { openClaim: openClaimNumber }),
    withStory('An empty story', emptyStory),
    withStory('A story of another script', arabicStory, { openClaim: 4 }),
    withStory('Without its panels', iceHouseStory, { before: () => show({ hidden: ['left', 'right'] }) }),
    withStory('Its commands', iceHouseStory, { before: () => openDialog({ kind: 'palette' }) }),
    withStory('Its commands, nothing found', iceHouseStory, {
      before: () => openDialog({ kind: 'palette' }),
      play: (place) => typeInto(place, '[cmdk-input]', 'zzzz'),
    }),
    withStory('Its keys', iceHouseStory, { before: () => openDialog({ kind: 'keys' }) }),
    withStory('The desk was taken back', iceHouseStory, { before: () => takenBack.set(true) }),
    {
      name: 'A view that broke',
      isWhole: true,
      View: broken,
    },
    withStory('Finding', iceHouseStory, {
      play: async (place) => {
        const { editor } = await storyInWindow()
        editor.view.dispatch(openFind(editor.state, false))
        await typeInto(place, '[data-testid="find-bar"] input', 'ice')
      },
    }),
    withStory('Finding and replacing', iceHouseStory, {
      play: async (place) => {
        const { editor } = await storyInWindow()
        editor.view.dispatch(openFind(editor.state, true))
        await typeInto(place, '[data-testid="find-bar"] input', 'walrus')
      },
    }),
    withStory('Words are selected', iceHouseStory, {
      play: async (place) => {
        await select('It will', 'have to move')
        await found(place, '[data-testid="bubble"] button')
      },
    }),
    withStory('Linking words', iceHouseStory, {
      play: async (place) => {
        await select('It will', 'have to move')
        const { editor } = await storyInWindow()
        editor.view.dispatch(showLinkBox(editor.state, true))
        await typeInto(place, '[data-testid="bubble"] input', 'javascript:alert(1)')
        pressKey(await found(place, '[data-testid="bubble"] input'), 'Enter')
      },
    }),
    withStory('The caret is in a table', iceHouseStory, {
      play: async (place) => {
        await putCaret('18,200')
        await found(place, '[data-testid="table-tools"] button')
      },
    }),
    withStory('What can be inserted', iceHouseStory, {
      play: (place) => openMenu(place, `[aria-label="${strings.insert.title}"]`),
    }),
    withStory('What can be done with the story', iceHouseStory, {
      play: (place) => openMenu(place, `[aria-label="${strings.top.more}"]`),
    }),
    withStory('Something was just said', iceHouseStory, { play: () => say('Nothing to take back.') }),
  ],
}
