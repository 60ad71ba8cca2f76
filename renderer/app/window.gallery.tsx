import { AsyncIteratorClass, ORPCError } from '@orpc/client'
import type { StoryNews } from '../../shared/contract/stories.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { openFind } from '../editor/find.ts'
import { showLinkBox } from '../editor/link-box.ts'
import { click, found, openMenu, putCaret, select, storyInWindow, type as typeInto } from '../gallery/hand.ts'
import { type MadeAnswers, pending } from '../gallery/made/desk.ts'
import { checker, lawyer, me, writer } from '../gallery/made/people.ts'
import { arabicStory, emptyStory, iceHouseStory, openClaimNumber } from '../gallery/made/texts.ts'
import type { GalleryPart, GalleryState } from '../gallery/part.ts'
import { WithSession } from '../gallery/WithSession.tsx'
import { takenBack } from '../state/life.ts'
import { say } from '../state/notice.ts'
import { reveal } from '../state/panels.ts'
import { toasts } from '../state/toasts.ts'
import { openDialog, show } from '../state/window.ts'
import { works } from '../state/work.ts'
import { strings } from '../ui/strings.ts'
import { Window } from './Window.tsx'

const withStory = (
  name: string,
  of = iceHouseStory,
  given: Partial<GalleryState> & { openClaim?: number; session?: MadeAnswers } = {},
): GalleryState => {
  const { openClaim, session, ...rest } = given
  return {
    name,
    isWhole: true,
    View: () => (
      <WithSession
        of={of}
        isInWindow
        {...(openClaim === undefined ? {} : { openClaim })}
        {...(session === undefined ? {} : { answers: session })}
      >
        {() => <Window />}
      </WithSession>
    ),
    ...rest,
  }
}

/** Tells once who else is there, then waits. */
function whoElse(others: readonly PersonId[]): AsyncIteratorClass<StoryNews> {
  const news: StoryNews[] = [{ kind: 'present', others: [...others] }]
  return new AsyncIteratorClass<StoryNews>(
    async () => {
      const value = news.shift()
      return value ? { done: false, value } : await pending()
    },
    async () => {},
  )
}

const present = `button[aria-label^="${strings.top.present}"]`

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
        await click(place, '[data-testid="bubble"] [type="submit"]')
        await found(place, '[data-testid="bubble"] [role="alert"]')
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
    withStory('Words of a claim are selected', iceHouseStory, {
      play: async (place) => {
        await select('a third', 'rotten')
        await found(place, '[data-testid="bubble"] button')
      },
    }),
    withStory('Others have it open', iceHouseStory, {
      session: {
        stories: { follow: () => whoElse([me.id, checker.id, writer.id, lawyer.id, checker.id]) },
      },
      play: async (place) => void (await found(place, present)),
    }),
    withStory('Who else has it open', iceHouseStory, {
      session: { stories: { follow: () => whoElse([me.id, checker.id, writer.id, lawyer.id]) } },
      play: async (place) => {
        await click(place, present)
        await found(document, `[role="dialog"][aria-label="${strings.top.present}"]`)
      },
    }),
    withStory('The desk cannot be reached', iceHouseStory, { linkState: 'closed' }),
    withStory('What was typed is not saved', iceHouseStory, {
      session: {
        stories: {
          write: () =>
            Promise.reject(new ORPCError('NOT_SAVED', { status: 503, data: { reason: 'the disk is full' } })),
        },
      },
      play: async (place) => {
        const { editor } = await storyInWindow()
        await putCaret('It will')
        editor.commands.insertContent('Soon. ')
        await found(place, '[data-save="notSaved"]')
      },
    }),
    withStory('Long work goes on', iceHouseStory, {
      before: () =>
        works.set([
          {
            id: 1,
            text: strings.import.working('what-the-harbour-office-knew-and-when.docx'),
            stop: () => {},
          },
        ]),
    }),
    withStory('The gate', iceHouseStory, {
      before: () => show({ right: 'gate' }),
      async play() {
        await storyInWindow()
        reveal('right')
        await found(document, '#gate [data-row="1"]')
      },
    }),
    withStory('Much has to be said at once', iceHouseStory, {
      openClaim: 4,
      before: () =>
        toasts.set([{ id: 1, text: 'The backup was taken off the claim.', tone: 'note', undo: () => {} }]),
    }),
    withStory('Something was just said', iceHouseStory, { play: () => say('Nothing to take back.') }),
  ],
}
