import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type ReadWords, readStateOf } from '../../shared/check/read.ts'
import { sentencesBetween } from '../../shared/check/sentences.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import { childrenInSight, paintInSight, rangeOf, type SightPaint } from './sight.ts'
import { outlineStretch } from './stretch-outline.ts'

/** The names that the style sheet has for them: of a highlight, and of classes. */
const unreadName = 'stet-unread'
const stopNames = { ground: 'pencil-stop', veil: 'pencil-veil' }

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
  const outline = outlineStretch(editor.view, stopNames)
  const paint = paintInSight(editor, [unreadName], (highlights) => {
    const { view } = editor
    const { doc } = view.state
    const { read, stop } = painting()
    const { from, to } = childrenInSight(view)
    // Forced colours would show half the page as selected.
    const isForced = matchMedia('(forced-colors: active)').matches
    const unread = (isForced ? [] : sentencesBetween(doc, from, to))
      // Grey would lie on the stop's own ground.
      .filter((sentence) => !stop || sentence.to <= stop.from || sentence.from >= stop.to)
      .filter((sentence) => readStateOf(sentence, read) === 'unread')
      .flatMap((sentence) => untagged(doc, sentence))
      .map((stretch) => rangeOf(view, stretch))
      .filter((range) => range !== null)
    highlights.set(unreadName, new Highlight(...unread))
    outline.show(stop && stop.to <= doc.content.size ? stop : null)
  })
  return {
    refresh: paint.refresh,
    end() {
      paint.end()
      outline.end()
    },
  }
}
