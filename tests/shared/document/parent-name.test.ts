import { expect, it } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { parentNameAt } from '../../../shared/document/parent-name.ts'
import { schema } from '../../../shared/document/schema.ts'

it('what holds a position is named as resolving it would, at every position of a document', () => {
  const paragraph = (words: string) => schema.node('paragraph', null, words ? [schema.text(words)] : [])
  const document = buildDocument({ headline: 'Boats' }, [
    paragraph('One.'),
    paragraph(''),
    schema.node('bulletList', null, [
      schema.node('listItem', null, [paragraph('Two.')]),
      schema.node('listItem', null, [paragraph('Three.'), paragraph('')]),
    ]),
    schema.node('rule'),
    schema.node('blockquote', null, [paragraph('Four.')]),
  ])
  for (let position = 0; position <= document.content.size; position++) {
    expect(parentNameAt(document, position)).toBe(document.resolve(position).parent.type.name)
  }
})
