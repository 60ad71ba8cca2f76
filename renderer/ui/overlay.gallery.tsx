import { Archive, Copy, FileOutput, Globe, Trash2 } from 'lucide-react'
import { openMenu } from '../gallery/hand.ts'
import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Field, TextInput } from './Field.tsx'
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuRule, SubMenu } from './Menu.tsx'

const paragraphs = Array.from(
  { length: 14 },
  (_, at) => `Line ${at + 1} of what is long enough to be scrolled.`,
)

export const part: GalleryPart = {
  title: 'Dialogs and menus',
  states: [
    {
      name: 'A small dialog with a field',
      isWhole: true,
      View: () => (
        <Dialog
          size="small"
          title="Rename the story"
          onClose={() => {}}
          foot={
            <>
              <Button tone="quiet">Cancel</Button>
              <Button tone="primary">Save</Button>
            </>
          }
        >
          <Field label="Slug" hint="Small letters and hyphens.">
            {(ids) => <TextInput {...ids} defaultValue="ice-house" />}
          </Field>
        </Dialog>
      ),
    },
    {
      name: 'A question that takes something away',
      isWhole: true,
      View: () => (
        <Dialog
          isAlert
          title="Delete this story for good?"
          lead="Its text, its claims and its trail go. This cannot be undone."
          onClose={() => {}}
          foot={
            <>
              <Button tone="primary">Keep it</Button>
              <Button tone="danger">Delete for good</Button>
            </>
          }
        />
      ),
    },
    {
      name: 'A long one to be read',
      isWhole: true,
      View: () => (
        <Dialog
          isReading
          size="wide"
          title="What changed"
          lead="Since you opened it last."
          onClose={() => {}}
        >
          {paragraphs.map((text) => (
            <p key={text}>
              {text} It goes on for a while, so that the line is broken where the dialog is narrow.
            </p>
          ))}
        </Dialog>
      ),
    },
    {
      name: 'A menu',
      isWhole: true,
      View: () => (
        <div className={styles.middle}>
          <Menu align="start" trigger={<Button>Story</Button>}>
            <MenuItem icon={<FileOutput size={14} />} keys="Mod+Shift+E" onSelect={() => {}}>
              Export…
            </MenuItem>
            <MenuItem icon={<Copy size={14} />} onSelect={() => {}}>
              Duplicate
            </MenuItem>
            <MenuItem icon={<Archive size={14} />} disabled onSelect={() => {}}>
              Archive
            </MenuItem>
            <SubMenu icon={<Globe size={14} />} label="Language">
              <MenuItem onSelect={() => {}}>English</MenuItem>
            </SubMenu>
            <MenuRule />
            <MenuItem icon={<Trash2 size={14} />} tone="danger" onSelect={() => {}}>
              Delete for good…
            </MenuItem>
          </Menu>
        </div>
      ),
      play: (place) => openMenu(place, 'button'),
    },
    {
      name: 'A menu of choices',
      isWhole: true,
      View: () => (
        <div className={styles.middle}>
          <Menu align="start" trigger={<Button>Stage</Button>}>
            <MenuChoices label="Stage" value="checking" onChange={() => {}}>
              {['draft', 'editing', 'checking', 'ready'].map((stage) => (
                <MenuChoice key={stage} value={stage}>
                  {stage}
                </MenuChoice>
              ))}
            </MenuChoices>
          </Menu>
        </div>
      ),
      play: (place) => openMenu(place, 'button'),
    },
  ],
}
