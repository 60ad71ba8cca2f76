import { Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin } from '@tiptap/pm/state'
import { buildDocument } from '../../shared/document/build.ts'
import { schema } from '../../shared/document/schema.ts'
import { strings } from '../ui/strings.ts'
import { schemaExtensions } from './extensions.ts'
import { edgePx } from './motions.ts'
import { keepOwnSelection } from './own-selection.ts'

const blank = buildDocument({}, [])

/** An editor that still waits for its text. */
export interface BlankEditor {
  /**
   * The text of one story as a tiptap editor, at first without a place on the page: `mount` gives it one and
   * `unmount` takes it away, and the text, its history and its unsent steps outlive both.
   *
   * @param plugins in order of precedence; the same instances for the editor's whole life
   */
  fill(document: Node, plugins: readonly Plugin[]): Editor
}

/** Makes ready what every story's editor has alike. */
export function blankEditor(): BlankEditor {
  let given: readonly Plugin[] = []
  const editor = new Editor({
    element: null,
    content: blank as never,
    extensions: [
      ...schemaExtensions(),
      Extension.create({ name: 'storyPlugins', addProseMirrorPlugins: () => [...given] }),
    ],
    // tiptap's own keys split and join what must stay apart here, and its clipboard knows no claims.
    enableCoreExtensions: {
      keymap: false,
      clipboardTextSerializer: false,
      delete: false,
      drop: false,
      paste: false,
      textDirection: false,
    },
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'story-text',
        'aria-label': strings.app.mainLabel,
        'aria-multiline': 'true',
        spellcheck: 'true',
        'data-testid': 'story-text',
      },
      scrollMargin: 72,
      scrollThreshold: edgePx,
    },
    onBeforeCreate({ editor }) {
      // The extensions describe the shared schema, as a test proves; documents must also be of its very instance,
      // so that what `shared/` builds fits in here and the other way round.
      editor.schema = schema
      editor.extensionManager.schema = schema
    },
    onMount: ({ editor }) => keepOwnSelection(editor.view.dom),
  })
  return {
    fill(document, plugins) {
      given = plugins
      // tiptap adds plugins when it mounts; history and unsent steps are wanted from the first edit on.
      editor.view.updateState(EditorState.create({ doc: document, plugins: editor.extensionManager.plugins }))
      return editor
    },
  }
}

export function createEditor(document: Node, plugins: readonly Plugin[]): Editor {
  return blankEditor().fill(document, plugins)
}
