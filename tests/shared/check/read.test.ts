import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { readsSame } from '../../../shared/check/changed.ts'
import {
  asRead,
  countUnread,
  nothingRead,
  type ReadWords,
  readStateOf,
  readWordsOf,
  sentencesChanged,
  unreadSentences,
} from '../../../shared/check/read.ts'
import { sentencesOf } from '../../../shared/check/sentences.ts'
import { buildDocument } from '../../../shared/document/build.ts'
import { schema } from '../../../shared/document/schema.ts'
import { must } from '../../../shared/lib/assert.ts'
import { mixed } from '../document/player.ts'
import { paragraph, Writing } from '../document/writing.ts'

/** Everything of a document, read as it stands. */
function readAll(document: Node): ReadWords {
  return readWordsOf([{ isTakenBack: false, sentences: sentencesOf(document).map(asRead) }])
}

function unread(document: Node, read: ReadWords): string[] {
  return unreadSentences(document, read).map((sentence) => sentence.words)
}

const story = () =>
  Writing.of(
    'The mill burned down. Nobody was hurt.',
    'Four hands worked there. “It is over,” said Ada Berg.',
  )

describe('what is a sentence', () => {
  it('every word that a story shows is in one: head, body, captions, credits, cells, notes and what search engines show', () => {
    const document = mixed()
    const shown = sentencesOf(document).map(({ where, words }) => `${where}: ${words}`)
    expect(shown).toEqual([
      'headline: A headline',
      'paragraph: At least 23 people died in Homs on Monday.',
      'paragraph: “We are leaving,” said Anna Berg, “and we won’t be back.”',
      'caption: The bridge in May.',
      'credit: Anna Berg',
      'paragraph: The U.S.-led force spent $3.5 million in 2019.',
      'tableHeader: Year',
      'tableHeader: Spent',
      'tableCell: 2019',
      'tableCell: $3.5 million',
      'tableCell: 2020',
      'paragraph: Nobody knows more.',
      'footnote: By the count of the Red Crescent.',
      'footnote: The budget of 2019, p. 3.',
    ])
    const bare = (text: string) => text.replace(/\s+/gu, '')
    let all = ''
    document.descendants((node) => {
      if (node.isText) all += bare(node.text ?? '')
    })
    expect(
      bare(
        sentencesOf(document)
          .map((one) => one.words)
          .join(''),
      ),
    ).toBe(all)
  })

  it('the fields for search engines and networks are read, and what only parts text is not', () => {
    const document = buildDocument(
      { headline: 'H', searchTitle: 'Mill burns', socialLine: 'A mill burns.' },
      [paragraph('* * *'), paragraph('\u00a0'), schema.node('rule')],
    )
    expect(sentencesOf(document).map((one) => one.words)).toEqual([
      'H',
      '* * *',
      'Mill burns',
      'A mill burns.',
    ])
  })

  it('stands where its positions say, also behind a reference to a footnote and in a list', () => {
    const list = schema.node('bulletList', null, [
      schema.node('listItem', null, [paragraph('One thing. Another.')]),
      schema.node('listItem', null, [paragraph('A third.')]),
    ])
    for (const document of [mixed(), buildDocument({ headline: 'H' }, [list])]) {
      for (const { from, to, words } of sentencesOf(document)) {
        expect(document.textBetween(from, to)).toBe(words)
      }
    }
  })
})

describe('a read sentence', () => {
  it('stays read through typography alone', () => {
    const same = [
      [
        '“It is over,” he said.',
        '"It is over," he said.',
        '„It is over,“ he said.',
        '«It is over,» he said.',
      ],
      ['It’s 10 km – or 12.', "It's 10\u00a0km — or 12.", 'it’s  10 km - or 12.'],
      ['Donaudampfschiff fährt.', 'Donau\u00addampf\u00adschiff fa\u0308hrt.'],
      ['The mill burned.', 'the mill burned.'],
    ]
    for (const kinds of same) expect(kinds.every((one) => readsSame(must(kinds[0], 'one'), one))).toBe(true)
  })

  it('is another one by any other difference', () => {
    const all = [
      'The mill burned.',
      'The mill burned!',
      'The Mill burned.',
      'The mill did not burn.',
      '“The mill burned.”',
      'The mill burned 3 times.',
      'The mill burned 30 times.',
      'The mill-burned.',
    ]
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const))
    expect(pairs.filter(([one, other]) => readsSame(one, other))).toEqual([])
  })

  it('stays read where it is moved, and so does all around it', () => {
    const writing = story()
    const read = readAll(writing.state.doc)
    const slice = writing.selectWords('Nobody was hurt.').cut()
    writing.after('Ada Berg.').type(' ').paste(slice)
    expect(unread(writing.state.doc, read)).toEqual([])
  })

  it('alone becomes unread where a letter of it changes, and read again when that is undone', () => {
    const writing = story()
    const read = readAll(writing.state.doc)
    writing.after('hands').type('x')
    expect(unread(writing.state.doc, read)).toEqual(['Four handsx worked there.'])
    writing.undo()
    expect(unread(writing.state.doc, read)).toEqual([])
  })

  it('does not make a new one read', () => {
    const writing = story()
    const read = readAll(writing.state.doc)
    writing.after('hurt.').type(' The owner fled.')
    expect(unread(writing.state.doc, read)).toEqual(['The owner fled.'])
  })

  it('is unread again once the reading is taken back, unless somebody else read it too', () => {
    const { doc } = story().state
    const sentences = sentencesOf(doc).map(asRead)
    const taken = { isTakenBack: true, sentences }
    expect(unread(doc, readWordsOf([taken]))).toHaveLength(sentences.length)
    expect(unread(doc, readWordsOf([taken, { isTakenBack: false, sentences }]))).toEqual([])
  })
})

describe('a sentence with a claim in it', () => {
  const stateOf = (writing: Writing, text: string, read: ReadWords) => {
    const sentence = sentencesOf(writing.state.doc).find((one) => one.words === text)
    return sentence ? readStateOf(sentence, read) : null
  }

  it('is unread as long as words of it are untagged and nobody read them', () => {
    const writing = story().tag('Four hands', 'c1')
    expect(stateOf(writing, 'Four hands worked there.', nothingRead)).toBe('unread')
    writing.tag('worked', 'c2')
    expect(stateOf(writing, 'Four hands worked there.', nothingRead)).toBe('unread')
  })

  it('is tagged where claims have all of its letters, punctuation aside, be it one or several or one from another block', () => {
    const writing = story()
      .tag('Four hands', 'c1')
      .tag('worked there', 'c2')
      .tag('The mill burned down. Nobody', 'c3')
    expect(stateOf(writing, 'Four hands worked there.', nothingRead)).toBe('tagged')
    expect(stateOf(writing, 'The mill burned down.', nothingRead)).toBe('tagged')
    const across = Writing.of('A mill.', 'It burned.', 'All of it.')
    across.tagRange(across.find('mill').from, across.find('All').to, 'c1')
    expect(stateOf(across, 'It burned.', nothingRead)).toBe('tagged')
    expect(stateOf(across, 'All of it.', nothingRead)).toBe('unread')
  })

  it('is looked at again where a claim that held it from both sides loses an end, though its own block is the same', () => {
    const mark = schema.mark('claim', { id: 'c1' })
    const marked = (text: string) => schema.node('paragraph', null, [schema.text(text, [mark])])
    const before = buildDocument({ headline: '' }, [
      marked('A mill.'),
      paragraph('It burned.'),
      marked('All of it.'),
      paragraph('End.'),
    ])
    const last = before.content.size - before.child(7).nodeSize - 6
    const after = new Transform(before).removeMark(last - before.child(6).nodeSize, last, mark).doc
    expect(after.child(5)).toBe(before.child(5))
    const changed = sentencesChanged(before, after)
    expect(countUnread(changed.before, nothingRead)).toBe(0)
    expect(countUnread(changed.after, nothingRead)).toBe(2)
    expect(unread(after, nothingRead)).toEqual(['It burned.', 'All of it.', 'End.'])
  })

  it('counts a claim out to whole words, as the claim itself does', () => {
    expect(stateOf(Writing.of('Nobody.').tag('obod', 'c1'), 'Nobody.', nothingRead)).toBe('tagged')
  })

  it('stays read where more of it is tagged, and is unread once a claim is taken off that was there when it was read', () => {
    const writing = story().tag('Four hands', 'c1')
    const read = readAll(writing.state.doc)
    expect(stateOf(writing, 'Four hands worked there.', read)).toBe('read')
    writing.tag('worked there', 'c2')
    expect(stateOf(writing, 'Four hands worked there.', read)).toBe('tagged')
    const remove = (id: string) =>
      writing.apply(
        writing.state.tr.removeMark(0, writing.state.doc.content.size, schema.mark('claim', { id })),
      )
    remove('c2')
    expect(stateOf(writing, 'Four hands worked there.', read)).toBe('read')
    remove('c1')
    expect(stateOf(writing, 'Four hands worked there.', read)).toBe('unread')
  })

  it('that was read in parts is read where each of its letters once was', () => {
    const first = Writing.of('Four hands worked there.').tag('Four hands', 'c1').state.doc
    const second = Writing.of('Four hands worked there.').tag('worked there', 'c2').state.doc
    const neither = Writing.of('Four hands worked there.').state.doc
    const readings = [first, second].map((doc) => ({
      isTakenBack: false,
      sentences: sentencesOf(doc).map(asRead),
    }))
    expect(unread(neither, readWordsOf(readings.slice(0, 1)))).toEqual(['Four hands worked there.'])
    expect(unread(neither, readWordsOf(readings))).toEqual([])
  })
})
