import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { NodeView, NodeViewConstructor } from '@tiptap/pm/view'
import type { NodeName } from '../../shared/document/schema.ts'
import { must } from '../../shared/lib/assert.ts'
import type { FileHash } from '../../shared/model/ids.ts'
import { strings } from '../ui/strings.ts'

/** The height of blocks that are not laid out is reckoned from their length, in steps, so that typing seldom moves it. */
const charactersPerStep = 60

/** What empty fields say of themselves. */
export const fieldLabels: Partial<Record<NodeName, string>> = strings.fields

/** How long search engines show them, in characters. */
export const fieldLengths: Partial<Record<NodeName, { least: number; most: number }>> = {
  searchTitle: { least: 0, most: 60 },
  searchDescription: { least: 120, most: 160 },
}

/** "34 / 60", and whether that is too short, fitting or too long. */
export function lengthNote(
  name: string,
  length: number,
): { text: string; fit: 'empty' | 'short' | 'fits' | 'long' } | null {
  const wanted = fieldLengths[name as NodeName]
  if (!wanted) return null
  const range = wanted.least > 0 ? `${wanted.least}–${wanted.most}` : `${wanted.most}`
  const fit =
    length === 0 ? 'empty' : length > wanted.most ? 'long' : length < wanted.least ? 'short' : 'fits'
  return { text: `${length} / ${range}`, fit }
}

/** Users count what they see: a letter with its accents is one. */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function characterCount(text: string): number {
  let count = 0
  for (const _ of letters.segment(text)) count++
  return count
}

function render(node: Node): { dom: HTMLElement; contentDOM: HTMLElement | undefined } {
  const spec = must(node.type.spec.toDOM, `${node.type.name} has no form`)(node)
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, spec)
  return { dom: dom as HTMLElement, contentDOM }
}

function setSize(dom: HTMLElement, node: Node): void {
  const steps = Math.ceil(
    (node.isTextblock ? node.content.size : node.textContent.length) / charactersPerStep,
  )
  const value = String(Math.max(1, steps) * charactersPerStep)
  if (dom.style.getPropertyValue('--characters') !== value) dom.style.setProperty('--characters', value)
  if (node.type.name === 'paragraph') setEmpty(dom, node)
}

/** @returns whether it was the other way round before */
function setEmpty(dom: HTMLElement, node: Node): boolean {
  const isEmpty = node.content.size === 0
  if (isEmpty === 'empty' in dom.dataset) return false
  if (isEmpty) dom.dataset.empty = ''
  else delete dom.dataset.empty
  return true
}

const labelOf = (node: Node) => fieldLabels[node.type.name as NodeName]

function setField(dom: HTMLElement, node: Node): void {
  // Whoever goes from heading to heading hears what the empty one is for.
  if (setEmpty(dom, node) && dom instanceof HTMLHeadingElement)
    dom.ariaLabel = (node.content.size === 0 && labelOf(node)) || null
  const note =
    node.type.name in fieldLengths ? lengthNote(node.type.name, characterCount(node.textContent)) : null
  if (note) {
    dom.dataset.count = note.text
    dom.dataset.fit = note.fit
  }
}

/** Draws a block as the schema says and keeps what the style sheet reads from it up to date. */
function drawn(first: Node, refresh: (dom: HTMLElement, node: Node) => void): NodeView {
  let node = first
  const { dom, contentDOM } = render(node)
  refresh(dom, node)
  return {
    dom,
    ...(contentDOM ? { contentDOM } : {}),
    update(next) {
      if (!next.sameMarkup(node)) return false
      node = next
      refresh(dom, node)
      return true
    },
  }
}

const blockView: NodeViewConstructor = (node) => drawn(node, setSize)

const fieldView: NodeViewConstructor = (node) => {
  const view = drawn(node, setField)
  const label = labelOf(node)
  if (label) (view.dom as HTMLElement).dataset.label = label
  return view
}

/**
 * A picture with its words. It takes its place by its dimensions before its bytes have come, so that nothing moves
 * when they do; where they are not to be had, a box says so.
 */
function figureView(blobUrl: (hash: FileHash) => string): NodeViewConstructor {
  return (first, view, getPos) => {
    let node = first
    const { dom } = render(node)
    dom.textContent = ''
    const image = document.createElement('img')
    image.contentEditable = 'false'
    image.draggable = false
    image.decoding = 'async'
    image.loading = 'lazy'
    const missing = document.createElement('p')
    missing.className = 'picture-missing'
    missing.contentEditable = 'false'
    missing.hidden = true
    missing.textContent = strings.editor.pictureMissing
    const contentDOM = document.createElement('div')
    dom.append(image, missing, contentDOM)
    const refresh = (): void => {
      const { widthPx, heightPx } = node.attrs
      // Whoever writes without seeing it hears that there is a picture, and that it still wants its description.
      const altText = node.lastChild?.textContent.trim() || strings.editor.pictureUndescribed
      if (image.alt !== altText) image.alt = altText
      if (widthPx > 0 && heightPx > 0) {
        image.width = widthPx
        image.height = heightPx
      }
    }
    const setMissing = (isMissing: boolean): void => {
      missing.hidden = !isMissing
      image.hidden = isMissing
    }
    image.addEventListener('error', () => setMissing(true))
    image.addEventListener('load', () => setMissing(false))
    dom.addEventListener('mousedown', (event) => {
      const at = getPos()
      if (event.button !== 0 || (event.target !== image && event.target !== missing) || at === undefined)
        return
      event.preventDefault()
      view.focus()
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
    })
    refresh()
    image.src = blobUrl(node.attrs.hash as FileHash)
    return {
      dom,
      contentDOM,
      update(next) {
        if (!next.sameMarkup(node)) return false
        node = next
        refresh()
        return true
      },
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    }
  }
}

const sized: NodeName[] = ['paragraph', 'crosshead', 'blockquote', 'bulletList', 'orderedList']

/** How blocks stand on the page beyond what the schema says: sizes, labels, counts and pictures. */
export function blockViews(blobUrl: (hash: FileHash) => string): Plugin {
  const nodeViews: Record<string, NodeViewConstructor> = { figure: figureView(blobUrl) }
  for (const name of sized) nodeViews[name] = blockView
  for (const name of Object.keys(fieldLabels)) nodeViews[name] = fieldView
  return new Plugin({ props: { nodeViews } })
}
