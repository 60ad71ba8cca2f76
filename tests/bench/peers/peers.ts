import { registerRichText } from '@lexical/rich-text'
import { Editor } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'

/** What is measured beside Stet: each takes the same paragraphs into the same page. */
const peers: Record<string, (element: HTMLElement, paragraphs: readonly string[]) => void> = {
  bare(element, paragraphs) {
    element.contentEditable = 'true'
    element.replaceChildren(
      ...paragraphs.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    )
  },
  tiptap(element, paragraphs) {
    new Editor({
      element,
      extensions: [StarterKit],
      content: {
        type: 'doc',
        content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      },
    })
  },
  lexical(element, paragraphs) {
    element.contentEditable = 'true'
    const editor = createEditor({
      onError: (error) => {
        throw error
      },
    })
    editor.setRootElement(element)
    registerRichText(editor)
    editor.update(
      () => {
        $getRoot().append(...paragraphs.map((text) => $createParagraphNode().append($createTextNode(text))))
      },
      { discrete: true },
    )
  },
}

/** Opens a peer and resolves to the milliseconds until its text was painted. */
async function openPeer(name: string, paragraphs: readonly string[]): Promise<number> {
  const element = document.getElementById('text')
  const open = peers[name]
  if (!element || !open) throw new Error(`there is no peer ${name}`)
  const fromMs = performance.now()
  open(element, paragraphs)
  await new Promise<void>((painted) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => painted()
      port2.postMessage(null)
    })
  })
  return performance.now() - fromMs
}

Object.assign(window, { openPeer })
