import type { Fragment, Mark } from '@tiptap/pm/model'
import { AddMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { anchorId, anchorMarks } from '../../shared/document/anchors.ts'

/** The ids of all anchors that steps put into a document. */
export function anchorsOfSteps(steps: readonly Step[]): Set<string> {
  const ids = new Set<string>()
  const readMarks = (marks: readonly Mark[]): void => {
    for (const mark of anchorMarks(marks)) ids.add(anchorId(mark))
  }
  const readContent = (content: Fragment): void => {
    content.descendants((node) => {
      readMarks(node.marks)
    })
  }
  for (const step of steps) {
    if (step instanceof AddMarkStep) readMarks([step.mark])
    else if (step instanceof ReplaceStep || step instanceof ReplaceAroundStep) readContent(step.slice.content)
  }
  return ids
}
