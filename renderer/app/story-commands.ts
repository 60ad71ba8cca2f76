import { useMemo } from 'react'
import { newRequestId, type RequestId, type StoryId } from '../../shared/model/ids.ts'
import type { Stage, Story } from '../../shared/model/story.ts'
import { type Desk, useDesk } from '../state/desk.ts'
import { goToStory, leaveStory, openStory } from '../state/open-story.ts'
import { perform, refusalCode } from '../state/refused.ts'
import { toast } from '../state/toasts.ts'
import { windowLanguage } from '../ui/strings/in-language.ts'
import { stageNames, strings } from '../ui/strings.ts'
import { showGate } from './gate-commands.ts'

/** What the window does with whole stories; each shows what went wrong, unless it says that it throws. */
export function storyCommands({ link, queries }: Desk) {
  const { client } = link
  const readAgain = () => queries.invalidateQueries({ queryKey: ['stories'] })
  const change = (storyId: StoryId) => ({ requestId: newRequestId(), storyId })

  async function restore(story: Pick<Story, 'id' | 'slug'>) {
    await perform(async () => {
      await client.stories.restore(change(story.id))
      await readAgain()
      toast(strings.stories.restored(story.slug))
    })
  }

  return {
    restore,
    async create() {
      await perform(async () => {
        const story = await client.stories.create({ requestId: newRequestId(), headline: '' })
        await readAgain()
        const session = await goToStory(link, story.id)
        session?.editor.commands.focus('start')
      })
    },
    async duplicate(storyId: StoryId) {
      await perform(async () => {
        const copy = await client.stories.duplicate(change(storyId))
        await readAgain()
        toast(strings.stories.duplicated(copy.slug))
        await goToStory(link, copy.id)
      })
    },
    async archive(story: Pick<Story, 'id' | 'slug'>) {
      await perform(async () => {
        const open = openStory.get()
        const wasOpen = open.kind === 'open' && open.storyId === story.id
        // What was typed last goes in before the story is closed to changes.
        if (wasOpen) {
          await open.session.close()
          leaveStory()
        }
        await client.stories.archive(change(story.id))
        await readAgain()
        toast(strings.stories.archivedToast(story.slug), {
          undo: () => void restore(story).then(() => (wasOpen ? goToStory(link, story.id) : null)),
        })
      })
    },
    async setStage({ id, stage: before }: Pick<Story, 'id' | 'stage'>, stage: Stage) {
      const set = async (wanted: Stage) => {
        try {
          await client.stories.setStage({ ...change(id), stage: wanted })
        } catch (error) {
          // What stands between is shown where it is put right.
          if (refusalCode(error) === 'NOT_CLEARED' && (await goToStory(link, id))) showGate()
          throw error
        }
        await readAgain()
      }
      await perform(async () => {
        await set(stage)
        toast(strings.stories.stageSet(stageNames[stage]), {
          ...(before === stage ? {} : { undo: () => void perform(() => set(before)) }),
        })
      })
    },
    /** Throws the desk's refusal, for the form that shows it. */
    async setLanguage(storyId: StoryId, language: string) {
      await client.stories.setLanguage({ ...change(storyId), language })
      await readAgain()
    },
    /** As above. */
    async setSlug(storyId: StoryId, slug: string) {
      await client.stories.setSlug({ ...change(storyId), slug })
      await readAgain()
    },
    async addSample(requestId: RequestId) {
      await perform(async () => {
        const { storyId } = await client.desk.addSample({ requestId, language: windowLanguage })
        await queries.invalidateQueries()
        await goToStory(link, storyId)
      })
    },
    async removeSample(requestId: RequestId) {
      await perform(async () => {
        const open = openStory.get()
        if (open.kind === 'open' && open.session.getState().story.isSample) leaveStory()
        await client.desk.removeSample({ requestId })
        await queries.invalidateQueries()
        toast(strings.stories.sampleRemoved, {
          undo: () =>
            void perform(async () => {
              const { storyId } = await client.desk.addSample({
                requestId: newRequestId(),
                language: windowLanguage,
              })
              await queries.invalidateQueries()
              await goToStory(link, storyId)
            }),
        })
      })
    },
  }
}

export function useStoryCommands(): ReturnType<typeof storyCommands> {
  const desk = useDesk()
  return useMemo(() => storyCommands(desk), [desk])
}
