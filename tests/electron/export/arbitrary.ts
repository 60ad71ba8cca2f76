import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { buildDocument } from '../../../shared/document/build.ts'
import { footnotesPlace } from '../../../shared/document/footnotes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { tagRefusal } from '../../../shared/document/zones.ts'

/** Words and signs that formats trip over, apart from plain words. */
const awkward = [
  'silt',
  'harbour',
  '3.5',
  '1.',
  '12)',
  '#',
  '##',
  '-',
  '+',
  '*',
  '**bold**',
  '_low_',
  'snake_case',
  '`code`',
  '~~gone~~',
  '[link](https://x.example)',
  '![image](x)',
  '<script>alert(1)</script>',
  '<b>',
  '<!--',
  '-->',
  ']]>',
  '&amp;',
  '&#60;',
  'AT&T',
  '---',
  '===',
  '***',
  '> ',
  '|',
  '\\',
  '\\*',
  '!',
  '$&',
  '{{x}}',
  '://',
  'https://a.example/b_c*d',
  '“so,”',
  '(she said)',
  'שלום',
  'مرحبا',
  '日本語',
  '👩‍🚀',
  '🇪🇺',
  'e\u0301',
  'it’s',
  '10%',
  '"',
  "'",
  '\u00a0',
  '\u202e',
  '\u200b',
  '=',
  '~~~',
  ':--|--:',
]

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...awkward) },
  { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{1,8}$/u) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }) },
)

const words = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '  ', '\n', '\t')), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.map(([one, space]) => one + space).join(''))

const marks: fc.Arbitrary<Mark[]> = fc
  .record({
    plain: fc.subarray(['bold', 'italic', 'underline', 'strike'] as const),
    script: fc.constantFrom(null, null, null, 'superscript' as const, 'subscript' as const),
    href: fc.constantFrom(null, null, null, 'https://x.example/a?b=1&c=(2)', 'mailto:desk@x.example'),
    isPlain: fc.boolean(),
  })
  .map(({ plain, script, href, isPlain }) =>
    isPlain
      ? []
      : [
          ...plain.map((name) => schema.mark(name)),
          ...(script ? [schema.mark(script)] : []),
          ...(href ? [schema.mark('link', { href })] : []),
        ],
  )

const inline: fc.Arbitrary<Node[]> = fc
  .array(fc.tuple(words, marks), { minLength: 0, maxLength: 4 })
  .map((parts) =>
    parts.map(([text, its]) =>
      schema.text(
        text,
        its.reduce((set, one) => one.addToSet(set), [] as readonly Mark[]),
      ),
    ),
  )

/** References that name their notes by their order among all that a story was made of; ids are given later. */
const unnamed = schema.node('footnoteReference', { id: '' })
const referring: fc.Arbitrary<Node[]> = fc
  .tuple(inline, fc.array(fc.nat({ max: 4 }), { maxLength: 2 }))
  .map(([content, places]) => {
    const nodes = [...content]
    for (const place of places) nodes.splice(place % (nodes.length + 1), 0, unnamed)
    return nodes
  })

const paragraph = referring.map((content) => schema.node('paragraph', null, content))

const item: fc.Arbitrary<Node> = fc.letrec<{ item: Node; list: Node }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(fc.oneof({ maxDepth: 2 }, paragraph, tie('list')), { maxLength: 2 }))
    .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
  list: fc
    .tuple(
      fc.boolean(),
      fc.integer({ min: 0, max: 1200 }),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    )
    .map(([isOrdered, start, items]) =>
      isOrdered ? schema.node('orderedList', { start }, items) : schema.node('bulletList', null, items),
    ),
})).item

const list = fc
  .tuple(fc.boolean(), fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([isOrdered, items]) =>
    isOrdered ? schema.node('orderedList', { start: 1 }, items) : schema.node('bulletList', null, items),
  )

const body: fc.Arbitrary<Node> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  fc
    .tuple(fc.constantFrom(1, 2), referring)
    .map(([level, content]) => schema.node('crosshead', { level }, content)),
  fc
    .array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 })
    .map((blocks) => schema.node('blockquote', null, blocks)),
  referring.map((content) => schema.node('pullQuote', null, content)),
  referring.map((content) => schema.node('editorsNote', null, content)),
  list,
  fc
    .tuple(referring, inline, inline, fc.nat({ max: 4000 }))
    .map(([caption, credit, altText, size]) =>
      schema.node('figure', { hash: '0'.repeat(64), widthPx: size, heightPx: size }, [
        schema.node('caption', null, caption),
        schema.node('credit', null, credit),
        schema.node('altText', null, altText),
      ]),
    ),
  fc
    .array(fc.array(fc.tuple(fc.boolean(), referring), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((rows) =>
      schema.node(
        'table',
        null,
        rows.map((row) =>
          schema.node(
            'tableRow',
            null,
            row.map(([isHeader, content]) =>
              schema.node(isHeader ? 'tableHeader' : 'tableCell', null, content),
            ),
          ),
        ),
      ),
    ),
  fc.constant(schema.node('rule')),
)

/** Gives each reference its id and the story its notes, in their order. */
function withNotes(document: Node, texts: readonly (readonly Node[])[]): Node {
  const transform = new Transform(document)
  let count = 0
  document.descendants((node, position) => {
    if (node.type === schema.nodes.footnoteReference) {
      transform.setNodeAttribute(position, 'id', `note-${++count}`)
    }
  })
  if (count === 0) return document
  const notes = Array.from({ length: count }, (_, index) =>
    schema.node('footnote', { id: `note-${index + 1}` }, [...(texts[index % texts.length] ?? [])]),
  )
  return transform.insert(footnotesPlace(document).from, schema.node('footnotes', null, notes)).doc
}

/** Any story, of awkward words in any marks and blocks. */
export const anyStory: fc.Arbitrary<Node> = fc
  .record({
    headline: words,
    dek: fc.oneof(fc.constant(''), words),
    byline: fc.oneof(fc.constant(''), words),
    dateline: fc.oneof(fc.constant(''), words),
    searchTitle: fc.oneof(fc.constant(''), words),
    searchDescription: fc.oneof(fc.constant(''), words),
    socialLine: fc.oneof(fc.constant(''), words),
    blocks: fc.array(body, { minLength: 1, maxLength: 6 }),
    notes: fc.array(inline, { minLength: 1, maxLength: 3 }),
  })
  .map(({ blocks, notes, ...fields }) => withNotes(buildDocument(fields, blocks), notes))

/** A story with claims laid over it at random: they overlap, nest, touch and span blocks. */
export const anyTaggedStory: fc.Arbitrary<{ document: Node; claimIds: string[] }> = fc
  .tuple(anyStory, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }))
  .map(([story, pairs]) => {
    let document = story
    const claimIds: string[] = []
    for (const [one, other] of pairs) {
      const places = textPlaces(document)
      if (places.length === 0) break
      const at = [places[one % places.length] ?? 0, places[other % places.length] ?? 0].sort((a, b) => a - b)
      const [from = 0, to = 0] = [at[0], (at[1] ?? 0) + 1]
      if (tagRefusal(document, { from, to })) continue
      const id = `claim-${String(claimIds.length + 1).padStart(6, '0')}`
      document = new Transform(document).addMark(from, to, schema.mark('claim', { id })).doc
      claimIds.push(id)
    }
    return { document, claimIds }
  })
  .filter(({ claimIds }) => claimIds.length > 0)

/** The positions of all characters, never between the halves of one. */
function textPlaces(document: Node): number[] {
  const places: number[] = []
  document.descendants((node, position) => {
    let offset = 0
    for (const character of node.text ?? '') {
      places.push(position + offset)
      offset += character.length
    }
  })
  return places
}
