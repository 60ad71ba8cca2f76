import type { Node } from 'prosemirror-model'
import { changedBlocks } from '../../../shared/document/changed-blocks.ts'
import { textOf } from '../../../shared/document/text.ts'
import type { Pattern } from './pattern.ts'

/**
 * What was struck since this desk was opened, in memory alone. Windows that opened a story before hold the
 * words in their undo history until they have opened it anew.
 */
export interface Lately {
  add(pattern: Pattern, storyIds: Iterable<string>): void
  /**
   * Whether a write of a window that opened the story before its last striking may bring the words back. Where
   * nothing is known of the striking, it may.
   *
   * @param steps as JSON text
   */
  mayBringBack(storyId: string, before: Node, after: Node, steps: readonly string[]): boolean
}

export function openLately(): Lately {
  const patterns = new Map<string, Pattern[]>()
  return {
    add(pattern, storyIds) {
      for (const id of storyIds) patterns.set(id, [...(patterns.get(id) ?? []), pattern])
    },
    mayBringBack(storyId, before, after, steps) {
      const struck = patterns.get(storyId)
      if (!struck) return true
      const { fromB, toB } = changedBlocks(before, after)
      return struck.some((pattern) => {
        const from = Math.max(0, fromB - pattern.longest)
        const to = Math.min(after.content.size, toB + pattern.longest)
        return pattern.has(textOf(after, 'both', { from, to })) || steps.some((step) => pattern.has(step))
      })
    },
  }
}
