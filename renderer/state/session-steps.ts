import type { Mark, Slice } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import { anchorId, anchorMarks } from '../../shared/document/anchors.ts'

/** The ids of all anchors that steps name: those that they bring in and those that they take away. */
export function anchorsOfSteps(steps: readonly Step[]): Set<string> {
  const ids = new Set<string>()
  const read = (marks: readonly Mark[]): void => {
    for (const mark of anchorMarks(marks)) ids.add(anchorId(mark))
  }
  for (const step of steps) {
    if ('mark' in step) read([step.mark as Mark])
    if ('slice' in step) {
      const { content } = step.slice as Slice
      content.descendants((node) => {
        read(node.marks)
      })
    }
  }
  return ids
}
