import { describe, expect, test } from 'vitest'
import { buildDocument } from '../../../shared/document/build.ts'
import { sameDocument } from '../../../shared/document/equal.ts'
import { schema } from '../../../shared/document/schema.ts'
import { wordsOf } from '../../../shared/document/words.ts'
import { tagRefusal } from '../../../shared/document/zones.ts'
import { paragraph, Writing } from './writing.ts'

const siege = () => Writing.of('At least 23 dead in Homs. The siege goes on.').tag('23 dead', 'a')

describe('the words of a claim', () => {
  const cases: [title: string, text: string, marked: string, words: string][] = [
    ['a mark on part of a figure reads the figure', 'It cost 300 in all.', '30', '300'],
    ['a mark inside a word reads the word', 'The unprecedented move', 'precede', 'unprecedented'],
    ['decimals and thousands belong to the figure', 'about 1,234.56 tonnes', '23', '1,234.56'],
    ['a currency sign before a figure belongs to it', 'for $300 million', '30', '$300'],
    ['a per cent sign after a figure belongs to it', 'by 30% a year', '30', '30%'],
    ['a minus before a figure belongs to it', 'fell to -3 degrees', '3', '-3'],
    ['a hyphenated word is one', 'twenty-three people', 'three', 'twenty-three'],
    ['an apostrophe inside a word belongs to it', 'they don’t know', 'don', 'don’t'],
    ['initials are one word', 'the U.S. troops', 'U', 'U.S'],
    ['the full stop of a sentence does not belong to its last word', 'He left in 2019. Then', '2019', '2019'],
    ['a comma after a figure does not belong to it', 'in 2019, he left', '19', '2019'],
    ['a slash joins figures and not words', 'on 11/9 and/or', 'and', 'and'],
    ['scripts without spaces are not read out', '人权观察组织说', '观察', '观察'],
    ['letters with combining marks stay whole', 'the cafe\u0301s there', 'caf', 'cafe\u0301s'],
    ['letters outside the basic plane stay whole', 'the 𝒳𝒴𝒵 test', '𝒴', '𝒳𝒴𝒵'],
    ['white space at the outer ends is no part of it', 'one two three', ' two ', 'two'],
  ]
  test.each(cases)('%s', (_title, text, marked, words) => {
    const writing = Writing.of(text).tag(marked, 'a')
    expect(writing.words('a')).toBe(words)
  })

  test('are read from the first to the last marked character', () => {
    const writing = Writing.of('“We won,” she said, “for good.”')
    const whole = writing.find('“We won,” she said, “for good.”')
    const first = writing.find('“We won,”')
    const last = writing.find('“for good.”')
    const mark = schema.mark('claim', { id: 'a' })
    writing.apply(writing.state.tr.addMark(first.from, first.to, mark).addMark(last.from, last.to, mark))
    expect(writing.words('a')).toBe('“We won,” she said, “for good.”')
    expect(wordsOf(writing.state.doc, whole)).toBe(writing.words('a'))
  })

  test('span paragraphs of the body, one line each', () => {
    const writing = Writing.of('One ends here.', 'Two begins here.')
    writing.tagRange(writing.find('here').from, writing.find('Two').to, 'a')
    expect(writing.words('a')).toBe('here.\nTwo')
  })
})

describe('what arrives within a claim is part of it', () => {
  test('when typed', () => {
    expect(siege().after('23').type(' soldiers').words('a')).toBe('23 soldiers dead')
  })
  test('when pasted without marks', () => {
    const writing = siege().after('23')
    expect(writing.paste(Writing.of(' soldiers').selectWords(' soldiers').copy()).words('a')).toBe(
      '23 soldiers dead',
    )
  })
  test('when dropped from elsewhere in the story', () => {
    const writing = siege().selectWords(' goes')
    expect(writing.drag(writing.find('23').to).words('a')).toBe('23 goes dead')
  })
  test('when replaced', () => {
    expect(siege().replace('3 de', '4 wounded or de').words('a')).toBe('24 wounded or dead')
  })
  test('when typed at the border of two paragraphs', () => {
    const writing = Writing.of('One ends here.', 'Two begins here.')
    writing.tagRange(writing.find('here').from, writing.find('Two').to, 'a')
    writing.before('Two').type('Now ')
    expect(writing.words('a')).toBe('here.\nNow Two')
  })
  test('when another window wrote it', () => {
    const writing = siege()
    const { to } = writing.find('23')
    // What collab makes of another's steps carries this meta, and the follower leaves it alone.
    writing.apply(writing.state.tr.insertText(' soldiers', to).setMeta('rebased', 0))
    expect(writing.words('a')).toBe('23 soldiers dead')
  })
  test('and a copy that another window made is not made anew here', () => {
    const writing = siege()
    const slice = Writing.of('In Tyre 300 men.').tag('300 men', 'x').selectWords('Tyre 300 men').copy()
    const { to } = writing.find('goes on')
    writing.apply(writing.state.tr.replace(to, to, slice).setMeta('rebased', 0))
    expect(writing.claims()).toEqual(['a', 'x'])
  })
  test('when it is a copy of a part of the claim itself', () => {
    const writing = siege().selectWords('dead')
    const slice = writing.copy()
    writing.after('23').paste(slice)
    expect(writing.words('a')).toBe('23dead dead')
    expect(writing.claims()).toEqual(['a'])
  })
})

describe('text at the outer edges of a claim', () => {
  test('is not part of it when typed before', () => {
    expect(siege().before('23 dead').type('about ').words('a')).toBe('23 dead')
  })
  test('is not part of it when typed after', () => {
    expect(siege().after('23 dead').type(' or so').words('a')).toBe('23 dead')
  })
  test('is read with the claim as long as it makes one word with it', () => {
    expect(siege().before('23 dead').type('1').words('a')).toBe('123 dead')
  })
  test('is part of it when the same edit removed claim text at the end', () => {
    expect(siege().selectWords('dead').type('killed by shells').words('a')).toBe('23 killed by shells')
  })
  test('is part of it when the same edit removed claim text at the start', () => {
    expect(siege().selectWords('23').type('Two dozen').words('a')).toBe('Two dozen dead')
  })
  test('is not part of it once the caret has left and come back', () => {
    const writing = siege().selectWords('dead').type('killed')
    writing.before('The siege').after('23 killed').type(' there')
    expect(writing.words('a')).toBe('23 killed')
  })
  test('is not part of it once the sentence has ended', () => {
    const writing = Writing.of('We counted 23 dead.').tag('23 dead.', 'a')
    writing.selectWords('dead.').type('killed. Nobody knows more.')
    expect(writing.words('a')).toBe('23 killed.')
  })
  test('is not part of it after a new paragraph', () => {
    const writing = siege().selectWords('dead').type('killed').split().type('Then')
    expect(writing.words('a')).toBe('23 killed')
  })
})

describe('replacing the words of a claim keeps it on the new words', () => {
  test('by selecting and typing', () => {
    expect(siege().selectWords('23 dead').type('two dozen killed').words('a')).toBe('two dozen killed')
  })
  test('by find and replace', () => {
    expect(siege().replace('23 dead', '24 killed').words('a')).toBe('24 killed')
  })
  test('by backspace and retype', () => {
    const writing = siege().after('23 dead').backspace(7)
    expect(writing.words('a')).toBeUndefined()
    expect(writing.type('24 killed').words('a')).toBe('24 killed')
  })
  test('by backspacing half of it and retyping', () => {
    expect(siege().after('23 dead').backspace(4).type('killed there').words('a')).toBe('23 killed there')
  })
  test('by backspacing past its start and retyping', () => {
    const writing = siege().after('23 dead').backspace('least 23 dead'.length).type('most 24 died')
    expect(writing.words('a')).toBe('most 24 died')
  })
  test('by pasting over it', () => {
    expect(siege().selectWords('23 dead').pasteText('two dozen dead').words('a')).toBe('two dozen dead')
  })
  test('when the whole sentence is rewritten, on what took its place', () => {
    const writing = siege().selectWords('At least 23 dead in Homs.').pasteText('At least 24 killed in Homs.')
    expect(writing.words('a')).toBe('24 killed')
  })
  test('when the paragraph is replaced by the same text without marks', () => {
    const writing = siege()
    const text = 'At least 23 dead in Homs. The siege goes on.'
    writing.selectWords(text).pasteText(text)
    expect(writing.words('a')).toBe('23 dead')
  })
  test('each of several, when a paragraph is pasted over', () => {
    const writing = Writing.of('In 2019 about 300 men came from Tyre.')
    writing.tag('2019', 'a').tag('300 men', 'b').tag('Tyre', 'c')
    writing.selectWords('In 2019 about 300 men came from Tyre.')
    writing.pasteText('In 2020 about 400 men came from Sidon.')
    expect(['a', 'b', 'c'].map((id) => writing.words(id))).toEqual(['2020', '400 men', 'Sidon'])
  })
  test('and undo brings the old words back with it', () => {
    const writing = siege().selectWords('23 dead').pasteText('two dozen killed').undo()
    expect(writing.words('a')).toBe('23 dead')
    expect(writing.redo().words('a')).toBe('two dozen killed')
  })
})

describe('a claim is removed', () => {
  test('when its words were deleted and nothing took their place', () => {
    expect(siege().selectWords('23 dead ').backspace().words('a')).toBeUndefined()
  })
  test('when its sentence was rewritten without it', () => {
    const writing = siege().selectWords('At least 23 dead in Homs.').pasteText('At least in Homs.')
    expect(writing.words('a')).toBeUndefined()
  })
  test('when only the space between its words is left', () => {
    const writing = siege().selectWords('23').backspace().selectWords('dead').backspace()
    expect(writing.claims()).toEqual([])
    expect(writing.undo().undo().words('a')).toBe('23 dead')
  })
  test('and returns to its place with undo', () => {
    expect(siege().selectWords('23 dead ').backspace().undo().words('a')).toBe('23 dead')
  })
  test('and returns when the very same words return to its place', () => {
    const writing = siege().selectWords('23 dead ').backspace().after('The siege').before('in Homs')
    expect(writing.type('23 dead ').words('a')).toBe('23 dead')
  })
  test('and returns when the very same words, if there are three or more, come back elsewhere', () => {
    const writing = siege().tag('The siege goes on', 'b').selectWords('The siege goes on').backspace()
    expect(writing.words('b')).toBeUndefined()
    expect(writing.before('At least').pasteText('The siege goes on, and so on. ').words('b')).toBe(
      'The siege goes on',
    )
  })
  test('and one or two words elsewhere do not bring it back', () => {
    const writing = Writing.of('At least 23 dead in Homs.', 'Elsewhere: nothing.').tag('23 dead', 'a')
    writing.selectWords('23 dead ').backspace().after('nothing').type(', and 23 dead')
    expect(writing.words('a')).toBeUndefined()
  })
  test('and does not return by itself where it was untagged', () => {
    const writing = siege()
    const { from, to } = writing.find('23 dead')
    writing.apply(writing.state.tr.removeMark(from, to, schema.mark('claim', { id: 'a' })))
    expect(writing.after('23 dead').type(' ').backspace(2).type('d').words('a')).toBeUndefined()
  })
  test('and can be put on a selection by hand', () => {
    const writing = siege().selectWords('23 dead ').backspace()
    const { from, to } = writing.find('goes on')
    writing.apply(writing.state.tr.addMark(from, to, schema.mark('claim', { id: 'a' })))
    expect(writing.words('a')).toBe('goes on')
  })
})

describe('splitting and joining paragraphs keep a claim', () => {
  test('split within it', () => {
    expect(siege().after('23').split().words('a')).toBe('23\n dead')
  })
  test('split and joined again', () => {
    const writing = siege().after('23').split()
    writing.apply(writing.state.tr.join(writing.state.selection.$from.before()))
    expect(writing.words('a')).toBe('23 dead')
  })
})

describe('moving and copying', () => {
  const two = () => Writing.of('At least 23 dead in Homs.', 'Elsewhere: nothing.').tag('23 dead', 'a')

  test('cut and paste moves a claim', () => {
    const writing = two().selectWords('23 dead ')
    const slice = writing.cut()
    expect(writing.words('a')).toBeUndefined()
    writing.after('Elsewhere:').paste(slice)
    expect(writing.words('a')).toBe('23 dead')
    expect(writing.claims()).toEqual(['a'])
  })
  test('dragging moves a claim', () => {
    const writing = two().selectWords('23 dead ')
    writing.drag(writing.find('nothing').from)
    expect(writing.words('a')).toBe('23 dead')
    expect(writing.claims()).toEqual(['a'])
  })
  test('a copy becomes a new claim that remembers its origin', () => {
    const writing = two().selectWords('23 dead')
    const slice = writing.copy()
    writing.after('nothing').paste(slice)
    expect(writing.claims()).toEqual(['a', 'copy1'])
    expect(writing.words('copy1')).toContain('23 dead')
    expect(writing.copiedFrom('copy1')).toBe('a')
  })
  test('a second paste after a cut is a copy', () => {
    const writing = two().selectWords('23 dead')
    const slice = writing.cut()
    writing.after('Elsewhere: ').paste(slice).after('nothing').paste(slice)
    expect(writing.claims()).toEqual(['a', 'copy1'])
  })
  test('a part carried away while the rest stays becomes a new claim', () => {
    const writing = two().selectWords('dead')
    const slice = writing.cut()
    writing.after('nothing').paste(slice)
    expect(writing.words('a')).toBe('23')
    expect(writing.copiedFrom('copy1')).toBe('a')
  })
  test('a part dragged away while the rest stays becomes a new claim', () => {
    const writing = two().selectWords('dead')
    writing.drag(writing.find('nothing').from)
    expect(writing.words('a')).toBe('23')
    expect(writing.copiedFrom('copy1')).toBe('a')
  })
  test('what comes from another story becomes a new claim that remembers its origin', () => {
    const slice = Writing.of('In Tyre 300 men.').tag('300 men', 'x').selectWords('Tyre 300 men').copy()
    const writing = two().after('nothing').paste(slice)
    expect(writing.words('copy1')).toBe('300 men')
    expect(writing.copiedFrom('copy1')).toBe('x')
  })
  test('undo and redo of a paste keep the copy’s id', () => {
    const writing = two().selectWords('23 dead')
    const slice = writing.copy()
    writing.after('nothing').paste(slice).undo()
    expect(writing.claims()).toEqual(['a'])
    expect(writing.redo().claims()).toEqual(['a', 'copy1'])
  })
  test('a copy whose paste was undone returns when the same is pasted in its place again', () => {
    const writing = two().selectWords('23 dead')
    const slice = writing.copy()
    writing.after('Elsewhere: ').paste(slice).undo().after('Elsewhere: ').paste(slice)
    expect(writing.claims()).toEqual(['a', 'copy1'])
  })
  test('undo of a cut after the paste leaves one claim, not two', () => {
    const writing = two().selectWords('23 dead')
    const slice = writing.cut()
    writing.after('nothing').paste(slice).undo().undo()
    expect(writing.claims()).toEqual(['a'])
    expect(writing.words('a')).toBe('23 dead')
  })
})

describe('overlapping claims', () => {
  test('nest and overlap, each with its own words', () => {
    const writing = siege().tag('At least 23', 'b').tag('dead in Homs', 'c')
    expect(['a', 'b', 'c'].map((id) => writing.words(id))).toEqual(['23 dead', 'At least 23', 'dead in Homs'])
  })
  test('documents are equal whatever the order of claim marks on the same words', () => {
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((ids) =>
      ids.reduce((writing, id) => writing.tag('23 dead', id), Writing.of('At least 23 dead in Homs.')),
    )
    expect(one?.state.doc.eq(other?.state.doc as never)).toBe(false)
    expect(sameDocument(one?.state.doc as never, other?.state.doc as never)).toBe(true)
  })
  test('documents with different claims are not equal', () => {
    const plain = Writing.of('At least 23 dead in Homs.')
    expect(
      sameDocument(plain.state.doc, Writing.of('At least 23 dead in Homs.').tag('23', 'a').state.doc),
    ).toBe(false)
  })
  test('undoing an untag keeps both', () => {
    const writing = siege().tag('23 dead', 'b')
    const { from, to } = writing.find('23 dead')
    const before = writing.state.doc
    writing.apply(writing.state.tr.removeMark(from, to, schema.mark('claim', { id: 'a' }))).undo()
    expect(sameDocument(writing.state.doc, before)).toBe(true)
  })
})

describe('tagging across parts', () => {
  const document = buildDocument({ headline: 'Siege goes on', dek: 'A dek' }, [
    paragraph('One.'),
    paragraph('Two.'),
    schema.node('figure', { hash: 'f'.repeat(64) }, [
      schema.node('caption', null, [schema.text('Homs, Monday')]),
      schema.node('credit', null, [schema.text('Agency')]),
      schema.node('altText'),
    ]),
    schema.node('editorsNote', null, [schema.text('Updated.')]),
  ])
  const at = (words: string) => new Writing(document).find(words)

  test.each([
    ['headline and dek', 'Siege', 'dek', ['headline', 'dek']],
    ['headline and body', 'Siege', 'One', ['headline', 'body']],
    ['body and caption', 'Two', 'Homs', ['body', 'caption']],
    ['caption and credit', 'Homs', 'Agency', ['caption', 'credit']],
    ['body and editor’s note', 'Two', 'Updated', ['body', 'editorsNote']],
  ])('of %s is refused with the reason', (_title, first, last, parts) => {
    expect(tagRefusal(document, { from: at(first).from, to: at(last).to })).toEqual({
      kind: 'acrossParts',
      parts,
    })
  })
  test('of two paragraphs of the body is not refused', () => {
    expect(tagRefusal(document, { from: at('One').from, to: at('Two').to })).toBeNull()
  })
  test('of nothing but white space is refused', () => {
    expect(tagRefusal(document, { from: at('One').from, to: at('One').from })).toEqual({ kind: 'noWords' })
  })
})
