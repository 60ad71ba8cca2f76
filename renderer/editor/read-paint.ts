import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type ReadWords, readStateOf } from '../../shared/check/read.ts'
import { sentencesBetween } from '../../shared/check/sentences.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import { childrenInSight, paintInSight, rangeOf, type SightPaint } from './sight.ts'

/** The names of the style sheet's highlights. */
const unreadName = 'stet-unread'
const stopName = 'stet-stop'

export interface ReadPainting {
  readonly read: ReadWords
  /** What the pencil stands at; null for nothing. */
  readonly stop: Stretch | null
}

/**
 * What of a stretch no claim covers. A claim is left out because a browser paints the lines under highlighted words in
 * the words' own colour, and a claim's line says its status by its colour too.
 */
export function untagged(document: Node, { from, to }: Stretch): Stretch[] {
  const left: Stretch[] = []
  document.nodesBetween(from, to, (node, position) => {
    if (!node.isInline || node.marks.some((mark) => mark.type.name === 'claim')) return
    const stretch = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) }
    const last = left.at(-1)
    if (last?.to === stretch.from) left[left.length - 1] = { from: last.from, to: stretch.to }
    else left.push(stretch)
  })
  return left
}

/** Shows what is unread, and where the pencil stands. */
export function paintReading(editor: Editor, painting: () => ReadPainting): SightPaint {
  return paintInSight(editor, [unreadName, stopName], (highlights) => {
    const { view } = editor
    const { doc } = view.state
    const { read, stop } = painting()
    const { from, to } = childrenInSight(view)
    // Forced colours would show half the page as selected.
    const isForced = matchMedia('(forced-colors: active)').matches
    const unread = (isForced ? [] : sentencesBetween(doc, from, to))
      .filter((sentence) => readStateOf(sentence, read) === 'unread')
      .flatMap((sentence) => untagged(doc, sentence))
      .map((stretch) => rangeOf(view, stretch))
      .filter((range) => range !== null)
    highlights.set(unreadName, new Highlight(...unread))
    const at = stop && stop.to <= doc.content.size ? rangeOf(view, stop) : null
    const stopped = new Highlight(...(at ? [at] : []))
    stopped.priority = 1
    highlights.set(stopName, stopped)
  })
}
