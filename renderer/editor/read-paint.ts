import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type ReadWords, readStateOf } from '../../shared/check/read.ts'
import { sentencesBetween } from '../../shared/check/sentences.ts'
import type { Stretch } from '../../shared/document/sentences.ts'
import { drawGrounds } from './grounds.ts'
import { childrenInSight, paintInSight, type SightPaint } from './sight.ts'

/** The classes of the style sheet. */
const names = { stop: 'pencil-stop', unread: 'pencil-unread', veil: 'pencil-veil' }

export interface ReadPainting {
  readonly read: ReadWords
  /** What the pencil stands at; null for nothing. */
  readonly stop: Stretch | null
}

/** What of a stretch no claim covers: a claim is checked for itself, and is not what is left to be read. */
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
  const grounds = drawGrounds(editor.view, names)
  const paint = paintInSight(editor, [], () => {
    const { view } = editor
    const { doc } = view.state
    const { read, stop } = painting()
    const { from, to } = childrenInSight(view)
    const unread = sentencesBetween(doc, from, to)
      // Grey would lie on the stop's own ground.
      .filter((sentence) => !stop || sentence.to <= stop.from || sentence.from >= stop.to)
      .filter((sentence) => readStateOf(sentence, read) === 'unread')
      .flatMap((sentence) => untagged(doc, sentence))
    grounds.show(stop && stop.to <= doc.content.size ? stop : null, unread)
  })
  return {
    refresh: paint.refresh,
    end() {
      paint.end()
      grounds.end()
    },
  }
}
