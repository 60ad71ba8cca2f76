import type { CopyOccasion, DeskCopy } from '../../../shared/model/copy.ts'

const copy = (at: string, occasion: CopyOccasion, given: Partial<DeskCopy> = {}): DeskCopy => ({
  name: `backups/stet-${at.replace(/\D/gu, '')}.sqlite`,
  occasion,
  atMs: Date.parse(at),
  sizeBytes: 3_460_300,
  stories: 6,
  lastChangeMs: Date.parse(at) - 400_000,
  trouble: null,
  ...given,
})

/** One of each occasion, the newest first. */
export const madeCopies: DeskCopy[] = [
  copy('2026-03-06T08:01:00Z', 'start'),
  copy('2026-03-05T16:40:00Z', 'import', { stories: 5 }),
  copy('2026-03-05T00:00:10Z', 'day', { stories: 5 }),
  copy('2026-03-04T12:15:00Z', 'asked', { stories: 1, sizeBytes: 412_000 }),
  copy('2026-03-03T07:59:00Z', 'migration'),
  copy('2026-03-02T18:20:00Z', 'setAside', {
    stories: 0,
    lastChangeMs: null,
    trouble: 'it is not a database',
  }),
  copy('2026-03-02T18:19:00Z', 'rescue', { stories: 4 }),
]
