import {
  Archive,
  ArchiveRestore,
  Copy,
  FileOutput,
  FlaskConical,
  History,
  Languages,
  PenLine,
  ReceiptText,
  Signpost,
  Trash2,
} from 'lucide-react'
import { newRequestId } from '../../../shared/model/ids.ts'
import { type Story, stageSchema } from '../../../shared/model/story.ts'
import { useStoryCommands } from '../../app/story-commands.ts'
import { openDialog } from '../../state/window.ts'
import { MenuChoice, MenuChoices, MenuItem, MenuRule, SubMenu } from '../../ui/Menu.tsx'
import { stageNames, strings } from '../../ui/strings.ts'

/** What can be done with a story from its row or the top bar. */
export function StoryMenuItems({ story }: { story: Story }) {
  const commands = useStoryCommands()
  const isArchived = story.archivedAtMs !== null
  return (
    <>
      <SubMenu icon={<Signpost size={14} />} label={strings.stories.stage}>
        <MenuChoices
          value={story.stage}
          onChange={(stage) => void commands.setStage(story, stageSchema.parse(stage))}
        >
          {stageSchema.options.map((stage) => (
            <MenuChoice key={stage} value={stage}>
              {stageNames[stage]}
            </MenuChoice>
          ))}
        </MenuChoices>
      </SubMenu>
      <MenuItem
        icon={<PenLine size={14} />}
        onSelect={() => openDialog({ kind: 'slug', storyId: story.id, slug: story.slug })}
      >
        {strings.stories.slug}
      </MenuItem>
      <MenuItem
        icon={<Languages size={14} />}
        onSelect={() => openDialog({ kind: 'language', storyId: story.id, language: story.language })}
      >
        {strings.stories.language}
      </MenuItem>
      <MenuItem icon={<Copy size={14} />} onSelect={() => void commands.duplicate(story.id)}>
        {strings.stories.duplicate}
      </MenuItem>
      <MenuRule />
      <MenuItem
        icon={<ReceiptText size={14} />}
        onSelect={() => openDialog({ kind: 'receipt', storyId: story.id })}
      >
        {strings.stories.receipt}
      </MenuItem>
      <MenuItem
        icon={<History size={14} />}
        onSelect={() => openDialog({ kind: 'trail', storyId: story.id })}
      >
        {strings.trail.item}
      </MenuItem>
      <MenuItem
        icon={<FileOutput size={14} />}
        onSelect={() => openDialog({ kind: 'export', storyId: story.id })}
      >
        {strings.stories.export}
      </MenuItem>
      <MenuRule />
      {isArchived ? (
        <MenuItem icon={<ArchiveRestore size={14} />} onSelect={() => void commands.restore(story)}>
          {strings.stories.restore}
        </MenuItem>
      ) : (
        <MenuItem icon={<Archive size={14} />} onSelect={() => void commands.archive(story)}>
          {strings.stories.archive}
        </MenuItem>
      )}
      <MenuItem
        icon={<Trash2 size={14} />}
        tone="danger"
        onSelect={() => openDialog({ kind: 'deleteStory', storyId: story.id, slug: story.slug })}
      >
        {strings.striking.deleteItem}
      </MenuItem>
      {story.isSample ? (
        <MenuItem
          icon={<FlaskConical size={14} />}
          tone="danger"
          onSelect={() => void commands.removeSample(newRequestId())}
        >
          {strings.stories.removeSample}
        </MenuItem>
      ) : null}
    </>
  )
}
