import type { Node } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { schema } from '../../shared/document/schema.ts'
import type { FileHash } from '../../shared/model/ids.ts'
import { strings } from '../ui/strings.ts'
import { bodyRange } from './parts.ts'

/** A picture that the desk has, and how large it is shown. */
export interface TakenPicture {
  readonly hash: FileHash
  readonly widthPx: number
  readonly heightPx: number
}

export interface PictureHost {
  /** Brings the bytes to the desk, which keeps them as they are. Rejects with the desk's refusal. */
  take(bytes: Blob): Promise<TakenPicture>
  /** Shows why a picture did not come in. */
  refused(error: unknown): void
}

/** Pictures on their way to the desk, each at the place where it will stand. */
type Waiting = DecorationSet

type Change = { kind: 'begin'; id: number; at: number; name: string } | { kind: 'end'; id: number }

const waitingKey = new PluginKey<Waiting>('pictures')

/** What a browser calls a picture; whether the desk takes it, its bytes say. */
export function isPicture(file: { type: string }): boolean {
  return file.type.startsWith('image/')
}

function waitingMark(name: string): HTMLElement {
  const mark = document.createElement('p')
  mark.className = 'picture-waiting'
  mark.setAttribute('role', 'status')
  mark.textContent = strings.editor.pictureComing(name)
  return mark
}

/** Between two blocks of the body: behind the one at `position`, else at the end of the body that is nearer. */
function placeInBody(document: Node, position: number): number {
  const body = bodyRange(document)
  if (position <= body.from) return body.from
  if (position >= body.to) return body.to
  const $at = document.resolve(position)
  return $at.depth === 0 ? position : $at.after(1)
}

export function figure({ hash, widthPx, heightPx }: TakenPicture): Node {
  return schema.node('figure', { hash, widthPx, heightPx }, [
    schema.node('caption'),
    schema.node('credit'),
    schema.node('altText'),
  ])
}

/** Puts a figure between two blocks, or in the place of the empty paragraph before it, and selects it. */
function insertFigure(state: EditorState, at: number, picture: TakenPicture): Transaction {
  const $at = state.doc.resolve(at)
  const before = $at.depth === 0 ? $at.nodeBefore : null
  const isEmpty = before?.type === schema.nodes.paragraph && before.content.size === 0
  const from = isEmpty && before ? at - before.nodeSize : at
  const transaction = state.tr.replaceWith(from, at, figure(picture))
  return transaction.setSelection(NodeSelection.create(transaction.doc, from)).scrollIntoView()
}

let count = 0

/**
 * Takes pictures into the story at `position`, one behind the other. Each stands as a line that says so until the
 * desk has it; what is written meanwhile moves its place along.
 */
export async function addPictures(
  view: EditorView,
  files: readonly File[],
  position: number,
  host: PictureHost,
): Promise<void> {
  const begun = files.map((file) => {
    const id = ++count
    const at = placeInBody(view.state.doc, position)
    view.dispatch(
      view.state.tr.setMeta(waitingKey, { kind: 'begin', id, at, name: file.name } satisfies Change),
    )
    return { file, id }
  })
  for (const { file, id } of begun) {
    const taken = await host.take(file).catch((error: unknown) => {
      host.refused(error)
      return null
    })
    if (view.isDestroyed) return
    const [place] =
      waitingKey.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? []
    const end: Change = { kind: 'end', id }
    const state = view.state
    if (taken && place) {
      view.dispatch(insertFigure(state, placeInBody(state.doc, place.from), taken).setMeta(waitingKey, end))
    } else view.dispatch(state.tr.setMeta(waitingKey, end))
  }
}

/** Asks for files and takes them in at the caret. */
export function choosePictures(view: EditorView, host: PictureHost): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif'
  input.multiple = true
  input.addEventListener('change', () => {
    void addPictures(view, [...(input.files ?? [])], view.state.selection.to, host)
    view.focus()
  })
  input.click()
}

/** Pictures among what was pasted, where it is nothing else: a page's own words come along with HTML. */
function pastedPictures(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])].filter(isPicture)
  if (files.length === 0) return []
  const html = data?.getData('text/html') ?? ''
  const words = html.replace(/<!--.*?-->|<[^>]*>/gsu, '').trim()
  return words === '' && (data?.getData('text/plain') ?? '').trim() === '' ? files : []
}

/** Pictures that are pasted or dropped into the text. */
export function pictures(host: PictureHost): Plugin<Waiting> {
  return new Plugin<Waiting>({
    key: waitingKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const moved = before.map(transaction.mapping, transaction.doc)
        const change = transaction.getMeta(waitingKey) as Change | undefined
        if (change?.kind === 'begin') {
          const { id, at, name } = change
          return moved.add(transaction.doc, [
            Decoration.widget(at, () => waitingMark(name), { id, key: `picture-${id}`, side: -1 }),
          ])
        }
        if (change?.kind === 'end') {
          return moved.remove(moved.find(undefined, undefined, (spec) => spec.id === change.id))
        }
        return moved
      },
    },
    props: {
      decorations: (state) => waitingKey.getState(state),
      handlePaste(view, event) {
        const files = pastedPictures(event.clipboardData)
        if (files.length === 0) return false
        void addPictures(view, files, view.state.selection.to, host)
        return true
      },
      handleDrop(view, event) {
        const files = [...(event.dataTransfer?.files ?? [])].filter(isPicture)
        if (files.length === 0) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        event.preventDefault()
        view.focus()
        void addPictures(view, files, at?.pos ?? view.state.selection.to, host)
        return true
      },
    },
  })
}

/** Moves a selected picture, or another block that is selected whole, past its neighbour. */
export const moveBlock =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const { selection } = state
    if (!(selection instanceof NodeSelection) || selection.$from.depth !== 0) return false
    const { node, from, to } = selection
    const neighbour = direction < 0 ? selection.$from.nodeBefore : selection.$to.nodeAfter
    if (neighbour?.type.spec.group !== 'block') return true
    const target = direction < 0 ? from - neighbour.nodeSize : from + neighbour.nodeSize
    const transaction = state.tr.delete(from, to).insert(target, node)
    dispatch?.(transaction.setSelection(NodeSelection.create(transaction.doc, target)).scrollIntoView())
    return true
  }

/** From a caption, credit, description or cell to the whole picture or table. */
export const selectWhole: Command = (state, dispatch) => {
  const { $head } = state.selection
  if (state.selection instanceof NodeSelection || $head.depth < 2) return false
  const { type } = $head.node(1)
  if (type !== schema.nodes.figure && type !== schema.nodes.table) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $head.before(1))))
  return true
}
