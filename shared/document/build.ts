import { Node } from 'prosemirror-model'
import { headFields, type StoryField, schema, tailFields } from './schema.ts'

/** A document made of plain field texts and body blocks; a story without a body has one empty paragraph. */
export function buildDocument(fields: Partial<Record<StoryField, string>>, body: readonly Node[]): Node {
  const field = (name: StoryField): Node => {
    const text = fields[name] ?? ''
    return schema.node(name, null, text === '' ? [] : [schema.text(text)])
  }
  const blocks = body.length > 0 ? body : [schema.node('paragraph')]
  return schema.node('doc', null, [...headFields.map(field), ...blocks, ...tailFields.map(field)])
}

/**
 * A document read from JSON and checked against the schema.
 *
 * @throws RangeError where it does not fit
 */
export function readDocument(json: unknown): Node {
  const document = readKnownDocument(json)
  document.check()
  return document
}

/**
 * As {@link readDocument}, of JSON that was made of a document which was checked when it came to be, as the desk's
 * are: only what no node can be made of is found.
 */
export function readKnownDocument(json: unknown): Node {
  const document = Node.fromJSON(schema, json)
  if (document.type !== schema.topNodeType) throw new RangeError(`a ${document.type.name} is not a story`)
  return document
}

/** One of the story's fields, such as its headline. */
export function fieldOf(document: Node, name: StoryField): Node {
  let found: Node | undefined
  document.forEach((child) => {
    if (child.type.name === name) found = child
  })
  if (!found) throw new RangeError(`the document has no ${name}`)
  return found
}

/** The blocks of the body, without the fields before and after it. */
export function bodyOf(document: Node): Node[] {
  const blocks: Node[] = []
  document.forEach((child) => {
    if (child.type.spec.group === 'block') blocks.push(child)
  })
  return blocks
}
