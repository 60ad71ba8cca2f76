import type { GalleryPart } from './part.ts'

const files = import.meta.glob<{ part: GalleryPart }>('../**/*.gallery.tsx', { eager: true })

export const parts: readonly GalleryPart[] = Object.values(files)
  .map((file) => file.part)
  .sort((one, other) => one.title.localeCompare(other.title, 'en'))
