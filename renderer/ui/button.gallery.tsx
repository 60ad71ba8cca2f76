import { MoreHorizontal, Plus, Scale, X } from 'lucide-react'
import type { GalleryPart } from '../gallery/part.ts'
import styles from '../gallery/rows.module.css'
import { Button, IconButton } from './Button.tsx'
import { Keys } from './Keys.tsx'
import { Segments } from './Segments.tsx'

const tones = ['primary', 'plain', 'quiet', 'danger'] as const

export const part: GalleryPart = {
  title: 'Buttons and keys',
  states: [
    {
      name: 'Tones',
      View: () => (
        <div className={styles.row}>
          {tones.map((tone) => (
            <Button key={tone} tone={tone}>
              {tone}
            </Button>
          ))}
        </div>
      ),
    },
    {
      name: 'Small, with a sign and a key',
      View: () => (
        <div className={styles.row}>
          {tones.map((tone) => (
            <Button key={tone} tone={tone} size="small">
              <Plus size={13} aria-hidden="true" />
              Backup
              <Keys keys="B" />
            </Button>
          ))}
        </div>
      ),
    },
    {
      name: 'Disabled and pressed',
      View: () => (
        <div className={styles.row}>
          {tones.map((tone) => (
            <Button key={tone} tone={tone} disabled>
              {tone}
            </Button>
          ))}
          <Button tone="quiet" aria-pressed>
            pressed
          </Button>
        </div>
      ),
    },
    {
      name: 'Signs alone',
      View: () => (
        <div className={styles.row}>
          <IconButton label="More" icon={<MoreHorizontal size={16} />} />
          <IconButton label="Legal" aria-pressed icon={<Scale size={16} />} />
          <IconButton label="Close" disabled icon={<X size={16} />} />
          <IconButton label="Close it" size="small" icon={<X size={13} />} />
        </div>
      ),
    },
    {
      name: 'Segments',
      View: () => (
        <div className={styles.stack}>
          <Segments
            label="Kind"
            value="quote"
            onChange={() => {}}
            options={[
              { value: 'statement', name: 'Statement' },
              { value: 'quote', name: 'Quote' },
            ]}
          />
          <Segments
            isWide
            size="small"
            label="Scope"
            value="left"
            onChange={() => {}}
            options={['all', 'left', 'mine', 'removed'].map((value) => ({ value, name: value }))}
          />
        </div>
      ),
    },
    {
      name: 'Keys',
      View: () => (
        <div className={styles.row}>
          {['C', '/', 'Mod+Alt+C', 'Mod+Shift+S', 'Escape', 'F2'].map((keys) => (
            <Keys key={keys} keys={keys} />
          ))}
        </div>
      ),
    },
    ...tones.map((tone) => ({
      name: `With the focus: ${tone}`,
      isWhole: true as const,
      View: () => (
        <div className={styles.middle}>
          <Button tone={tone}>{tone}</Button>
        </div>
      ),
      play: (place: HTMLElement) => place.querySelector<HTMLElement>('button')?.focus(),
    })),
    {
      name: 'A tip',
      isWhole: true,
      View: () => (
        <div className={styles.middle}>
          <IconButton
            label="What hangs from the button says its name and its key"
            keys="B"
            icon={<Plus size={16} />}
          />
        </div>
      ),
      play: (place) => place.querySelector<HTMLElement>('button')?.focus(),
    },
  ],
}
