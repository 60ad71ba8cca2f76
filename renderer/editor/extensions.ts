import { type AnyExtension, Mark, Node } from '@tiptap/core'
import type { AttributeSpec, MarkSpec, NodeSpec } from '@tiptap/pm/model'
import { schema } from '../../shared/document/schema.ts'

function attributesOf(attrs: Record<string, AttributeSpec> | undefined) {
  const entries = Object.entries(attrs ?? {}).map(([name, spec]) => [
    name,
    { ...spec, isRequired: !('default' in spec), rendered: false },
  ])
  return Object.fromEntries(entries)
}

/** Fields of a spec that tiptap has no word for reach its schema this way. */
const passedOn = ['anchored', 'suggestion', 'parseDOM', 'toDOM'] as const

function passOn(spec: NodeSpec | MarkSpec): Record<string, unknown> {
  return Object.fromEntries(passedOn.filter((key) => spec[key] !== undefined).map((key) => [key, spec[key]]))
}

/** Leaves out what is undefined: tiptap takes a key that is there for an answer. */
function given<T extends object>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}

function nodeExtension(name: string, spec: NodeSpec): AnyExtension {
  const {
    content,
    marks,
    group,
    inline,
    atom,
    selectable,
    draggable,
    code,
    whitespace,
    defining,
    isolating,
  } = spec
  return Node.create({
    name,
    topNode: name === schema.topNodeType.name,
    ...given({
      content,
      marks,
      group,
      inline,
      atom,
      selectable,
      draggable,
      code,
      whitespace,
      defining,
      isolating,
    }),
    addAttributes: () => attributesOf(spec.attrs),
    extendNodeSchema: (extension: { name: string }) => (extension.name === name ? passOn(spec) : {}),
  })
}

function markExtension(name: string, spec: MarkSpec): AnyExtension {
  const { inclusive, excludes, group, spanning, code } = spec
  return Mark.create({
    name,
    ...given({ inclusive, excludes, group, spanning, code }),
    addAttributes: () => attributesOf(spec.attrs),
    extendMarkSchema: (extension: { name: string }) => (extension.name === name ? passOn(spec) : {}),
  })
}

/**
 * The shared schema as tiptap extensions, one for each node and mark, in the schema's order and without a word
 * of their own: what they say is read from the specs.
 */
export function schemaExtensions(): AnyExtension[] {
  const extensions: AnyExtension[] = []
  schema.spec.nodes.forEach((name, spec) => {
    extensions.push(nodeExtension(name, spec))
  })
  schema.spec.marks.forEach((name, spec) => {
    extensions.push(markExtension(name, spec))
  })
  return extensions
}
