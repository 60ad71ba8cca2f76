import { getSchema } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { createEditor } from '../../../renderer/editor/editor.ts'
import { schemaExtensions } from '../../../renderer/editor/extensions.ts'
import { buildDocument, readDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'

const flags = ['content', 'marks', 'group', 'inline', 'atom', 'defining', 'isolating', 'code'] as const
const markFlags = ['inclusive', 'excludes', 'group', 'spanning', 'anchored', 'code'] as const

function attributesOf(attrs: Record<string, { default?: unknown; validate?: unknown }> | undefined) {
  return Object.entries(attrs ?? {}).map(([name, spec]) => ({
    name,
    isRequired: !('default' in spec),
    default: spec.default,
    validate: spec.validate,
  }))
}

describe('the schema that tiptap builds from the extensions', () => {
  const built = getSchema(schemaExtensions())

  test('has the shared nodes in the shared order', () => {
    expect(Object.keys(built.nodes)).toEqual(Object.keys(schema.nodes))
    expect(built.topNodeType.name).toBe(schema.topNodeType.name)
  })

  test('has the shared marks in the shared order', () => {
    expect(Object.keys(built.marks)).toEqual(Object.keys(schema.marks))
  })

  test.each(Object.keys(schema.nodes))('says of %s what the shared spec says', (name) => {
    const [ours, theirs] = [schema.nodes[name as 'doc'].spec, must(built.nodes[name]).spec]
    for (const flag of flags) expect([flag, theirs[flag]]).toEqual([flag, ours[flag]])
    expect(attributesOf(theirs.attrs)).toEqual(attributesOf(ours.attrs))
    expect(theirs.parseDOM).toBe(ours.parseDOM)
    expect(theirs.toDOM).toBe(ours.toDOM)
  })

  test.each(Object.keys(schema.marks))('says of the mark %s what the shared spec says', (name) => {
    const [ours, theirs] = [schema.marks[name as 'claim'].spec, must(built.marks[name]).spec]
    for (const flag of markFlags) expect([flag, theirs[flag]]).toEqual([flag, (ours as typeof theirs)[flag]])
    expect(attributesOf(theirs.attrs)).toEqual(attributesOf(ours.attrs))
    expect(theirs.parseDOM).toBe(ours.parseDOM)
    expect(theirs.toDOM).toBe(ours.toDOM)
  })

  test('reads the same documents', () => {
    const document = buildDocument({ headline: 'Bridge to close' }, [])
    expect(built.nodeFromJSON(document.toJSON()).toJSON()).toEqual(document.toJSON())
  })
})

test('an editor works on documents of the shared schema itself, before it stands on a page', () => {
  const editor = createEditor(buildDocument({ headline: 'Bridge to close' }, []), [])
  expect(editor.schema).toBe(schema)
  editor.view.dispatch(editor.state.tr.insertText('The ', 1))
  expect(editor.state.doc.firstChild?.textContent).toBe('The Bridge to close')
  expect(editor.state.doc.eq(readDocument(editor.getJSON()))).toBe(true)
  editor.destroy()
})

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing')
  return value
}
