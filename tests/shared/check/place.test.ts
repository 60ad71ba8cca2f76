import { wrapIn } from 'prosemirror-commands'
import { describe, expect, it } from 'vitest'
import { type ClaimChanges, changesOf } from '../../../shared/check/standing.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { anchorPlace, anchorsAround } from '../../../shared/document/place.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import type { ClaimKind, Settling } from '../../../shared/model/claim.ts'
import { Writing } from '../document/writing.ts'

/** A claim settled on what a text says now, to be asked again after edits. */
function settledIn(writing: Writing, id: string, kind: ClaimKind = 'statement') {
  const settling = {
    status: 'confirmed',
    words: writing.words(id) ?? '',
    place: anchorPlace(writing.state.doc, id),
    speaker: null,
    backupFingerprints: {},
  } as unknown as Settling
  return (): ClaimChanges =>
    changesOf({
      kind,
      status: 'confirmed',
      settling,
      words: writing.words(id) ?? '',
      place: anchorPlace(writing.state.doc, id),
      speaker: null,
      changedGround: [],
    })
}

const says = (changes: ClaimChanges): string =>
  [
    ...changes.changed,
    ...changes.context.map((one) => `(${one})`),
    ...(changes.asksKind ? ['kind?'] : []),
  ].join(' ')

const harbour = () =>
  Writing.of(
    'The harbour opened in 1931. It carries forty boats a day. The mayor is proud of it.',
    'In May the ferry stopped. Nobody knows why it did.',
    'The port was sold twice. It changed hands in 1999.',
  )

describe('what stands around a settled claim', () => {
  const cases: [string, (writing: Writing) => unknown, string][] = [
    ['nothing', () => {}, ''],
    ['typing in its words', (one) => one.replace('forty', 'fifty'), 'words'],
    ['a word put within', (one) => one.before('boats').type('old '), 'words'],
    ['the rest of its sentence', (one) => one.replace('a day', 'a week'), '(sentence)'],
    [
      'a word before it in its sentence',
      (one) => one.replace('It carries', 'It hardly carries'),
      '(sentence)',
    ],
    ['typography in its sentence', (one) => one.replace('a day.', 'a\u00a0day.'), ''],
    ['the sentence before', (one) => one.replace('in 1931', 'in 1932'), ''],
    ['the sentence after', (one) => one.replace('proud', 'ashamed'), ''],
    ['a sentence put before', (one) => one.before('It carries').type('It is old. '), ''],
    ['a sentence put after', (one) => one.after('a day.').type(' So it is said.'), ''],
    ['a paragraph put before', (one) => one.before('The harbour').type('So it began.').split(), ''],
    ['its paragraph split before it', (one) => one.before('It carries').split(), ''],
    ['its paragraph split after it', (one) => one.after('a day.').split(), ''],
    [
      'a paragraph further on taken away',
      (one) => one.selectWords('The port was sold twice. It changed hands in 1999.').cut(),
      '',
    ],
    ['the first letter of its sentence', (one) => one.replace('It carries', 'it carries'), ''],
  ]
  it.each(cases)('%s', (_, edit, said) => {
    const writing = harbour().tag('forty boats', 'a')
    const changes = settledIn(writing, 'a')
    edit(writing)
    expect(says(changes())).toBe(said)
  })

  it('reads otherwise in another paragraph, and as settled where it is put back', () => {
    const writing = harbour().tag('forty boats', 'a')
    const changes = settledIn(writing, 'a')
    const slice = writing.selectWords('It carries forty boats a day. ').cut()
    writing.before('Nobody knows').paste(slice)
    expect(says(changes())).toBe('(place)')
    writing.undo()
    writing.undo()
    expect(says(changes())).toBe('')
  })

  it('reads otherwise where two paragraphs change places', () => {
    const writing = Writing.of('One bell rang.', 'Two ships came.', 'Three men left.').tag('Two ships', 'a')
    const changes = settledIn(writing, 'a')
    const { from } = writing.find('Two ships came.')
    const at = writing.find('One bell rang.').from - 1
    const block = must(writing.state.doc.nodeAt(from - 1), 'a paragraph')
    const transaction = writing.state.tr.delete(from - 1, from - 1 + block.nodeSize).insert(at, block)
    writing.apply(transaction)
    expect(says(changes())).toBe('(place)')
  })

  it('is not moved by neighbours that are edited word by word', () => {
    const writing = harbour().tag('In May the ferry stopped.', 'a')
    const changes = settledIn(writing, 'a')
    writing.replace('The mayor is proud of it.', 'The mayor is not proud of it at all.')
    writing.replace('Nobody knows why it did.', 'Nobody knows why.')
    expect(says(changes())).toBe('')
  })

  it('clears when the old words are typed back, and when it is undone', () => {
    const writing = harbour().tag('forty boats', 'a')
    const changes = settledIn(writing, 'a')
    writing.replace('forty', 'fifty')
    expect(says(changes())).toBe('words')
    writing.undo()
    expect(says(changes())).toBe('')
    writing.redo()
    writing.replace('fifty', 'forty')
    expect(says(changes())).toBe('')
  })
})

describe('a quote', () => {
  const speech = () =>
    Writing.of('It was late.', '“Forty is enough. It always was.” Jonas Helm said so in May. Then he left.')

  it('remembers the words that name who spoke', () => {
    const writing = speech().tag('“Forty is enough. It always was.”', 'a')
    expect(anchorPlace(writing.state.doc, 'a')).toMatchObject({
      sentence: '“Forty is enough. It always was.” Jonas Helm said so in May.',
      isQuoted: true,
      startsSentence: true,
      preceding: 'It was late.',
      following: 'Then he left.',
    })
    const changes = settledIn(writing, 'a', 'quote')
    writing.replace('Jonas Helm', 'Ada Holm')
    expect(says(changes())).toBe('(sentence)')
  })

  it.each([
    ['German', '„Vierzig reichen“, sagte Jonas Helm. Dann ging er.', '„Vierzig reichen“'],
    ['before it', 'Helm said: “Forty is enough.” Then he left.', '“Forty is enough.”'],
    ['in the sentence before', 'Helm said it aloud. “Forty is enough.” Then he left.', '“Forty is enough.”'],
  ])('does so in speech %s', (_, text, words) => {
    const writing = Writing.of(text).tag(words, 'a')
    const changes = settledIn(writing, 'a', 'quote')
    writing.replace('Helm', 'Holm')
    expect(says(changes())).toBe('(sentence)')
  })

  it('asks for its kind when its marks are taken off', () => {
    const writing = Writing.of('“Forty is enough,” Helm said.').tag('“Forty is enough,”', 'a')
    const changes = settledIn(writing, 'a', 'quote')
    writing.replace('“Forty is enough,”', 'Forty is enough,')
    expect(says(changes())).toBe('words marks kind?')
  })

  it('keeps its kind when its marks are set in another way', () => {
    const writing = Writing.of('“Forty is enough,” Helm said.').tag('“Forty is enough,”', 'a')
    const changes = settledIn(writing, 'a', 'quote')
    writing.replace('“', '„').replace('”', '“')
    expect(says(changes())).toBe('')
  })
})

describe('marks and blocks', () => {
  it('quotation marks that are put round a statement count and ask for its kind', () => {
    const writing = harbour().tag('It carries forty boats a day.', 'a')
    const changes = settledIn(writing, 'a')
    writing.before('It carries').type('“')
    expect(says(changes())).not.toContain('marks')
    writing.after('a day.').type('”')
    expect(says(changes())).toContain('marks kind?')
    writing.undo()
    writing.undo()
    expect(says(changes())).toBe('')
  })

  it('a paragraph that becomes a block quote or a pull quote counts, a list is another place', () => {
    const writing = harbour().tag('forty boats', 'a')
    const changes = settledIn(writing, 'a')
    writing.before('forty')
    wrapIn(schema.nodes.blockquote)(writing.state, (transaction) => writing.apply(transaction))
    expect(says(changes())).toBe('block kind?')
    writing.undo()
    expect(says(changes())).toBe('')
    const { from } = writing.find('The harbour')
    writing.apply(writing.state.tr.setBlockType(from, from, schema.nodes.pullQuote))
    expect(says(changes())).toBe('block kind?')
    writing.undo()
    writing.apply(writing.state.tr.setBlockType(from, from, schema.nodes.crosshead))
    expect(says(changes())).toContain('(place)')
  })

  it('a figure in a table is held by the heads of its row and column', () => {
    const row = (...cells: string[]) =>
      schema.node(
        'tableRow',
        null,
        cells.map((text) => schema.node('tableCell', null, schema.text(text))),
      )
    const table = schema.node('table', null, [row('Port', '2019'), row('Aalen', '40')])
    const writing = new Writing(buildDocument({ headline: 'A headline' }, [table])).tag('40', 'a')
    const changes = settledIn(writing, 'a')
    expect(anchorPlace(writing.state.doc, 'a')).toMatchObject({ sentence: 'Aalen\n2019\n40' })
    writing.replace('2019', '2020')
    expect(says(changes())).toBe('(sentence)')
  })

  it('a caption that comes under another picture is in another place', () => {
    const figure = (hash: string, caption: string) =>
      schema.node('figure', { hash }, [
        schema.node('caption', null, caption ? schema.text(caption) : []),
        schema.node('credit'),
        schema.node('altText'),
      ])
    const of = (one: string, other: string) =>
      new Writing(buildDocument({ headline: 'A headline' }, [figure('aa', one), figure('bb', other)]))
    const before = anchorPlace(of('Forty boats', '').tag('Forty boats', 'a').state.doc, 'a')
    const after = anchorPlace(of('', 'Forty boats').tag('Forty boats', 'a').state.doc, 'a')
    expect(before?.preceding).toBe('aa')
    expect(after?.preceding).toBe('bb')
  })
})

describe('an edit', () => {
  it('makes only the claims of its own and of neighbouring blocks read again', () => {
    const writing = harbour().tag('forty boats', 'first').tag('the ferry', 'second').tag('in 1999', 'third')
    const before = writing.state.doc
    writing.replace('1931', '1932')
    expect([...anchorsAround(before, writing.state.doc)].sort()).toEqual(['first', 'second'])
  })
})
