import type { Mark, Node } from 'prosemirror-model'
import { Mapping, Step } from 'prosemirror-transform'
import { anchorId, anchorMarks, anchorSpan } from '../../shared/document/anchors.ts'
import { type ChangedBlocks, changedBlocks } from '../../shared/document/changed-blocks.ts'
import { isSafeHref } from '../../shared/document/href.ts'
import { schema } from '../../shared/document/schema.ts'
import { wordsOf } from '../../shared/document/words.ts'
import { must } from '../../shared/lib/assert.ts'
import type { StepJson } from '../../shared/model/write.ts'
import { refuse } from './refuse.ts'

/** Letters and borders; some forty novels. Beyond it a story would no longer open in a window. */
const documentLimit = 20_000_000

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'it cannot be read'
}

/** @throws STEP_REFUSED where one of them is no step of the schema */
export function readSteps(json: readonly StepJson[]): Step[] {
  return json.map((one) => {
    try {
      return Step.fromJSON(schema, one)
    } catch (error) {
      throw refuse('STEP_REFUSED', { reason: reasonOf(error) })
    }
  })
}

/** Every mark that a step brings in or takes away. Steps carry marks alone or within a slice. */
function marksOf(step: Step): Mark[] {
  const marks: Mark[] = []
  if ('mark' in step) marks.push(step.mark as Mark)
  if ('slice' in step) {
    const { content } = step.slice as { content: Node['content'] }
    content.descendants((node) => {
      marks.push(...node.marks)
    })
  }
  return marks
}

/**
 * The ids of the records that steps name.
 *
 * @throws STEP_REFUSED for a link to an address that no story may hold
 */
export function namedAnchors(steps: readonly Step[]): Set<string> {
  const ids = new Set<string>()
  for (const step of steps) {
    const marks = marksOf(step)
    for (const mark of anchorMarks(marks)) ids.add(anchorId(mark))
    if (marks.some((mark) => mark.type === schema.marks.link && !isSafeHref(String(mark.attrs.href)))) {
      throw refuse('STEP_REFUSED', { reason: 'a link has an address that is not allowed' })
    }
  }
  return ids
}

/** What steps made of a document. */
export interface Applied {
  readonly steps: readonly Step[]
  /** `documents[i]` is the document before `steps[i]`; the last one is what came out. */
  readonly documents: readonly Node[]
  readonly before: Node
  readonly after: Node
}

/**
 * Applies steps and holds the result against the schema: only blocks that changed, for the others were held
 * against it when they did.
 *
 * @throws STEP_REFUSED
 */
export function applySteps(before: Node, steps: readonly Step[]): Applied {
  const documents: Node[] = [before]
  let after = before
  for (const step of steps) {
    let result: ReturnType<Step['apply']>
    try {
      result = step.apply(after)
    } catch (error) {
      throw refuse('STEP_REFUSED', { reason: reasonOf(error) })
    }
    if (!result.doc) throw refuse('STEP_REFUSED', { reason: result.failed ?? 'it does not apply' })
    after = result.doc
    documents.push(after)
  }
  const changed = changedBlocks(before, after)
  if (!hasSameShape(before, after, changed) && !after.type.validContent(after.content)) {
    throw refuse('STEP_REFUSED', { reason: 'a part of the story would be missing or out of its place' })
  }
  try {
    for (const block of after.children.slice(changed.firstIndex, changed.endIndexB)) block.check()
  } catch (error) {
    throw refuse('STEP_REFUSED', { reason: reasonOf(error) })
  }
  if (after.content.size > documentLimit) {
    throw refuse('TOO_LARGE', { sizeBytes: after.content.size, limitBytes: documentLimit })
  }
  return { steps, documents, before, after }
}

/** Whether each changed block took the place of one of its kind: then the story has every part where it had it. */
function hasSameShape(
  before: Node,
  after: Node,
  { firstIndex, endIndexA, endIndexB }: ChangedBlocks,
): boolean {
  if (endIndexA !== endIndexB) return false
  return after.children.slice(firstIndex, endIndexB).every((block, at) => {
    const former = before.child(firstIndex + at)
    return block.type === former.type && block.marks.length === 0
  })
}

/** How an anchor left the text: the words that it last stood on, and whether they are still there. */
export interface Departure {
  readonly words: string
  readonly isOnlyUnmarked: boolean
}

/** @returns null where the anchor stood on words in none of the documents before the last */
export function departureOf({ steps, documents, after }: Applied, id: string): Departure | null {
  for (let at = documents.length - 2; at >= 0; at--) {
    const document = must(documents[at], 'a document before each step')
    const span = anchorSpan(document, id)
    const words = span && wordsOf(document, span)
    // A mark on the space between two words that are gone is no claim any more.
    if (!span || !words) continue
    const mapping = new Mapping(steps.slice(at).map((step) => step.getMap()))
    const text = document.textBetween(span.from, span.to)
    const left = after.textBetween(mapping.map(span.from, -1), mapping.map(span.to, 1))
    return {
      words,
      isOnlyUnmarked: text.trim() !== '' && left.includes(text),
    }
  }
  return null
}
